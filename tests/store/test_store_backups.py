"""Backups: made when due, looked through, rotated, and good for restoring."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.store import Store, backups, files, settings
from tests.store.store_help import OpenStore, record, record_many, settle, stored, wait_for

HOUR = 3_600_000
DAY = 24 * HOUR


def names(home: Path) -> list[str]:
    """The backups' names, newest first."""
    return [path.name for path in backups.every(home)]


def test_the_first_is_made_soon_the_next_when_it_is_old(open_store: OpenStore, home: Path, clock: SteppedClock) -> None:
    store = open_store()
    settle(store)
    first = names(home)
    assert first == [f"kiosk-{files.stamp(clock.utc_ms())}.db"]
    clock.step(19 * HOUR)
    settle(store)
    assert names(home) == first
    clock.step(1 * HOUR)
    settle(store)
    assert len(names(home)) == 2


def test_changed_packs_settings_and_pins_are_backed_up_soon(
    open_store: OpenStore, home: Path, clock: SteppedClock
) -> None:
    store = open_store()
    settle(store)
    settings.save(store, "base_name", "第一基地").result(5)
    settle(store)
    before = names(home)
    clock.step(11 * 60_000)
    settle(store)
    changed = names(home)
    assert changed > before, "the newest of the day"
    clock.step(11 * 60_000)
    record(store)
    settle(store)
    assert names(home) == changed, "answers alone wait for the next day"


def test_a_backup_from_the_future_says_nothing(open_store: OpenStore, home: Path, clock: SteppedClock) -> None:
    """A dead clock battery: yesterday's backup is dated ten years on, and the next start is in 2026 again."""
    clock.utc += 3650 * DAY
    store = open_store()
    settle(store)
    clock.utc -= 3650 * DAY
    settle(store)
    assert len(names(home)) == 2


def test_they_rotate(open_store: OpenStore, home: Path, clock: SteppedClock) -> None:
    store = open_store()
    for _ in range(40):
        record(store)
        settle(store)
        clock.step(DAY)
    made = [files.stamped(name) for name in names(home)]
    assert len(made) == backups.DAYS + backups.WEEKS
    last = datetime.fromtimestamp(clock.utc_ms() / 1000, UTC) - timedelta(days=1)
    assert made[:3] == [last - timedelta(days=days) for days in range(3)]
    assert timedelta(days=7) <= last - made[-1] <= timedelta(days=17)
    assert len({moment.isocalendar()[:2] for moment in made[3:]}) == 2


@pytest.mark.parametrize("per_day", [1, 5])
def test_the_last_of_three_days_and_of_two_weeks_before_stay(per_day: int) -> None:
    start = datetime(2026, 11, 20, 20, tzinfo=UTC)
    paths = [
        Path(f"kiosk-{(start - timedelta(hours=number * 24 / per_day)):%Y%m%dT%H%M%SZ}.db")
        for number in range(30 * per_day)
    ]
    kept = [path.name[6:14] for path in paths if path not in backups.superfluous(paths)]
    assert kept == ["20261120", "20261119", "20261118", "20261115", "20261108"]


def test_a_backup_is_a_whole_database_and_appending_goes_on(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    record_many(store, 5_000)
    settle(store)
    (path,) = backups.every(home)
    assert backups.sound(path)
    assert [child.name for child in (home / "backups").iterdir()] == [path.name], "no left-overs"
    path.rename(home / "kiosk.db.copy")
    store.close()
    (home / "kiosk.db").unlink()
    (home / "kiosk.db.copy").rename(home / "kiosk.db")
    assert len(stored(home)) == 5_000
    assert record(open_store())


def test_nothing_is_kept_of_a_backup_that_is_not_sound(open_store: OpenStore, home: Path) -> None:
    """The original is torn where only a look through the whole finds it."""
    store = open_store()
    record_many(store, 2_000)
    store.close()
    database = home / "kiosk.db"
    with database.open("r+b") as file:
        file.seek(database.stat().st_size // 2)
        file.write(bytes(8192))
    with open_store().read() as connection, pytest.raises(Exception, match="not sound"):
        backups.make(home, connection, 0)
    assert list((home / "backups").iterdir()) == []


def test_the_thread_of_the_house_makes_them_too(home: Path, clock: SteppedClock) -> None:
    store = Store.open(home, clock, housekeeping_after_s=0)
    wait_for(lambda: len(backups.every(home)) == 1)
    store.close()


def test_closing_does_not_wait_for_a_long_look_through(home: Path, clock: SteppedClock) -> None:
    """Closing in the middle is not taken for damage."""
    store = Store.open(home, clock, housekeeping_after_s=None)
    record_many(store, 20_000)
    store.close()
    for _ in range(5):
        store = Store.open(home, clock, housekeeping_after_s=0)
        store.close()
    assert not (home / "kiosk.db.damaged").exists()
    assert len(stored(home)) == 20_000
