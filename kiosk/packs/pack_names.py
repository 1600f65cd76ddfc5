"""What the names and the directory of a zip must not be, found before anything is unpacked."""

import re
import stat
import struct
import zipfile

from kiosk.core.errors import KioskError
from kiosk.packs import limits

END = b"PK\x05\x06"
END_SIZE = 22
COMMENT = 65_535
DEVICES = frozenset(
    ("CON", "PRN", "AUX", "NUL", "CLOCK$", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10)))
)
DRIVE = re.compile(r"[A-Za-z]:|[/\\]")
PLAIN = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")
UTF_8 = 0x800
ENCRYPTED = 0x1


def examine_end(data: bytes) -> None:
    """Ask the zip's last record how long its directory is: reading 60,000 names would take half a second.

    Raises KioskError `packs.zip_many`; a zip without such a record is left to the reader.
    """
    at = data.rfind(END, max(0, len(data) - COMMENT - END_SIZE))
    if at < 0 or at + END_SIZE > len(data):
        return
    count, size = struct.unpack_from("<HI", data, at + 10)
    if count > limits.ZIP_MEMBERS or size > limits.ZIP_DIRECTORY:
        raise KioskError("packs.zip_many", f"{count} members, {size} bytes of names", most=limits.ZIP_MEMBERS)


def examine_places(members: list[zipfile.ZipInfo]) -> None:
    """Refuse members that mean to land elsewhere. Raises KioskError that names the first.

    Codes: `packs.zip_absolute`, `packs.zip_slip`, `packs.zip_link`, `packs.zip_device`, `packs.zip_encrypted`.
    """
    for member in members:
        # `orig_filename`: on Windows the other one has its backslashes turned.
        name = member.orig_filename
        parts = re.split(r"[/\\]", name)
        trouble = ""
        if DRIVE.match(name):
            trouble = "zip_absolute"
        elif ".." in parts:
            trouble = "zip_slip"
        elif stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            trouble = "zip_link"
        elif any(part.partition(".")[0].strip().upper() in DEVICES for part in parts):
            trouble = "zip_device"
        elif member.flag_bits & ENCRYPTED:
            trouble = "zip_encrypted"
        if trouble:
            raise KioskError(f"packs.{trouble}", repr(name), member=shown(name))


def examine_plain(members: list[zipfile.ZipInfo]) -> None:
    """Refuse names that systems read differently; each name once, whatever the case of its letters.

    Raises KioskError (`packs.pack_name_encoding`, `packs.pack_name_odd`, `packs.pack_name_twice`).
    """
    seen: set[str] = set()
    for member in members:
        name = member.orig_filename
        if not name.isascii() and not member.flag_bits & UTF_8:
            raise KioskError("packs.pack_name_encoding", repr(name))
        if not all(PLAIN.fullmatch(part) for part in name.removesuffix("/").split("/")) or len(name) > limits.NAME:
            raise KioskError("packs.pack_name_odd", repr(name), member=shown(name))
        if name.lower() in seen:
            raise KioskError("packs.pack_name_twice", repr(name), member=shown(name))
        seen.add(name.lower())


def shown(name: str) -> str:
    """A member's name as it may stand in a sentence."""
    return re.sub(r"[^\w ./\\:-]", "?", name)[:60]
