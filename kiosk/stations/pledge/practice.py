"""Trying plans out: a voice tempts, and the child finds the way of its own plan again. Pure.

Calling a plan to mind at its moment is what makes it come by itself later. No way is wrong: each keeps some promise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from kiosk.stations.pledge.plans import Planning
from kiosk.stations.pledge.promises import Promise

ROUNDS = {1: 2, 2: 1}
"""Calls to each promise, by how many children take turns; of one plan alone nothing needs to be found again."""
WAYS = 3


@dataclass(frozen=True, slots=True)
class Round:
    """What is said against `promise`, the ways to choose from, and which of them is the child's own."""

    promise: Promise
    call: str
    ways: tuple[str, ...]
    own: int


@dataclass(frozen=True, slots=True)
class Practice:
    """`picked` is the way that was touched, -1 while none is."""

    rounds: tuple[Round, ...] = ()
    at: int = 0
    picked: int = -1

    @property
    def round(self) -> Round | None:
        """The round at play."""
        return self.rounds[self.at] if self.at < len(self.rounds) else None

    @property
    def found(self) -> bool:
        """Whether the child has found its own way."""
        return self.round is not None and self.picked == self.round.own

    @property
    def last(self) -> bool:
        """Whether no round follows."""
        return self.at + 1 >= len(self.rounds)


def begin(planning: Planning, promises: Sequence[Promise], players: int, random: Random) -> Practice:
    """Every plan in turn, then once more with other words; the other ways come from other promises."""
    planned = [one for one in planning.made if one.id in planning.whole]
    return Practice(tuple(
        _round(one, planning.of(one.id).way, one.tiles.calls[turn], promises, random)
        for turn in range(ROUNDS.get(players, 0))
        for one in random.sample(planned, len(planned))
        if one.tiles and turn < len(one.tiles.calls)
    ))  # fmt: skip


def _round(promise: Promise, way: str, call: str, promises: Sequence[Promise], random: Random) -> Round:
    """Others are those of promises that keep another line, so that they do not answer this call as well."""
    assert promise.tiles is not None
    own = next(tile.text for tile in promise.tiles.ways if tile.id == way)
    known = [tile.text for tile in promise.tiles.ways]
    others = [one for one in promises if one.tiles and one.line != promise.line and one.tiles.ways[0].text not in known]
    texts = [one.tiles.ways[0].text for one in random.sample(others, min(WAYS - 1, len(others))) if one.tiles]
    ways = random.sample([own, *texts], len(texts) + 1)
    return Round(promise, call, tuple(ways), ways.index(own))


def pick(practice: Practice, way: int) -> Practice:
    """A way was touched; once the own one is found it stays."""
    fits = practice.round is not None and not practice.found and 0 <= way < len(practice.round.ways)
    return replace(practice, picked=way) if fits else practice


def onward(practice: Practice) -> Practice:
    """The next round."""
    return replace(practice, at=practice.at + 1, picked=-1) if practice.found and not practice.last else practice
