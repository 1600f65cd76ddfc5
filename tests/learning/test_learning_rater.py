"""Ratings in the store: learnt from the journal, once, from visitors only; they outlive packs and merge."""

import logging
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import Event, ItemAnswered, Origin, VisitEnded
from kiosk.core.ids import uuid7
from kiosk.core.item import Item, item_hash
from kiosk.core.visit import Visit
from kiosk.packs.bank import Bank
from kiosk.packs.library import Library
from kiosk.packs.rater import Rater
from kiosk.store import Store, ratings
from tests.learning.learning_help import item

ITEMS = [item(f"i{n}", "choice", 3) for n in range(4)]


def answered(one: Item, verdict: str = "right", player: int = 1, mode: str = "practice") -> ItemAnswered:
    return ItemAnswered(
        station="anti_fraud",
        level="game_skin",
        item=one.id,
        item_hash=item_hash(one),
        pack="example.one",
        pack_hash="",
        chosen=("A",) if verdict == "right" else ("B",),
        right=("A",),
        verdict=verdict,
        reading_ms=8000,
        player=player,
        mode=mode,
    )


def visit(store: Store, events: Iterable[Event], origin: Origin = "visitor") -> None:
    """One visit, on disk when this returns."""
    one = Visit(uuid7(1_790_000_000_000), origin)
    store.append_many([(event, one) for event in (*events, VisitEnded("left"))])
    assert store.flush(5)


def install(library: Library, version: str = "1.0.0") -> None:
    library.install(Bank("example.one", version, "题库", "zh", "CC0-1.0", "某人", tuple(ITEMS)), "native")


def rated(store: Store) -> dict[str, tuple[int, float]]:
    """Answers and difficulty of every rated item, by its id."""
    names = {item_hash(one): one.id for one in ITEMS}
    with store.read() as db:
        rows = db.execute("SELECT item_hash, answers, difficulty FROM item_rating").fetchall()
    return {names[row[0]]: (row[1], row[2]) for row in rows}


def test_answers_move_ratings_once(library: Library, store: Store) -> None:
    install(library)
    rater = Rater(store)
    assert rater.learn() == 0
    visit(store, [answered(ITEMS[0], "right"), answered(ITEMS[1], "wrong")])
    assert rater.learn() == 2
    found = rated(store)
    assert {name: answers for name, (answers, _) in found.items()} == {"i0": 1, "i1": 1}
    assert found["i0"][1] < 0 < found["i1"][1]
    assert rater.learn() == 0
    assert rated(store) == found


def test_only_what_visitors_decided_in_practice_counts(library: Library, store: Store) -> None:
    install(library)
    visit(store, [answered(ITEMS[0])], "rehearsal")
    visit(store, [answered(ITEMS[0])], "simulated")
    visit(store, [answered(ITEMS[0], "ask_ok"), answered(ITEMS[1], mode="form")])
    visit(store, [answered(item("unknown", "choice"))])
    Rater(store).learn()
    assert rated(store) == {}
    visit(store, [answered(ITEMS[2])])
    Rater(store).learn()
    assert set(rated(store)) == {"i2"}


def test_children_at_one_screen_are_told_apart(library: Library, store: Store) -> None:
    """The weak one's right answer says that the item is easy; the strong one's does not."""
    install(library)
    strong = [answered(one, "right", player=1) for one in ITEMS]
    weak = [*(answered(one, "wrong", player=2) for one in ITEMS[:3]), answered(ITEMS[3], "right", player=2)]
    visit(store, [one for both in zip(strong, weak, strict=True) for one in both])
    Rater(store).learn()
    with store.read() as db:
        rows = db.execute("SELECT band FROM item_tally WHERE item_hash = ? ORDER BY band", (item_hash(ITEMS[3]),))
        weaker, stronger = [band for (band,) in rows]
    assert weaker < 0 < stronger


def test_ratings_outlive_the_pack(library: Library, store: Store) -> None:
    install(library)
    visit(store, [answered(ITEMS[0])])
    Rater(store).learn()
    found = rated(store)
    library.remove("example.one")
    visit(store, [answered(ITEMS[0])])
    Rater(store).learn()
    assert rated(store)["i0"][0] == 2
    install(library, "1.0.1")
    assert rated(store)["i0"][1] < found["i0"][1]


def test_small_batches_count_the_same(library: Library, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    install(library)
    monkeypatch.setattr(ratings, "BATCH", 3)
    monkeypatch.setattr(ratings, "ANSWERS", ratings.ANSWERS.replace("LIMIT 500", "LIMIT 3"))
    for _ in range(5):
        visit(store, [answered(one) for one in ITEMS])
    assert Rater(store).learn() == 20
    assert {answers for answers, _ in rated(store).values()} == {5}


def test_two_who_learn_at_once_count_once(library: Library, store: Store) -> None:
    install(library)
    for _ in range(30):
        visit(store, [answered(one, player=1) for one in ITEMS])
    threads = [Thread(target=Rater(store).learn) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answers for answers, _ in rated(store).values()} == {30}


def test_ratings_are_no_reason_for_a_backup(library: Library, store: Store) -> None:
    install(library)
    before = store.changes()
    visit(store, [answered(ITEMS[0])])
    Rater(store).learn()
    assert store.changes() == before


def test_ratings_do_not_load_what_a_start_leaves_out(library: Library, store: Store) -> None:
    """sqlite-utils would stay in memory for good, for a few rows a visit."""
    install(library)
    visit(store, [answered(ITEMS[0])])
    code = (
        "import sys; from pathlib import Path; from kiosk.core.clock import SteppedClock;"
        " from kiosk.packs.rater import Rater; from kiosk.store import Store;"
        " store = Store.open(Path(sys.argv[1]), SteppedClock(), housekeeping_after_s=None);"
        " learnt = Rater(store).learn(); store.close(); sys.exit(learnt != 1 or 'sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(store.home)], check=False).returncode == 0
    assert rated(store)["i0"][0] == 1


def test_two_kiosks_merge_by_adding_rows(library: Library, store: Store, tmp_path: Path) -> None:
    """A kiosk's rows may come twice; the sum is what both have seen."""
    install(library)
    other = Store.open(tmp_path / "other", SteppedClock(), housekeeping_after_s=None)
    theirs = Library(other, tmp_path / "bare", SteppedClock())
    install(theirs)
    for place, number in ((store, 3), (other, 5)):
        for _ in range(number):
            visit(place, [answered(ITEMS[0]), answered(ITEMS[1], "wrong")])
        Rater(place).learn()
    with other.read() as db:
        rows = [tuple(row) for row in db.execute("SELECT item_hash, kiosk, band, answers, solved FROM item_tally")]
    other.close()
    for _ in range(2):
        store.write(
            lambda db: db.conn.executemany("INSERT OR REPLACE INTO item_tally VALUES (?, ?, ?, ?, ?)", rows)
        ).result()
    visit(store, [answered(ITEMS[0])])
    Rater(store).learn()
    assert rated(store)["i0"][0] == 9


def test_learning_happens_beside(library: Library, store: Store) -> None:
    install(library)
    rater = Rater(store)
    for _ in range(3):
        visit(store, [answered(ITEMS[0])])
        rater.soon()
    rater.close()
    assert rated(store)["i0"][0] == 3


def test_nothing_is_begun_after_the_end(library: Library, store: Store) -> None:
    install(library)
    rater = Rater(store)
    rater.close()
    visit(store, [answered(ITEMS[0])])
    rater.soon()
    rater.close()
    assert rated(store) == {}


def test_trouble_waits_for_the_next_visit(library: Library, store: Store, caplog: pytest.LogCaptureFixture) -> None:
    install(library)
    visit(store, [answered(ITEMS[0])])
    store.write(lambda db: db.rename_table("item_tally", "away")).result()
    rater = Rater(store)
    with caplog.at_level(logging.WARNING):
        rater.soon()
        rater.close()
    assert "ratings wait" in caplog.text
    store.write(lambda db: db.rename_table("away", "item_tally")).result()
    later = Rater(store)
    later.soon()
    later.close()
    assert rated(store)["i0"][0] == 1


def test_reading_the_journal_seeks(store: Store) -> None:
    """However long the journal is."""
    queries: dict[str, tuple[object, ...]] = {
        ratings.CURSOR: (),
        ratings.LAST: (),
        ratings.ANSWERS: (10, 20),
        ratings.TALLIES: ('["a"]',),
    }
    with store.read() as db:
        for query, values in queries.items():
            plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query}", values)]
            assert not any("SCAN" in step and "json_each" not in step for step in plan), (query, plan)


def test_other_versions_of_an_answer_are_passed_over(library: Library, store: Store) -> None:
    install(library)
    visit(store, [replace(answered(ITEMS[0]), verdict="partly")])
    Rater(store).learn()
    assert rated(store) == {}
