"""The band at the head of our papers: dusk over the canal, lanterns on a string, fireflies. Pure."""

from random import Random

from kiosk.exports import house_colours as colour
from kiosk.exports.svg import number

BAND = 34.0
"""Height of the first page's band, in millimetres."""
MARGIN = 18.0
"""Left, right and upper edge of what is printed, in millimetres."""
FOOT = 18.0
"""The lower edge, above which the foot of the page stands."""
LANTERNS = ((0.68, 5.2, 1.0), (0.79, 8.6, 1.25), (0.905, 6.4, 1.05))
"""Where lanterns hang: share of the width, height of the knot in millimetres, size."""


def band(width: float) -> str:
    """The band as SVG, `width` millimetres wide, for the upper edge of a page."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(BAND)}">',
        f'<rect width="{number(width)}" height="{number(BAND)}" fill="{colour.NIGHT}"/>',
        hill(width, 0.30, 17, colour.DUSK, 0.45),
        hill(width, 0.62, 22, colour.DUSK, 0.6),
        f'<rect y="27.5" width="{number(width)}" height="6.5" fill="{colour.WATER}"/>',
        fireflies(width),
        string(width),
        *(lantern(width * share, top, size) for share, top, size in LANTERNS),
        f'<rect y="{number(BAND - 1.1)}" width="{number(width)}" height="1.1" fill="{colour.GLOW}"/>',
        "</svg>",
    ]
    return "".join(parts)


def hill(width: float, share: float, top: float, fill: str, opacity: float) -> str:
    """A long low roof line of the town on the far bank."""
    start = width * share
    return (
        f'<path d="M{number(start)} 28C{number(start + 20)} {number(top)} {number(start + 48)} {number(top - 2)}'
        f' {number(start + 70)} {number(top + 3)}S{number(width)} {number(top)} {number(width + 20)} 28Z"'
        f' fill="{fill}" fill-opacity="{opacity}"/>'
    )


def string(width: float) -> str:
    """What the lanterns hang on."""
    return (
        f'<path d="M{number(width * 0.58)} 0Q{number(width * 0.79)} 12.5 {number(width + 4)} 0.5" fill="none"'
        f' stroke="{colour.MIST}" stroke-width="0.35" stroke-opacity="0.8"/>'
    )


def lantern(x: float, top: float, size: float) -> str:
    """One lit lantern with its glow and its light on the water; `top` is where its cord begins."""
    body = top + 5.2 * size

    def ellipse(cy: float, rx: float, ry: float, fill: str, opacity: float = 1) -> str:
        return (
            f'<ellipse cx="{number(x)}" cy="{number(cy)}" rx="{number(rx)}" ry="{number(ry)}" fill="{fill}"'
            f' fill-opacity="{opacity}"/>'
        )

    def cap(y: float) -> str:
        return (
            f'<rect x="{number(x - 1.5 * size)}" y="{number(y)}" width="{number(3 * size)}"'
            f' height="{number(0.9 * size)}" rx="0.3" fill="{colour.LIGHT}"/>'
        )

    return "".join(
        (
            *(
                ellipse(body, ring * size, ring * size, colour.LIGHT, 0.05)
                for ring in (4.4, 5.2, 6, 6.8, 7.6, 8.4, 9.2)
            ),
            f'<path d="M{number(x)} {number(top - 1.6)}V{number(body - 3 * size)}" stroke="{colour.LIGHT}"'
            ' stroke-width="0.4" fill="none"/>',
            ellipse(body, 3.9 * size, 3.1 * size, colour.LANTERN),
            ellipse(body, 2.3 * size, 2.9 * size, colour.GLOW, 0.8),
            ellipse(body, 1.0 * size, 2.7 * size, colour.LIGHT, 0.95),
            cap(body - 3.6 * size),
            cap(body + 2.7 * size),
            f'<path d="M{number(x)} {number(body + 3.6 * size)}v{number(2 * size)}" stroke="{colour.LANTERN}"'
            ' stroke-width="0.8" stroke-linecap="round" fill="none"/>',
            ellipse(30.2, 5 * size, 0.5, colour.LIGHT, 0.35),
        )
    )


def fireflies(width: float) -> str:
    """Small lights over the water, at the same places on every paper."""
    random = Random(7)
    dots = []
    for _ in range(16):
        x, y, size = width * random.uniform(0.58, 0.99), random.uniform(5, 27), random.uniform(0.22, 0.5)
        for grown, opacity in ((3.2, 0.14), (1, 0.95)):
            dots.append(
                f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(size * grown)}" fill="{colour.LIGHT}"'
                f' fill-opacity="{opacity}"/>'
            )
    return "".join(dots)
