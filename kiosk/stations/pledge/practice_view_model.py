"""Trying plans out on the screen: somebody whispers, the child answers with its own way."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.pledge import practice
from kiosk.stations.pledge.plans import Planning
from kiosk.stations.pledge.promises import Promise
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.pledge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PracticeViewModel(QObject):
    """The rounds of the child whose turn it is. Nothing of them is recorded."""

    changed = Signal()

    def __init__(self, context: StationContext, told: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._told = context, told
        self._practice = practice.Practice()

    # What Python asks

    @property
    def now(self) -> practice.Practice:
        """The rounds."""
        return self._practice

    def begin(self, planning: Planning, promises: Sequence[Promise]) -> bool:
        """The rounds for these plans; whether there are any."""
        self._become(practice.begin(planning, promises, self._context.players, self._context.random))
        return bool(self._practice.rounds)

    def onward(self) -> bool:
        """The next round; whether there is one."""
        if self._practice.last:
            return False
        self._become(practice.onward(self._practice))
        return True

    @property
    def read(self) -> str:
        """What stands on the screen to be read."""
        at = self._practice.round
        ways = "。".join(at.ways) if at else ""
        return f"{self.said}。" if self._practice.picked >= 0 else f"{self.said}“{at.call if at else ''}”。{ways}。"

    @property
    def said(self) -> str:
        """What 萤萤 says."""
        if self._practice.found:
            return self._say("practice_found_last" if self._practice.last else "practice_found")
        return self._say("practice_ask" if self._practice.picked < 0 else "practice_other")

    # What QML shows

    @Property(dict, notify=changed)
    def promise(self) -> dict[str, str]:
        """The promise that is tempted."""
        at = self._practice.round
        return {"icon": at.promise.icon, "text": at.promise.text} if at else {"icon": "", "text": ""}

    @Property(str, notify=changed)
    def call(self) -> str:
        at = self._practice.round
        return at.call if at else ""

    @Property(list, notify=changed)
    def ways(self) -> list[dict[str, Any]]:
        at, found = self._practice.round, self._practice.found
        return [
            {"text": text, "chosen": place == self._practice.picked, "usable": not found or place == at.own}
            for place, text in enumerate(at.ways)
        ] if at else []  # fmt: skip

    @Property(int, notify=changed)
    def wayCount(self) -> int:
        return len(self._practice.round.ways) if self._practice.round else 0

    @Property(bool, notify=changed)
    def found(self) -> bool:
        return self._practice.found

    @Property(str, notify=changed)
    def words(self) -> str:
        return self.said

    # What QML asks

    @Slot(int)
    def pick(self, way: int) -> None:
        """A way was touched."""
        new = practice.pick(self._practice, way)
        if new != self._practice:
            self._context.play("right" if new.found else "choose")
            self._become(new)
            self._told()

    # What happens

    def _become(self, new: practice.Practice) -> None:
        self._practice = new
        self.changed.emit()

    def _say(self, name: str) -> str:
        return self._context.say(f"pledge.{name}")
