"""A database in memory for a home that is out of reach: the same tables, and what can still be read of the home's."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.store import database, files, migrations, troubles

log = logging.getLogger(__name__)
_LEFT = ("journal_entry", "_sqlite_migrations")


def make(home: Path, name: str) -> tuple[sqlite3.Connection, str]:
    """A writing connection and the URI of a new database in memory, with packs, settings and PINs of `home`'s."""
    uri = database.memory_uri(name)
    connection = database.writer(uri)
    migrations.apply(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    # A database in WAL mode on a read-only disk can be read only as if nobody could ever write it.
    for options in ("mode=ro", "mode=ro&immutable=1"):
        if _borrow(connection, database.file_uri(home / files.DATABASE, options)):
            break
    connection.execute("PRAGMA foreign_keys = ON")
    return connection, uri


def _borrow(connection: sqlite3.Connection, source: str) -> bool:
    """Copy all tables but the journal from the database at the URI `source`; whether it could be read."""
    try:
        with closing(database.reader(source)) as home:
            connection.execute("BEGIN")
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                if table not in _LEFT and not table.startswith("sqlite_"):
                    _copy(home, connection, table)
            connection.execute("COMMIT")
    except troubles.FAILURES as error:
        log.info("could not borrow from %s: %r", source, error)
        connection.rollback()
        return False
    return True


def _copy(home: sqlite3.Connection, connection: sqlite3.Connection, table: str) -> None:
    """Copy the rows of `table`. Raises sqlite3.Error when `home` does not have it, or otherwise."""
    rows = home.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in rows.description]
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
