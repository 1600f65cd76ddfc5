"""A whole class session as visitors' facts in a real store, for the pages that report on it."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

from kiosk.classroom.form_sets import BUILT_IN, form_sets
from kiosk.core.clock import SteppedClock
from kiosk.core.events import (
    Event,
    LinePractised,
    PromisesMade,
    StationFinished,
    StationOpened,
    TakeKept,
    TakeRecorded,
    VisitorNamed,
)
from kiosk.core.ids import uuid7
from kiosk.core.item import Item, canonical, item_hash
from kiosk.core.visit import Visit
from kiosk.packs.library import Library
from kiosk.rehearsal.simulated_lesson import SimulatedLesson
from kiosk.rehearsal.simulated_visit import Base
from kiosk.store.store import Store
from tests.stations import rumour_help, supervisor_help

CLASS = "五年级（2）班"
LINES = [line["id"] for line in json.loads(
    (Path(__file__).parents[2] / "content/conventions/national-2001.json").read_text("utf-8")
)["lines"]]  # fmt: skip


def teach(store: Store, clock: SteppedClock, library: Library, seed: int = 3) -> str:
    """A session of `CLASS` that ends now, with play at several stations. Gives its id."""
    random = Random(seed)
    forms = form_sets(library.form_items())[BUILT_IN]
    base = Base(library, [CLASS], ["小海豚"], forms)
    end = clock.utc_ms()
    facts = list(SimulatedLesson(base, forms, end - 3_600_000, random).facts())
    last = facts[-1].utc_ms
    clock.utc = end
    played = False
    for fact in facts:
        clock.utc = end - last + fact.utc_ms
        if not played and getattr(fact.event, "moment", "") == "play":
            play(store, random)
            played = True
        store.append(fact.event, replace(fact.visit, origin="visitor"))
    clock.utc = end
    assert store.flush(30)
    return str(getattr(facts[0].event, "session"))  # noqa: B009


def play(store: Store, random: Random) -> None:
    """Twelve children at the other stations."""
    texts: dict[str, str] = {}

    def keep(item: Item) -> str:
        texts[item_hash(item)] = canonical(item)
        return item_hash(item)

    town, bank = supervisor_help.our_town(), rumour_help.our_bank()
    for child in range(12):
        kind = ("trusting", "discerning")[child % 2]
        visits: list[list[Event]] = [
            [StationOpened("little_supervisor"), *supervisor_help.facts(town, kind, random, keep)],
            [StationOpened("rumour_desk"), *rumour_help.facts(bank, kind, random, keep)],
            [StationOpened("convention_puzzle"), *(practised(line, random) for line in LINES)],
            [StationOpened("broadcast_booth"), TakeRecorded("s", 20.0, 1, "done"), TakeKept("t", "keep", 1)],
            [StationOpened("pledge"), PromisesMade("pledge", "h", ("learn", "check", "source"), child, 1)],
        ]
        for events in visits:
            station = str(getattr(events[0], "station", ""))
            visit = Visit(uuid7(1_700_000_000_000 + random.randrange(10**9)))
            ended = StationFinished(station, "", 1, 1, 1, completed=True)
            store.append_many([(one, visit) for one in (VisitorNamed(CLASS, "小海豚"), *events, ended)])
    rows = list(texts.items())
    store.write(lambda db: db.conn.executemany("INSERT OR IGNORE INTO item_text VALUES (?, ?)", rows)).result()


def practised(line: str, random: Random) -> LinePractised:
    """A game about a line, the third of which gives trouble."""
    misses = 4 if line == LINES[2] else random.choice((0, 1))
    return LinePractised(
        "convention_puzzle", "national-2001", "h", line, "order", 1, 8, misses, 0, 40, 1, completed=True
    )
