"""How promises are to be kept: when each is easily forgotten, and what helps then. Pure.

"When it is so, I do that" lets a promise be kept far more often than the promise alone (Gollwitzer & Sheeran 2006).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.core.returning import Planned
from kiosk.stations.pledge.promises import Promise, Tile

Say = Callable[..., str]
PLANS = {1: 3, 2: 2, 3: 1, 4: 1}
"""Plans that each child makes, by how many children take turns: three to five minutes for all of them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan in the making: the ids of its tiles, empty while none is chosen."""

    when: str = ""
    way: str = ""

    @property
    def whole(self) -> bool:
        """Whether both are chosen."""
        return bool(self.when and self.way)


@dataclass(frozen=True, slots=True)
class Planning:
    """One child's plans by promise; `wanted` so many are made. `touched` is the promise at hand, empty at first where
    the child chooses for which one to plan."""

    made: tuple[Promise, ...] = ()
    wanted: int = 0
    touched: str = ""
    plans: Mapping[str, Plan] | None = None

    @property
    def at_hand(self) -> Promise | None:
        """The promise that a plan is being made for."""
        return next((one for one in self.made if one.id == self.touched), None)

    @property
    def plan(self) -> Plan:
        """The plan at hand."""
        return self.of(self.touched)

    def of(self, promise: str) -> Plan:
        """The plan for `promise`; an empty one where there is none."""
        return (self.plans or {}).get(promise, Plan())

    @property
    def whole(self) -> tuple[str, ...]:
        """The promises whose plan is made."""
        return tuple(one.id for one in self.made if self.of(one.id).whole)

    @property
    def done(self) -> bool:
        """Whether there are enough plans."""
        return len(self.whole) >= self.wanted

    @property
    def planned(self) -> tuple[Planned, ...]:
        """The plans as they are remembered."""
        return tuple((id, self.of(id).when, self.of(id).way) for id in self.whole)


def begin(made: Sequence[Promise], players: int) -> Planning:
    """Nothing planned yet; promises whose file brings no tiles need none."""
    with_tiles = tuple(one for one in made if one.tiles)
    wanted = min(PLANS[players], len(with_tiles))
    first = with_tiles[0].id if with_tiles and wanted == len(with_tiles) else ""
    return Planning(with_tiles, wanted, first, {})


def touch(planning: Planning, promise: str) -> Planning:
    """Plan for this promise; with enough plans made, another one takes the place of none."""
    known = promise in (one.id for one in planning.made)
    fits = not planning.done or planning.of(promise).whole
    return replace(planning, touched=promise) if known and fits else planning


def choose(planning: Planning, *, when: str = "", way: str = "") -> Planning:
    """A tile was touched; a way needs its when first."""
    promise = planning.at_hand
    if promise is None or promise.tiles is None:
        return planning
    old = planning.plan
    if when in (tile.id for tile in promise.tiles.when):
        new = replace(old, when=when)
    elif old.when and way in (tile.id for tile in promise.tiles.ways):
        new = replace(old, way=way)
    else:
        return planning
    return replace(planning, plans={**(planning.plans or {}), promise.id: new})


def onward(planning: Planning) -> Planning:
    """To the next promise without a plan."""
    left = [one.id for one in planning.made if not planning.of(one.id).whole]
    return replace(planning, touched=left[0]) if left and not planning.done else planning


def sentence(promise: Promise, plan: Plan, say: Say) -> str:
    """The plan as a sentence; empty while it is not whole, or where its tiles are not there any more."""
    if promise.tiles is None:
        return ""
    when, way = _named(promise.tiles.when, plan.when), _named(promise.tiles.ways, plan.way)
    return say("pledge.plan", when=when.text, way=way.text) if when and way else ""


def _named(tiles: Sequence[Tile], id: str) -> Tile | None:
    return next((tile for tile in tiles if tile.id == id), None)
