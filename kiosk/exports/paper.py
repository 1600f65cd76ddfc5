"""Papers to hand in, sign or cut out: A4 PDFs in the house's look with our own font, by fpdf2. No Qt.

Lengths are millimetres, sizes of letters points. The same calls give the same bytes.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from kiosk.core.words import say
from kiosk.exports import house_colours as colour
from kiosk.exports.paper_area import Area
from kiosk.exports.paper_look import BAND, MARGIN
from kiosk.exports.paper_table import table
from kiosk.exports.typeset import wrapped

Thing = TypeVar("Thing")
BODY = 10.5
LINE = 6.0
GAP = 3.5


class Paper:
    """A document that grows from top to bottom and turns the page by itself.

    `made` is the day it was made, as `2026-11-20`; `base` stands in the band and in each footer.
    """

    def __init__(
        self,
        title: str,
        *,
        base: str = "",
        made: str = "",
        subtitle: str = "",
        landscape: bool = False,
        language: str = "zh",
    ) -> None:
        # fpdf is loaded here: a quarter of a second that only papers wait for.
        from kiosk.exports.paper_sheet import Sheet

        day = say("exports.paper_made", language, day=made) if made else ""
        product = say("exports.paper_product", language)
        foot = " · ".join(filter(None, (base, day, product)))
        self._sheet = Sheet(title, foot, language, landscape)
        if made:
            self._sheet.set_creation_date(datetime.fromisoformat(made).replace(tzinfo=UTC))
        self._sheet.add_page()
        self._head(title, subtitle, base)

    @property
    def width(self) -> float:
        """How wide what stands between the margins can be."""
        return float(self._sheet.epw)

    def heading(self, text: str, room_mm: float = 24) -> None:
        """A heading that stays with the whole block that follows it, or with the next `room_mm` of a longer one."""
        lines = wrapped(text, self.width - 6, self._sheet.measure(14, True))
        self._sheet.hold(3.5 + 8 * len(lines) + 2, room_mm, lambda: self._heading(lines))

    def _heading(self, lines: Sequence[str]) -> None:
        sheet = self._sheet
        if not sheet.at_top:
            sheet.ln(3.5)
        top = sheet.get_y()
        sheet.box(MARGIN, top + 1, 2.2, 8 * len(lines) - 2, colour.LANTERN, 1.1)
        for place, line in enumerate(lines):
            sheet.words(line, MARGIN + 5.5, top + 8 * place, height=8, size=14, bold=True, fill=colour.NIGHT)
        sheet.set_y(top + 8 * len(lines) + 2)

    def paragraph(self, text: str) -> None:
        """Running text, left-aligned."""
        self._flow(text, MARGIN, self.width)
        self._sheet.ln(2)

    def note(self, text: str) -> None:
        """A remark in a tinted box."""
        sheet = self._sheet
        lines = wrapped(text, self.width - 12, sheet.measure(9.5, False))
        height = 5.4 * len(lines) + 6
        sheet.need(height)
        top = sheet.get_y()
        sheet.box(MARGIN, top, self.width, height, colour.PAPER, 2.5)
        sheet.box(MARGIN, top, 1.6, height, colour.GLOW, 0.8)
        for place, line in enumerate(lines):
            sheet.words(line, MARGIN + 6, top + 3 + 5.4 * place, height=5.4, size=9.5, fill=colour.INK)
        sheet.set_y(top + height + GAP)

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Cards with a big number each, up to four in a row, for `(label, value)`."""
        sheet = self._sheet
        across = min(4, max(1, len(pairs))) if len(pairs) != 5 and len(pairs) != 6 else 3
        width = (self.width - 4 * (across - 1)) / across
        for start in range(0, len(pairs), across):
            row = pairs[start : start + across]
            labels = [wrapped(label, width - 8, sheet.measure(9, False)) for label, _ in row]
            height = 17 + 4.8 * max(map(len, labels))
            sheet.need(height)
            top = sheet.get_y()
            for place, ((_, value), label) in enumerate(zip(row, labels, strict=True)):
                x = MARGIN + place * (width + 4)
                sheet.box(x, top, width, height, colour.PAPER, 3)
                sheet.box(x, top, width, 1.4, colour.GLOW, 0.7)
                sheet.words(value, x + 4, top + 4, height=9, size=sheet.fitting(value, width - 8, 21), bold=True)
                for line, words in enumerate(label):
                    at = top + 13.5 + 4.8 * line
                    sheet.words(words, x + 4, at, height=4.8, size=9, fill=colour.INK_SOFT)
            sheet.set_y(top + height + 4)

    def table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] | None = None
    ) -> None:
        """A table whose header stands again on each page; `widths` are shares, else they follow the contents."""
        table(self._sheet, headings, rows, widths)
        self._sheet.ln(GAP)

    def chart(self, svg: str, width_mm: float = 170, caption: str = "") -> None:
        """A chart of `charts`, or another SVG, with its caption above it; both stay on one page."""
        sheet = self._sheet
        width = min(width_mm, self.width)
        picture = sheet.picture_of(svg, width)
        height = min(picture.height, sheet.eph - 30)
        width = width * height / picture.height
        sheet.need(height + (9 if caption else 2))
        if caption:
            for line in wrapped(caption, self.width, sheet.measure(BODY, True)):
                sheet.words(line, MARGIN, sheet.get_y(), height=6, size=BODY, bold=True, fill=colour.DUSK)
                sheet.set_y(sheet.get_y() + 6)
            sheet.ln(1.5)
        picture.draw(MARGIN, sheet.get_y(), width)
        sheet.set_y(sheet.get_y() + height + GAP)

    def checkboxes(self, texts: Sequence[str]) -> None:
        """A list to tick by pen."""
        for text in texts:
            self._sheet.need(LINE)
            self._sheet.frame(MARGIN + 0.5, self._sheet.get_y() + 0.9, 4.2, 4.2, colour.INK, 0.35)
            self._flow(text, MARGIN + 8, self.width - 8)
            self._sheet.ln(1.6)

    def lines(self, labels: Sequence[str]) -> None:
        """Lines to write on, two beside each other, each with its label; a few stay together on one page."""
        sheet, half = self._sheet, (self.width - 10) / 2
        sheet.need(13 * min(6, (len(labels) + 1) // 2))
        for start in range(0, len(labels), 2):
            sheet.need(13)
            top = sheet.get_y()
            for place, label in enumerate(labels[start : start + 2]):
                x = MARGIN + place * (half + 10)
                sheet.words(label, x, top + 4, height=LINE, size=BODY)
                begin = min(x + sheet.measure(BODY, False)(label) + 3, x + half - 20)
                sheet.stroke(begin, top + 10, x + half, top + 10, colour.INK_SOFT, 0.3)
            sheet.set_y(top + 13)

    def cards(
        self,
        things: Sequence[Thing],
        *,
        columns: int,
        draw: Callable[[Area, Thing], None],
        height_mm: float = 54,
    ) -> None:
        """A grid to cut out along dashed lines: `draw` fills the `Area` of each thing, `height_mm` high."""
        sheet, width = self._sheet, self.width / columns
        for start in range(0, len(things), columns):
            sheet.need(height_mm)
            top = sheet.get_y()
            for place, thing in enumerate(things[start : start + columns]):
                x = MARGIN + place * width
                sheet.dashes(x, top, width, height_mm)
                draw(Area(sheet, x, top, width, height_mm), thing)
            sheet.set_y(top + height_mm)
        sheet.ln(GAP)

    def gap(self, millimetres: float = GAP) -> None:
        """Some empty room."""
        self._sheet.need(0)
        self._sheet.ln(millimetres)

    def page(self) -> None:
        """Go on with a new page."""
        self._sheet.need(0)
        self._sheet.add_page()

    def lock(self, password: str) -> None:
        """Let the document open by this password only, by AES-256."""
        from fpdf.enums import EncryptionMethod

        # Owner and user are the same: a reader shows everything or nothing.
        self._sheet.set_encryption(password, password, EncryptionMethod.AES_256)

    def bytes(self) -> bytes:
        """The whole document. Call it once, at the end."""
        self._sheet.need(0)
        self._sheet.feet()
        return bytes(self._sheet.output())

    def _head(self, title: str, subtitle: str, base: str) -> None:
        """The band of the first page with the titles on it."""
        sheet = self._sheet
        sheet.band()
        room = sheet.w * 0.60 - MARGIN
        size = sheet.fitting(title, room, 21, least=15)
        titles = wrapped(title, room, sheet.measure(size, True))[:2]
        smaller = [line for text in (subtitle, base) if text for line in wrapped(text, room, sheet.measure(10, False))]
        top = (BAND - 1 - 9 * len(titles) - 5.2 * len(smaller)) / 2
        for line in titles:
            sheet.words(line, MARGIN, top, height=9, size=size, bold=True, fill=colour.WHITE)
            top += 9
        for line in smaller:
            sheet.words(line, MARGIN, top + 0.6, height=5.2, size=10, fill=colour.GLOW_LIGHT)
            top += 5.2
        sheet.set_y(BAND + 8)

    def _flow(self, text: str, x: float, width: float) -> None:
        """Lines of running text; the page turns between them."""
        sheet = self._sheet
        for line in wrapped(text, width, sheet.measure(BODY, False)):
            sheet.need(LINE)
            sheet.words(line, x, sheet.get_y(), height=LINE, size=BODY)
            sheet.set_y(sheet.get_y() + LINE)
