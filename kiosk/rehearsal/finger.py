"""A finger on a real window: it finds what a child would see, touches it, and measures how fast the screen answers."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE_MS = 30_000
"""Only what is wrong waits so long: a busy machine may need some of it."""
GUARD_MS = 420
"""A new screen's buttons ignore the first 400 ms."""
HURRY_MS = 35
"""The same for a finger that is let off most of that; see `hurried`."""
MIDDLE = 0.5, 0.5


class NotThereError(Exception):
    """What should be touched did not come, or cannot be touched."""


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """`root` and everything visible below it. (findChild misses what a Repeater made.)"""
    if root.isVisible() and root.opacity() > 0:
        yield root
        for child in root.childItems():
            yield from items(child)


def until(condition: Callable[[], object], patience_ms: int) -> bool:
    """Let the screen live until `condition` holds or the patience (milliseconds) ends; whether it holds."""
    end = time.monotonic() + patience_ms / 1000
    while not condition():
        if time.monotonic() > end:
            return False
        QTest.qWait(2)
    return True


def hurried(engine: QQmlEngine, window: QQuickWindow) -> "Finger":
    """A finger for whom the screen's buttons are ready at once: a tour touches hundreds of them."""
    theme = engine.singletonInstance("kiosk.ui", "Theme")
    assert isinstance(theme, QObject)
    theme.setProperty("guardMs", HURRY_MS - 20)
    return Finger(window, HURRY_MS)


class Finger:
    """One hand at one window. Times are in milliseconds; it waits `guard_ms` before each touch."""

    def __init__(self, window: QQuickWindow, guard_ms: int = GUARD_MS) -> None:
        self.window = window
        self._guard_ms = guard_ms
        self.touch_to_frame_ms: list[float] = []
        self._device = QTest.createTouchDevice()

    def find(self, name: str) -> QQuickItem | None:
        """The visible item with this objectName, or `None`."""
        return next((one for one in items(self.window.contentItem()) if one.objectName() == name), None)

    def names(self) -> list[str]:
        """The objectNames of everything visible."""
        return [one.objectName() for one in items(self.window.contentItem()) if one.objectName()]

    def wait(self, condition: Callable[[], object], what: str, patience_ms: int = PATIENCE_MS) -> None:
        """Let the screen live until `condition` holds. Raises NotThereError naming `what` when it never does."""
        if not until(condition, patience_ms):
            raise NotThereError(f"{what} did not come within {patience_ms} ms; there are {sorted(set(self.names()))}")

    def rest(self, milliseconds: int) -> None:
        """Let the screen live for a while, as a child does who looks."""
        QTest.qWait(milliseconds)

    def point(self, name: str, at: tuple[float, float] = MIDDLE) -> QPoint:
        """Where to touch the item, in window pixels; `at` in shares of its size.

        Waits for it. Raises NotThereError, also when it is off screen.
        """
        self.wait(lambda: self.find(name) is not None, f"“{name}”")
        item = self.find(name)
        assert item is not None
        middle = item.mapToScene(QPointF(item.width() * at[0], item.height() * at[1])).toPoint()
        if not QRectF(0, 0, self.window.width(), self.window.height()).contains(QPointF(middle)):
            raise NotThereError(f"“{name}” lies off the screen, at {middle.x()},{middle.y()}")
        return middle

    def touch(self, name: str, *, hold_ms: int = 0, at: tuple[float, float] = MIDDLE, quick: bool = False) -> None:
        """Touch the item as a finger does: down, a frame, up; `quick` does not wait until guarded buttons listen."""
        self.touch_together([name], hold_ms=hold_ms, at=at, quick=quick)

    def touch_at(self, point: QPoint) -> None:
        """Touch a place, whatever is there."""
        QTest.touchEvent(self.window, self._device).press(0, point, self.window)
        self.rest(30)
        QTest.touchEvent(self.window, self._device).release(0, point, self.window)
        self.rest(30)

    def touch_together(
        self, names: list[str], *, hold_ms: int = 0, at: tuple[float, float] = MIDDLE, quick: bool = False
    ) -> None:
        """Several fingers at once, one on each item."""
        for name in names:
            self.wait(lambda name=name: self._takes_touch(name), f"“{name}”")  # type: ignore[misc]
        self.rest(0 if quick else self._guard_ms)
        points = [self.point(name, at) for name in names]
        self._press(points)
        if hold_ms:
            self.rest(hold_ms)
        release = QTest.touchEvent(self.window, self._device, False)
        for finger, spot in enumerate(points):
            release.release(finger, spot, self.window)
        release.commit()

    def _takes_touch(self, name: str) -> bool:
        """Whether the item is there, and no button that says it cannot be used yet."""
        item = self.find(name)
        return item is not None and item.property("usable") is not False

    def _press(self, points: list[QPoint]) -> None:
        """Fingers down; the time until the next frame stands is kept."""
        shown: list[float] = []
        connection = self.window.frameSwapped.connect(lambda: shown.append(time.perf_counter()))
        press = QTest.touchEvent(self.window, self._device, False)
        for finger, at in enumerate(points):
            press.press(finger, at, self.window)
        start = time.perf_counter()
        press.commit()
        until(lambda: shown, 250)
        self.window.frameSwapped.disconnect(connection)
        if shown:
            self.touch_to_frame_ms.append((shown[0] - start) * 1000)
