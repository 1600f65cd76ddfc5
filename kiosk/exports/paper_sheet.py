"""The sheet of paper under `Paper`: fpdf2 with our font, footer and the few strokes we draw with."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from fpdf import FPDF
from fpdf.svg import SVGObject

from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.exports import house_colours as colour
from kiosk.exports.paper_look import BAND, FOOT, MARGIN, band
from kiosk.exports.typeset import Measure

# fpdf says in the log of every <title> that it skips it; it is meant for readers of web pages.
logging.getLogger("fpdf.svg").setLevel(logging.ERROR)

FAMILY = "Fingertip"
FONTS = {"": "FingertipSansSC-Regular.otf", "B": "FingertipSansSC-Bold.otf"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing at a width: how high it is then, and what draws it at x, y and a width."""

    height: float
    draw: Callable[[float, float, float], None]


@dataclass(frozen=True, slots=True)
class Held:
    """What waits for the block below it, in millimetres."""

    height: float
    room: float
    draw: Callable[[], None]


class Sheet(FPDF):
    """An A4 document with our fonts; `foot` stands at the foot of each page, beside its number."""

    def __init__(self, title: str, foot: str, language: str, landscape: bool) -> None:
        super().__init__(orientation="landscape" if landscape else "portrait", format="A4", unit="mm")
        self._head, self._foot, self._language = title, foot, language
        for style, file in FONTS.items():
            self.add_font(FAMILY, style, program_folder() / "assets" / "fonts" / file)
        self.set_title(title)
        self.set_lang("zh-CN" if language == "zh" else "en")
        self.set_creator(say("exports.paper_product", language))
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(False, FOOT)
        self.c_margin = 0.0
        self._held: Held | None = None

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on this page yet."""
        return float(self.get_y()) <= (BAND + 8.1 if self.page_no() == 1 else MARGIN + 0.1)

    def hold(self, height: float, room: float, draw: Callable[[], None]) -> None:
        """Keep something `height` high back until it is known what follows: at least `room` of that stays with it."""
        self.need(0)
        self._held = Held(height, room, draw)

    def need(self, height: float) -> None:
        """Turn the page unless `height` is free on this one; then draw what was held back for it."""
        held, self._held = self._held, None
        if held is not None:
            height = held.height + max(held.room, height)
        if self.get_y() + height > self.h - FOOT and not self.at_top:
            self.add_page()
        if held is not None:
            held.draw()

    def measure(self, size: float, bold: bool) -> Measure:
        """How wide texts of this look are, in millimetres."""

        @cache
        def wide(letter: str) -> float:
            self.set_font(FAMILY, "B" if bold else "", size)
            return float(self.get_string_width(letter))

        return lambda text: sum(map(wide, text))

    def fitting(self, text: str, width: float, size: float, least: float = 9) -> float:
        """The size, at most `size`, at which `text` is no wider than `width`; never under `least`."""
        wide = self.measure(size, True)(text)
        return size if wide <= width else max(least, size * width / wide * 0.99)

    def words(
        self,
        text: str,
        x: float,
        y: float,
        *,
        height: float,
        size: float,
        bold: bool = False,
        fill: str = colour.INK,
        width: float = 0,
        align: str = "L",
    ) -> None:
        """One line of text in the middle of `height`; with `width`, `align` is L, C or R within it."""
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(fill)
        self.set_xy(x, y)
        self.cell(width or None, height, text, align=align)

    def box(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """A filled rectangle."""
        self.set_fill_color(fill)
        self.rect(x, y, width, height, style="F", round_corners=radius > 0, corner_radius=radius)

    def frame(self, x: float, y: float, width: float, height: float, ink: str, thick: float) -> None:
        """An empty rectangle."""
        self.set_draw_color(ink)
        self.set_line_width(thick)
        self.rect(x, y, width, height)

    def stroke(self, x1: float, y1: float, x2: float, y2: float, ink: str, thick: float) -> None:
        """A straight line."""
        self.set_draw_color(ink)
        self.set_line_width(thick)
        self.line(x1, y1, x2, y2)

    def dashes(self, x: float, y: float, width: float, height: float) -> None:
        """Where to cut."""
        self.set_dash_pattern(dash=1.6, gap=1.4)
        self.frame(x, y, width, height, colour.MIST, 0.25)
        self.set_dash_pattern()

    def picture_of(self, svg: str, width: float) -> Picture:
        """An SVG to draw; its own proportions give the height."""
        _, _, wide, high = SVGObject(svg).viewbox or (0, 0, 1, 1)

        def draw(x: float, y: float, across: float) -> None:
            self.image(svg.encode(), x=x, y=y, w=across)

        return Picture(width * high / wide, draw)

    def band(self) -> None:
        """The band across the top of the first page."""
        self.picture_of(band(self.w), self.w).draw(0, 0, self.w)

    def header(self) -> None:
        """Further pages: the title once more, small."""
        if self.page_no() == 1:
            return
        self.box(0, 0, self.w, 3, colour.NIGHT)
        self.box(0, 3, self.w, 0.8, colour.GLOW)
        size = self.fitting(self._head, self.epw, 9, least=6)
        self.words(self._head, MARGIN, 7, height=5, size=size, fill=colour.INK_SOFT)
        self.set_y(MARGIN)

    def feet(self) -> None:
        """Foot and number on every page, once all are there."""
        pages = self.page_no()
        for page in range(1, pages + 1):
            self.page = page
            # fpdf does not write down again what it believes to be set; on this page it is not.
            self.font_family, self.line_width, self.draw_color = "", 0.0, self.DEFAULT_DRAW_COLOR
            y = self.h - 12
            self.stroke(MARGIN, y, self.w - MARGIN, y, colour.GRID, 0.3)
            self.words(self._foot, MARGIN, y + 1.5, height=5, size=8, fill=colour.INK_SOFT)
            number = say("exports.paper_page", self._language, page=page, pages=pages)
            self.words(number, MARGIN, y + 1.5, height=5, size=8, fill=colour.INK_SOFT, width=self.epw, align="R")
