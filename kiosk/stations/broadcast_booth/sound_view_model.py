"""The microphone on the screen: the meter's cells and the wave of the last moments, 20 times a second."""

from collections import deque
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.core.booth import Level
from kiosk.stations.broadcast_booth import rules

QML_IMPORT_NAME = "kiosk.stations.broadcast_booth"
QML_IMPORT_MAJOR_VERSION = 1
BARS = 80
BEATS_A_BAR = 4
"""A bar stands for 0.2 s; sixteen seconds are in view."""


@QmlElement
class SoundViewModel(QObject):
    """What is heard; it remembers nothing but the heights of the bars in view."""

    cellsChanged = Signal()
    waveChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells = 0
        self._bars: deque[float] = deque(maxlen=BARS)
        self._beats = 0
        self._highest = 0.0

    @Property(int, notify=cellsChanged)
    def cells(self) -> int:
        """How many cells of the meter are lit, of `rules.CELLS`."""
        return self._cells

    @Property(list, constant=True)
    def zones(self) -> list[int]:
        """How many cells are quiet, good, loud."""
        return [rules.QUIET_CELLS, rules.GOOD_CELLS, rules.LOUD_CELLS]

    @Property(list, notify=waveChanged)
    def wave(self) -> list[Any]:
        """Heights of the bars so far, 0 to 1, the newest last."""
        return list(self._bars)

    @Property(int, constant=True)
    def bars(self) -> int:
        return BARS

    def hear(self, level: Level, *, recording: bool) -> None:
        """Take in a level; only a take draws a wave."""
        cells = rules.lit_cells(level)
        if cells != self._cells:
            self._cells = cells
            self.cellsChanged.emit()
        if recording:
            self._draw(rules.bar(level))

    def clear(self) -> None:
        """Nothing is heard."""
        self._cells, self._beats, self._highest = 0, 0, 0.0
        self._bars.clear()
        self.cellsChanged.emit()
        self.waveChanged.emit()

    def _draw(self, height: float) -> None:
        self._beats += 1
        self._highest = max(self._highest, height)
        if self._beats % BEATS_A_BAR == 0:
            self._bars.append(self._highest)
            self._highest = 0.0
            self.waveChanged.emit()
