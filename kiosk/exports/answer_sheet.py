"""Answer sheets to print: two to a page, for bubbles that children fill in. No person stands on them."""

import re
from collections.abc import Sequence
from functools import cache

from kiosk.core import answer_sheet as sheet
from kiosk.core.answer_sheet import SheetCode
from kiosk.core.places import program_folder
from kiosk.core.returning import LENGTH, PICTURES
from kiosk.core.words import say
from kiosk.exports import house_colours as colour
from kiosk.exports.answer_sheet_papers import Printing
from kiosk.exports.paper_area import Area
from kiosk.exports.paper_sheet import Sheet

BLACK = "#000000"
ICONS = {"scam": "mask", "genuine": "shield", "ask_first": "two-people"}
PALE = "#B9BEC9"
PICTURE = 4.4
LEFT, COLUMN = 20.0, 62.0
"""Where the column beside the rows stands, and how wide it is."""


class Plain(Sheet):
    """Pages with nothing on them but what is drawn: a head could be taken for a mark."""

    def header(self) -> None:
        """None."""


def answer_sheets(codes: Sequence[SheetCode], printing: Printing) -> bytes:
    """The PDF of these sheets, in order."""
    paper = Plain(printing.say("title"), "", printing.language, landscape=False)
    for place, code in enumerate(codes):
        if place % 2 == 0:
            paper.add_page()
            paper.set_dash_pattern(dash=1.6, gap=1.4)
            paper.stroke(0, sheet.HEIGHT, sheet.WIDTH, sheet.HEIGHT, colour.MIST, 0.25)
            paper.set_dash_pattern()
        area = Area(paper, 0, sheet.HEIGHT * (place % 2), sheet.WIDTH, sheet.HEIGHT)
        _marks(area)
        _head(area, code, printing)
        area.code(sheet.as_digits(code, printing.base), sheet.QR_X, sheet.QR_Y, sheet.QR_SIDE)
        _rows(area, printing)
        _code(area, printing)
        _how(area, printing)
    return bytes(paper.output())


def _square(area: Area, x: float, y: float, side: float) -> None:
    area.box(x - side / 2, y - side / 2, side, side, BLACK)


def _marks(area: Area) -> None:
    for x, y in sheet.CORNERS:
        _square(area, x, y, sheet.CORNER)
    for row in range(sheet.ROWS):
        for x in sheet.ROW_MARKS_X:
            _square(area, x, sheet.row_y(row), sheet.ROW_MARK)
    for field in range(LENGTH):
        _square(area, sheet.CODE_MARK_X, sheet.code_mark_y(field), sheet.ROW_MARK)


def _head(area: Area, code: SheetCode, printing: Printing) -> None:
    moment = say(f"classroom.moment_{code.moment}", printing.language)
    area.text(printing.say("title"), LEFT, 8.6, COLUMN, size=20, bold=True, fill=colour.NIGHT)
    area.text(printing.say("about", moment=moment, form=code.form), LEFT, 20.5, COLUMN, size=12.5, bold=True)
    named = f"{printing.say('number', number=code.number)} · {printing.say('session', number=code.code)}"
    area.text(named, LEFT, 27, COLUMN, size=10.5, fill=colour.INK_SOFT)


def _code(area: Area, printing: Printing) -> None:
    """The pictures that a child with a card fills; printed light, so that pencil shows."""
    area.text(printing.say("code"), LEFT - 3.2, 77.6, COLUMN + 5, size=9.5, bold=True)
    for field in range(LENGTH):
        area.text(str(field + 1), 20.6, sheet.code_mark_y(field) - 2.6, 4, size=9.5, bold=True)
        for place, name in enumerate(PICTURES):
            x, y = sheet.code_place(field, place)
            area.circle(x, y, sheet.CODE_BUBBLE, PALE, 0.3)
            area.picture(_pale(name), x - PICTURE / 2, y - PICTURE / 2, PICTURE)


@cache
def _pale(name: str) -> str:
    """A code's picture in light lines."""
    svg = (program_folder() / "assets" / "art" / f"code-{name}.svg").read_text("utf-8")
    svg = re.sub(r'fill="#[0-9A-Fa-f]{6}"', 'fill="#FFFFFF"', svg)
    return re.sub(r'stroke="#[0-9A-Fa-f]{6}"', f'stroke="{PALE}"', svg)


def _how(area: Area, printing: Printing) -> None:
    """How to fill in, along the foot."""
    y = 140.4
    for x, draw in zip((LEFT + 3, LEFT + 26, LEFT + 34), (_filled, _ticked, _crossed), strict=True):
        area.circle(x, y, sheet.BUBBLE * 0.8, colour.INK, 0.3)
        draw(area, x, y)
    area.text(printing.say("good"), LEFT + 7, y - 2.7, 14, size=9.5, bold=True, fill=colour.JADE)
    area.text(printing.say("bad"), LEFT + 38, y - 2.7, 18, size=9.5, bold=True, fill=colour.CORAL)
    area.text(printing.say("fill"), LEFT + 61, y - 5.0, 110, size=9.5)
    area.text(printing.say("no_name"), LEFT + 61, y + 0.2, 110, size=9.5, fill=colour.INK_SOFT)


def _filled(area: Area, x: float, y: float) -> None:
    area.sheet.set_fill_color(colour.INK)
    area.sheet.circle(area.x + x, area.y + y, sheet.BUBBLE * 0.8, style="F")


def _ticked(area: Area, x: float, y: float) -> None:
    _stroke(area, x - 1.5, y, x - 0.3, y + 1.3)
    _stroke(area, x - 0.3, y + 1.3, x + 1.8, y - 1.6)


def _crossed(area: Area, x: float, y: float) -> None:
    _stroke(area, x - 1.4, y - 1.4, x + 1.4, y + 1.4)
    _stroke(area, x - 1.4, y + 1.4, x + 1.4, y - 1.4)


def _stroke(area: Area, x1: float, y1: float, x2: float, y2: float) -> None:
    area.sheet.stroke(area.x + x1, area.y + y1, area.x + x2, area.y + y2, colour.INK, 0.55)


def _rows(area: Area, printing: Printing) -> None:
    """The three answers with their pictures, and ten rows to fill in."""
    for x, answer, letter in zip(sheet.BUBBLES_X, sheet.ANSWERS, sheet.LETTERS, strict=True):
        icon = (program_folder() / "assets" / "icons" / f"{ICONS[answer]}.svg").read_text("utf-8")
        area.picture(icon, x - 4, 14, 8)
        word = f"{letter} · {say(f'classroom.judge_{answer}', printing.language)}"
        area.text(word, x - 14, 23, 28, size=area.sheet.fitting(word, 26, 11.5), bold=True, align="C")
    for row in range(sheet.ROWS):
        y = sheet.row_y(row)
        line = y - sheet.ROW_PITCH / 2
        area.sheet.stroke(area.x + 94, area.y + line, area.x + 188, area.y + line, colour.GRID, 0.25)
        area.text(str(row + 1), 93, y - 3.6, 11, size=13, bold=True, align="C")
        for x, letter in zip(sheet.BUBBLES_X, sheet.LETTERS, strict=True):
            area.text(letter, x - 12, y - 2.7, 7, size=9.5, fill=colour.INK_SOFT, align="R")
            area.circle(x, y, sheet.BUBBLE, colour.INK, 0.35)
