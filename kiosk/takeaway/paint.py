"""Painting what a child takes home, on a screen picture or on paper: result card, certificate, receipt.

Every sheet has a room of its own units (`CARD`, `CERTIFICATE`, a receipt's dots) and is painted into any rectangle.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.takeaway.code import QUIET, modules
from kiosk.takeaway.wording import Certificate, Challenge, TakeHome

CARD = QSizeF(1200, 800)
CERTIFICATE = QSizeF(840, 1188)
A4_MM, A3_MM = QSizeF(210, 297), QSizeF(297, 420)
CARD_MM = QSizeF(210, 140)
DOTS_PER_MM = 8
"""Receipt printers have 203 dots an inch."""
PRINTED_MM = {58: 48, 80: 72}
"""How much of a receipt's paper is printed on."""
RESOLUTION = 300
SKILLS = QRectF(106, 378, 628, 248)
LEAST = 13
"""Words do not get smaller than that, in units of the sheet; in `CERTIFICATE` that is 3 mm."""
INK, SOFT, CORAL, SKY = QColor("#2B2A33"), QColor("#5A5560"), QColor("#A93A25"), QColor("#1D6396")
BLACK = QColor(Qt.GlobalColor.black)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter
Written = tuple[str, bool, Qt.AlignmentFlag]
"""A line of a receipt: its words, whether they are bold, and how they stand."""
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something to paint: its room in units, its paper in millimetres, and who paints it."""

    room: QSizeF
    paper_mm: QSizeF
    paint: Callable[["Pen"], None]
    printed_mm: float = 0.0
    """How much of the paper's width is printed on, in its middle; 0: all of it."""


@dataclass(slots=True)
class Pen:
    """A painter with the house's family. All lengths are units of the sheet."""

    painter: QPainter
    family: str
    tight: bool = False
    """Whether some words did not fit their room even at the smallest size."""

    def write(
        self,
        room: QRectF,
        text: str,
        size: int,
        *,
        bold: bool = False,
        color: QColor = INK,
        place: Qt.AlignmentFlag = LEFT,
        least: int = LEAST,
        wrap: bool = True,
    ) -> None:
        """Write `text` into `room`, as large as fits but at most `size`."""
        flags = int(place.value) | int((Qt.TextFlag.TextWordWrap if wrap else Qt.TextFlag.TextSingleLine).value)
        font = QFont(self.family)
        font.setBold(bold)
        for pixels in range(size, least - 1, -1):
            font.setPixelSize(pixels)
            self.painter.setFont(font)
            needed = self.painter.boundingRect(room, flags, text)
            if needed.width() <= room.width() and needed.height() <= room.height():
                break
        else:
            self.tight = True
        self.painter.setPen(color)
        self.painter.drawText(room, flags, text)

    def picture(self, name: str, room: QRectF) -> None:
        """`assets/art/<name>.svg`, or `assets/icons/…` for `icon/…`, filling `room`."""
        icon = name.removeprefix("icon/")
        path = program_folder() / "assets" / ("art" if icon == name else "icons") / f"{icon}.svg"
        QSvgRenderer(str(path)).render(self.painter, room)

    def code(self, text: str, room: QRectF) -> None:
        """The code of `text` on white, with sharp edges; `room` is a square that has the quiet border in it."""
        rows = modules(text)
        side = room.width() / (len(rows) + 2 * QUIET)
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.painter.fillRect(room, Qt.GlobalColor.white)
        for y, row in enumerate(rows):
            for start, length in _runs(row):
                corner = room.topLeft()
                at = QRectF(corner.x() + (QUIET + start) * side, corner.y() + (QUIET + y) * side, length * side, side)
                self.painter.fillRect(at, Qt.GlobalColor.black)
        self.painter.restore()


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Start and length of the black runs of a row."""
    runs: list[tuple[int, int]] = []
    for place, black in enumerate(row):
        if black and runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif black:
            runs.append((place, 1))
    return runs


def code_picture(text: str, side: int) -> QImage:
    """The code of `text`, at most `side` pixels wide and high: every module has the same whole number of pixels."""
    rows = modules(text)
    whole = len(rows) + 2 * QUIET
    pixels = max(1, side // whole) * whole
    image = QImage(pixels, pixels, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Pen(painter, "").code(text, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


def card_sheet(title: str, learned: tuple[str, ...], home: TakeHome, text: str, language: str) -> Sheet:
    """The result card; `text` is what its code carries."""

    def paint(pen: Pen) -> None:
        pen.picture("result-card", QRectF(0, 0, CARD.width(), CARD.height()))
        pen.write(QRectF(70, 140, 700, 70), title, 50, bold=True, color=CORAL)
        pen.write(QRectF(70, 216, 700, 66), "　".join(learned[:1]), 26, color=SOFT, least=16)
        for place, line in enumerate(home.lines[:3]):
            pen.write(QRectF(70, 288 + place * 64, 700, 62), line, 28, bold=place == 0, least=18)
        pen.write(QRectF(352, 492, 450, 66), home.numbers, 28, bold=True, color=SKY, place=MIDDLE, least=16)
        pen.code(text, QRectF(816, 132, 310, 310))
        pen.write(QRectF(806, 442, 330, 30), say("takeaway.scan", language), 22, color=SOFT, place=MIDDLE)

    return Sheet(CARD, CARD_MM, paint)


def certificate_sheet(words: Certificate, quiz: Challenge, language: str) -> Sheet:
    """The certificate, A4; the code at its foot carries the sealed answers."""

    def paint(pen: Pen) -> None:
        pen.picture("certificate", QRectF(0, 0, CERTIFICATE.width(), CERTIFICATE.height()))
        pen.write(QRectF(110, 186, 620, 88), words.title, 72, bold=True, color=CORAL, place=MIDDLE)
        if words.nickname:
            pen.write(QRectF(220, 278, 400, 48), words.nickname, 38, bold=True, place=MIDDLE)
        pen.painter.fillRect(QRectF(260, 326, 320, 2.5), CORAL)
        pen.write(QRectF(110, 336, 620, 38), words.line, 27, place=MIDDLE)
        _skills(pen, words.skills)
        pen.write(QRectF(110, 630, 620, 28), words.date, 20, color=SOFT, place=MIDDLE)
        pen.painter.fillRect(QRectF(110, 662, 620, 2), QColor("#F2A65A"))
        pen.write(QRectF(110, 672, 450, 34), quiz.title, 25, bold=True, color=SKY)
        for place, question in enumerate(quiz.questions):
            pen.write(QRectF(110, 710 + place * 42, 450, 40), f"{place + 1}  {question}", 21, wrap=False)
        pen.code(quiz.answers, QRectF(577, 668, 146, 146))
        pen.write(QRectF(560, 814, 180, 24), say("takeaway.challenge_scan", language), 17, color=SOFT, place=MIDDLE)

    return Sheet(CERTIFICATE, A4_MM, paint)


def _skills(pen: Pen, skills: tuple[tuple[str, str], ...]) -> None:
    """Seals with their skills: up to three beside the guide, else in two columns."""
    few = len(skills) <= 3
    lines = len(skills) if few else -(-len(skills) // 2)
    pitch = min(86.0, SKILLS.height() / max(1, lines))
    width = 420 if few else SKILLS.width() / 2
    top = SKILLS.y() + (SKILLS.height() - lines * pitch) / 2
    if few:
        pen.picture("yingying-cheer", QRectF(530, SKILLS.y() + 18, 210, 210))
    for place, (station, skill) in enumerate(skills):
        x, y = SKILLS.x() + (place // lines) * width, top + (place % lines) * pitch
        side = pitch - 8
        pen.picture(f"stamp-{station}", QRectF(x, y + 4, side, side))
        room = QRectF(x + side + 12, y, width - side - 18, pitch)
        pen.write(room, skill, 34 if few else 25, bold=True, wrap=False)


def receipt_sheet(
    title: str, home: TakeHome, text: str, quiz: Challenge, language: str, paper_mm: int, family: str
) -> Sheet:
    """Black on white for a receipt printer with paper of 58 or 80 mm, in its dots; as long as its words need."""
    width = PRINTED_MM[paper_mm] * DOTS_PER_MM
    size = 24 if paper_mm == 58 else 30
    parts: list[str | Written] = [
        *((line, True, MIDDLE) for line in (say("takeaway.head", language), title)),
        *((line, False, TOP) for line in home.lines),
        text,
        (say("takeaway.scan", language), False, MIDDLE),
        (quiz.title, True, TOP),
        *((f"{number}  {question}", False, TOP) for number, question in enumerate(quiz.questions, 1)),
        quiz.answers,
        (say("takeaway.challenge_scan", language), False, MIDDLE),
    ]
    side = min(width, 480)
    highs = [side if isinstance(one, str) else _high(one[0], family, size, width) + size * 0.5 for one in parts]

    def paint(pen: Pen) -> None:
        y = float(size)
        for part, high in zip(parts, highs, strict=True):
            if isinstance(part, str):
                pen.code(part, QRectF((width - side) / 2, y, side, side))
            else:
                line, bold, place = part
                pen.write(QRectF(0, y, width, high), line, size, bold=bold, color=BLACK, place=place)
            y += high

    high = sum(highs) + 2 * size
    return Sheet(QSizeF(width, high), QSizeF(paper_mm, high / DOTS_PER_MM), paint, PRINTED_MM[paper_mm])


def _high(text: str, family: str, size: int, width: int) -> float:
    """How high `text` is when it is wrapped within `width`; bold is the wider of the two."""
    font = QFont(family)
    font.setPixelSize(size)
    font.setBold(True)
    room = QRectF(0, 0, width - size / 2, 10_000)
    return QFontMetricsF(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), text).height()


def picture(sheet: Sheet, family: str, width: int) -> QImage:
    """The sheet as a picture `width` pixels wide."""
    size = QSize(width, round(width * sheet.room.height() / sheet.room.width()))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _paint(sheet, painter, family, size.width())
    painter.end()
    return image


def pdf(sheet: Sheet, family: str) -> bytes:
    """The sheet as a PDF of one page with its font inside."""
    return pdf_of([sheet], family)


def pdf_of(sheets: Sequence[Sheet], family: str) -> bytes:
    """Sheets (one at least) of one paper size as a PDF, a page each."""
    sheet, held = sheets[0], QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(RESOLUTION)
    writer.setCreator("")
    writer.setPageSize(QPageSize(sheet.paper_mm, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    dots = RESOLUTION / 25.4
    for number, one in enumerate(sheets):
        if number:
            writer.newPage()
        painter.save()
        printed = one.printed_mm or one.paper_mm.width()
        painter.translate((one.paper_mm.width() - printed) / 2 * dots, 0)
        _paint(one, painter, family, printed * dots)
        painter.restore()
    painter.end()
    return bytes(held.data().data())


def _paint(sheet: Sheet, painter: QPainter, family: str, width: float) -> None:
    painter.scale(width / sheet.room.width(), width / sheet.room.width())
    sheet.paint(Pen(painter, family))
