"""Setting an unusable database aside and putting another in its place. Only for who has the home alone."""

import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

from kiosk.store import backups, database, files, migrations
from kiosk.store.state import Restored

log = logging.getLogger(__name__)
NOTE = ".salvage"
"""Ending of the note beside a database that was set aside: it has not been read for what can be saved yet."""


def take_over(home: Path, reason: str, utc_ms: int) -> Restored | None:
    """Set the database in `home` aside, and put the newest good backup, else a fresh one, in its place.

    Nothing is thrown away, and a power cut at any point leaves a home that the next opening mends. `None` when there
    was nothing before: a first start. Raises sqlite3.Error or OSError; then the next opening tries again.
    """
    first = reason == "missing" and not backups.every(home) and not (home / files.SET_ASIDE).exists()
    fresh = home / f"{files.DATABASE}.new"
    backup = _build(home, fresh)
    restored = None
    if not first:
        until, rows = newest(fresh)
        restored = Restored(reason, backup=backup.name if backup else "", until=until)
        restored = _set_aside(home, restored, rows, utc_ms)
        log.error("the database in %s could not be used: %s", home, restored)
    fresh.replace(home / files.DATABASE)
    files.flush_folder(home)
    files.mark_mended(home)
    return restored


def _build(home: Path, fresh: Path) -> Path | None:
    """Make the file `fresh`: a copy of the newest good backup, which is returned, or an empty database."""
    backup = backups.newest_good(home)
    if backup:
        with closing(database.reader(database.file_uri(backup, "mode=ro&immutable=1"))) as source:
            backups.copy(source, fresh)
        return backup
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        migrations.apply(connection)
        connection.execute("PRAGMA journal_mode = WAL")
    files.flush(fresh)
    return None


def newest(path: Path) -> tuple[int | None, int]:
    """When the newest journal entry in the database `path` was made (milliseconds since 1970 UTC), and its position."""
    with closing(database.reader(database.file_uri(path, "mode=ro&immutable=1"))) as connection:
        found = connection.execute(
            "SELECT utc_ms, position FROM journal_entry ORDER BY position DESC LIMIT 1"
        ).fetchone()
    return tuple(found) if found else (None, 0)


def _set_aside(home: Path, restored: Restored, rows: int, utc_ms: int) -> Restored:
    """Move the database and its companions away, with a note for `salvage`. `rows` are in what takes its place."""
    folder = home / files.SET_ASIDE
    folder.mkdir(exist_ok=True)
    begun = (files.damage(home) or {}).get("set_aside", "")
    name = begun or free_name(folder, f"kiosk-{files.stamp(utc_ms)}.db")
    # Where they go is noted first, so that after a power cut between two moves all of them end up side by side.
    files.mark_damaged(home, reason=restored.reason, set_aside=name)
    parts = [home / (files.DATABASE + ending) for ending in ("", *files.COMPANIONS)]
    if begun or any(part.exists() for part in parts):
        restored = replace(restored, set_aside=name)
    files.put(folder / f"{name}{NOTE}", json.dumps({"rows": rows, **asdict(restored)}))
    for part in parts:
        if part.exists():
            part.rename(folder / (name + part.name.removeprefix(files.DATABASE)))
    files.flush_folder(folder)
    return restored


def free_name(folder: Path, name: str) -> str:
    """`name`, or with `-2`, `-3`… before its ending when that is taken in `folder`."""
    stem, ending = name.rsplit(".", 1)
    number = 1
    while any((folder / (name + companion)).exists() for companion in ("", NOTE, *files.COMPANIONS)):
        number += 1
        name = f"{stem}-{number}.{ending}"
    return name


def notes(home: Path) -> list[Path]:
    """The notes of databases that were set aside and not read back yet, oldest first."""
    return sorted((home / files.SET_ASIDE).glob(f"*{NOTE}"))
