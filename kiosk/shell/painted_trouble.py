"""The plain staff screen without QML: one window, painted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRasterWindow,
    QTouchEvent,
)

GROUND, PAPER, INK, INK2, JADE = (QColor(one) for one in ("#1B2A4A", "#FFF6E6", "#2B2A33", "#5A5560", "#1F8A63"))
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class PaintedTrouble(QRasterWindow):
    """Shows the texts of `trouble.texts` and calls `again` when the button is pressed by mouse or finger."""

    def __init__(
        self, chinese: dict[str, str], english: dict[str, str], detail: str, again: Callable[[], None]
    ) -> None:
        super().__init__()
        self._again = again
        self._button_text = f"{chinese['again']}  {english['again']}"
        self._button = QRect()
        self._lines = [(chinese["title"], 44, INK), (english["title"], 34, INK)]
        for name in ("what", "reason", "todo", "wait"):
            self._lines += [(chinese[name], 28, INK), (english[name], 22, INK2)]
        self._lines.append((detail, 20, INK2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A paper card with the lines below each other and the button at its foot."""
        unit = min(self.width() / 1080, self.height() / 1100)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), self.height(), GROUND)
        width = min(self.width() - round(48 * unit), round(1240 * unit))
        card = QRect((self.width() - width) // 2, round(24 * unit), width, self.height() - round(48 * unit))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PAPER)
        painter.drawRoundedRect(card, 28 * unit, 28 * unit)
        inner = card.adjusted(*(round(side * unit) for side in (56, 48, -56, -48)))
        self._paint_lines(painter, inner, unit)
        self._paint_button(painter, inner, unit)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Fingers count as well as the mouse, which Qt makes of them only on some systems."""
        if isinstance(event, QTouchEvent) and event.type() == QEvent.Type.TouchEnd:
            self._pressed([point.position().toPoint() for point in event.points() if _lifted(point)])
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click."""
        self._pressed([event.position().toPoint()])

    def _pressed(self, points: list[QPoint]) -> None:
        if any(self._button.contains(point) for point in points):
            self._again()

    def _paint_lines(self, painter: QPainter, inner: QRect, unit: float) -> None:
        top = inner.top()
        for text, size, colour in self._lines:
            self._use(painter, size * unit, colour)
            room = QRect(inner.left(), top, inner.width(), inner.bottom() - top)
            used = painter.drawText(room, int(WRAP), text)
            top += used.height() + round((4 if size in (44, 28) else 18) * unit)

    def _paint_button(self, painter: QPainter, inner: QRect, unit: float) -> None:
        self._button = QRect(0, 0, round(520 * unit), round(132 * unit))
        self._button.moveCenter(inner.center())
        self._button.moveBottom(inner.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(JADE)
        painter.drawRoundedRect(self._button, 44 * unit, 44 * unit)
        self._use(painter, 36 * unit, QColor("white"))
        painter.drawText(self._button, int(Qt.AlignmentFlag.AlignCenter), self._button_text)

    def _use(self, painter: QPainter, pixels: float, colour: QColor) -> None:
        font = QFont(painter.font())
        font.setPixelSize(max(1, round(pixels)))
        painter.setFont(font)
        painter.setPen(colour)


def _lifted(point: QEventPoint) -> bool:
    return point.state() == QEventPoint.State.Released
