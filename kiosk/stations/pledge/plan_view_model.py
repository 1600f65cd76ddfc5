"""Planning on the screen: a promise, when it is easily forgotten, what helps then, and what 萤萤 says to it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.pledge import plans
from kiosk.stations.pledge.promises import Promise, Tile
from kiosk.stations.pledge.speech import listed
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.pledge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PlanViewModel(QObject):
    """The plans of the child whose turn it is."""

    changed = Signal()

    def __init__(self, context: StationContext, told: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._told = context, told
        self._planning = plans.Planning()

    # What Python asks

    @property
    def now(self) -> plans.Planning:
        """What is planned."""
        return self._planning

    @property
    def complete(self) -> bool:
        """Whether the plan at hand is made, or no more is wanted."""
        return self._planning.done or self._planning.plan.whole

    def begin(self, made: Sequence[Promise]) -> None:
        """Another child, or promises chosen anew."""
        self._become(plans.begin(made, self._context.players))

    def onward(self) -> bool:
        """To the next promise; whether there is one to plan for."""
        if self._planning.done:
            return False
        self._become(plans.onward(self._planning))
        return True

    def sentence(self, promise: Promise) -> str:
        """The plan for `promise`; empty without one."""
        return plans.sentence(promise, self._planning.of(promise.id), self._context.say)

    @property
    def read(self) -> str:
        """What stands on the screen to be read: the promise, the tiles to choose from, then the plan."""
        promise = self._planning.at_hand
        if promise is None or promise.tiles is None:
            return f"{self.said}{listed(self._planning.made)}"
        if whole := self.sentence(promise):
            return f"{whole}{self.said}"
        tiles, title = (
            (promise.tiles.ways, "way_title") if self._planning.plan.when else (promise.tiles.when, "when_title")
        )
        return f"{promise.text}{self._say(title)}。{'。'.join(tile.text for tile in tiles)}。"

    # What QML shows

    @Property(list, notify=changed)
    def promises(self) -> list[dict[str, Any]]:
        """The promises to plan for."""
        planning = self._planning
        return [
            {
                "key": one.id, "icon": one.icon, "text": one.text, "chosen": one.id == planning.touched,
                "planned": one.id in planning.whole,
                "usable": one.id == planning.touched or plans.touch(planning, one.id) != planning,
            }
            for one in planning.made
        ]  # fmt: skip

    @Property(int, notify=changed)
    def promiseCount(self) -> int:
        return len(self._planning.made)

    @Property(str, constant=True)
    def whenTitle(self) -> str:
        return self._say("when_title")

    @Property(str, constant=True)
    def wayTitle(self) -> str:
        return self._say("way_title")

    @Property(list, notify=changed)
    def whens(self) -> list[dict[str, Any]]:
        promise = self._planning.at_hand
        return _tiles(promise.tiles.when if promise and promise.tiles else (), self._planning.plan.when, usable=True)

    @Property(list, notify=changed)
    def ways(self) -> list[dict[str, Any]]:
        """Ways to keep it; they wait until the child knows for when."""
        promise, plan = self._planning.at_hand, self._planning.plan
        return _tiles(promise.tiles.ways if promise and promise.tiles else (), plan.way, usable=bool(plan.when))

    @Property(str, notify=changed)
    def plan(self) -> str:
        """The plan at hand as a sentence; empty while it is not whole."""
        promise = self._planning.at_hand
        return self.sentence(promise) if promise else ""

    @Property(str, notify=changed)
    def words(self) -> str:
        """What 萤萤 says."""
        return self.said

    @property
    def said(self) -> str:
        """The same for Python."""
        promise, plan = self._planning.at_hand, self._planning.plan
        if promise is None or promise.tiles is None:
            return self._say("plan_pick" if self._planning.wanted == 1 else "plan_pick_two")
        if plan.whole:
            return promise.tiles.said
        return self._say("plan_way" if plan.when else "plan_when")

    # What QML asks

    @Slot(str)
    def touch(self, promise: str) -> None:
        """Plan for this promise."""
        self._take(plans.touch(self._planning, promise))

    @Slot(str)
    def pickWhen(self, tile: str) -> None:
        """Then it is easily forgotten."""
        self._take(plans.choose(self._planning, when=tile))

    @Slot(str)
    def pickWay(self, tile: str) -> None:
        """This helps."""
        self._take(plans.choose(self._planning, way=tile))

    # What happens

    def _take(self, planning: plans.Planning) -> None:
        if planning != self._planning:
            self._context.play("right" if planning.plan.whole and not self._planning.plan.whole else "choose")
            self._become(planning)
            self._told()

    def _become(self, planning: plans.Planning) -> None:
        self._planning = planning
        self.changed.emit()

    def _say(self, name: str) -> str:
        return self._context.say(f"pledge.{name}")


def _tiles(tiles: Sequence[Tile], chosen: str, *, usable: bool) -> list[dict[str, Any]]:
    return [{"key": one.id, "text": one.text, "chosen": one.id == chosen, "usable": usable} for one in tiles]
