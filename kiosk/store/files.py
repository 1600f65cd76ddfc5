"""The names in a home, and moves that survive a power cut."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

DATABASE = "kiosk.db"
BACKUPS = "backups"
SET_ASIDE = "set-aside"
_DAMAGED = "kiosk.db.damaged"
COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database, by ending."""


def stamp(utc_ms: int) -> str:
    """`utc_ms` as it stands in file names, e.g. `20261120T080000Z`; sorts by time."""
    return datetime.fromtimestamp(utc_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")


def stamped(name: str) -> datetime:
    """The time in a file name such as `kiosk-20261120T080000Z.db`. Raises ValueError when there is none."""
    return datetime.strptime(Path(name).stem, "kiosk-%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def flush(path: Path) -> None:
    """Wait until the file `path` is on disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(path: Path) -> None:
    """Wait until the names in the folder `path` are on disk; where the system knows no such thing, do nothing."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(path: Path, text: str) -> None:
    """Write the file `path` whole or not at all."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
    temporary.write_text(text, "utf-8")
    flush(temporary)
    temporary.replace(path)
    flush_folder(path.parent)


def mark_damaged(home: Path, **why: str) -> None:
    """Leave a note that the database in `home` must be swapped at the next opening: `reason`, `set_aside`."""
    put(home / _DAMAGED, json.dumps(why))


def damage(home: Path) -> dict[str, str] | None:
    """The note that `mark_damaged` left, or `None`. One that cannot be read says nothing more than that it is there."""
    try:
        note = json.loads((home / _DAMAGED).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        return {}
    return note if isinstance(note, dict) else {}


def mark_mended(home: Path) -> None:
    """Take the note away."""
    (home / _DAMAGED).unlink(missing_ok=True)


def free_bytes(path: Path) -> int:
    """How much room the disk of `path` has left. Raises OSError."""
    import shutil  # here for its 4 ms, of which a start needs none

    return shutil.disk_usage(path).free
