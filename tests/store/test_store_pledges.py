"""承诺桥 in the journal: how many lanterns, the newest, and classes of five and more; no names."""

from dataclasses import fields
from pathlib import Path

from kiosk.core.bridge import ClassBridge
from kiosk.core.clock import SteppedClock
from kiosk.core.events import PromiseLookedBack, PromisePlanned, PromisesMade, VisitorNamed
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store.pledges import NEWEST, bridge, class_bridge, classes
from kiosk.store.store import Store


def test_classes_under_five_are_not_shown_and_at_most_five_are(tmp_path: Path) -> None:
    clock = SteppedClock()
    store = Store.open(tmp_path, clock, housekeeping_after_s=None)
    for number, lanterns in enumerate([4, 5, 6, 7, 8, 9, 10]):
        for place in range(lanterns):
            visit = Visit(uuid7(clock.utc_ms()))
            store.append(VisitorNamed(f"{number}班", "小桥"), visit)
            store.append(PromisesMade("pledge", "", ("kind", "secret", "sleep"), place, 1 + number % 6), visit)
            clock.step(1)
    rehearsed = Visit(uuid7(clock.utc_ms()), "rehearsal")
    store.append(PromisesMade("pledge", "", ("kind", "secret", "sleep"), 1, 1), rehearsed)
    store.flush(5)
    with store.read() as connection:
        found = bridge(connection)
        plan = " ".join(
            row[3]
            for row in connection.execute(
                "EXPLAIN QUERY PLAN SELECT body FROM journal_entry WHERE kind = 'promises_made'"
            )
        )
    store.close()
    assert found.total == 49 and len(found.hung) == min(49, NEWEST)
    assert found.classes == (("6班", 10), ("5班", 9), ("4班", 8), ("3班", 7), ("2班", 6))
    assert found.hung[-1].place == 9 and found.hung[0].place == 0
    assert "journal_promises_made" in plan


def test_its_facts_have_no_place_for_a_person() -> None:
    """The schema of what is stored in anonymous mode: no stroke, no code, no name, no text."""
    assert {one.name for one in fields(PromisesMade)} == {
        "station",
        "pack_hash",
        "promises",
        "place",
        "shape",
        "player",
        "paper",
        "pattern",
    }
    assert {one.name for one in fields(PromisePlanned)} == {"station", "promise", "when", "way", "player"}
    assert {one.name for one in fields(PromiseLookedBack)} == {"station", "promise", "answer"}


def test_a_class_has_its_own_part_once_it_has_five_lanterns(tmp_path: Path) -> None:
    clock = SteppedClock()
    store = Store.open(tmp_path, clock, housekeeping_after_s=None)
    chosen = [("kind", "secret", "sleep"), ("kind", "time", "tidy"), ("kind", "secret", "time")]
    for label, lanterns in (("一班", 6), ("二班", 4)):
        for number in range(lanterns):
            visit = Visit(uuid7(clock.utc_ms()))
            store.append(VisitorNamed(label, "小桥"), visit)
            store.append(PromisesMade("pledge", "", chosen[number % 3], number, 1), visit)
            clock.step(1)
    store.flush(5)
    with store.read() as connection:
        mine, few, whole = (class_bridge(connection, label) for label in ("一班", "二班", ""))
        listed = classes(connection)
    store.close()
    assert listed == [("一班", 6)] and mine.total == 6 and mine.promises[0] == "kind"
    assert set(mine.promises) == {"kind", "secret", "sleep", "time", "tidy"}
    assert few == ClassBridge() and whole.total == 10
