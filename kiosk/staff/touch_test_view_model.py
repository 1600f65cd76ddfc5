"""The page that tries the touch panel out, over the whole screen."""

from typing import Any

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickWindow

from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.touch_test import FINGERS, MARKS, QUIET_MS, TouchTest

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 200
SETTLE_MS = 800
"""The hand that began the quiet part has left the screen by then."""
TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)


@QmlElement
class TouchTestViewModel(QObject):
    """Sees every finger on the window itself, so that nothing on the page can hide one."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._role = role
        self._test = TouchTest()
        self._window: QQuickWindow | None = None
        self._reach_px = 60.0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    working = False

    def arrive(self) -> None:
        """From the beginning; once the page stands, it says which window to watch."""
        self.stop()
        self._test = TouchTest()
        self.changed.emit()

    def stop(self) -> None:
        """Look at no finger any more."""
        self._timer.stop()
        self._window = None

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._test.stage

    @Property(list, constant=True)
    def marks(self) -> list[dict[str, Any]]:
        """What is to be touched: `{"key", "x", "y"}`, places as shares of the screen."""
        return [{"key": key, "x": x, "y": y} for key, (x, y) in MARKS.items()]

    @Property(list, notify=changed)
    def met(self) -> list[str]:
        """The marks that were touched."""
        return sorted(self._test.met)

    @Property(int, notify=changed)
    def fingers(self) -> int:
        """The most fingers that were down at once."""
        return self._test.fingers

    @Property(int, constant=True)
    def wanted(self) -> int:
        """So many fingers there should be."""
        return FINGERS

    @Property(int, notify=changed)
    def seconds(self) -> int:
        """How long hands stay off the screen."""
        return self._test.seconds_left(self._parts.clock.monotonic_ms())

    @Property(list, notify=changed)
    def ghosts(self) -> list[dict[str, float]]:
        """Where the panel felt what nobody touched: `{"x", "y"}` as shares of the screen."""
        return [{"x": x, "y": y} for x, y in self._test.ghosts]

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._test.is_good

    @Property(list, notify=changed)
    def told(self) -> list[str]:
        """What was found, and what to do: one sentence for each part."""
        test, say = self._test, self._parts.say
        marks = "staff.touch_marks_good" if len(test.met) == len(MARKS) else "staff.touch_marks_bad"
        fingers = "staff.touch_fingers_good" if test.fingers >= FINGERS else "staff.touch_fingers_bad"
        ghosts = "staff.touch_ghosts_bad" if test.ghosts else "staff.touch_ghosts_good"
        return [say(code, wanted=FINGERS, **test.found()) for code in (marks, fingers, ghosts)]

    @Slot(QObject, float)
    def watch(self, window: QObject, reach: float) -> None:
        """See every finger of `window`; `reach` is the radius of a mark in pixels."""
        self.stop()
        assert isinstance(window, QQuickWindow)
        self._window, self._reach_px = window, reach
        window.installEventFilter(self)

    @Slot()
    def next(self) -> None:
        """On to the next part."""
        now = self._parts.clock.monotonic_ms()
        self._test.next(now + SETTLE_MS if self._test.stage == "fingers" else now)
        (self._timer.start if self._test.stage == "quiet" else self._timer.stop)()
        if self._test.stage == "done":
            found = " ".join(f"{key}={value}" for key, value in self._test.found().items())
            self._parts.door.record(self._role, "touch_tested", found)
        self.changed.emit()

    def tick(self) -> None:
        """Count the quiet time down."""
        if self._test.stage == "quiet" and self._parts.clock.monotonic_ms() - self._test.quiet_since_ms >= QUIET_MS:
            self.next()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never takes an event away."""
        if self._window and event.type() in TOUCHES and isinstance(event, QTouchEvent):
            self._look(event.points())
        return False

    def _look(self, points: list[QEventPoint]) -> None:
        window = self._window
        assert window is not None
        width, height = max(1, window.width()), max(1, window.height())
        early = self._parts.clock.monotonic_ms() < self._test.quiet_since_ms and self._test.stage == "quiet"
        for point in points:
            if point.state() == QEventPoint.State.Pressed and not early:
                at = point.scenePosition()
                reach = (self._reach_px / width, self._reach_px / height)
                self._test.pressed((at.x() / width, at.y() / height), reach)
        self._test.held(sum(point.state() != QEventPoint.State.Released for point in points))
        self.changed.emit()
