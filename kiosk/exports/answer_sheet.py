"""Answer sheets to print: two to a page, for bubbles that children fill in. No person stands on them."""

from collections.abc import Sequence

from kiosk.core import answer_sheet as sheet
from kiosk.core.answer_sheet import SheetCode
from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.exports import house_colours as colour
from kiosk.exports.answer_sheet_papers import Printing
from kiosk.exports.paper_area import Area
from kiosk.exports.paper_sheet import Sheet

BLACK = "#000000"
ICONS = {"scam": "mask", "genuine": "shield", "ask_first": "two-people"}
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
        _column(area, code, printing)
        _rows(area, printing)
    return bytes(paper.output())


def _square(area: Area, x: float, y: float, side: float) -> None:
    area.box(x - side / 2, y - side / 2, side, side, BLACK)


def _marks(area: Area) -> None:
    for x, y in sheet.CORNERS:
        _square(area, x, y, sheet.CORNER)
    for row in range(sheet.ROWS):
        for x in sheet.ROW_MARKS_X:
            _square(area, x, sheet.row_y(row), sheet.ROW_MARK)


def _head(area: Area, code: SheetCode, printing: Printing) -> None:
    moment = say(f"classroom.moment_{code.moment}", printing.language)
    area.text(printing.say("title"), LEFT, 8.6, COLUMN, size=20, bold=True, fill=colour.NIGHT)
    area.text(printing.say("about", moment=moment, form=code.form), LEFT, 20.5, COLUMN, size=12.5, bold=True)
    area.text(printing.say("number", number=code.number), LEFT, 27, COLUMN, size=10.5, fill=colour.INK_SOFT)


def _column(area: Area, code: SheetCode, printing: Printing) -> None:
    """The code and how to fill in."""
    area.code(sheet.as_digits(code, printing.base), sheet.QR_X, sheet.QR_Y, sheet.QR_SIDE)
    said = printing.say("session", number=code.code)
    area.text(said, LEFT, sheet.QR_Y + sheet.QR_SIDE - 0.5, COLUMN, size=10.5, fill=colour.INK_SOFT)
    y = 85.0
    area.text(printing.say("how"), LEFT, y, COLUMN, size=11, bold=True)
    for place, draw in enumerate((_filled, _ticked, _crossed)):
        x = LEFT + 8 + 21 * place
        area.circle(x, y + 12, sheet.BUBBLE, colour.INK, 0.35)
        draw(area, x, y + 12)
        good = place == 0
        word = printing.say("good" if good else "bad")
        area.text(word, x - 9, y + 17, 18, size=9.5, bold=True, align="C", fill=colour.JADE if good else colour.CORAL)
    end = area.text(printing.say("fill"), LEFT, y + 24, COLUMN, size=9.5)
    area.text(printing.say("no_name"), LEFT, end + 1.2, COLUMN, size=9.5, fill=colour.INK_SOFT)


def _filled(area: Area, x: float, y: float) -> None:
    area.sheet.set_fill_color(colour.INK)
    area.sheet.circle(area.x + x, area.y + y, sheet.BUBBLE, style="F")


def _ticked(area: Area, x: float, y: float) -> None:
    _stroke(area, x - 1.8, y, x - 0.4, y + 1.6)
    _stroke(area, x - 0.4, y + 1.6, x + 2.2, y - 2)


def _crossed(area: Area, x: float, y: float) -> None:
    _stroke(area, x - 1.7, y - 1.7, x + 1.7, y + 1.7)
    _stroke(area, x - 1.7, y + 1.7, x + 1.7, y - 1.7)


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
