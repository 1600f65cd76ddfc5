"""Choosing three promises on the screen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.pledge import rules
from kiosk.stations.pledge.promises import Promise
from kiosk.stations.pledge.shown import choosing, show_promises
from kiosk.stations.pledge.speech import choosing_read
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.pledge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseViewModel(QObject):
    """The promises that are offered, and those that the child whose turn it is has chosen."""

    changed = Signal()

    def __init__(
        self,
        context: StationContext,
        offered: Sequence[Promise],
        told: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._offered, self._told = context, offered, told
        self._touched: Promise | None = None
        self.chosen: tuple[str, ...] = ()

    # What Python asks

    @property
    def complete(self) -> bool:
        """Whether three are chosen."""
        return len(self.chosen) == rules.PROMISES

    @property
    def made(self) -> tuple[Promise, ...]:
        """The chosen ones, in the order of the choice."""
        known = {one.id: one for one in self._offered}
        return tuple(known[id] for id in self.chosen)

    def begin(self, chosen: Sequence[str] = ()) -> None:
        """Another child; after a crash with what it had chosen, as far as it is still offered."""
        known = [one.id for one in self._offered]
        self.chosen, self._touched = tuple(one for one in chosen if one in known)[: rules.PROMISES], None
        self.changed.emit()

    @property
    def read(self) -> str:
        """What stands on the screen to be read."""
        told = choosing(self._touched, self.chosen, self._context.say)
        return choosing_read(self._touched, told, self._offered)

    # What QML shows

    @Property(list, notify=changed)
    def promises(self) -> list[dict[str, Any]]:
        return show_promises(self._offered, self.chosen)

    @Property(int, constant=True)
    def promiseCount(self) -> int:
        return len(self._offered)

    @Property(dict, notify=changed)
    def told(self) -> dict[str, Any]:
        """What stands below the cards."""
        return choosing(self._touched, self.chosen, self._context.say)

    # What QML asks

    @Slot(str)
    def pick(self, promise: str) -> None:
        """A promise was touched."""
        touched = next((one for one in self._offered if one.id == promise), None)
        if touched:
            self._context.play("choose")
            self.chosen, self._touched = rules.toggle(self.chosen, promise), touched
            self.changed.emit()
            self._told()
