"""A table on paper: header on each page, rows as high as their longest cell, numbers to the right."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.exports import house_colours as colour
from kiosk.exports.paper_look import FOOT, MARGIN
from kiosk.exports.typeset import wrapped

if TYPE_CHECKING:
    from kiosk.exports.paper_sheet import Sheet

SIZE = 9.5
LINE = 5.2
PAD = 2.2
NUMBER = re.compile(r"([-+−]?(\d|[1-9][\d,]*)(\.\d+)? ?(%|‰|分钟|小时|人次|[秒场件条次人])?|不显示|hidden|—|)")
"""What stands to the right. A class `03` is no number."""


def table(
    sheet: "Sheet", headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] | None
) -> None:
    """Draw `rows` under `headings` from where the sheet stands."""
    wide = shares(sheet, headings, rows, widths)
    right = [bool(rows) and all(numeric(row[place]) for row in rows) for place in range(len(headings))]
    heads = cells(sheet, headings, wide, bold=True)
    sheet.need(high(heads) + 2 * (LINE + 2 * PAD))
    header(sheet, heads, wide, right)
    for number, row in enumerate(rows):
        for part in pieces(cells(sheet, row, wide, bold=False), most_lines(sheet, heads)):
            if sheet.get_y() + high(part) > sheet.h - FOOT:
                sheet.add_page()
                header(sheet, heads, wide, right)
            line(sheet, part, wide, right, colour.PAPER if number % 2 else colour.WHITE)


def shares(
    sheet: "Sheet", headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] | None
) -> list[float]:
    """How wide each column is, in millimetres: together as wide as the page allows."""
    measure = sheet.measure(SIZE, True)
    if widths is None:
        words = ([*(row[place] for row in rows[:300]), heading] for place, heading in enumerate(headings))
        widths = [min(90.0, max(12.0, *(measure(text) + 2 * PAD + 1 for text in texts))) for texts in words]
    whole = sum(widths)
    return [float(sheet.epw) * width / whole for width in widths]


def numeric(text: str) -> bool:
    """Whether a cell stands to the right."""
    return bool(NUMBER.fullmatch(text))


def cells(sheet: "Sheet", texts: Sequence[str], wide: Sequence[float], *, bold: bool) -> list[list[str]]:
    """The lines of each cell."""
    measure = sheet.measure(SIZE, bold)
    return [wrapped(text, width - 2 * PAD, measure) for text, width in zip(texts, wide, strict=True)]


def high(row: Sequence[Sequence[str]]) -> float:
    """How high a row is."""
    return max(map(len, row)) * LINE + 2 * PAD


def most_lines(sheet: "Sheet", heads: Sequence[Sequence[str]]) -> int:
    """How many lines of one row a page can hold below the header."""
    return int((sheet.h - FOOT - MARGIN - high(heads) - 2 * PAD) / LINE)


def pieces(row: list[list[str]], most: int) -> list[list[list[str]]]:
    """A row in pieces that a page can hold; nearly always one."""
    longest = max(map(len, row))
    return [[cell[start : start + most] for cell in row] for start in range(0, longest, most)]


def header(sheet: "Sheet", heads: Sequence[Sequence[str]], wide: Sequence[float], right: Sequence[bool]) -> None:
    """The header row."""
    top, height = float(sheet.get_y()), high(heads)
    sheet.box(MARGIN, top, sheet.epw, height, colour.NIGHT, 1.5)
    write(sheet, heads, wide, right, bold=True, fill=colour.WHITE)
    sheet.set_y(top + height)


def line(
    sheet: "Sheet", row: Sequence[Sequence[str]], wide: Sequence[float], right: Sequence[bool], ground: str
) -> None:
    """One row, a fine line under it."""
    top, height = float(sheet.get_y()), high(row)
    sheet.box(MARGIN, top, sheet.epw, height, ground)
    write(sheet, row, wide, right, bold=False, fill=colour.INK)
    sheet.stroke(MARGIN, top + height, MARGIN + sheet.epw, top + height, colour.GRID, 0.2)
    sheet.set_y(top + height)


def write(
    sheet: "Sheet",
    row: Sequence[Sequence[str]],
    wide: Sequence[float],
    right: Sequence[bool],
    *,
    bold: bool,
    fill: str,
) -> None:
    """The texts of a row."""
    x, top = MARGIN, float(sheet.get_y()) + PAD
    for cell, width, to_right in zip(row, wide, right, strict=True):
        for place, text in enumerate(cell):
            sheet.words(
                text,
                x + PAD,
                top + place * LINE,
                height=LINE,
                size=SIZE,
                bold=bold,
                fill=fill,
                width=width - 2 * PAD,
                align="R" if to_right else "L",
            )
        x += width
