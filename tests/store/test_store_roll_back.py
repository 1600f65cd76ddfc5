"""Restore cards roll the disk back at night. It costs no numbers, but staff are told, with the remedy."""

import json
import shutil
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.store import settings
from tests.store.store_help import OpenStore, record_many, settle, stored

DAY = 24 * 3_600_000


@pytest.fixture
def other_partition(tmp_path: Path) -> Path:
    """A folder that the restore card leaves alone."""
    folder = tmp_path / "other"
    folder.mkdir()
    return folder


@pytest.fixture
def image(open_store: OpenStore, home: Path, tmp_path: Path, other_partition: Path) -> Path:
    """The home as the restore card knows it: two answers, and the folder for the mark chosen."""
    store = open_store()
    settings.save(store, "marker_folder", str(other_partition)).result(5)
    record_many(store, 2)
    settle(store)
    store.close()
    shutil.copytree(home, tmp_path / "image")
    return tmp_path / "image"


def roll_back(home: Path, image: Path) -> None:
    """What the card does at night."""
    shutil.rmtree(home)
    shutil.copytree(image, home)


def test_a_roll_back_is_told_with_its_remedy(
    open_store: OpenStore, home: Path, image: Path, clock: SteppedClock
) -> None:
    morning = clock.utc_ms()
    clock.step(3_600_000)
    store = open_store()
    settle(store)
    record_many(store, 7)
    settle(store)
    assert store.state().well
    store.close()
    clock.step(DAY)
    roll_back(home, image)
    store = open_store()
    settle(store)
    restored = store.state().restored
    assert restored is not None
    assert (restored.reason, restored.missing, restored.until) == ("rolled_back", 7, morning)
    assert "还原卡不还原的分区" in store.state().sentences("zh")[-1]
    assert "partition that the restore card leaves alone" in store.state().sentences("en")[-1]
    with store.read() as connection:
        event = json.loads(connection.execute("SELECT body FROM journal WHERE kind='memory_restored'").fetchone()[0])
    assert (event["reason"], event["missing"]) == ("rolled_back", 7)
    store.close()
    again = open_store()
    settle(again)
    assert again.state().well, "told once a roll-back"


def test_every_night_is_told_of(open_store: OpenStore, home: Path, image: Path) -> None:
    for answers in (3, 5):
        store = open_store()
        settle(store)
        record_many(store, answers)
        settle(store)
        store.close()
        roll_back(home, image)
    store = open_store()
    settle(store)
    assert store.state().restored is not None


def test_a_damaged_database_and_the_mark_tell_how_much_is_missing(
    open_store: OpenStore, home: Path, image: Path
) -> None:
    store = open_store()
    record_many(store, 40)
    settle(store)
    store.close()
    (home / "kiosk.db").write_bytes(b"nothing left of it")
    store = open_store()
    settle(store)
    restored = store.state().restored
    assert restored is not None
    assert (restored.reason, restored.missing) == ("damaged", 40)


@pytest.mark.parametrize("mark", ["", "{", "[]", '{"epoch": 1}'])
def test_a_mark_that_makes_no_sense_is_written_anew(
    open_store: OpenStore, other_partition: Path, image: Path, mark: str
) -> None:
    (file,) = other_partition.iterdir()
    file.write_text(mark)
    store = open_store()
    settle(store)
    assert store.state().well
    assert json.loads(file.read_text())["rows"] == 2


def test_a_folder_that_is_gone_is_told_of(open_store: OpenStore, other_partition: Path, image: Path) -> None:
    shutil.rmtree(other_partition)
    store = open_store()
    settle(store)
    assert store.state().marker_unusable
    assert "还原卡不会还原的文件夹" in store.state().sentences("zh")[0]
    other_partition.mkdir()
    settle(store)
    assert store.state().well
    record_many(store, 1)
    settle(store)
    assert len(list(other_partition.iterdir())) == 1


def test_without_a_folder_nothing_is_left_anywhere(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    record_many(store, 1)
    settle(store)
    assert sorted(path.name for path in home.iterdir() if not path.name.endswith(("-wal", "-shm"))) == [
        "backups",
        "kiosk.db",
        "lock.db",
    ]
    assert len(stored(home)) == 1
