"""Every touch on the window, whoever takes it: for the idle watch."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow

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
