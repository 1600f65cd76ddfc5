"""What a child may choose while the whole picture is looked at."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.stations.convention_puzzle"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class JigsawChoiceModel(QObject):
    """How many pieces, and whether they lie some way round. `start(count)` and `turn()` are the child's touches."""

    changed = Signal()

    def __init__(self, start: Callable[[int], None], turn: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start, self._turn = start, turn
        self._counts: list[int] = []
        self._count, self._turning = 0, False

    def show(self, counts: list[int], count: int, turning: bool) -> None:
        """What may be chosen on this screen, and what is chosen."""
        self._counts, self._count, self._turning = counts, count, turning
        self.changed.emit()

    @Property(list, notify=changed)
    def counts(self) -> list[int]:
        return self._counts

    @Property(int, notify=changed)
    def count(self) -> int:
        return self._count

    @Property(bool, notify=changed)
    def turning(self) -> bool:
        return self._turning

    @Slot(int)
    def choose(self, count: int) -> None:
        """Begin with that many pieces."""
        self._start(count)

    @Slot()
    def toggleTurning(self) -> None:
        """Let pieces lie some way round, or not."""
        self._turn()
