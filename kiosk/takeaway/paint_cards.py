"""Sheets of return-code cards to cut out: A4, two by five, and the list for the drawer."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPen

from kiosk.core.words import say
from kiosk.takeaway.cards import A_PAGE, COLUMNS, LISTED, ROWS, ReturnCard, pages
from kiosk.takeaway.paint import A4_MM, CORAL, INK, MIDDLE, SKY, SOFT, Pen, Sheet

UNIT = 4.0
"""Units of the sheet a millimetre."""
SHEET = QSizeF(A4_MM.width() * UNIT, A4_MM.height() * UNIT)
CARD = QSizeF(90 * UNIT, 54 * UNIT)
CORNER = QPointF((SHEET.width() - COLUMNS * CARD.width()) / 2, (SHEET.height() - ROWS * CARD.height()) / 2)
TILE, CODE = 66.0, 96.0
"""The side of a picture and of the QR, in units: 16.5 and 24 mm."""


def card_sheets(cards: Sequence[ReturnCard], language: str) -> list[Sheet]:
    """All pages: the cards, then the list of seats and forms."""
    listed = [one for one in cards if one.form]
    return [
        *(_grid(page, language) for page in pages(cards)),
        *(_list(page, language) for page in pages(listed, LISTED)),
    ]


def _grid(cards: Sequence[ReturnCard], language: str) -> Sheet:
    def paint(pen: Pen) -> None:
        _cuts(pen)
        for place, card in enumerate(cards):
            x = CORNER.x() + place % COLUMNS * CARD.width()
            y = CORNER.y() + place // COLUMNS * CARD.height()
            _card(pen, card, QPointF(x, y), language)

    assert len(cards) <= A_PAGE
    return Sheet(SHEET, A4_MM, paint)


def _cuts(pen: Pen) -> None:
    """Where to cut: dashed, from edge to edge of the sheet."""
    line = QPen(QColor("#9A94A0"), 1.2)
    line.setDashPattern([6, 5])
    pen.painter.setPen(line)
    for column in range(COLUMNS + 1):
        x = CORNER.x() + column * CARD.width()
        pen.painter.drawLine(QLineF(x, 16, x, SHEET.height() - 16))
    for row in range(ROWS + 1):
        y = CORNER.y() + row * CARD.height()
        pen.painter.drawLine(QLineF(16, y, SHEET.width() - 16, y))


def _card(pen: Pen, card: ReturnCard, corner: QPointF, language: str) -> None:
    def room(x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(corner.x() + x, corner.y() + y, width, height)

    painter = pen.painter
    painter.setPen(QPen(QColor("#F2A65A"), 2.5))
    painter.setBrush(QColor("#FFFBF2"))
    painter.drawRoundedRect(room(9, 9, CARD.width() - 18, CARD.height() - 18), 16, 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.write(room(22, 16, 186, 34), say("takeaway.card_title", language), 24, bold=True, color=CORAL, wrap=False)
    pen.write(room(216, 16, 126, 34), card.place(language), 19, bold=True, color=SKY, place=MIDDLE, least=10)
    for number, picture in enumerate(card.pictures):
        x = 22 + number * (TILE + 7)
        painter.setPen(QPen(INK, 2))
        painter.setBrush(QColor("#FFE8C2"))
        painter.drawRoundedRect(room(x, 56, TILE, TILE + 22), 12, 12)
        pen.picture(f"code-{picture}", room(x + 7, 61, TILE - 14, TILE - 14))
        pen.write(room(x, TILE + 50, TILE, 26), f"{number + 1}", 19, bold=True, place=MIDDLE)
    pen.code(card.digits, room(CARD.width() - CODE - 19, 52, CODE, CODE))
    pen.write(room(22, 150, CARD.width() - 44, 52), say("takeaway.card_how", language), 15, color=SOFT, least=9)


def _list(cards: Sequence[ReturnCard], language: str) -> Sheet:
    """Seats and forms, for whoever keeps the paper forms. No picture stands here."""

    def paint(pen: Pen) -> None:
        pen.write(QRectF(60, 60, SHEET.width() - 120, 60), say("takeaway.list_title", language), 40, bold=True)
        note = say("takeaway.list_note", language)
        pen.write(QRectF(60, 124, SHEET.width() - 120, 72), note, 22, color=SOFT)
        for place, card in enumerate(cards):
            x, y = 60 + place // 20 * 246, 216 + place % 20 * 46
            pen.painter.setPen(QPen(QColor("#D9CDB8"), 1.5))
            pen.painter.drawLine(QLineF(x, y + 44, x + 222, y + 44))
            pen.write(QRectF(x, y, 106, 42), _seat(card, language), 22, bold=True, wrap=False)
            pen.write(QRectF(x + 108, y, 114, 42), card.form, 22, wrap=False, least=9)

    return Sheet(SHEET, A4_MM, paint)


def _seat(card: ReturnCard, language: str) -> str:
    return say("takeaway.list_seat", language, seat=card.seat) if card.seat else "—"
