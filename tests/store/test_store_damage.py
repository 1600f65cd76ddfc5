"""A database that cannot be used is set aside, the newest good backup takes its place, what can be read comes back."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.item import Item, item_hash, to_json
from kiosk.store import queries, salvage
from kiosk.store.rows import compact
from tests.store.store_help import VISIT, OpenStore, answer, child, record, record_many, settle, stored, wait_for

PAGE = 4096
BACKED_UP, AFTER = 600, 300
"""Answers that are in the backup, and answers recorded after it."""
HOUR = 3_600_000


def no_header(database: Path) -> None:
    """Overwrite the first page."""
    overwrite(database, 0, PAGE)


def truncate(database: Path) -> None:
    """Cut the file in the middle of a page."""
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size // 2 + 100)


def empty(database: Path) -> None:
    """Leave nothing of the content."""
    database.write_bytes(b"")


def text(database: Path) -> None:
    """Put a text file in its place."""
    database.write_text("hello, I am not a database\n" * 200)


def few_bytes(database: Path) -> None:
    """Leave less than a header."""
    database.write_bytes(b"SQLite format 3\0abc")


def cut_end(database: Path) -> None:
    """Lose the last page, as a file system that was not unmounted may."""
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size - PAGE)


def no_schema(database: Path) -> None:
    """Overwrite what follows the header on the first page: the schema's root."""
    overwrite(database, 100, 200)


def last_pages(database: Path) -> None:
    """Overwrite the end, where the newest entries are."""
    overwrite(database, database.stat().st_size - 4 * PAGE, 4 * PAGE)


def overwrite(database: Path, start: int, length: int, seed: int = 0) -> None:
    """Write `length` random bytes at `start`."""
    with database.open("r+b") as file:
        file.seek(start)
        file.write(random.Random(seed).randbytes(length))


DAMAGES = (no_header, truncate, cut_end, empty, text, few_bytes, no_schema, last_pages)


@pytest.fixture
def database(home: Path, open_store: OpenStore, clock: SteppedClock) -> Path:
    """The closed database of a home with answers in a backup and answers recorded an hour after it."""
    store = open_store()
    record_many(store, BACKED_UP)
    settle(store)
    clock.step(HOUR)
    record_many(store, AFTER)
    store.close()
    return home / "kiosk.db"


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_ends_in_a_working_store(
    database: Path, open_store: OpenStore, home: Path, clock: SteppedClock, damage: Callable[[Path], None]
) -> None:
    damage(database)
    damaged = database.read_bytes()
    backup_end = clock.utc_ms() - HOUR
    store = open_store()
    restored = store.state().restored
    assert restored is not None
    assert restored.reason == ("empty" if damage is empty else "damaged")
    assert (home / "set-aside" / restored.set_aside).read_bytes() == damaged
    assert restored.until == backup_end
    assert record(store), "the child plays on"
    assert len(stored(home)) >= BACKED_UP + 1
    settle(store)
    told = store.state()
    assert told.restored is not None and told.restored.salvaged is not None
    if told.restored.missing is not None:
        assert told.restored.salvaged + told.restored.missing == AFTER
    with store.read() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        event = connection.execute("SELECT * FROM journal WHERE kind = 'memory_restored'").fetchall()
    assert len(event) == 1
    assert len(stored(home)) == BACKED_UP + told.restored.salvaged + 2
    for language in ("zh", "en"):
        sentences = " ".join(told.sentences(language))
        assert restored.set_aside in sentences and restored.backup in sentences


def test_what_is_whole_in_a_damaged_file_comes_back(database: Path, open_store: OpenStore, home: Path) -> None:
    before = stored(home)
    overwrite(database, database.stat().st_size // 2, 2 * PAGE)
    (home / "kiosk.db.damaged").write_text('{"reason": "damaged"}')
    store = open_store()
    settle(store)
    restored = store.state().restored
    assert restored is not None and restored.salvaged is not None and restored.missing is not None
    assert AFTER - 40 < restored.salvaged <= AFTER
    assert restored.salvaged + restored.missing == AFTER
    assert len(set(before) & set(stored(home))) == BACKED_UP + restored.salvaged
    assert set(stored(home)) - set(before) == {(store.epoch, 1)}, "nothing that nobody wrote"


def test_without_a_backup_the_damaged_file_gives_what_it_has(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    record_many(store, 500)
    store.close()
    overwrite(home / "kiosk.db", (home / "kiosk.db").stat().st_size - 12 * PAGE, 2 * PAGE)
    (home / "kiosk.db.damaged").write_text("")
    store = open_store()
    settle(store)
    restored = store.state().restored
    assert restored is not None and restored.backup == "" and restored.until is None
    assert restored.salvaged is not None and restored.missing is not None
    assert 440 < restored.salvaged < 500
    assert restored.salvaged + restored.missing == 500


def test_a_missing_database_comes_from_the_backup(database: Path, open_store: OpenStore, home: Path) -> None:
    database.unlink()
    store = open_store()
    settle(store)
    restored = store.state().restored
    assert restored is not None
    assert (restored.reason, restored.set_aside, restored.missing) == ("missing", "", None)
    assert len(stored(home)) == BACKED_UP + 1


def test_a_first_start_tells_nothing(open_store: OpenStore) -> None:
    store = open_store()
    settle(store)
    assert store.state().well
    assert store.state().sentences() == []


def test_an_empty_file_in_a_new_home_is_told_of(open_store: OpenStore, home: Path) -> None:
    home.mkdir()
    (home / "kiosk.db").touch()
    store = open_store()
    restored = store.state().restored
    assert restored is not None and restored.reason == "empty" and restored.backup == ""
    assert record(store)


def test_a_foreign_database_is_set_aside(open_store: OpenStore, home: Path) -> None:
    home.mkdir()
    with closing(sqlite3.connect(home / "kiosk.db")) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    store = open_store()
    restored = store.state().restored
    assert restored is not None and restored.reason == "foreign"
    with closing(sqlite3.connect(home / "set-aside" / restored.set_aside)) as connection:
        assert connection.execute("SELECT count(*) FROM recipe").fetchone() == (0,)
    assert record(store)


def test_the_newest_good_backup_is_taken(database: Path, open_store: OpenStore, home: Path) -> None:
    good = next((home / "backups").iterdir())
    rotten = home / "backups" / "kiosk-20990101T000000Z.db"
    rotten.write_bytes(good.read_bytes())
    overwrite(rotten, 10 * PAGE, 10 * PAGE)
    no_header(database)
    restored = open_store().state().restored
    assert restored is not None and restored.backup == good.name


def test_garbage_after_the_log_is_ignored(open_store: OpenStore, home: Path, tmp_path: Path) -> None:
    """A power cut leaves torn frames at the end of the write-ahead log."""
    process = child("ever", home, 1)
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(30)]
    process.kill()
    lines += [line for line in process.stdout.readlines() if line.endswith("\n")]
    process.wait()
    with (home / "kiosk.db-wal").open("ab") as file:
        file.write(random.Random(1).randbytes(3 * PAGE + 17))
    store = open_store()
    assert store.state().restored is None
    assert len(stored(home)) >= len(lines)
    assert record(store)


def test_a_garbled_log_does_not_stop_the_start(open_store: OpenStore, home: Path) -> None:
    process = child("ever", home, 1)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate()
    (home / "kiosk.db-wal").write_bytes(random.Random(2).randbytes(5 * PAGE))
    store = open_store()
    assert record(store)


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_at_random_places(
    database: Path, open_store: OpenStore, home: Path, seed: int, clock: SteppedClock
) -> None:
    """Wherever it is torn, the store opens, says so or heals itself, and nothing is there that nobody wrote."""
    before = set(stored(home))
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 8)):
        length = chance.choice((1, 16, 512, PAGE))
        overwrite(database, chance.randrange(database.stat().st_size - length), length, chance.randrange(1000))
    store = open_store()
    assert record(store)
    settle(store)
    store.close()
    again = open_store()
    after = set(stored(home))
    assert len(before - after) <= AFTER
    if store.state().restored:
        assert {epoch for epoch, _ in after - before} <= {store.epoch}
    with again.read() as connection:
        assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"


def test_damage_found_while_playing_is_mended_while_playing(
    database: Path, open_store: OpenStore, home: Path, clock: SteppedClock
) -> None:
    """Nothing is wrong with what the opening looks at; the look through the whole finds it."""
    overwrite(database, 40 * PAGE, 2 * PAGE)
    store = open_store()
    assert store.state().well and store.state().generation == 1
    assert record(store, 1)
    settle(store)
    assert store.state().generation == 3, "home, stand-in, home"
    assert record(store, 2)
    settle(store)
    state = store.state()
    assert state.restored is not None and state.restored.salvaged is not None
    assert not (home / "kiosk.db.damaged").exists()
    assert (store.epoch, 1) in stored(home) and (store.epoch, 2) in stored(home)


def test_opening_takes_no_locks_away(open_store: OpenStore, home: Path) -> None:
    """A second opening in the process, and its end, must leave the first one's locks alone; POSIX makes that hard."""
    store = open_store()
    open_store().close()
    record_many(store, 1)
    child("some", home, 1).communicate(timeout=30)  # the last to leave moves the log into the file and deletes it
    assert (home / "kiosk.db-wal").exists()
    record_many(store, 1)
    assert len(stored(home)) == 3


def test_it_is_never_swapped_under_another_process(database: Path, open_store: OpenStore, home: Path) -> None:
    other = child("hold", home)
    assert other.stdout is not None and other.stdout.readline() == "open\n"
    no_header(database)
    store = open_store()
    assert store.state().temporary
    assert store.state().trouble == "store.locked"
    assert not record(store, 1), "in memory"
    assert not (home / "set-aside").exists()
    other.communicate("go\n")
    wait_for(lambda: not store.state().temporary and store.state().in_memory == 0)
    assert (home / "set-aside").exists()
    assert (store.epoch, 1) in stored(home)


@pytest.mark.parametrize("moment", range(4))
def test_a_power_cut_while_setting_aside_is_made_good(
    database: Path, open_store: OpenStore, home: Path, moment: int
) -> None:
    """The moves, done up to some moment, as a power cut leaves them."""
    (home / "kiosk.db-wal").write_bytes(b"log")
    folder = home / "set-aside"
    folder.mkdir()
    (home / "kiosk.db.damaged").write_text('{"reason": "damaged", "set_aside": "kiosk-20260101T000000Z.db"}')
    if moment > 0:
        database.rename(folder / "kiosk-20260101T000000Z.db")
    if moment > 1:
        (home / "kiosk.db-wal").rename(folder / "kiosk-20260101T000000Z.db-wal")
    if moment > 2:
        (home / "kiosk.db.new").write_bytes(b"half")
    store = open_store()
    restored = store.state().restored
    assert restored is not None and restored.set_aside == "kiosk-20260101T000000Z.db"
    assert sorted(path.name for path in folder.iterdir()) == [
        "kiosk-20260101T000000Z.db",
        "kiosk-20260101T000000Z.db-wal",
        "kiosk-20260101T000000Z.db.salvage",
    ]
    settle(store)
    assert store.state().restored.salvaged == AFTER  # type: ignore[union-attr]
    assert len(stored(home)) == BACKED_UP + AFTER + 1


def test_reading_back_twice_is_harmless(database: Path, open_store: OpenStore, home: Path, clock: SteppedClock) -> None:
    last_pages(database)
    store = open_store()
    note = next((home / "set-aside").glob("*.salvage"))
    text = note.read_text()
    settle(store)
    once = set(stored(home))
    store.close()
    assert not note.exists()
    note.write_text(text)
    again = open_store()
    settle(again)
    assert set(stored(home)) - once == {(again.epoch, 1)}
    assert not note.exists()


def test_answers_keep_their_item_texts(database: Path, open_store: OpenStore, home: Path) -> None:
    """What was asked, for the log: texts installed after the backup come back when their hash proves them."""
    item = Item(id="a", kind="true_false", stem="这是真的吗？", right=("A",))
    texts = [(item_hash(item), compact(to_json(item))), ("0" * 16, compact(to_json(item)))]
    store = open_store()
    store.write(lambda db: db.conn.executemany("INSERT INTO item_text VALUES (?, ?)", texts).rowcount).result(5)
    store.append(answer(), VISIT)
    store.close()
    (home / "kiosk.db.damaged").write_text("{}")
    store = open_store()
    settle(store)
    with store.read() as connection:
        assert [tuple(row) for row in connection.execute("SELECT hash, body FROM item_text")] == texts[:1]


def test_pages_that_the_disk_does_not_give_are_zeros() -> None:
    content = random.Random(3).randbytes(40 * PAGE + 100)

    def read(start: int, length: int) -> bytes:
        if start <= 7 * PAGE + 9 < start + length:
            raise OSError(5, "Input/output error")
        return content[start : start + length]

    found = salvage.block(read, 0, len(content))
    assert found == content[: 7 * PAGE] + bytes(PAGE) + content[8 * PAGE :]


def test_what_happened_is_found_later(database: Path, open_store: OpenStore, clock: SteppedClock) -> None:
    last_pages(database)
    store = open_store()
    settle(store)
    told = store.state().restored
    store.close()
    clock.step(HOUR)
    store = open_store()
    with store.read() as connection:
        assert queries.restorations(connection, clock.utc_ms() - 2 * HOUR) == [told]
        assert queries.restorations(connection, clock.utc_ms()) == []
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT body FROM journal_entry WHERE kind = 'memory_restored' AND utc_ms >= 1"
        )
        assert "USING INDEX journal_memory_restored" in plan.fetchone()[3]
