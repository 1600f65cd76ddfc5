"""What is wrong with a screen to the eye: words that are cut off, leave their card or lie over others; keys that do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

T = TypeVar("T")
SLACK = 3.0
"""Pixels of a 1080p design that nobody sees."""
AIR_ABOVE, AIR_BELOW = 0.2, 0.18
"""What of a line is air above and below its letters."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text on the screen: what it says, where its letters stand and may stand, and whether all of it is shown."""

    text: str
    ink: QRectF
    room: QRectF
    whole: bool


def faults(root: QQuickItem, unit: float) -> list[str]:
    """Everything wrong below `root`; `unit` is how many pixels one of the design has."""
    words, keys = list(_words(root, QRectF(root.boundingRect()), False)), list(_keys(root))
    slack = SLACK * unit
    found = [f"cut off: {one.text!r}" for one in words if not one.whole]
    found += [f"out of its card: {one.text!r}" for one in words if not _inside(one.ink, one.room, slack)]
    found += [f"words over words: {a.text!r} and {b.text!r}" for a, b in _pairs(words) if _over(a.ink, b.ink, slack)]
    found += [f"keys over keys: {a[0]} and {b[0]}" for a, b in _pairs(keys) if _over(a[1], b[1], slack)]
    return found


def _words(item: QQuickItem, room: QRectF, clipped: bool) -> Iterator[Words]:
    """Every text that can be seen. `room` is the nearest card's or list's face, in the scene."""
    if not item.isVisible() or item.opacity() == 0:
        return
    here = item.mapRectToScene(item.boundingRect())
    if item.clip() or _is(item, "Card"):
        clipped = clipped or item.property("contentY") is not None
        room = here.intersected(room) if clipped else here
    if _is(item, "QQuickText") and str(item.property("text")).strip():
        yield from _text(item, room, clipped)
    for child in item.childItems():
        yield from _words(child, room, clipped)


def _text(item: QQuickItem, room: QRectF, clipped: bool) -> Iterator[Words]:
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    holder = item.parentItem()
    centred = holder is not None and bool(holder.property("centred"))
    x = (item.width() - width) / 2 if centred else 0.0
    y = (item.height() - height) / 2 if centred or (holder is not None and holder.property("fit")) else 0.0
    line = height / max(1, int(item.property("lineCount")))
    ink = item.mapRectToScene(QRectF(x, y + AIR_ABOVE * line, width, height - (AIR_ABOVE + AIR_BELOW) * line))
    if clipped:
        ink = ink.intersected(room)
        if ink.isEmpty():
            return
    whole = not item.property("truncated") and width <= item.width() + 2 and height <= item.height() + 2
    yield Words(str(item.property("text")), ink, room, whole)


def _keys(item: QQuickItem) -> Iterator[tuple[str, QRectF]]:
    """Every button that can be seen and is not drawn within a list."""
    if not item.isVisible() or item.property("contentY") is not None:
        return
    if _is(item, "BigButton"):
        yield item.objectName() or str(item.property("label")), item.mapRectToScene(item.boundingRect())
        return
    for child in item.childItems():
        yield from _keys(child)


def _is(item: QQuickItem, name: str) -> bool:
    """Whether `item` is of the QML type called `name`, or derives from it in our kit."""
    kind = item.metaObject()
    while kind is not None:
        if str(kind.className()).split("_QML")[0] == name:
            return True
        kind = kind.superClass()
    return False


def _pairs(many: list[T]) -> Iterator[tuple[T, T]]:
    return ((a, b) for place, a in enumerate(many) for b in many[place + 1 :])


def _inside(ink: QRectF, room: QRectF, slack: float) -> bool:
    return room.adjusted(-slack, -slack, slack, slack).contains(ink)


def _over(one: QRectF, other: QRectF, slack: float) -> bool:
    both = one.intersected(other)
    return both.width() > slack and both.height() > 3 * slack
