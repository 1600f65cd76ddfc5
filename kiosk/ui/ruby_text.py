"""Text with pinyin above the characters and cue marks on them: what QML's Text cannot do."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Property, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui.pinyin import syllables
from kiosk.ui.ruby_layout import Mark, Placed, cells, place

QML_IMPORT_NAME = "kiosk.ui"
QML_IMPORT_MAJOR_VERSION = 1
RUBY_SIZE = 0.46
MARKED = 2
SMALLEST = 0.62
"""A text that does not fit its height shrinks to this share of its size at most."""


@dataclass(frozen=True, slots=True)
class TextSpec:
    """All that a RubyText shows; the names are QML's.

    `marks` are `{"start", "end", "number"}` maps; passages to touch add `look` and `key` (`ruby_layout.Mark`). The
    first `read` characters are painted in `readColor`.
    """

    text: str = ""
    pixelSize: int = 34
    bold: bool = False
    color: QColor = field(default_factory=lambda: QColor("black"))
    family: str = ""
    pinyin: bool = False
    overrides: dict[str, str] = field(default_factory=dict)
    marks: list[dict[str, Any]] = field(default_factory=list)
    shownMarks: int = 99
    centred: bool = False
    fit: bool = False
    read: int = 0
    readColor: QColor = field(default_factory=lambda: QColor("gray"))
    markGround: QColor = field(default_factory=lambda: QColor("yellow"))
    markDisc: QColor = field(default_factory=lambda: QColor("red"))
    markLine: QColor = field(default_factory=lambda: QColor("blue"))


@QmlElement
class RubyText(QQuickPaintedItem):
    """Paints `spec.text`; with `pinyin` each Chinese character carries its syllable; `marks` point at cues.

    With `fit` the text shrinks until it fits the item's height. `contentHeight` is the painted height in pixels.
    """

    specChanged = Signal()
    laidOut = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._spec = TextSpec()
        self._placed: list[Placed] = []
        self._lines = 0
        self._size = 34
        self.setAntialiasing(True)
        # PySide 6.9.3 never lets go of the Python half of what QML made: empty it when Qt's half goes.
        held = self.__dict__
        self.destroyed.connect(lambda: held.clear())

    def _get_spec(self) -> dict[str, Any]:
        return {name: getattr(self._spec, name) for name in TextSpec.__dataclass_fields__}

    def _set_spec(self, fields: dict[str, Any]) -> None:
        spec = TextSpec(**fields)
        if spec != self._spec:
            self._spec = spec
            self.specChanged.emit()
            self._lay_out()

    spec = Property(dict, _get_spec, _set_spec, notify=specChanged)

    def _content_height(self) -> float:
        return self._lines * self._line_height()

    contentHeight = Property(float, _content_height, notify=laidOut)

    def geometryChange(self, new: QRectF | QRect, old: QRectF | QRect) -> None:
        """Lay out again when the width (or a fitted height) changes."""
        super().geometryChange(new, old)
        if new.width() != old.width() or (self._spec.fit and new.height() != old.height()):
            self._lay_out()

    def paint(self, painter: QPainter) -> None:
        """Draw grounds and discs of the visible marks, then the characters, then their pinyin."""
        font, small = self._font(self._size), self._font(round(self._size * RUBY_SIZE))
        metrics, line_height = QFontMetricsF(font), self._line_height()
        ruby_height = QFontMetricsF(small).height() if self._spec.pinyin else 0.0
        top, widths, at = self._top(), self._line_widths(), 0
        for one in self._placed:
            shift = (self.width() - widths[one.line]) / 2 if self._spec.centred else 0.0
            box = QRectF(one.x + shift, top + one.line * line_height + ruby_height, one.cell.width, metrics.height())
            if 0 < one.cell.mark <= self._spec.shownMarks:
                self._paint_mark(painter, one, box)
            elif one.cell.look:
                self._paint_passage(painter, one, box)
            painter.setPen(self._spec.readColor if at < self._spec.read else self._spec.color)
            at += len(one.cell.text)
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, one.cell.text)
            if one.cell.ruby:
                painter.setFont(small)
                above = QRectF(box.x() - box.width(), box.y() - ruby_height * 0.92, box.width() * 3, ruby_height)
                painter.drawText(above, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, one.cell.ruby)

    def _paint_mark(self, painter: QPainter, one: Placed, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if not one.cell.disc:
            painter.setBrush(self._spec.markGround)
            painter.drawRect(box)
            painter.setBrush(self._spec.color)
            thick = max(2.0, self._size / 12)
            painter.drawRect(QRectF(box.x(), box.bottom() - thick, box.width(), thick))
            return
        painter.setBrush(self._spec.markDisc)
        radius = self._size * 0.46
        painter.drawEllipse(box.center(), radius, radius)
        painter.setPen(QColor("white"))
        number_font = self._font(round(self._size * 0.62))
        number_font.setBold(True)
        painter.setFont(number_font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(one.cell.disc))

    def _paint_passage(self, painter: QPainter, one: Placed, box: QRectF) -> None:
        """A passage that can be touched: dots below it, or light ground and a line when it is marked."""
        marked = one.cell.look == MARKED
        if marked:
            painter.fillRect(box, self._spec.markGround)
        pen = QPen(self._spec.markLine, max(2.0, self._size / 12))
        pen.setStyle(Qt.PenStyle.SolidLine if marked else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        y = box.bottom() - pen.widthF() / 2
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    @Slot(float, float, float, result=str)
    def passageAt(self, x: float, y: float, reach: float) -> str:
        """The key of the passage nearest to a touch at `x`, `y`, at most `reach` away (pixels); else empty."""
        found = ""
        line_height, top = self._line_height(), self._top()
        widths = self._line_widths()
        for one in self._placed:
            left = one.x + ((self.width() - widths[one.line]) / 2 if self._spec.centred else 0.0)
            upper = top + one.line * line_height
            aside = max(left - x, x - left - one.cell.width, 0.0)
            off = max(upper - y, y - upper - line_height, 0.0)
            if one.cell.key and (distance := max(aside, off)) <= reach:
                found, reach = one.cell.key, distance
        return found

    def _top(self) -> float:
        """Where the first line begins, in pixels."""
        return max(0.0, (self.height() - self._content_height()) / 2) if self._spec.fit else 0.0

    def _font(self, size: int) -> QFont:
        font = QFont(self._spec.family)
        font.setPixelSize(max(1, size))
        font.setBold(self._spec.bold)
        return font

    def _line_height(self) -> float:
        height = QFontMetricsF(self._font(self._size)).height() * (0.98 if self._spec.pinyin else 1.0)
        if self._spec.pinyin:
            height += QFontMetricsF(self._font(round(self._size * RUBY_SIZE))).height() * 0.95
        return height

    def _line_widths(self) -> list[float]:
        widths = [0.0] * max(1, self._lines)
        for one in self._placed:
            widths[one.line] = max(widths[one.line], one.x + one.cell.width)
        return widths

    def _lay_out(self) -> None:
        """Place all cells at the wanted size, smaller while the height does not suffice."""
        self._size = self._spec.pixelSize
        self._place_at(0)
        self.setImplicitWidth(max(self._line_widths()) + 1)
        self._place_at(self.width())
        # The wish is told before shrinking: a height that follows it must not be followed in turn.
        self.setImplicitHeight(self._content_height())
        least = self._spec.pixelSize * SMALLEST
        while self._spec.fit and self._size > least and self._content_height() > self.height() > 0:
            self._size -= 1
            self._place_at(self.width())
        self.laidOut.emit()
        self.update()

    def _place_at(self, width: float) -> None:
        spec = self._spec
        overrides = tuple((str(key), str(value)) for key, value in spec.overrides.items())
        ruby = syllables(spec.text, overrides) if spec.pinyin else ("",) * len(spec.text)
        metrics = QFontMetricsF(self._font(self._size))
        small = QFontMetricsF(self._font(round(self._size * RUBY_SIZE)))
        gap = self._size * 0.1

        def measure(piece: str, reading: str) -> float:
            above = small.horizontalAdvance(reading) + gap if reading else 0.0
            return max(metrics.horizontalAdvance(piece), above)

        marks = [
            Mark(int(one["start"]), int(one["end"]), int(one["number"]), int(one.get("look", 0)), one.get("key", ""))
            for one in spec.marks
        ]
        shown = [mark for mark in marks if mark.number <= spec.shownMarks]
        pieces = cells(spec.text, ruby, shown, measure, self._size * 1.05)
        self._placed, self._lines = place(pieces, width)
