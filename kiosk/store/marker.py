"""A note on another partition of how far the journal had come: it tells when the disk was rolled back."""

import json
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.store import files
from kiosk.store.state import Restored


@dataclass(frozen=True, slots=True)
class Mark:
    """The newest journal entry: its epoch (16 hex digits), seq, position in the file, and time (ms since 1970 UTC)."""

    epoch: str
    seq: int
    rows: int
    utc_ms: int


_NEWEST = "SELECT lower(hex(epoch)), seq, position, utc_ms FROM journal_entry {0} ORDER BY position DESC LIMIT 1"


def now(connection: sqlite3.Connection) -> Mark | None:
    """How far the journal has come; `None` while it is empty."""
    found = connection.execute(_NEWEST.format("")).fetchone()
    return Mark(*found) if found else None


def before(connection: sqlite3.Connection, epoch: str) -> Mark | None:
    """How far the journal had come without the entries of `epoch`."""
    found = connection.execute(_NEWEST.format("WHERE epoch <> ?"), (bytes.fromhex(epoch),)).fetchone()
    return Mark(*found) if found else None


def holds(connection: sqlite3.Connection, mark: Mark) -> bool:
    """Whether the journal has the entry that `mark` names."""
    found = connection.execute(
        "SELECT 1 FROM journal_entry WHERE epoch = ? AND seq = ?", (bytes.fromhex(mark.epoch), mark.seq)
    )
    return found.fetchone() is not None


def path(folder: Path, kiosk: str) -> Path:
    """The file for `kiosk` in `folder`, which several kiosks may share."""
    return folder / f"fingertip-glow-{kiosk}.json"


def read(file: Path) -> Mark | None:
    """The mark in `file`; `None` where there is none or it makes no sense. Raises OSError."""
    try:
        return Mark(**json.loads(file.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        return None


def write(file: Path, mark: Mark) -> None:
    """Replace the mark in `file`. Raises OSError."""
    files.put(file, json.dumps(asdict(mark)))


def rolled_back(connection: sqlite3.Connection, mark: Mark, epoch: str) -> Restored | None:
    """Whether the journal is older than `mark`; `epoch` is this opening's, whose entries do not count."""
    if holds(connection, mark):
        return None
    had = before(connection, epoch)
    missing = mark.rows - (had.rows if had else 0)
    return Restored(
        "rolled_back", until=had.utc_ms if had else None, missing=missing if missing > 0 else None, salvaged=0
    )
