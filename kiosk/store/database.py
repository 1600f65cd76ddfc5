"""How connections to the kiosk's database are made."""

import sqlite3
from pathlib import Path

WRITER_PATIENCE_MS = 250
"""How long a write waits for another process's transaction before it counts as locked."""
READER_PATIENCE_MS = 2_000


def _connect(uri: str, patience_ms: int) -> sqlite3.Connection:
    """A connection in autocommit mode that any thread may use, one at a time."""
    connection = sqlite3.connect(
        uri, uri=True, timeout=patience_ms / 1000, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    return connection


def file_uri(path: Path, options: str) -> str:
    """`path` as SQLite's URI with `options` such as `mode=ro`."""
    return f"{path.absolute().as_uri()}?{options}"


def memory_uri(name: str) -> str:
    """A database in memory that all connections of this process share by `name`."""
    # vfs=memdb, not cache=shared: the latter answers readers with SQLITE_LOCKED, which no time-out waits for.
    return f"file:/{name}?vfs=memdb"


def writer(uri: str) -> sqlite3.Connection:
    """The one connection that writes. Raises sqlite3.Error."""
    connection = _connect(uri, WRITER_PATIENCE_MS)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE is a DELETE that the journal refuses
        connection.execute("PRAGMA wal_autocheckpoint = 0")  # `wal.Wal` does it, between answers
    except BaseException:
        connection.close()
        raise
    return connection


def reader(uri: str) -> sqlite3.Connection:
    """A connection that cannot write. Raises sqlite3.Error."""
    connection = _connect(uri, READER_PATIENCE_MS)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -512")
    return connection
