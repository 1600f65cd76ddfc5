"""Exports that open only by a password: a zip by WinZip's AES-256, which 7-Zip, Bandizip and others open. No Qt.

What is inside goes through the lock as it is made: no plain file ever lies on a disk. The names of the files inside,
their sizes and times can be seen without the password.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from kiosk.core.errors import KioskError
from kiosk.exports.writing import Written, write_whole

DIGITS = 20
"""Of the passwords that we make: 66 bits, for the format asks for only a thousand rounds of hashing a guess."""
GROUP = 4
LEAST = 12
"""Characters of a password that people bring."""
ZIP64_BYTES = 1 << 31


def new_password() -> str:
    """Twenty digits: whoever reads them aloud or types them on any keyboard cannot mistake them."""
    return "".join(secrets.choice("0123456789") for _ in range(DIGITS))


def grouped(password: str) -> str:
    """As people write it down; the spaces are not part of it."""
    return " ".join(password[start : start + GROUP] for start in range(0, len(password), GROUP))


def read_password(file: Path) -> str:
    """The first line of a file. Raises KioskError `exports.password_unread`, `exports.password_weak`."""
    try:
        with file.open(encoding="utf-8-sig") as opened:
            password = opened.readline().strip("\r\n")
    except (OSError, UnicodeError) as error:
        raise KioskError("exports.password_unread", repr(error), file=str(file)) from error
    # Programs disagree on how other letters become a key.
    if len(password) < LEAST or not (password.isascii() and password.isprintable()):
        raise KioskError("exports.password_weak", file=str(file), least=LEAST)
    return password


def write_file(out: Path, need: int, fill: Callable[[BinaryIO], int], ending: str = "", password: str = "") -> Written:
    """As `write_whole`, with a `fill` that is handed an open file; with a password `out` is a zip around that file.

    `ending` is that of the file inside, which is called as `out` is. Raises KioskError also when a locked `out` is not
    called `.zip` (`exports.locked_name`).
    """
    if password:
        check_zip(out)

    def into(path: Path) -> int:
        with locked(path, f"{out.stem}.{ending}", password, need) if password else path.open("wb", 1 << 18) as file:
            return fill(file)

    return write_whole(out, need, into)


def check_zip(out: Path) -> None:
    """Raise KioskError unless the file is called what it will be."""
    if out.suffix.lower() != ".zip":
        raise KioskError("exports.locked_name", file=out.name, better=f"{out.stem}.zip")


@contextmanager
def locked(path: Path, name: str, password: str, need: int) -> Iterator[BinaryIO]:
    """A zip at `path` with one file called `name`, open to be written."""
    import pyzipper  # here for its cost, which only locked exports pay

    # A workbook is compressed already.
    way = pyzipper.ZIP_STORED if name.endswith(".xlsx") else pyzipper.ZIP_DEFLATED
    with pyzipper.AESZipFile(path, "w", compression=way, encryption=pyzipper.WZ_AES) as packed:
        packed.setpassword(password.encode())
        with packed.open(name, "w", force_zip64=need >= ZIP64_BYTES) as file:
            yield cast(BinaryIO, file)
