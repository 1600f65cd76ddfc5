"""Charts as SVG strings in the house's colours, for PDFs and web pages alike: no scripts, a title for readers. Pure.

A value of `None` is one that must not be shown (`learning.small_cells`): it stands as "不显示" without a bar.
"""

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10

from kiosk.core.words import say
from kiosk.exports import house_colours as colour
from kiosk.exports.svg import LEADING, SIZE, Svg, lines_of
from kiosk.exports.typeset import estimated, wrapped

Pair = tuple[str, float | None]
Interval = tuple[str, float, float, float]

WIDTH = 680.0
NARROW = 336.0
"""Of a chart on a phone, where letters keep their size."""
ROW = 34.0
BAR = 18.0
LABEL = 190.0
VALUE = 90.0
PLOT = 220.0
GAP = 14.0


def said(value: float | None, unit: str = "", language: str = "zh") -> str:
    """A value as people read it."""
    if value is None:
        return say("exports.chart_hidden", language)
    number = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
    return f"{number}{' ' if unit and unit != '%' else ''}{unit}"


def bars(
    pairs: Sequence[Pair],
    unit: str = "",
    title: str = "",
    language: str = "zh",
    most: float = 0.0,
    width: float = WIDTH,
) -> str:
    """One lying bar for each `(label, value)`, in the order given; values are 0 or more. A full bar is `most`,
    or without it the largest value."""
    if not pairs:
        return nothing(title, language, width)
    svg = Svg(width, title)
    label = min(LABEL, width * 0.4, max(estimated(SIZE)(name) for name, _ in pairs) + 4)
    room = width - label - GAP - min(VALUE, width * 0.2)
    most = most or max((value or 0 for _, value in pairs), default=0) or 1
    top = 4.0
    for name, value in pairs:
        height = max(ROW, lines_of(name, label) * SIZE * LEADING + 10)
        middle = top + height / 2
        svg.block(label, middle, name, label, anchor="end")
        svg.rect(label + GAP, middle - BAR / 2, room, BAR, colour.PAPER, BAR / 2)
        if value:
            svg.rect(label + GAP, middle - BAR / 2, max(BAR / 2, room * value / most), BAR, colour.GLOW, BAR / 4)
        fill = colour.INK if value is not None else colour.INK_SOFT
        svg.text(label + GAP + room + 10, middle + SIZE * 0.36, said(value, unit, language), fill=fill, bold=True)
        top += height
    return svg.drawn(top + 4)


def columns(pairs: Sequence[Pair], unit: str = "", title: str = "", language: str = "zh", width: float = WIDTH) -> str:
    """One standing column for each `(label, value)`, such as days or months; labels are left out where they crowd."""
    if not pairs:
        return nothing(title, language, width)
    svg = Svg(width, title)
    ticks = scale(0, max((value or 0 for _, value in pairs), default=0))
    left = frame(svg, ticks, unit, language)
    step = (width - left) / len(pairs)
    thick = min(46.0, step * 0.66)
    hidden = said(None, "", language)
    hidden = hidden if estimated(SIZE)(hidden) <= step else "–"
    every = max(1, ceil(max(estimated(SIZE)(name) for name, _ in pairs) / (step * 0.96))) if len(pairs) > 12 else 1
    deepest = 1
    for place, (name, value) in enumerate(pairs):
        middle = left + step * (place + 0.5)
        if value:
            high = PLOT * value / ticks[-1]
            svg.rect(middle - thick / 2, GAP + PLOT - high, thick, high, colour.GLOW, min(5.0, thick / 4, high / 2))
            if len(pairs) <= 16 and estimated(SIZE)(said(value, "", language)) <= step:
                svg.text(middle, GAP + PLOT - high - 5, said(value, "", language), anchor="middle", bold=True)
        elif value is None:
            svg.text(middle, GAP + PLOT - 5, hidden, anchor="middle", fill=colour.INK_SOFT)
        if place % every == 0:
            deepest = max(deepest, under(svg, middle, name, step * every * 0.96))
    return svg.drawn(GAP + PLOT + 8 + deepest * SIZE * LEADING + 6)


def lines(
    series: Mapping[str, Sequence[tuple[str, float]]], unit: str = "", title: str = "", language: str = "zh"
) -> str:
    """One line for each name of `series`, through its `(label, value)`; all have the same labels."""
    found = {name: points for name, points in series.items() if points}
    if not found:
        return nothing(title, language)
    svg = Svg(WIDTH, title)
    values = [value for points in found.values() for _, value in points]
    ticks = scale(min(0.0, *values), max(0.0, *values))
    left = frame(svg, ticks, unit, language)
    labels = [label for label, _ in next(iter(found.values()))]
    step = (WIDTH - left) / len(labels)
    every = max(1, ceil(max(map(estimated(SIZE), labels)) / (step * 0.96)))
    deepest = max(
        under(svg, left + step * (place + 0.5), label, step * every)
        for place, label in enumerate(labels)
        if place % every == 0
    )
    for place, points in enumerate(found.values()):
        at = [
            (left + step * (number + 0.5), GAP + PLOT * (ticks[-1] - value) / (ticks[-1] - ticks[0]))
            for number, (_, value) in enumerate(points)
        ]
        svg.path(at, colour.SERIES[place % len(colour.SERIES)])
        for x, y in at:
            svg.dot(x, y, 4, colour.SERIES[place % len(colour.SERIES)])
    bottom = GAP + PLOT + 8 + deepest * SIZE * LEADING + 6
    dots = [colour.SERIES[place % len(colour.SERIES)] for place in range(len(found))]
    return svg.drawn(legend(svg, bottom, list(zip(found, dots, strict=True))))


def intervals(
    rows: Sequence[Interval], unit: str = "", title: str = "", language: str = "zh", width: float = WIDTH
) -> str:
    """A dot with its interval for each `(label, value, low, high)`; a line marks zero where it is within sight.

    Where it is narrow there is no room for the numbers.
    """
    if not rows:
        return nothing(title, language, width)
    svg = Svg(width, title)
    ticks = scale(min(0.0, *(low for _, _, low, _ in rows)), max(0.0, *(high for *_, high in rows)))
    label = min(LABEL, width * 0.4, max(estimated(SIZE)(name) for name, *_ in rows) + 4)
    left, right = label + GAP + 12, width - (170 if width > NARROW else GAP)

    def at(value: float) -> float:
        return left + (right - left) * (value - ticks[0]) / (ticks[-1] - ticks[0])

    heights = [max(ROW, lines_of(name, label) * SIZE * LEADING + 10) for name, *_ in rows]
    bottom = 4 + sum(heights)
    for tick in ticks:
        svg.line(at(tick), 4, at(tick), bottom, colour.INK_SOFT if tick == 0 else colour.GRID, 1.4 if tick == 0 else 1)
        svg.text(at(tick), bottom + SIZE * 1.3, said(tick), anchor="middle", fill=colour.INK_SOFT)
    top = 4.0
    for (name, value, low, high), height in zip(rows, heights, strict=True):
        middle = top + height / 2
        svg.block(label, middle, name, label, anchor="end")
        svg.line(at(low), middle, at(high), middle, colour.GLOW, 7)
        svg.dot(at(value), middle, 7, colour.LANTERN)
        if width > NARROW:
            words = f"{said(value)} [{said(low)}, {said(high)}]{unit}"
            svg.text(right + 18, middle + SIZE * 0.36, words, bold=True)
        top += height
    return svg.drawn(bottom + SIZE * 1.3 + 10)


def shares(
    pairs: Sequence[Pair],
    unit: str = "",
    title: str = "",
    language: str = "zh",
    colours: Sequence[str] = colour.SERIES,
    width: float = WIDTH,
) -> str:
    """One band cut into the parts of a whole, with a legend that gives number and share; hidden parts only named."""
    painted = {name: colours[place % len(colours)] for place, (name, _) in enumerate(pairs)}
    shown = [(name, value) for name, value in pairs if value]
    whole = sum(value for _, value in shown)
    if not pairs or (not whole and all(value is not None for _, value in pairs)):
        return nothing(title, language, width)
    svg = Svg(width, title)
    left = 0.0
    for name, value in shown:
        part = width * value / whole
        svg.rect(left, 6, max(1.0, part - 2), 34, painted[name], min(6.0, part / 4))
        left += part
    named = [
        (f"{name} {said(value, unit, language)}" + (f" · {100 * value / whole:.0f}%" if value else ""), painted[name])
        for name, value in pairs
        if value is not None
    ]
    named += [(f"{name} {said(None, '', language)}", colour.GRID) for name, value in pairs if value is None]
    return svg.drawn(legend(svg, 56.0 if shown else 6.0, named))


def nothing(title: str, language: str, width: float = WIDTH) -> str:
    """What stands in place of a chart that has nothing to show."""
    svg = Svg(width, title)
    svg.rect(0, 2, width, 60, colour.PAPER, 12)
    svg.text(width / 2, 37, say("exports.chart_nothing", language), anchor="middle", fill=colour.INK_SOFT)
    return svg.drawn(64)


def scale(low: float, high: float) -> list[float]:
    """Four to seven round numbers that hold `low` and `high`."""
    span = (high - low) or 1.0
    size = 10 ** floor(log10(span / 4))
    step = next(size * times for times in (1, 2, 2.5, 5, 10) if span / (size * times) <= 5.5)
    first, last = floor(low / step + 1e-9), max(ceil(high / step - 1e-9), floor(low / step + 1e-9) + 1)
    return [round(place * step, 6) for place in range(first, last + 1)]


def frame(svg: Svg, ticks: Sequence[float], unit: str, language: str) -> float:
    """Draw the lines of the scale. Returns where the columns begin."""
    names = [said(tick, unit, language) for tick in ticks]
    left = max(map(estimated(SIZE), names)) + 10
    for tick, name in zip(ticks, names, strict=True):
        y = GAP + PLOT * (ticks[-1] - tick) / (ticks[-1] - ticks[0])
        svg.line(left, y, svg.width, y, colour.INK_SOFT if tick == 0 else colour.GRID)
        svg.text(left - 8, y + SIZE * 0.36, name, anchor="end", fill=colour.INK_SOFT)
    return left


def under(svg: Svg, middle: float, name: str, width: float) -> int:
    """A label under the plot. Returns its lines."""
    found = wrapped(name, max(width, SIZE), estimated(SIZE))
    middle = min(middle, svg.width - max(map(estimated(SIZE), found)) / 2)
    for place, line in enumerate(found):
        svg.text(middle, GAP + PLOT + 8 + SIZE * (1 + place * LEADING), line, anchor="middle")
    return len(found)


def legend(svg: Svg, top: float, named: Sequence[tuple[str, str]]) -> float:
    """Names, each with a dot of its colour, in rows. Returns the height of the picture."""
    x, y = 0.0, top
    for name, dot in named:
        width = estimated(SIZE)(name) + 36
        if x and x + width > svg.width:
            x, y = 0.0, y + ROW * 0.8
        svg.dot(x + 8, y + 10, 6, dot)
        svg.text(x + 20, y + 10 + SIZE * 0.36, name)
        x += width
    return y + ROW * 0.8
