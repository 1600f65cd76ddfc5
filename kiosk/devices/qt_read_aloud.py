"""The voice as QML and the idle watch see it: everything arrives on the screen's thread."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from kiosk.devices.speech import Speech


class QtReadAloud(QObject):
    """Wraps a `Speech`; it becomes the listener of its ends. Close the speech before this object goes."""

    readingChanged = Signal()
    _over = Signal()

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._over.connect(self.readingChanged, Qt.ConnectionType.QueuedConnection)
        speech.on_finished = self._over.emit

    @Slot(str)
    def read(self, text: str) -> None:
        """Stop what is being read and read `text`."""
        self._speech.read(text)
        self.readingChanged.emit()

    @Slot()
    def stop(self) -> None:
        """Be quiet within 100 ms."""
        self._speech.stop()

    @Property(bool, notify=readingChanged)
    def reading(self) -> bool:
        """True while a text is being prepared or heard."""
        return self._speech.reading
