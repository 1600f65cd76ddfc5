"""承诺桥 on the stage of the tests, with a register of codes in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.core.bridge import Bridge, Hung
from kiosk.core.returning import Planned, Returned
from kiosk.stations.pledge.card import CARD
from kiosk.stations.station import StationContext
from tests.stations.convention_stage import NoItems
from tests.stations.stage import Stage

CODE = ("moon", "fish", "kite")


@dataclass
class OneCode:
    """Somebody has the code `CODE`, and promised these last time."""

    promises: tuple[str, ...] = ("kind", "secret", "sleep")
    kept: list[tuple[str, ...]] = field(default_factory=list)
    plans: tuple[Planned, ...] = (("kind", "lose", "water"),)
    planned: list[tuple[Planned, ...]] = field(default_factory=list)

    def offered(self) -> bool:
        return True

    def find(self, pictures: Sequence[str]) -> Returned | None:
        return Returned("r1", self.promises, 14, self.plans) if tuple(pictures) == CODE else None

    def keep(self, returned: Returned, promises: Sequence[str], plans: Sequence[Planned]) -> None:
        assert returned.handle == "r1"
        self.kept.append(tuple(promises))
        self.planned.append(tuple(plans))

    def pseudonym(self, returned: Returned) -> str:
        return ""


@dataclass
class PledgeStage(Stage):
    """The station with codes in use (or not) and a bridge that is partly lit."""

    returns: OneCode | None = None
    lit: Bridge = field(default_factory=Bridge)
    snapshots: list[dict[str, Any]] = field(default_factory=list)

    def context(self) -> StationContext:
        """What the station is handed."""
        given = replace(
            super().context(), bridge=lambda: self.lit, snapshot=lambda one: self.snapshots.append(dict(one))
        )
        return replace(given, returns=self.returns) if self.returns else given


def stage(**fields: Any) -> PledgeStage:
    """The station with our promises."""
    return PledgeStage(NoItems(), CARD, **fields)


def lit(count: int) -> Bridge:
    """A bridge with so many lanterns, and the board of classes full."""
    hung = tuple(Hung(place, 1 + place % 6, ("kind", "secret", "sleep")[place % 3]) for place in range(count))
    return Bridge(count + 200, hung, tuple((f"三（{number}）班", 40 - number) for number in range(1, 6)))


def make_plans(view_model: Any) -> None:
    """The first tiles of as many plans as are wanted; then on to painting."""
    plan = view_model.plan_now
    while view_model.now == "plan":
        left = [one for one in plan.now.made if not plan.now.of(one.id).whole]
        if not plan.now.touched:
            plan.touch(left[0].id)
        plan.pickWhen(plan.whens[0]["key"])
        plan.pickWay(plan.ways[0]["key"])
        view_model.primary()


def practise(view_model: Any) -> None:
    """The own way, round after round."""
    while view_model.now == "practice":
        view_model.practice_now.pick(view_model.practice_now.now.round.own)
        view_model.primary()


def choose_and_sign(view_model: Any, promises: Sequence[str] = ("kind", "no-link", "time")) -> None:
    """From choosing on to the bridge."""
    for one in promises:
        view_model.choose_now.pick(one)
    view_model.primary()
    make_plans(view_model)
    practise(view_model)
    view_model.primary()
    view_model.sign(True)
    view_model.primary()
