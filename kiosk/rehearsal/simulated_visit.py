"""One simulated visit through the real rules of 反诈关, as the facts that the screens would record. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from kiosk.classroom.form_sets import FormSet
from kiosk.core.events import (
    BaitCast,
    Event,
    LanternLit,
    SatisfactionGiven,
    StationFinished,
    StationOpened,
    VisitEnded,
    VisitorNamed,
    VisitStarted,
)
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.core.words import say
from kiosk.rehearsal.children import make_child
from kiosk.rehearsal.simulated_party import Party
from kiosk.stations.anti_fraud.draw import Drawing, aim_of, draw_run
from kiosk.stations.anti_fraud.facts import STATION, answered, finished, shown_ability
from kiosk.stations.anti_fraud.levels import LOCAL, MARK, Level, make_levels, opened, with_bosses
from kiosk.stations.anti_fraud.match import MODES, Mode, begin_sides, merged, shared
from kiosk.stations.anti_fraud.rules import BOSS_LIES, LIES, Run, begin
from kiosk.stations.anti_fraud.trickster import (
    RATED,
    TRICKSTER,
    begin_fishing,
    cast_bait,
    draw_ratings,
    go_on,
    load_ponds,
    take_bait,
)
from kiosk.stations.station import ItemSource

PLAYERS = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4)
RUNS = (1, 1, 1, 1, 1, 1, 2, 2, 3)
TOGETHER = (0.5, 0.2, 0.3)
"""How often several children choose each of `MODES`."""
NAMED, WALKS_AWAY, RATES, FISHES = 0.6, 0.01, 0.75, 0.15
"""Chances: of a picked nickname, of walking away before an item, of touching a face, of 小骗子模式 as the next run."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened in `visit`, `utc_ms` milliseconds after 1970 UTC."""

    utc_ms: int
    event: Event
    visit: Visit


@dataclass(frozen=True, slots=True)
class Base:
    """What visitors find: the banks, the class that comes, the nicknames to pick from, and forms for a class."""

    items: ItemSource
    classes: Sequence[str]
    nicknames: Sequence[str]
    forms: FormSet | None = None

    def levels(self) -> list[Level]:
        """The map with its bosses, and the base's own questions beside it."""
        families = self.items.families()
        ours = make_levels([one for one in families if one.id != LOCAL], "zh")
        return [*with_bosses(ours, say), *make_levels([one for one in families if one.id == LOCAL], "zh")]


class SimulatedVisit:
    """A visit that begins at `utc_ms`; `facts` gives it in order, with at most `answers` answers.

    With `runs` the children play so many, and nobody walks away; else as many as children do.
    """

    def __init__(self, base: Base, utc_ms: int, answers: int, random: Random, runs: int = 0) -> None:
        self._base = base
        self._now = utc_ms
        self._left = answers
        self._random = random
        self._visit = Visit(uuid7(utc_ms), "simulated")
        self._runs = runs or random.choice(RUNS)
        self._walks_away = 0.0 if runs else WALKS_AWAY
        self._party = Party([make_child(random) for _ in range(random.choice(PLAYERS))], base.items, random)
        self._levels = base.levels()
        self._all_met: set[str] = set()
        self._gone = False

    def facts(self) -> Iterator[Fact]:
        """All of it."""
        random = self._random
        yield self._fact(VisitStarted())
        self._pass(4_000, 15_000)
        if random.random() < NAMED:
            label = random.choice(self._base.classes) if self._base.classes else ""
            yield self._fact(VisitorNamed(label, random.choice(self._base.nicknames)))
        yield self._fact(StationOpened(STATION, len(self._party.children)))
        for _ in range(self._runs):
            if self._left and not self._gone:
                self._pass(3_000, 12_000)
                fishes = self._won() and random.random() < FISHES
                yield from self._trickster() if fishes else self._level()
        yield from self._goodbye()

    def _level(self) -> Iterator[Fact]:
        """A level of the map, rather one that was not played yet, in one of the ways to play together."""
        random, party = self._random, self._party
        level = self._choose_level()
        if level is None:
            return
        aim = None if level.family.id == LOCAL else aim_of(level.stretch, party.abilities)
        drawing = Drawing(self._base.items, random, party.met, aim)
        players = len(party.children)
        mode = random.choices(MODES, TOGETHER)[0] if players > 1 else "turns"
        runs = begin_sides(level, mode, players, drawing) if mode != "turns" else []
        if not runs:
            drawing = replace(drawing)
            picked = draw_run(level, drawing)
            if not picked:
                self._all_met.add(level.family.id)
                return
            lies = BOSS_LIES if level.boss else LIES
            runs = [begin(level.family.id, picked, players, random, most_lies=lies)]
        yield from self._play(runs, mode if len(runs) > 1 else "turns")

    def _choose_level(self) -> Level | None:
        found = opened(self._levels, self._party.kept, self._all_met) | {LOCAL}
        levels = [one for one in self._levels if one.family.id in found - self._all_met]
        if not levels:
            return None
        return self._random.choices(levels, [1 if self._stars(one.family.id) else 3 for one in levels])[0]

    def _trickster(self) -> Iterator[Fact]:
        """小骗子模式: its baits, and the ratings that follow."""
        random, party = self._random, self._party
        messages = draw_ratings(self._base.items, party.met, random, shown_ability(party.abilities))
        if len(messages) < len(RATED):
            return
        fishing = begin_fishing(load_ponds("zh"), self._won(), len(party.children), random)
        while not fishing.finished:
            self._pass(8_000, 25_000)
            if random.random() < self._walks_away:
                self._gone = True
                yield self._fact(StationFinished(STATION, TRICKSTER, 0, 0, 0, False))
                return
            bait = random.choice(fishing.pond.baits).key
            yield self._fact(BaitCast(STATION, fishing.pond.id, bait, fishing.player))
            fishing = go_on(cast_bait(take_bait(fishing, bait)))
        yield from self._play([begin(TRICKSTER, messages, len(party.children), random)], "turns")

    def _play(self, runs: list[Run], mode: Mode) -> Iterator[Fact]:
        """Play `runs`, one or one a child, at the same time, until all are over, somebody leaves or answers run out."""
        clocks = [self._now] * len(runs)
        facts: list[Fact] = []
        while self._left and (waiting := [place for place, run in enumerate(runs) if not run.finished]):
            if self._random.random() < self._walks_away and any(run.answers for run in runs):
                self._gone = True
                break
            side = min(waiting, key=clocks.__getitem__)
            others = [run for place, run in enumerate(runs) if place != side]
            run, reading_ms = self._party.take_turn(runs[side], others)
            runs[side] = run
            if mode == "together":
                runs = [one if one is run else shared(one, run) for one in runs]
            clocks[side] += reading_ms
            facts += self._answered(run, reading_ms, clocks[side])
            clocks[side] += self._random.randint(3_000, 9_000)
        yield from sorted(facts, key=lambda fact: fact.utc_ms)
        self._now = max(clocks)
        whole = runs[0] if len(runs) == 1 else merged(runs)
        # Of a shared screen the runs that are left count: all over only when each of them is.
        event = replace(finished(whole), completed=all(run.finished for run in runs))
        mark = MARK + whole.level
        if event.completed:
            self._party.kept[mark] = max(event.stars, self._party.kept.get(mark, 0))
        yield self._fact(event)

    def _answered(self, run: Run, reading_ms: int, now: int) -> Iterator[Fact]:
        """The answer just given, and its lantern."""
        answer = run.answers[-1]
        self._left -= 1
        yield Fact(now, answered(run, reading_ms), self._visit)
        if answer.verdict == "right":
            yield Fact(now, LanternLit(STATION, answer.turn.bank.item.id), self._visit)

    def _goodbye(self) -> Iterator[Fact]:
        if self._gone:
            self._pass(60_000, 90_000)
            yield self._fact(VisitEnded("idle"))
            return
        self._pass(5_000, 15_000)
        if self._random.random() < RATES:
            yield self._fact(SatisfactionGiven(self._random.choice((3, 3, 3, 2, 2, 1))))
        yield self._fact(VisitEnded("left"))

    def _won(self) -> set[str]:
        """The levels that were played to their end."""
        return {mark.removeprefix(MARK) for mark, stars in self._party.kept.items() if stars}

    def _stars(self, family: str) -> int:
        return self._party.kept.get(MARK + family, 0)

    def _fact(self, event: Event) -> Fact:
        return Fact(self._now, event, self._visit)

    def _pass(self, least_ms: int, most_ms: int) -> None:
        self._now += self._random.randint(least_ms, most_ms)
