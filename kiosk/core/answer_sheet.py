"""The printed answer sheet: what its code says, and where everything stands on it. Who prints and who reads agree here.

Lengths are millimetres from the upper left of a sheet, which is half an A4 page lying on its side.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

SCAN_MARK = "95"
"""What the digits of a sheet begin with; return cards have 96. Digits alone make the code's squares large."""
MOMENTS = ("pre", "post", "booster")
FORMS = ("A", "B", "C")
ANSWERS = ("scam", "genuine", "ask_first")
"""What the three bubbles of a row mean, from the left; `LETTERS` is what children call them by."""
LETTERS = ("A", "B", "C")
MOST_NUMBER = 999
BATCHES = 1000
_SIZES = (len(SCAN_MARK), 4, 1, 1, 3, 3, 4, 4)
SCAN_DIGITS = sum(_SIZES)

WIDTH, HEIGHT = 210.0, 148.5
ROWS = 10
QR_X, QR_Y, QR_SIDE = 16.7, 33.0, 42.0
"""The code with its quiet edge of two squares."""
QR_SQUARES = 25
CORNER = 6.0
CORNERS = ((12.0, 12.0), (198.0, 12.0), (198.0, 136.5), (12.0, 136.5))
"""The middles of the black squares in the corners."""
ROW_MARK = 3.2
ROW_MARKS_X = (88.0, 194.0)
"""The middles of the small squares at either end of each row."""
BUBBLE = 3.6
"""A bubble's radius."""
BUBBLES_X = (121.0, 149.0, 177.0)
ROW_TOP, ROW_PITCH = 38.0, 10.2

CODE_BUBBLE = 3.1
CODE_COLUMNS, CODE_LINES = 8, 2
"""A child with a return code fills one of sixteen pictures in each of three fields, each of two lines of eight."""
CODE_LEFT, CODE_STEP = 27.4, 7.5
CODE_TOP, CODE_LINE, CODE_FIELD = 88.6, 6.9, 15.4
CODE_MARK_X = 18.4
"""A small square to the left of each field."""


def code_place(field: int, picture: int) -> tuple[float, float]:
    """The middle of a picture's bubble in a field, both from 0."""
    line, column = divmod(picture, CODE_COLUMNS)
    return CODE_LEFT + CODE_STEP * column, CODE_TOP + CODE_FIELD * field + CODE_LINE * line


def code_mark_y(field: int) -> float:
    """The middle of the square beside a field, from 0."""
    return CODE_TOP + CODE_FIELD * field + CODE_LINE / 2


def row_y(row: int) -> float:
    """The middle of a row, from 0."""
    return ROW_TOP + ROW_PITCH * row


@dataclass(frozen=True, slots=True)
class SheetCode:
    """Which sheet it is: `code` is the session's, `batch` the printing's, `number` the sheet's within it (from 1).

    `items` is four digits that follow from the form's items: a sheet to questions that have changed since is not read.
    """

    code: str
    moment: str
    form: str
    batch: int
    number: int
    items: str

    @property
    def name(self) -> str:
        """What tells this sheet from all others of its session, moment and form."""
        return f"{self.batch:03}-{self.number:03}"


def items_digits(hashes: Iterable[str]) -> str:
    """Four digits that follow from items, in order."""
    return _digits("\n".join(hashes))


def as_digits(sheet: SheetCode, base: str) -> str:
    """What the QR says; the last four digits follow from the others and from the base's name."""
    said = (
        f"{SCAN_MARK}{sheet.code}{MOMENTS.index(sheet.moment)}{FORMS.index(sheet.form)}"
        f"{sheet.batch:03}{sheet.number:03}{sheet.items}"
    )
    return said + _digits(f"{base.strip()}\n{said}")


def is_sheet(text: str) -> bool:
    """Whether a code that was read belongs to an answer sheet, of whatever base."""
    return len(text) == SCAN_DIGITS and text.isascii() and text.isdigit() and text.startswith(SCAN_MARK)


def from_digits(text: str, base: str) -> SheetCode | None:
    """The sheet whose code says `text`; `None` for another base's, or what is no sheet of this version."""
    if not is_sheet(text) or _digits(f"{base.strip()}\n{text[:-4]}") != text[-4:]:
        return None
    parts, at = list[str](), 0
    for size in _SIZES:
        parts.append(text[at : at + size])
        at += size
    _, code, moment, form, batch, number, items, _ = parts
    if int(moment) >= len(MOMENTS) or int(form) >= len(FORMS) or int(number) == 0:
        return None
    return SheetCode(code, MOMENTS[int(moment)], FORMS[int(form)], int(batch), int(number), items)


def _digits(text: str) -> str:
    return f"{int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], 'big') % 10_000:04}"
