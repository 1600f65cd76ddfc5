"""One scene on the screen: tiles, places, what was said to it. The rules decide; this lays out and tells."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.kind_words import rules
from kiosk.stations.kind_words.layout import Plan, plan
from kiosk.stations.kind_words.rules import Talk
from kiosk.stations.kind_words.shown import show_after, show_box, show_pieces, show_places, show_talk
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.kind_words"
QML_IMPORT_MAJOR_VERSION = 1
NEAR = 70
"""Pixels of the design by which a tile may miss a place when it is dropped."""


@QmlElement
class TalkViewModel(QObject):
    """`moved` is told after each change of the talk by a hand."""

    changed = Signal()
    laidOut = Signal()

    def __init__(
        self, context: StationContext, talk: Talk, moved: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._moved = context, moved
        self._talk = talk
        self._size, self._u = (1824.0, 768.0, False, 120.0), 1.0
        self._plan = self._planned()

    @property
    def talk(self) -> Talk:
        """The talk as it stands."""
        return self._talk

    def set(self, talk: Talk) -> None:
        """The talk after something that was not done by a hand on tiles."""
        fresh = talk.scene is not self._talk.scene
        self._talk = talk
        if fresh:
            self._plan = self._planned()
            self.laidOut.emit()
        self.changed.emit()

    # What QML shows

    @Property(dict, notify=changed)
    def moment(self) -> dict[str, Any]:
        """Who, what happened, what nearly slipped out, what is meant."""
        return show_talk(self._talk, self._context.say)

    @Property(list, notify=changed)
    def pieces(self) -> list[dict[str, Any]]:
        return show_pieces(self._talk, self._plan, self._u)

    @Property(list, notify=changed)
    def places(self) -> list[dict[str, Any]]:
        return show_places(self._talk, self._plan, self._u, self._context.say)

    @Property(dict, notify=changed)
    def after(self) -> dict[str, Any]:
        """What a sent sentence was worth, and why; empty before."""
        return show_after(self._talk, self._context.say)

    @Property(int, notify=laidOut)
    def pieceCount(self) -> int:
        return len(self._talk.seats)

    @Property(dict, notify=laidOut)
    def talkPlace(self) -> dict[str, Any]:
        return show_box(self._plan.talk, self._u)

    @Property(dict, notify=laidOut)
    def tray(self) -> dict[str, Any]:
        return show_box(self._plan.tray, self._u)

    # What QML asks

    @Slot(float, float, float, bool, float)
    def layOut(self, width: float, height: float, u: float, upright: bool, target: float) -> None:
        """The room on the screen in pixels, `u` of them a pixel of the design."""
        if u > 0 and width > 0 and height > 0:
            self._size, self._u = (width / u, height / u, upright, target / u), u
            self._plan = self._planned()
            self.laidOut.emit()
            self.changed.emit()

    @Slot(str)
    def pick(self, key: str) -> None:
        """A tile was touched: into the hand, or with another in the hand and lying in a place, exchanged with it."""
        talk = self._talk
        self._context.play("choose")
        if talk.held and talk.held != key and key in talk.placed:
            self._move(rules.put(talk, talk.held, talk.placed.index(key)))
        else:
            self._move(rules.pick(talk, key))

    @Slot(int)
    def touchPlace(self, place: int) -> None:
        """A place was touched."""
        self._context.play("choose")
        self._move(rules.touch_place(self._talk, place))

    @Slot(str, float, float)
    def drop(self, key: str, x: float, y: float) -> None:
        """A tile was let go with its middle at `x`, `y` pixels; beside all places it goes back into the tray."""
        near = [box.outside(x / self._u, y / self._u) for box in self._plan.places]
        if min(near) <= NEAR:
            self._context.play("choose")
            self._move(rules.put(self._talk, key, near.index(min(near))))
        else:
            self._move(rules.lay_back(self._talk, key))

    def _move(self, talk: Talk) -> None:
        self._talk = talk
        self.changed.emit()
        self._moved()

    def _planned(self) -> Plan:
        width, height, upright, target = self._size
        return plan(width, height, len(self._talk.seats), upright=upright, target=target)
