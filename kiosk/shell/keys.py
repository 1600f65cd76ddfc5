"""No key gets through: a child with a keyboard changes nothing, a scanner is heard, closing is only for staff.

What the window system or the kernel takes for itself never comes here: Ctrl+Alt+F1, Ctrl+Alt+Delete, SysRq, and the
window manager's own grabs (Super, Alt+Tab where there is another window). That is the operating system's lock-down.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from kiosk.shell.scan import ScanReader

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
SWALLOWED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
        QEvent.Type.InputMethod,
        QEvent.Type.ContextMenu,
        QEvent.Type.Close,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
    }
)


class KeyGuard(QObject):
    """Filters `window`: swallows keys, menus, drops and requests to close; `scanned` carries what a scanner typed.

    Leave with `QCoreApplication.exit`: `quit` asks the windows first and would be refused, too. In `keep_full` a
    window that was made smaller, hidden or put behind comes back. `release` before closing the window.
    """

    scanned = Signal(str)

    def __init__(self, window: QWindow, *, keep_full: bool) -> None:
        super().__init__(window)
        self._window = window
        self._keep_full = keep_full
        self._scan = ScanReader()
        window.installEventFilter(self)
        if keep_full:
            window.windowStateChanged.connect(self._come_back)
            window.activeChanged.connect(self._come_back)

    def release(self) -> None:
        """Stop guarding: the program itself closes the window now."""
        self._keep_full = False
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow, and listen for a scanner."""
        kind = event.type()
        if kind not in SWALLOWED:
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._listen(event)
        if kind == QEvent.Type.Close:
            event.ignore()
        else:
            event.accept()  # an accepted ShortcutOverride keeps Qt from looking for a shortcut
        return True

    def _listen(self, event: QKeyEvent) -> None:
        enter = event.key() in ENTER or event.text() in ("\r", "\n")
        text = "" if enter else event.text()
        if event.modifiers() & CHORDS:
            text = "\0"  # not printable: ends a burst
        if scanned := self._scan.key(text, enter, event.timestamp()):
            self.scanned.emit(scanned)

    def _come_back(self) -> None:
        if not self._keep_full:
            return
        if not self._window.windowState() & Qt.WindowState.WindowFullScreen:
            self._window.showFullScreen()
        if not self._window.isActive():
            self._window.raise_()
            self._window.requestActivate()
