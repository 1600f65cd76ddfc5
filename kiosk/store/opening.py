"""Opening a home's database: cheap checks only, whatever its size; what fails them is swapped for a backup."""

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.ids import new_kiosk_id
from kiosk.store import backups, database, files, migrations, rescue, troubles
from kiosk.store.lock import HomeLock
from kiosk.store.state import Restored

log = logging.getLogger(__name__)
_LAST = 20
"""How many of the newest journal entries are read to see that they can be."""


class Unsound(Exception):
    """The database cannot be used; `reason` as in `Restored`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Opened:
    """A home's database in use: writing connection, the file's URI and number, the share in the home, what happened."""

    connection: sqlite3.Connection
    uri: str
    lock: HomeLock
    inode: int
    kiosk: str
    restored: Restored | None


def open_home(home: Path, clock: Clock) -> Opened:
    """Open the database in `home`, making or mending it if need be.

    Raises KioskError `store.newer` when a newer program has written it, sqlite3.Error or OSError when the machine
    does not let us.
    """
    home.mkdir(parents=True, exist_ok=True)
    lock = HomeLock(home)
    try:
        connection, restored = _open_or_mend(home, lock, clock)
        try:
            _migrate(home, connection, clock)
            kiosk = identity(connection, clock)
            inode = (home / files.DATABASE).stat().st_ino
        except BaseException:
            connection.close()
            raise
        return Opened(connection, uri(home), lock, inode, kiosk, restored)
    except BaseException:
        lock.close()
        raise


def uri(home: Path) -> str:
    """The URI of the database in `home`."""
    return database.file_uri(home / files.DATABASE, "mode=rw")


def _open_or_mend(home: Path, lock: HomeLock, clock: Clock) -> tuple[sqlite3.Connection, Restored | None]:
    """A checked connection, the database behind it swapped first if it is not sound."""
    try:
        return open_sound(home), None
    except Unsound as unsound:
        log.info("database in %s: %s", home, unsound)
    with lock.alone():
        try:
            open_sound(home).close()  # another process has mended it while we waited
            restored = None
        except Unsound as unsound:
            restored = rescue.take_over(home, unsound.reason, clock.utc_ms())
    return open_sound(home), restored


def open_sound(home: Path) -> sqlite3.Connection:
    """A connection to the database in `home`. Raises Unsound, else as `open_home`."""
    note = files.damage(home)
    if note is not None:
        raise Unsound(note.get("reason", "damaged"), "marked so")
    find_file(home / files.DATABASE)
    try:
        connection = database.writer(uri(home))
    except troubles.FAILURES as error:
        raise _unsound(error) from error
    try:
        examine(connection)
    except troubles.FAILURES as error:
        connection.close()
        raise _unsound(error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _unsound(error: Exception) -> Exception:
    """Unsound when the content is at fault: torn, or not what our queries expect; else `error` itself."""
    if troubles.code(error) == troubles.DAMAGED or getattr(error, "sqlite_errorcode", 0) in (0, sqlite3.SQLITE_ERROR):
        return Unsound("damaged", str(error))
    return error


def find_file(path: Path) -> None:
    """Look whether there is anything in `path`. Raises Unsound or OSError."""
    # Never open the file by hand: closing it would take away the locks that this process's connections hold on it
    # (https://www.sqlite.org/howtocorrupt.html, 2.2). SQLite itself finds a torn header and a cut end.
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise Unsound("missing") from None
    if not size:
        raise Unsound("empty")


def examine(connection: sqlite3.Connection) -> None:
    """Look at what is cheap whatever the size: shape, identity, newest entries, and whether it takes writes.

    Raises Unsound, sqlite3.Error, or KioskError `store.newer`.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != migrations.APPLICATION_ID:
        raise Unsound("foreign")
    applied = migrations.applied(connection)
    unknown = set(applied) - set(migrations.names())
    if unknown:
        raise KioskError("store.newer", detail=f"unknown steps: {sorted(unknown)}")
    written = "stored" if migrations.fold_journal.__name__ in applied else "body"
    connection.execute(f"SELECT {written} FROM journal_entry ORDER BY position DESC LIMIT ?", (_LAST,)).fetchall()
    connection.execute("SELECT * FROM identity").fetchone()
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if troubles.code(error) != troubles.LOCKED:  # which passes, and reading works meanwhile
            raise


def _migrate(home: Path, connection: sqlite3.Connection, clock: Clock) -> None:
    """Bring an older database up to date, after a backup of it as it was."""
    if migrations.applied(connection) == migrations.names():
        return
    with closing(database.reader(uri(home))) as source:
        backups.make(home, source, clock.utc_ms())
    migrations.apply(connection)


def identity(connection: sqlite3.Connection, clock: Clock) -> str:
    """This home's kiosk id, made at the first opening."""
    found = connection.execute("SELECT kiosk FROM identity").fetchone()
    if found:
        return str(found[0])
    connection.execute(
        "INSERT INTO identity (kiosk, made_utc_ms) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM identity)",
        (new_kiosk_id(), clock.utc_ms()),
    )
    return str(connection.execute("SELECT kiosk FROM identity").fetchone()[0])
