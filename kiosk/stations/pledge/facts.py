"""What the station leaves behind. Nothing of a signature, a code or a person. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.core.events import Event, ItemAnswered, LanternLit, PromisePlanned, PromisesMade, StationFinished
from kiosk.core.returning import Planned
from kiosk.stations.pledge.promises import MADE, Promise, Promises
from kiosk.stations.pledge.rules import Lantern
from kiosk.stations.station import StationResult

STATION = "pledge"
NO_STARS = -1
"""Promises are not scored."""
Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Pledge:
    """What one child leaves on the bridge; `hashes` are those of the promises' texts."""

    made: Sequence[Promise]
    hashes: Sequence[str]
    planned: Sequence[Planned]
    lantern: Lantern
    player: int
    reading_ms: int


def promised(promises: Promises, pledge: Pledge) -> list[Event]:
    """A lantern was hung: the promises, each also as a row of the log, the plans, and a light on the canal."""
    lantern, player = pledge.lantern, pledge.player
    rows = [
        ItemAnswered(
            station=STATION, level=STATION, item=f"promise.{one.id}", item_hash=hash, pack=promises.pack,
            pack_hash=promises.pack_hash, chosen=(MADE,), right=(MADE,), verdict="promised",
            reading_ms=pledge.reading_ms, player=player,
        )
        for one, hash in zip(pledge.made, pledge.hashes, strict=True)
    ]  # fmt: skip
    plans = [PromisePlanned(STATION, *plan, player=player) for plan in pledge.planned]
    fact = PromisesMade(
        STATION, promises.pack_hash, tuple(one.id for one in pledge.made), lantern.place, lantern.shape, player,
        lantern.paper, lantern.pattern,
    )  # fmt: skip
    return [*rows, *plans, fact, LanternLit(STATION, "promise")]


def finished(*, completed: bool) -> StationFinished:
    """The run is over; there is nothing to be right about."""
    return StationFinished(STATION, "promises", 0, 0, 0, completed)


def result(made: Sequence[Promise], lanterns: int, say: Say) -> StationResult:
    """The card: the promises themselves."""
    return StationResult(
        station=STATION,
        level="promises",
        title=say("pledge.result_title"),
        answered=0,
        right=0,
        stars=NO_STARS,
        lanterns=lanterns,
        picture="yingying-cheer",
        learned=tuple(one.text for one in made)[:3],
        tally=say("pledge.result_tally"),
    )
