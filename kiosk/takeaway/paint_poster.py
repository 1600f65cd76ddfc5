"""The poster of 承诺桥, A4 or A3 upright: the bridge at night with the class's lanterns, and what they promised."""

import json
from functools import cache

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPen

from kiosk.core.places import program_folder
from kiosk.takeaway.paint import CERTIFICATE, CORAL, INK, MIDDLE, SOFT, Pen, Sheet
from kiosk.takeaway.poster import Poster

NIGHT, WATER, LIGHT, PAPER = (QColor(one) for one in ("#1B2A4A", "#1F3A5B", "#FFD27A", "#FFF6E6"))
SCALE = 0.7
"""Units of the poster for one pixel of the bridge's picture."""
PICTURE = QRectF(-252, 112, 1920 * SCALE, 1080 * SCALE)
SIDE, EDGE = 60.0, 20.0
"""A lantern's width, and how near to the edge one may hang."""
ROWS = 4
PANEL = QRectF(40, 826, 760, 322)


def poster_sheet(words: Poster, paper_mm: QSizeF) -> Sheet:
    """The poster on paper of that size in millimetres (of the A series)."""

    def paint(pen: Pen) -> None:
        page = QRectF(0, 0, CERTIFICATE.width(), CERTIFICATE.height())
        pen.painter.fillRect(page, NIGHT)
        pen.painter.fillRect(page.adjusted(0, PICTURE.center().y(), 0, 0), WATER)
        # Strokes of the picture reach beyond its edges.
        pen.painter.setClipRect(PICTURE)
        pen.picture("pledge-bridge", PICTURE)
        pen.painter.setClipRect(page)
        pen.write(QRectF(50, 24, 740, 92), words.title, 68, bold=True, color=LIGHT, place=MIDDLE, least=36, wrap=False)
        pen.write(QRectF(60, 112, 720, 46), words.subtitle, 30, color=PAPER, place=MIDDLE)
        _hang(pen, words.lanterns)
        _panel(pen, words)

    return Sheet(CERTIFICATE, paper_mm, paint)


@cache
def knots() -> tuple[tuple[float, float], ...]:
    """Where lanterns can hang on the poster, in its units: row by row, those that are on the paper."""
    told = json.loads((program_folder() / "assets" / "art" / "pledge-bridge.json").read_text("utf-8"))["landscape"]
    placed = [(PICTURE.x() + x * SCALE, PICTURE.y() + y * SCALE) for x, y in told[: len(told) // ROWS * ROWS]]
    return tuple(one for one in placed if EDGE + SIDE / 2 <= one[0] <= CERTIFICATE.width() - EDGE - SIDE / 2)


def _hang(pen: Pen, lanterns: tuple[tuple[str, str, str], ...]) -> None:
    """The newest, as many as there is room for, spread over the whole bridge."""
    free = knots()
    shown = lanterns[-len(free) :]
    for number, (lantern, pattern, icon) in enumerate(shown):
        x, y = free[number * len(free) // len(shown)]
        for picture in filter(None, (lantern, pattern)):
            pen.picture(picture, QRectF(x - SIDE / 2, y - 2, SIDE, SIDE * 1.3))
        if icon:
            side = SIDE * 0.3
            pen.picture(f"icon/{icon}", QRectF(x - side / 2, y - 2 + SIDE * 0.69 - side / 2, side, side))


def _panel(pen: Pen, words: Poster) -> None:
    """What was promised, on paper."""
    painter = pen.painter
    painter.setPen(QPen(INK, 5))
    painter.setBrush(PAPER)
    painter.drawRoundedRect(PANEL, 30, 30)
    painter.setPen(QPen(QColor("#F2A65A"), 2.5))
    painter.drawRoundedRect(PANEL.adjusted(12, 12, -12, -12), 20, 20)
    pen.picture("yingying-cheer", QRectF(PANEL.right() - 172, PANEL.y() - 116, 156, 156))
    pen.write(QRectF(70, PANEL.y() + 20, 560, 48), words.heading, 34, bold=True, color=CORAL)
    for place, (icon, text) in enumerate(words.promises):
        x, y = 70 + place % 2 * 360, PANEL.y() + 76 + place // 2 * 68
        pen.picture(f"icon/{icon}", QRectF(x, y + 6, 52, 52))
        pen.write(QRectF(x + 64, y, 284, 64), text, 25, bold=True)
    pen.write(QRectF(70, PANEL.bottom() - 42, 700, 30), words.foot, 19, color=SOFT, place=MIDDLE)
