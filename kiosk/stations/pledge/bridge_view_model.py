"""The bridge on the screen: the lanterns that hang, the one that is about to, and the classes' board."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.bridge import Hung
from kiosk.stations.pledge import rules
from kiosk.stations.pledge.shown import show_bridge, show_lanterns
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.pledge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class BridgeViewModel(QObject):
    """What hangs; `icons` are those of the promises. Places are numbers of `rules.places`."""

    changed = Signal()

    def __init__(self, context: StationContext, icons: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._icons = context, icons
        self._lit = context.bridge()
        self._hung: list[Hung] = []
        self._new: Hung | None = None
        self._upright = False

    # What Python asks

    @property
    def lit_here(self) -> int:
        """How many lanterns this visit has hung."""
        return len(self._hung)

    @property
    def told(self) -> dict[str, Any]:
        """How many lanterns, and the classes' board."""
        return show_bridge(self._lit, self._lit.total + len(self._hung), self._context.say)

    def offer(self, new: Hung | None) -> None:
        """The lantern that is about to hang, if any; it may move."""
        self._new = new
        self.changed.emit()

    def light(self, lantern: Hung) -> None:
        """It hangs."""
        self._hung.append(lantern)
        self.offer(None)

    def nearest(self, x: float, y: float) -> int:
        """The free place nearest to pixels of the picture."""
        taken = rules.shown([*self._lit.hung, *self._hung], upright=self._upright)
        return rules.nearest(x, y, taken, upright=self._upright)

    # What QML shows

    @Property(list, notify=changed)
    def lanterns(self) -> list[dict[str, Any]]:
        own = {one.place % len(rules.places(self._upright)) for one in self._hung}
        hung = [*self._lit.hung, *self._hung]
        return show_lanterns(hung, own, self._new, self._icons, upright=self._upright)

    @Property(dict, notify=changed)
    def board(self) -> dict[str, Any]:
        return self.told

    # What QML asks

    @Slot(bool)
    def layOut(self, upright: bool) -> None:
        """Which picture of the bridge is shown."""
        self._upright = upright
        self.changed.emit()
