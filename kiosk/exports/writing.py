"""Writing a file whole or not at all, and proving that it arrived."""

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import KioskError

CHUNK = 1 << 20
MARGIN = 1 << 20
"""Bytes that must stay free beside the file."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written and read back: rows without headers, bytes, and SHA-256 as 64 hex digits."""

    rows: int
    bytes: int
    sha256: str


def write_whole(out: Path, need: int, fill: Callable[[Path], int]) -> Written:
    """Let `fill(path)` write a temporary file beside `out` (it returns its rows), make it durable, put it in place.

    `need` is about how many bytes it will take. Whatever stood at `out` stays until the new file is whole.
    Raises KioskError (`exports.no_folder`, `exports.no_room`, `exports.not_written`, `exports.not_verified`).
    """
    room_for(out, need)
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        rows = fill(part)
        size, digest = sealed(part)
        part.replace(out)
        sync_folder(out.parent)
    except OSError as error:
        raise not_written(out, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    if fingerprint(out) != (size, digest):
        raise KioskError("exports.not_verified", file=str(out))
    return Written(rows, size, digest)


def write_bytes(content: bytes, rows: int, out: Path) -> Written:
    """What is made already, as a file of so many `rows`. Raises KioskError (`exports.…`)."""

    def fill(path: Path) -> int:
        path.write_bytes(content)
        return rows

    return write_whole(out, len(content), fill)


def room_for(out: Path, need: int) -> None:
    """Raise KioskError unless `out` can be made and `need` bytes are free there."""
    if out.is_dir():
        raise KioskError("exports.is_folder", file=str(out))
    try:
        free = shutil.disk_usage(out.parent).free
    except OSError as error:
        raise KioskError("exports.no_folder", repr(error), folder=str(out.parent)) from error
    if free < need + MARGIN:
        wanted, there = -(-(need + MARGIN) // (1 << 20)), free // (1 << 20)
        raise KioskError("exports.no_room", f"{need} of {free}", file=str(out), need=wanted, free=there)


def not_written(out: Path, error: OSError) -> KioskError:
    """The sentence for `error`."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return KioskError("exports.disk_full" if full else "exports.not_written", repr(error), file=str(out))


def sealed(part: Path) -> tuple[int, str]:
    """Force the file to the disk. Its size and digest."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    return fingerprint(part)


def fingerprint(path: Path) -> tuple[int, str]:
    """Size and SHA-256 as they are on the disk, not in the cache where the system lets us choose."""
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the new name durable, where folders can be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
