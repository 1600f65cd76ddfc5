"""What a rehearsal saw: pictures, times, and what Qt complained of."""

import statistics
import sys
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage

from kiosk.store import Store

ALLOWED = (
    "This plugin does not support propagateSizeHints()",
    # A window that is closed in the turn in which its last animation ends: Qt stops its driver twice.
    "QUnifiedTimer::stopAnimationDriver: driver is not running",
)
"""Messages of Qt and its offscreen platform that say nothing about us."""
QUICKLY = 80
"""How Qt is told to write a PNG in a quarter of the time, a sixth larger."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen that was looked at; `ms` is how long after the touch before it it stood still."""

    station: str
    name: str
    picture: str
    ms: float


class Warnings:
    """Collects Qt's and QML's messages from warning up, without those that are allowed, and exceptions in slots."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._before = qInstallMessageHandler(self._heard)
        self._hook = sys.excepthook
        sys.excepthook = self._raised

    def stop(self) -> None:
        """Give Qt and Python their old handlers back."""
        qInstallMessageHandler(self._before)
        sys.excepthook = self._hook

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.texts.append("".join(traceback.format_exception(kind, error, trace)))

    def _heard(self, kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not (text or "").startswith(ALLOWED):
            self.texts.append(text or "")


@dataclass(slots=True)
class Report:
    """`report.json` of `kiosk tour`."""

    screens: list[Screen] = field(default_factory=list)
    answers: int = 0
    journal_rows: int = 0
    first_frame_ms: float = 0.0
    touches_ms: list[float] = field(default_factory=list)
    microphone: str = ""
    warnings: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def look(self, out: Path, image: QImage, station: str, name: str, ms: float, size: str) -> None:
        """Save a picture of a screen; an empty one is a fault."""
        picture = f"{size}-{len(self.screens) + 1:02}-{station}-{name}.png"
        if is_empty(image) or not image.save(str(out / picture), "PNG", QUICKLY):  # type: ignore[call-overload]
            self.faults.append(f"picture {picture} is empty or could not be written")
        self.screens.append(Screen(station, name, picture, round(ms, 1)))

    def count(self, store: Store) -> None:
        """Take the number of rehearsal answers and of all journal rows from `store`."""
        with store.read() as connection:
            self.journal_rows = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
            self.answers = connection.execute(
                "SELECT count(*) FROM journal WHERE kind = 'item_answered' AND origin = 'rehearsal'"
            ).fetchone()[0]

    def as_json(self) -> dict[str, Any]:
        """The report in the shape that CONTRACTS promise."""
        return {
            "screens": [asdict(screen) for screen in self.screens],
            "answers": self.answers,
            "journal_rows": self.journal_rows,
            "first_frame_ms": round(self.first_frame_ms, 1),
            "touch_to_frame_ms": {"median": percentile(self.touches_ms, 50), "p95": percentile(self.touches_ms, 95)},
            "microphone": self.microphone,
            "warnings": self.warnings,
            "faults": self.faults,
        }


def percentile(values: list[float], share: int) -> float:
    """The `share`th percentile, 0 for no values."""
    if len(values) < 2:
        return round(values[0], 2) if values else 0.0
    return round(statistics.quantiles(values, n=100, method="inclusive")[share - 1], 2)


def is_empty(image: QImage) -> bool:
    """Whether the picture shows nothing: one colour everywhere."""
    if image.isNull():
        return True
    small = image.scaled(32, 32)
    return len({small.pixel(x, y) for x in range(32) for y in range(32)}) < 2
