"""One database, SQLite or PostgreSQL: `read` and `write` are transactions for the length of a `with`."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.store.checkpoints import Checkpointer

FILE = "hub.db"
_PRAGMAS = (
    "busy_timeout = 20000",  # first: changing over to WAL takes a lock
    "journal_mode = WAL",
    "synchronous = FULL",  # what was acknowledged survives a power cut
    "foreign_keys = ON",
    "wal_autocheckpoint = 0",  # a thread of its own does that: see `checkpoints`
    "cache_size = -16000",
)

_SOON_NOTICED = {
    "connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}  # fmt: skip
"""A PostgreSQL whose machine lost its power does not say so."""


class Database:
    """The engine and how to begin transactions on it. `close` it at the end."""

    def __init__(self, engine: sa.Engine, file: Path | None) -> None:
        """Use `Database.open`."""
        self.engine = engine
        self.sqlite = engine.dialect.name == "sqlite"
        self._writing = threading.Lock()  # SQLite has one writer: waiting here is fair and costs no polling
        self._checkpointer = Checkpointer(file) if file else None

    @classmethod
    def open(cls, data: Path, url: str = "") -> "Database":
        """The database at `url`; without one, `hub.db` in the folder `data`. Its tables are `migrating`'s work.

        Raises KioskError `hub.database_unreachable` when `url` is no PostgreSQL.
        """
        if url:
            return cls(_postgresql(url), None)
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = data / FILE
        engine = sa.create_engine(sa.URL.create("sqlite", database=str(file)), pool_size=8, max_overflow=24)
        sa.event.listen(engine, "connect", _prepare)
        sa.event.listen(engine, "begin", _begin)
        return cls(engine, file)

    def start(self) -> None:
        """Begin what a server needs in the background."""
        if self._checkpointer:
            self._checkpointer.start()

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A transaction that only reads."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that writes: committed, and on disk, when the `with` ends well."""
        with self._alone(), self.engine.connect().execution_options(immediate=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let go of the files or the server."""
        if self._checkpointer:
            self._checkpointer.close()
        self.engine.dispose()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self.sqlite:
            yield
            return
        with self._writing:
            yield


def _postgresql(url: str) -> sa.Engine:
    """The engine for the server at `url`. Raises KioskError `hub.database_unreachable` when that is none of ours."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise KioskError("hub.database_unreachable", repr(error)) from error
    if parsed.drivername != "postgresql+psycopg":
        raise KioskError("hub.database_unreachable", f"driver {parsed.drivername}")
    return sa.create_engine(parsed, pool_size=8, max_overflow=8, pool_pre_ping=True, connect_args=_SOON_NOTICED)


def _prepare(connection: Any, _record: object) -> None:
    """Set up a connection to SQLite, whose transactions we begin ourselves."""
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    """A transaction that will write takes the lock at once: one that read first could not take it later."""
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
