"""The map of the bases in the manner of 一带五区: the canal as a belt, districts on its banks, bases as lanterns. Pure.

A lantern is lit where children came in the period, the brighter the more. Two drawings of the same: wide for desks,
tall for phones.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kiosk.exports import house_colours as colour
from kiosk.exports.svg import FONTS, number
from kiosk.exports.typeset import estimated, wrapped

WIDE = (1200.0, 500.0)
TALL_WIDTH, TALL_STEP = 420.0, 236.0
SHOWN = 8
"""Lanterns of one district at most, in so many …"""
ROWS = 2
"""… rows, which are all that a bank has room for; the others are counted."""
LEAST_STEP = 92.0
"""From one lantern to the next."""
_NAME = 15.0


@dataclass(frozen=True, slots=True)
class Light:
    """A base on the map: how bright its lantern is (0 to 1, 0 is dark), and where a click leads."""

    name: str
    brightness: float
    link: str


@dataclass(frozen=True, slots=True)
class District:
    """A part of the town and its bases, the brightest first. Without a name it is water and bank only."""

    name: str
    lights: Sequence[Light]


def draw(districts: Sequence[District], title: str, more: str, *, tall: bool) -> str:
    """The map as SVG. `more` is said of the lanterns that found no room, its `{count}` filled in."""
    count = max(1, len(districts))
    width, height = (TALL_WIDTH, TALL_STEP * count + 40) if tall else WIDE
    mark = "tall" if tall else "wide"  # both stand in one page, and what is hidden paints nothing for others
    parts = [*_sky(width, height, mark), *_belt(width, height, count, tall=tall)]
    for place, district in enumerate(districts):
        x, y = _middle(place, count, width, height, tall=tall)
        room = width * 0.88 if tall else min(width / count * 0.96, 640.0)
        parts += _district(district, x, y, room, more, mark)
    size = f'viewBox="0 0 {number(width)} {number(height)}"'
    named = f'role="img" aria-label="{escape(title)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named}><title>{escape(title)}</title>{"".join(parts)}</svg>'
    )


def _middle(place: int, count: int, width: float, height: float, *, tall: bool) -> tuple[float, float]:
    if tall:
        return width / 2, 20 + TALL_STEP * (place + 0.5)
    return width * (place + 0.5) / count, height * (0.3 if place % 2 == 0 else 0.71)


def _sky(width: float, height: float, mark: str) -> list[str]:
    """Dusk, a moon, a few stars and hills."""
    stars = "".join(
        f'<circle cx="{number(width * (place * 0.381966 % 1))}" cy="{number(height * 0.3 * (place * 0.618 % 1))}"'
        f' r="{1 + place % 2 * 0.6}" fill="#FFF6E6" opacity="0.55"/>'
        for place in range(1, 22)
    )
    shades = f"{colour.NIGHT} 0,{colour.DUSK} 0.5,#8C6F86 0.82,{colour.GLOW_LIGHT} 1".split(",")
    stops = "".join(f'<stop stop-color="{one.split()[0]}" offset="{one.split()[1]}"/>' for one in shades)
    low, x = height * 0.87, [number(width * share) for share in (0.2, 0.42, 0.8, 1)]
    hills = (
        f"M0 {number(height)}V{number(low)}Q{x[0]} {number(height * 0.74)} {x[1]} {number(low)}"
        f"T{x[2]} {number(height * 0.84)}T{x[3]} {number(height * 0.82)}V{number(height)}Z"
    )
    glow = f'<radialGradient id="{mark}-halo"><stop offset="0" stop-color="#FFE9A8" stop-opacity="0.95"/>'
    return [
        f'<defs><linearGradient id="{mark}-sky" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>{glow}'
        '<stop offset="1" stop-color="#FFD27A" stop-opacity="0"/></radialGradient></defs>',
        f'<rect width="{number(width)}" height="{number(height)}" fill="url(#{mark}-sky)"/>{stars}',
        f'<circle cx="{number(width - 52)}" cy="46" r="24" fill="#FFF6E6"/>',
        f'<path d="{hills}" fill="{colour.NIGHT}" opacity="0.55"/>',
    ]


def _belt(width: float, height: float, count: int, *, tall: bool) -> list[str]:
    """The canal, winding between the districts, with a bright edge and ripples."""
    steps = 12 * max(2, count)
    through = []
    for place in range(steps + 1):
        share = place / steps
        sway = math.cos(math.pi * (share * count - 0.5))
        if tall:
            through.append((width * (0.5 + 0.36 * sway), height * share))
        else:
            through.append((width * share, height * (0.52 + 0.13 * (sway if count > 1 else sway * 0.4))))
    points = " ".join(f"{number(x)},{number(y)}" for x, y in through)
    aside = ("translate(-19 0)", "translate(21 0)") if tall else ("translate(0 -19)", "translate(0 21)")
    ripples = [
        (colour.GLOW_LIGHT, 2.5, f' stroke-dasharray="22 {gap}" opacity="0.55" transform="{move}"')
        for move, gap in zip(aside, (131, 173), strict=True)
    ]
    return [
        f'<polyline points="{points}" fill="none" stroke="{stroke}" stroke-width="{thick}" stroke-linejoin="round"'
        f"{extra}/>"
        for stroke, thick, extra in (
            (colour.INK, 92, ' stroke-linecap="square"'),
            (colour.WATER, 80, ' stroke-linecap="square"'),
            ("#3C6C97", 44, ' opacity="0.5"'),
            *ripples,
        )
    ]


def _district(district: District, x: float, y: float, room: float, more: str, mark: str) -> list[str]:
    columns = max(1, min(len(district.lights), 4, int(room // LEAST_STEP)))
    lights = district.lights[: min(SHOWN, columns * ROWS)]
    rows = math.ceil(len(lights) / columns) if lights else 1
    parts = []
    top = y - rows * 45 - (8 if district.name else 0)
    if district.name:
        label = district.name
        width = estimated(19)(label) + 36
        parts.append(
            f'<rect x="{number(x - room / 2)}" y="{number(top - 8)}" width="{number(room)}" rx="34"'
            f' height="{number(rows * 90 + 42)}" fill="{colour.NIGHT}" opacity="0.5"/>'
            f'<rect x="{number(x - width / 2)}" y="{number(top - 24)}" width="{number(width)}" height="34" rx="17"'
            f' fill="{colour.PAPER}" stroke="{colour.INK}" stroke-width="2.5"/>'
            + _text(x, top, label, 19, colour.INK, bold=True)
        )
    for place, light in enumerate(lights):
        in_row = min(columns, len(lights) - place // columns * columns)
        step = room / max(columns, 1)
        at = x + (place % columns - (in_row - 1) / 2) * step
        parts.append(_lantern(light, at, top + 46 + place // columns * 90, step - 8, mark))
    if len(district.lights) > len(lights):
        left = len(district.lights) - len(lights)
        parts.append(_text(x, top + rows * 90 + 28, more.format(count=left), 14, colour.LIGHT))
    return parts


def _lantern(light: Light, x: float, y: float, room: float, mark: str) -> str:
    lit = light.brightness > 0
    halo = f'<circle r="{number(30 + 18 * light.brightness)}" fill="url(#{mark}-halo)"/>' if lit else ""
    silk, heart = (colour.LANTERN, colour.LIGHT) if lit else ("#5B6C8C", "#7F90AD")
    cap = colour.GLOW if lit else "#8593AC"
    body = (
        f'{halo}<path d="M0-30V-18" stroke="{colour.INK}" stroke-width="3"/>'
        f'<path d="M-4 18L-6 27H6L4 18Z" fill="{silk}" stroke="{colour.INK}" stroke-width="2"/>'
        f'<ellipse rx="20" ry="16" fill="{silk}" stroke="{colour.INK}" stroke-width="3"/>'
        f'<ellipse rx="9" ry="15" fill="{heart}"/>'
        f'<rect x="-9" y="-20" width="18" height="6" rx="2.5" fill="{cap}" stroke="{colour.INK}" stroke-width="2"/>'
        f'<rect x="-9" y="14" width="18" height="6" rx="2.5" fill="{cap}" stroke="{colour.INK}" stroke-width="2"/>'
    )
    lines = wrapped(light.name, room, estimated(_NAME))
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1][:-1]}…"]
    told = "".join(_text(0, 47 + 18 * place, line, _NAME, colour.PAPER, bold=True) for place, line in enumerate(lines))
    named = f"<title>{escape(light.name)}</title>{body}{told}"
    return f'<a href="{escape(light.link)}"><g transform="translate({number(x)} {number(y)})">{named}</g></a>'


def _text(x: float, y: float, text: str, size: float, fill: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{number(x)}" y="{number(y)}" text-anchor="middle" font-family="{FONTS}" font-size="{number(size)}"'
        f'{weight} fill="{fill}">{escape(text)}</text>'
    )
