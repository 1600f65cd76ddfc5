"""A base's weeks for the tests of ledgers: visits, sessions, headcounts, all counted by hand."""

from collections.abc import Sequence
from datetime import date, datetime
from random import Random

from kiosk.core.events import (
    Event,
    HeadcountEntered,
    ItemAnswered,
    LanternLit,
    Origin,
    PromisesMade,
    SatisfactionGiven,
    StationOpened,
    TakeKept,
    TakeRecorded,
    TakeReviewed,
    VisitEnded,
    VisitorNamed,
    VisitStarted,
)
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.learning.signal import Counts
from tests.exports.class_report_help import World

FIVE_TWO, FOUR_ONE = "五年级（2）班", "四年级1班"


def at(world: World, day: date, hour: int = 10) -> None:
    """Set the clock to that local hour."""
    world.clock.utc = int(datetime(day.year, day.month, day.day, hour).timestamp() * 1000)


def visit(
    world: World,
    *,
    label: str = "",
    players: int = 1,
    station: str = "anti_fraud",
    verdicts: Sequence[str] = ("right",),
    face: int = 0,
    minutes: int = 10,
    origin: Origin = "visitor",
) -> None:
    """One visit of so many minutes, from its beginning to its end."""
    began = world.clock.utc
    events: list[Event] = [VisitStarted()]
    if label:
        events.append(VisitorNamed(label, "小海豚"))
    events.append(StationOpened(station, players))
    events += [ItemAnswered(station, "l", "i", "h", "p", "ph", ("A",), ("A",), one, 1_000) for one in verdicts]
    events.append(LanternLit(station, "answer"))
    if face:
        events.append(SatisfactionGiven(face))
    who = Visit(uuid7(world.clock.utc_ms()), origin)
    world.happen(*events, visit=who)
    world.clock.utc = began + minutes * 60_000
    world.happen(VisitEnded("left"), visit=who)


def headcount(world: World, entry: str, day: str, people: int, groups: int = 1, band: str = "under_14") -> None:
    """A guide enters, or corrects, a headcount."""
    world.happen(HeadcountEntered("guide", entry, day, "", band, people, groups))


def works(world: World) -> None:
    """Three takes: two kept, one of them approved, then refused, then approved again; six promises."""
    for _ in range(3):
        world.happen(TakeRecorded("s", 20.0, 1, "ended"))
    for take in ("one", "two"):
        world.happen(TakeKept(take, "keep", 1))
    for verdict in ("approved", "rejected", "approved"):
        world.happen(TakeReviewed("one", "teacher", verdict))
    for _ in range(6):
        world.happen(PromisesMade("pledge", "h", ("a", "b", "c"), 1, 1))


def session(world: World, label: str, before: Counts, after: Counts, children: int) -> None:
    """A class session with forms before and after, each child as given but for one answer."""
    world.begin(label=label)
    random = Random(1)
    for moment, form, counts in (("pre", "A", before), ("post", "B", after)):
        for _ in range(children):
            less = random.randrange(2)
            world.form(moment, Counts(max(0, counts.hits - less), 5, counts.alarms, 5), form)


def november() -> World:
    """What the tests count by hand, see `test_exports_ledger`."""
    world = World()
    at(world, date(2026, 10, 31), 23)
    visit(world, minutes=120)
    at(world, date(2026, 11, 2))
    for place in range(6):
        visit(world, label=FIVE_TWO, players=2, face=3, verdicts=("right", "wrong"), minutes=12 + place)
    at(world, date(2026, 11, 3))
    for _ in range(3):
        visit(world, label=FOUR_ONE, face=1, station="pledge", verdicts=("promised",))
    at(world, date(2026, 11, 30), 20)
    for _ in range(5):
        visit(world, face=3, station="rumour_desk", verdicts=("ask_ok", "right"))
    visit(world, origin="simulated", face=1)
    visit(world, origin="rehearsal", face=1)
    works(world)
    headcount(world, "a", "2026-11-05", 40, 2)
    headcount(world, "a", "2026-11-05", 45, 2)
    headcount(world, "b", "2026-11-06", 12, 1, "adult")
    headcount(world, "c", "2026-12-01", 99)
    headcount(world, "d", "2026-11-07", 30)
    headcount(world, "d", "2026-11-07", 0)
    return world
