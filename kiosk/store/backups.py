"""Rotated copies of the database, each looked through before it is kept and again before it is trusted."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kiosk.store import database, files, migrations, troubles

DAYS = 3
WEEKS = 2
_STEP_PAGES = 256
_STEP_PAUSE_S = 0.01
"""Copy 1 MB, then let the writer have the disk."""


class Stopped(sqlite3.OperationalError):
    """The copy was not wanted any more."""


def copy(
    source: sqlite3.Connection, target: Path, pause_s: float = 0.0, stopping: Callable[[], bool] = lambda: False
) -> None:
    """Copy `source`'s database, as it is at this moment, to the file `target`, through to the disk.

    Raises sqlite3.Error or OSError; Stopped when `stopping` came in between.
    """

    def go_on(status: int, remaining: int, total: int) -> None:
        if stopping():
            raise Stopped

    target.unlink(missing_ok=True)
    # The open transaction holds one snapshot; without it every commit would start the copy again.
    source.execute("BEGIN")
    try:
        source.execute("SELECT 1 FROM sqlite_master").fetchone()
        with closing(sqlite3.connect(target)) as copied:
            copied.execute("PRAGMA synchronous = OFF")
            source.backup(copied, pages=_STEP_PAGES, progress=go_on, sleep=pause_s)
    finally:
        source.execute("ROLLBACK")
    files.flush(target)


def sound(path: Path) -> bool:
    """Whether `path` is a whole database of ours that this program can use."""
    try:
        with closing(database.reader(database.file_uri(path, "mode=ro&immutable=1"))) as connection:
            ours = connection.execute("PRAGMA application_id").fetchone()[0] == migrations.APPLICATION_ID
            known = set(migrations.applied(connection)) <= set(migrations.names())
            return ours and known and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except troubles.FAILURES:
        return False


def every(home: Path) -> list[Path]:
    """All backups in `home`, newest first."""
    digits = "[0-9]" * 8 + "T" + "[0-9]" * 6
    return sorted((home / files.BACKUPS).glob(f"kiosk-{digits}Z.db"), reverse=True)


def newest_good(home: Path) -> Path | None:
    """The newest backup that can be trusted."""
    return next((path for path in every(home) if sound(path)), None)


def age(home: Path, utc_ms: int) -> timedelta | None:
    """How old the newest backup is at `utc_ms`; `None` without one."""
    found = every(home)
    return datetime.fromtimestamp(utc_ms / 1000, UTC) - files.stamped(found[0].name) if found else None


def make(home: Path, source: sqlite3.Connection, utc_ms: int, stopping: Callable[[], bool] = lambda: False) -> Path:
    """Add a backup of `source`'s database and let go of those that are too many.

    Raises sqlite3.Error or OSError, and sqlite3.DatabaseError when the copy is not sound; then nothing was kept.
    """
    folder = home / files.BACKUPS
    folder.mkdir(exist_ok=True)
    part = folder / f"backup.{os.getpid()}.part"
    target = folder / f"kiosk-{files.stamp(utc_ms)}.db"
    try:
        copy(source, part, _STEP_PAUSE_S, stopping)
        if not sound(part):
            raise sqlite3.DatabaseError("the backup that was just made is not sound")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    files.flush_folder(folder)
    for path in superfluous(every(home)):
        if path != target:  # a machine whose clock has died makes backups that look old
            path.unlink()
    return target


def superfluous(newest_first: list[Path]) -> list[Path]:
    """Which backups to let go: all but the last of each of 3 days and of each of 2 weeks before these."""
    made = {path: files.stamped(path.name).date() for path in newest_first}
    days = {day: path for path, day in list(made.items())[::-1]}
    newest_days = sorted(days, reverse=True)[:DAYS]
    weeks = {_week(day): days[day] for day in sorted(days) if _week(day) not in map(_week, newest_days)}
    kept = {*(days[day] for day in newest_days), *(weeks[week] for week in sorted(weeks, reverse=True)[:WEEKS])}
    return [path for path in newest_first if path not in kept]


def _week(day: date) -> tuple[int, int]:
    """Year and number of the week."""
    return day.isocalendar()[:2]
