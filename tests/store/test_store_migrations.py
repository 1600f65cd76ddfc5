"""Named steps bring every older home to today's shape, after a backup of it as it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from kiosk.store import backups, migrations
from tests.store.store_help import OpenStore, record, record_many, stored


def add_wings(db: Database) -> None:
    """A step of tomorrow."""
    db.execute("CREATE TABLE wing (span INTEGER)")


def fall(db: Database) -> None:
    """A step that fails half way, on homes that were lived in."""
    db.execute("CREATE TABLE feather (length INTEGER)")
    db.execute("INSERT INTO identity SELECT NULL, 0 FROM journal_entry")


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A program with one step more."""
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, add_wings))
    yield monkeypatch


def test_step_names_are_unique() -> None:
    assert len(set(migrations.names())) == len(migrations.names())


def test_released_steps_keep_their_place() -> None:
    """Reordering or renaming would run a step again on homes that have it."""
    assert migrations.names()[:5] == [
        "create_journal",
        "create_identity",
        "create_setting",
        "create_staff_door",
        "create_packs",
    ]


def test_an_older_home_is_brought_up_after_a_backup(
    open_store: OpenStore, home: Path, request: pytest.FixtureRequest
) -> None:
    store = open_store()
    record_many(store, 10)
    store.close()
    request.getfixturevalue("tomorrow")
    store = open_store()
    assert store.state().well
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM wing").fetchone()[0] == 0
        assert migrations.applied(connection)[-1] == "add_wings"
    assert record(store)
    assert len(stored(home)) == 11
    (backup,) = backups.every(home)
    with closing(sqlite3.connect(backup)) as connection:
        assert "add_wings" not in migrations.applied(connection)
        assert connection.execute("SELECT count(*) FROM journal").fetchone()[0] == 10


def test_an_older_backup_is_brought_up_when_it_is_needed(
    open_store: OpenStore, home: Path, request: pytest.FixtureRequest
) -> None:
    store = open_store()
    record_many(store, 10)
    store.keep_house()
    store.close()
    (home / "kiosk.db").write_bytes(b"")
    request.getfixturevalue("tomorrow")
    store = open_store()
    assert record(store)
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM wing").fetchone()[0] == 0
    assert len(stored(home)) >= 11


def test_a_step_that_fails_changes_nothing(open_store: OpenStore, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store()
    record(store)
    store.close()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, add_wings, fall))
    store = open_store()
    assert store.state().temporary, "the child plays on"
    assert store.state().trouble == "store.unexpected"
    assert not record(store)
    with closing(sqlite3.connect(home / "kiosk.db")) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert not tables & {"wing", "feather"}
