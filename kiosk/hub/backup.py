"""Backups: one file that holds every table and the keys, packs and recordings beside it; and putting one back.

The tables lie in it as a SQLite database whatever the hub's own is: a backup of either goes back into either. It is
made of one moment, with the hub running. What was erased since stays erased when it is put back, and what was withdrawn
stays withdrawn; the hub gets a new generation, by which kiosks notice and send again what it lacks.
"""

import json
import os
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.hub import Hub
from kiosk.hub.people import audit
from kiosk.hub.people.audit import Act
from kiosk.hub.store import migrating, tables
from kiosk.hub.store.database import FILE, Database
from kiosk.hub.store.down_tables import recording
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.hub.store.people_tables import session, take_home_withdrawn

BESIDE = ("hub-certificate.pem", "hub-stick.key", "pack-key.pem", "metrics-token", "xapi.json")
FOLDERS = ("packs", "recordings", "keys")
AT_ONCE = 2_000
_ALL = tables.metadata.sorted_tables


def backup(hub: Hub, out: Path) -> int:
    """Write a backup to `out`, whole or not at all, readable by its owner only; its bytes. Raises KioskError."""
    part = out.with_name(f"{out.name}.part")
    try:
        with TemporaryDirectory(prefix="backup-", dir=hub.data) as folder:
            copy = Path(folder) / FILE
            _copy_out(hub, Path(folder))
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file, tarfile.open(fileobj=file, mode="w") as tar:
                tar.add(copy, FILE)
                for path in _files(hub.data):
                    tar.add(path, str(path.relative_to(hub.data)))
                file.flush()
                os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise KioskError("hub_backup.unwritable", repr(error), file=out) from error
    with hub.database.write() as connection:
        audit.note(connection, hub.clock.utc_ms(), Act("", "backup", out.name))
    return out.stat().st_size


def restore(hub: Hub, file: Path) -> int:
    """Put the backup `file` in the place of all that `hub` holds; how many events it has now.

    Raises KioskError `hub_backup.unreadable`, or `hub.newer` for one of a newer program; then nothing has changed.
    """
    with TemporaryDirectory(prefix="restore-", dir=hub.data) as folder:
        try:
            with tarfile.open(file) as tar:
                tar.extractall(folder, members=_wanted(tar), filter="data")
            _check(Path(folder) / FILE)
        except (OSError, tarfile.TarError, sqlite3.Error) as error:
            raise KioskError("hub_backup.unreadable", repr(error), file=file) from error
        source = Database.open(Path(folder))
        try:
            migrating.migrate(source)
            events = _replace(hub, source, file.name)
        finally:
            source.close()
        for path in _files(Path(folder)):
            place = hub.data / path.relative_to(folder)
            place.parent.mkdir(exist_ok=True)
            path.replace(place)
    return events


def _files(data: Path) -> list[Path]:
    """What lies beside the tables and belongs to them."""
    named = [data / name for name in BESIDE]
    inside = [path for folder in FOLDERS for path in sorted((data / folder).glob("*")) if path.suffix != ".part"]
    return [path for path in (*named, *inside) if path.is_file()]


def _wanted(tar: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    for one in tar:
        folder, _, name = one.name.rpartition("/")
        if one.isfile() and (one.name in (FILE, *BESIDE) or (folder in FOLDERS and name)):
            yield one


def _check(file: Path) -> None:
    """Raises sqlite3.Error or OSError for what is no sound database."""
    if not file.is_file():
        raise OSError("no database in it")
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
        found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(str(found))


def _copy_out(hub: Hub, folder: Path) -> None:
    """The tables of one moment as `hub.db` in `folder`."""
    if hub.database.sqlite:
        with (
            closing(sqlite3.connect(hub.data / FILE)) as source,
            closing(sqlite3.connect(folder / FILE)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        return
    target_database = Database.open(folder)
    try:
        migrating.migrate(target_database)
        frozen = hub.database.engine.connect().execution_options(isolation_level="REPEATABLE READ")
        with frozen as source_connection, source_connection.begin(), target_database.write() as connection:
            for table in _ALL:
                _copy(source_connection, connection, table)
        with target_database.engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")  # ours began one; the log is folded outside of it
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        target_database.close()


def _replace(hub: Hub, source: Database, name: str) -> int:
    """All rows of `source` in the place of the hub's, in one transaction; how many events there are then."""
    now = hub.clock.utc_ms()
    with hub.database.write() as connection, source.read() as given:
        erased = [dict(row._mapping) for row in connection.execute(sa.select(tables.erasure))]
        gone = [dict(row._mapping) for row in connection.execute(sa.select(take_home_withdrawn))]
        for table in reversed(_ALL):
            connection.execute(table.delete())
        for table in _ALL:
            _copy(given, connection, table, hub, now)
        _keep_erased(connection, erased, now)
        insert_or_ignore(connection, take_home_withdrawn, gone)
        connection.execute(session.delete())
        connection.execute(tables.hub.update().values(generation=os.urandom(8).hex()))
        if not hub.database.sqlite:
            _set_counters(connection)
        audit.note(connection, now, Act("", "restored", name))
        return int(connection.execute(sa.select(sa.func.count()).select_from(tables.event)).scalar_one())


def _copy(source: sa.Connection, target: sa.Connection, table: sa.Table, hub: Hub | None = None, now: int = 0) -> None:
    query = sa.select(table).order_by(*table.primary_key).execution_options(yield_per=AT_ONCE)
    for part in source.execute(query).partitions():
        rows = [dict(row._mapping) for row in part]
        if table is tables.event and hub is not None and not hub.database.sqlite:
            hub.partitions.ensure(target, [row["id"] for row in rows], now)
        target.execute(table.insert(), rows)


def _keep_erased(connection: sa.Connection, erased: list[dict[str, Any]], now: int) -> None:
    """What was erased after the backup was made is erased again, as far as the backup knows whose it was."""
    bases = set(connection.execute(sa.select(tables.base.c.number)).scalars())
    kiosks = set(connection.execute(sa.select(tables.kiosk.c.number)).scalars())
    known = [one for one in erased if one["base"] in bases and one["kiosk"] in {None, *kiosks}]
    insert_or_ignore(connection, tables.erasure, known)
    table = recording.c
    for one in known:
        mine = recording.update().where(table.base == one["base"], table.take.in_(json.loads(one["subjects"])))
        connection.execute(mine.where(table.erased_ms.is_(None)).values(erased_ms=now))


def _set_counters(connection: sa.Connection) -> None:
    """PostgreSQL counts on from the highest number that was put in."""
    for table in _ALL:
        column = table.autoincrement_column
        if column is None or not isinstance(column.type, sa.Integer):
            continue
        highest = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
        sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
        if connection.execute(sa.select(sequence)).scalar():
            connection.execute(sa.select(sa.func.setval(sequence, highest, sa.false())))
