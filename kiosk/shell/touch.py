"""Every touch on the window, whoever takes it: for the idle watch, and for the lock that keeps all of them out."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow

from kiosk.shell.resting import Resting

TOUCHES = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
    }
)
ENDS = frozenset({QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease})


class AnyTouch(QObject):
    """`touched` comes for every finger and mouse event on `window`; nothing is taken away from anybody.

    It is a filter on the window because a handler at the root does not see what its children take.
    """

    touched = Signal()

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look and let pass."""
        if event.type() in TOUCHES:
            self.touched.emit()
        return False


class TouchLock(QObject):
    """While the screen sleeps or is wiped no finger gets through `window` to anybody.

    Make it after `AnyTouch`: the filter that was made last is asked first.
    """

    def __init__(self, window: QWindow, rest: Resting) -> None:
        super().__init__(window)
        self._rest = rest
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is locked out."""
        if event.type() not in TOUCHES or not self._rest.locked:
            return False
        self._rest.felt(lifted=event.type() in ENDS)
        return True
