"""Reading aloud as a screen sees it: a voice; without one, or muted, the text itself, sentence by sentence in light."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.devices.speech import Speech
from kiosk.devices.speech_parts import sentences

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1
MS_A_CHARACTER = 280
"""About as quick as a voice reads."""
LEAST_MS = 1_500


@QmlElement
class Aloud(QObject):
    """One text at a time. `post` brings what the speech tells to the screen's thread; `muted()` asks the child."""

    changed = Signal()

    def __init__(
        self, speech: Speech, post: Callable[[Callable[[], None]], None], muted: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._speech = speech
        self._muted = muted
        self._text = ""
        self._left: list[str] = []
        speech.on_finished = lambda: post(self._look)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.turn)

    @property
    def on(self) -> bool:
        """Whether a text is being read, or shown to be read."""
        return bool(self._text)

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """What is shown in place of a voice; empty while one is heard."""
        return self._left[0] if self._left else ""

    def read(self, text: str, manner: str = "") -> None:
        """Stop what is being read and read `text`."""
        self.stop()
        self._text = text
        if self._muted():
            self._show()
        else:
            self._speech.read(text, manner)
            self._look()
        self.changed.emit()

    def stop(self) -> None:
        """Be quiet within 100 ms."""
        was, self._text = self._text, ""
        self._left.clear()
        self._timer.stop()
        self._speech.stop()
        if was:
            self.changed.emit()

    def turn(self) -> None:
        """The next sentence; after the last the end."""
        self._left = self._left[1:]
        if self._left:
            self._timer.start(max(LEAST_MS, MS_A_CHARACTER * len(self._left[0])))
        else:
            self._text = ""
        self.changed.emit()

    def _look(self) -> None:
        """Whether the voice still reads; when there is none the text is shown."""
        if not self._text or self._left or self._speech.reading:
            return
        if self._speech.state().works is False:
            self._show()
        else:
            self._text = ""
        self.changed.emit()

    def _show(self) -> None:
        self._left = ["", *sentences(self._text)]
        self.turn()
