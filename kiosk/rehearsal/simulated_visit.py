"""One simulated visit through the real rules of 反诈关, as the facts that the screens would record. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from kiosk.core.events import (
    Event,
    LanternLit,
    SatisfactionGiven,
    StationOpened,
    VisitEnded,
    VisitorNamed,
    VisitStarted,
)
from kiosk.core.ids import uuid7
from kiosk.core.item import Item
from kiosk.core.visit import Visit
from kiosk.rehearsal.children import Child, make_child
from kiosk.stations.anti_fraud.facts import STATION, answered, finished
from kiosk.stations.anti_fraud.message import message_text
from kiosk.stations.anti_fraud.rules import ITEMS, Run, begin, bring_back, choose, confirm
from kiosk.stations.station import ItemSource

PLAYERS = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4)
LEVELS = (1, 1, 1, 1, 1, 1, 2, 2, 3)
NAMED, WALKS_AWAY, RATES = 0.6, 0.01, 0.75
"""Chances: of a picked nickname, of walking away before an item, of touching a face at the end."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened in `visit`, `utc_ms` milliseconds after 1970 UTC."""

    utc_ms: int
    event: Event
    visit: Visit


@dataclass(frozen=True, slots=True)
class Base:
    """What visitors find: the banks, the class that comes and the nicknames to pick from."""

    items: ItemSource
    classes: Sequence[str]
    nicknames: Sequence[str]


class SimulatedVisit:
    """A visit that begins at `utc_ms`; `facts` gives it in order, with at most `answers` answers."""

    def __init__(self, base: Base, utc_ms: int, answers: int, random: Random) -> None:
        self._base = base
        self._now = utc_ms
        self._left = answers
        self._random = random
        self._visit = Visit(uuid7(utc_ms), "simulated")
        self._met: set[str] = set()
        self._gone = False

    def facts(self) -> Iterator[Fact]:
        """All of it."""
        random = self._random
        yield self._fact(VisitStarted())
        children = [make_child(random) for _ in range(random.choice(PLAYERS))]
        self._pass(4_000, 15_000)
        if random.random() < NAMED:
            label = random.choice(self._base.classes) if self._base.classes else ""
            yield self._fact(VisitorNamed(label, random.choice(self._base.nicknames)))
        yield self._fact(StationOpened(STATION, len(children)))
        for _ in range(random.choice(LEVELS)):
            if self._left and not self._gone:
                yield from self._level(children)
        yield from self._goodbye()

    def _level(self, children: Sequence[Child]) -> Iterator[Fact]:
        random, base = self._random, self._base
        self._pass(3_000, 12_000)
        family = random.choice(base.items.families()).id
        picked = base.items.pick(family, ITEMS, avoid=self._met, random=random)
        if not picked:
            return
        run = begin(family, picked, len(children), random)
        while not run.finished and self._left:
            self._gone = random.random() < WALKS_AWAY and bool(run.answers)
            if self._gone:
                break
            child = children[run.turn.player - 1]
            self._met.add(run.turn.bank.hash)
            reading_ms = child.reading_ms(item_text(run.turn.bank.item), random)
            run = self._play(run, child)
            self._now += reading_ms
            yield from self._answered(run, reading_ms)
            self._pass(3_000, 9_000)
        yield self._fact(finished(run))

    def _play(self, run: Run, child: Child) -> Run:
        """Choose as the child does, confirm, and have a missed trick come back."""
        random, turn = self._random, run.turn
        wanted = child.answer(turn.bank.item, turn.order, random)
        if turn.bank.item.kind != "multi" and child.wavers(random):
            run = choose(run, random.choice(turn.order))
        for key in wanted:
            run = choose(run, key)
        items = self._base.items
        return bring_back(
            confirm(run), lambda trick, avoid: items.another(trick, avoid=avoid, random=random), self._met, random
        )

    def _answered(self, run: Run, reading_ms: int) -> Iterator[Fact]:
        """The answer just given, and its lantern."""
        answer = run.answers[-1]
        self._left -= 1
        yield self._fact(answered(run, reading_ms))
        if answer.verdict == "right":
            yield self._fact(LanternLit(STATION, answer.turn.bank.item.id))

    def _goodbye(self) -> Iterator[Fact]:
        if self._gone:
            self._pass(60_000, 90_000)
            yield self._fact(VisitEnded("idle"))
            return
        self._pass(5_000, 15_000)
        if self._random.random() < RATES:
            yield self._fact(SatisfactionGiven(self._random.choice((3, 3, 3, 2, 2, 1))))
        yield self._fact(VisitEnded("left"))

    def _fact(self, event: Event) -> Fact:
        return Fact(self._now, event, self._visit)

    def _pass(self, least_ms: int, most_ms: int) -> None:
        self._now += self._random.randint(least_ms, most_ms)


def item_text(item: Item) -> str:
    """All there is to read before an answer."""
    message = message_text(item.message) if item.message else ""
    return "".join((item.stem, message, *(option.text for option in item.options)))
