"""The teleprompter on the screen: the step being read, those around it, and how far it is."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.broadcast_booth import prompter as rules
from kiosk.stations.broadcast_booth.prompter import Prompter
from kiosk.stations.broadcast_booth.scripts import Piece
from kiosk.stations.broadcast_booth.shown import Say, show_prompter

QML_IMPORT_NAME = "kiosk.stations.broadcast_booth"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PrompterViewModel(QObject):
    """It stands still until `beat`; the pace a child chose holds for the next take too."""

    changed = Signal()
    readChanged = Signal()

    def __init__(self, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._now: Prompter | None = None
        self._voices = 1
        self._pace = 1

    @property
    def now(self) -> Prompter | None:
        """The prompter as it stands; `None` before the first take."""
        return self._now

    @Property(dict, notify=changed)
    def shown(self) -> dict[str, Any]:
        return show_prompter(self._now, self._voices, self._say) if self._now else {}

    @Property(int, notify=readChanged)
    def read(self) -> int:
        """How many characters of the present step are read."""
        return min(int(self._now.read), len(self._now.step.text)) if self._now else 0

    @Property(int, notify=changed)
    def pace(self) -> int:
        return self._pace

    @Property(bool, notify=changed)
    def last(self) -> bool:
        """Whether no step follows."""
        return self._now is not None and self._now.last

    @Property(bool, notify=changed)
    def first(self) -> bool:
        """Whether no step was before."""
        return self._now is None or self._now.at == 0

    @Slot(int)
    def step(self, by: int) -> None:
        """A step on (1) or back (-1)."""
        if self._now:
            self._set((rules.forward if by > 0 else rules.back)(self._now))

    @Slot(int)
    def setPace(self, pace: int) -> None:
        """Slow (0), middle, quick (2)."""
        self._pace = pace
        if self._now:
            self._set(rules.paced(self._now, pace))

    def begin(self, piece: Piece, voices: int) -> None:
        """At the first step of `piece`, which `voices` read."""
        self._voices = voices
        self._set(rules.begin(piece, self._pace))

    def beat(self, seconds: float) -> None:
        """So much time has passed."""
        if self._now:
            before, self._now = self._now, rules.beat(self._now, seconds)
            if before.at != self._now.at:
                self.changed.emit()
            if int(before.read) != int(self._now.read):
                self.readChanged.emit()

    def _set(self, prompter: Prompter) -> None:
        self._now = prompter
        self.readChanged.emit()
        self.changed.emit()
