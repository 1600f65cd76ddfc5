"""A piece of paper to draw on: what `Paper.cards` hands to whoever fills its cards."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exports import house_colours as colour
from kiosk.exports.typeset import wrapped

if TYPE_CHECKING:
    from kiosk.exports.paper_sheet import Sheet


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in millimetres; all coordinates given to its methods begin at its own upper left."""

    sheet: "Sheet"
    x: float
    y: float
    width: float
    height: float

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        *,
        size: float = 10.5,
        bold: bool = False,
        fill: str = colour.INK,
        align: str = "L",
    ) -> float:
        """Text on as many lines as it needs within `width`; `align` is L, C or R. Returns where it ends."""
        height = size * 0.56
        for line in wrapped(text, width, self.sheet.measure(size, bold)):
            self.sheet.words(
                line,
                self.x + x,
                self.y + y,
                height=height,
                size=size,
                bold=bold,
                fill=fill,
                width=width,
                align=align,
            )
            y += height
        return y

    def box(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """A filled rectangle."""
        self.sheet.box(self.x + x, self.y + y, width, height, fill, radius)

    def frame(self, x: float, y: float, width: float, height: float, ink: str = colour.INK, thick: float = 0.3) -> None:
        """An empty rectangle."""
        self.sheet.frame(self.x + x, self.y + y, width, height, ink, thick)

    def circle(self, x: float, y: float, radius: float, ink: str = colour.INK, thick: float = 0.3) -> None:
        """An empty circle around `x`, `y`, such as a bubble to fill in."""
        self.sheet.set_draw_color(ink)
        self.sheet.set_line_width(thick)
        self.sheet.circle(self.x + x, self.y + y, radius)

    def picture(self, svg: str, x: float, y: float, width: float) -> None:
        """An SVG, `width` wide."""
        self.sheet.picture_of(svg, width).draw(self.x + x, self.y + y, width)

    def code(self, text: str, x: float, y: float, side: float) -> None:
        """A QR code of `text`, with the quiet edge inside `side`."""
        from qrcode.constants import ERROR_CORRECT_M
        from qrcode.main import QRCode

        code: QRCode[object] = QRCode(error_correction=ERROR_CORRECT_M, border=2)
        code.add_data(text)
        code.make(fit=True)
        matrix = code.get_matrix()
        step = side / len(matrix)
        self.box(x, y, side, side, colour.WHITE)
        for line, row in enumerate(matrix):
            for start, end in runs(row):
                # A hair wider than its cells: without it viewers show seams.
                self.box(x + start * step, y + line * step, (end - start) * step, step * 1.02, "#000000")


def runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where dark cells begin and end."""
    fenced = [False, *row, False]
    edges = [place for place in range(len(row) + 1) if fenced[place] != fenced[place + 1]]
    return list(zip(edges[::2], edges[1::2], strict=True))
