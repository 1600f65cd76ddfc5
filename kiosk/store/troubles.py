"""What is in the way when the disk says no: the machine's faults, by words code. Our own bugs are not among them."""

import errno
import os
import sqlite3
from pathlib import Path

from kiosk.store import files

DAMAGED = "store.damaged"
DISK_FULL = "store.disk_full"
LOCKED = "store.locked"
READ_ONLY = "store.read_only"
SLOW = "store.slow"
UNEXPECTED = "store.unexpected"
UNREACHABLE = "store.unreachable"

_PRIMARY = {
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_CANTOPEN: UNREACHABLE,
    sqlite3.SQLITE_IOERR: UNREACHABLE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
_UNREADABLE = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS)
"""The disk has lost a part of the file. Where it has lost more than that, swapping the file will fail and say so."""
FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite's calls raise when the machine or the file is at fault; the second when it quotes torn bytes."""
_ERRNO = {errno.ENOSPC: DISK_FULL, errno.EDQUOT: DISK_FULL, errno.EFBIG: DISK_FULL, errno.EROFS: READ_ONLY}
NEARLY_FULL = 256 * 1024
"""Bytes left on a disk that count as none: SQLite needs as much for its shared memory and a journal page or two."""


def code(error: Exception) -> str:
    """The words code of the machine's fault behind `error`; empty when it is none."""
    if isinstance(error, sqlite3.Error):
        extended = getattr(error, "sqlite_errorcode", 0)
        return DAMAGED if extended in _UNREADABLE else _PRIMARY.get(extended & 0xFF, "")
    if isinstance(error, UnicodeDecodeError):
        return DAMAGED
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0, UNREACHABLE)
    return ""


def diagnose(home: Path, error: Exception) -> str:
    """Like `code`, but looks at `home` where SQLite only says that it could not: full, read-only, or out of reach."""
    found = code(error)
    if found != UNREACHABLE:
        return found
    # Not `Path.exists`, which raises within a folder that we may not enter.
    place = next((one for one in (home, *home.parents) if os.access(one, os.F_OK)), None)
    if place is None:
        return found
    if not os.access(place, os.W_OK):
        return READ_ONLY
    return DISK_FULL if files.free_bytes(place) < NEARLY_FULL else found
