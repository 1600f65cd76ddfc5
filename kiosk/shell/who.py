"""Who plays: how many, from which class, under which nickname. All picked from closed lists, all optional."""

from random import Random

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1
SHOWN = 8
"""Nicknames on the screen at a time."""


@QmlElement
class WhoViewModel(QObject):
    """The questions before a visit's first station. Nothing typed, nothing that leads to a person."""

    changed = Signal()

    def __init__(self, random: Random, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._random = random
        self._most = 1
        self._classes: list[str] = []
        self._names: list[str] = []
        self._shown: list[str] = []
        self.count = 1
        self.class_picked = self.nickname_picked = ""

    def ask(self, most: int, classes: list[str], names: list[str]) -> None:
        """Begin: up to `most` children, the base's `classes`, the closed list of `names`."""
        self._most, self._classes, self._names = most, classes, names
        self.count = min(self.count, most)
        self.more()

    def forget(self) -> None:
        """The visit is over."""
        self.count = 1
        self.class_picked = self.nickname_picked = ""
        self._shown = []
        self.changed.emit()

    @Property(int, notify=changed)
    def most(self) -> int:
        return self._most

    @Property(int, notify=changed)
    def players(self) -> int:
        return self.count

    @Property(list, notify=changed)
    def classes(self) -> list[str]:
        return self._classes

    @Property(str, notify=changed)
    def classLabel(self) -> str:
        return self.class_picked

    @Property(list, notify=changed)
    def nicknames(self) -> list[str]:
        return self._shown

    @Property(str, notify=changed)
    def nickname(self) -> str:
        return self.nickname_picked

    @Slot(int)
    def setPlayers(self, players: int) -> None:
        self.count = players
        self.changed.emit()

    @Slot(int)
    def stepClass(self, steps: int) -> None:
        """Go on or back in the list of classes; before the first and after the last stands "none"."""
        labels = ["", *self._classes]
        self.class_picked = labels[(labels.index(self.class_picked) + steps) % len(labels)]
        self.changed.emit()

    @Slot(str)
    def pickNickname(self, nickname: str) -> None:
        """Pick a nickname, or put it back."""
        self.nickname_picked = "" if nickname == self.nickname_picked else nickname
        self.changed.emit()

    @Slot()
    def more(self) -> None:
        """Other names from the list; a picked one that leaves the screen is put back."""
        self._shown = self._random.sample(self._names, min(SHOWN, len(self._names)))
        self.nickname_picked = ""
        self.changed.emit()
