"""Opening costs the same whatever is in the database."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.store import database, files, migrations, opening, settings
from tests.store.store_help import OpenStore, record_many


def steps_of_opening(home: Path) -> int:
    """How many steps SQLite's machine takes for all that an opening asks of the database."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with closing(database.writer(opening.uri(home))) as connection:
        connection.set_progress_handler(count, 1)
        opening.examine(connection)
        assert migrations.applied(connection) == migrations.names()
        opening.identity(connection, SteppedClock())
        settings.read_all(connection)
    return steps


def test_opening_takes_the_same_steps_with_many_answers(open_store: OpenStore, home: Path, tmp_path: Path) -> None:
    few, many = tmp_path / "few", tmp_path / "many"
    for place, count in ((few, 100), (many, 30_000)):
        store = open_store(place)
        record_many(store, count)
        store.close()
    assert steps_of_opening(many) == steps_of_opening(few) < 2_000


@pytest.mark.parametrize("kind", ["lantern_lit", "station_finished"])
def test_the_screens_questions_use_an_index(open_store: OpenStore, home: Path, kind: str) -> None:
    open_store().close()
    with closing(sqlite3.connect(home / files.DATABASE)) as connection:
        plan = connection.execute(
            f"EXPLAIN QUERY PLAN SELECT body FROM journal WHERE kind = '{kind}' AND utc_ms >= 1 AND utc_ms < 2"
        ).fetchall()
    assert [f"USING INDEX journal_{kind}" in row[3] for row in plan] == [True]


def test_only_an_old_home_loads_sqlite_utils(open_store: OpenStore, home: Path) -> None:
    """It costs some 50 ms, which a start must not pay."""
    open_store().close()
    code = (
        "import sys; from pathlib import Path\n"
        "from kiosk.core.clock import SystemClock; from kiosk.store import Store\n"
        f"store = Store.open(Path({str(home)!r}), SystemClock()); assert not store.state().temporary\n"
        "assert 'sqlite_utils' not in sys.modules; store.close()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
