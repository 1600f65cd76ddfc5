"""A small painter of SVG: what both our PDFs and a browser draw. Texts are escaped, numbers are short."""

from html import escape

from kiosk.exports.house_colours import INK
from kiosk.exports.typeset import estimated, wrapped

FONTS = "Fingertip, 'Fingertip Sans SC', 'Noto Sans CJK SC', sans-serif"
SIZE = 13.0
"""Height of a chart's letters, where a chart is 680 wide."""
LEADING = 1.3


def number(value: float) -> str:
    """A coordinate, without needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Svg:
    """One picture that grows by its parts. Coordinates begin at the upper left; `y` of a text is its base line."""

    def __init__(self, width: float, title: str = "") -> None:
        self.width = width
        self._title = title
        self._parts: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """A filled rectangle."""
        self._add("rect", "", x=x, y=y, width=max(0.0, width), height=max(0.0, height), rx=radius, fill=fill)

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: str, thick: float = 1.0) -> None:
        """A straight line."""
        self._add("line", ' stroke-linecap="round"', x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=thick)

    def path(self, points: list[tuple[float, float]], stroke: str, thick: float = 2.5) -> None:
        """A line through `points`."""
        through = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        extra = f' points="{through}" stroke-linejoin="round" stroke-linecap="round"'
        self._add("polyline", extra, fill="none", stroke=stroke, stroke_width=thick)

    def dot(self, x: float, y: float, radius: float, fill: str) -> None:
        """A filled circle."""
        self._add("circle", "", cx=x, cy=y, r=radius, fill=fill)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        fill: str = INK,
        anchor: str = "start",
        bold: bool = False,
    ) -> None:
        """One line of text; `anchor` is start, middle or end."""
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(
            f'<text x="{number(x)}" y="{number(y)}" font-family="{FONTS}" font-size="{number(size)}"{weight}'
            f' fill="{fill}" text-anchor="{anchor}">{escape(text)}</text>'
        )

    def block(self, x: float, middle: float, text: str, width: float, *, anchor: str = "start") -> None:
        """A text on as many lines as it needs within `width`, centred on the height `middle`."""
        lines = wrapped(text, width, estimated(SIZE))
        top = middle - len(lines) * SIZE * LEADING / 2
        for place, line in enumerate(lines):
            self.text(x, top + SIZE * (1.08 + place * LEADING), line, anchor=anchor)

    def drawn(self, height: float) -> str:
        """The whole picture."""
        title = f"<title>{escape(self._title)}</title>" if self._title else ""
        size = f'viewBox="0 0 {number(self.width)} {number(height)}"'
        label = f' aria-label="{escape(self._title)}"' if self._title else ""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} width="{number(self.width)}" height="{number(height)}"'
        return f'{head} role="img"{label}>{title}{"".join(self._parts)}</svg>'

    def _add(self, tag: str, extra: str, **attributes: float | str) -> None:
        said = "".join(
            f' {name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
            for name, value in attributes.items()
        )
        self._parts.append(f"<{tag}{said}{extra}/>")


def lines_of(text: str, width: float) -> int:
    """How many lines `Svg.block` needs for `text`."""
    return len(wrapped(text, width, estimated(SIZE)))
