"""Which sheets are printed for a class. Pure but for the random batch."""

from collections.abc import Mapping
from random import Random
from typing import Literal

from kiosk.classroom.choice import class_form
from kiosk.core.answer_sheet import BATCHES, MOST_NUMBER, SheetCode

Way = Literal["screen", "booklet"]
"""`screen`: everybody reads the messages from the big screen (one form); `booklet`: from printed pages, neighbours
have different forms."""
WAYS: tuple[Way, ...] = ("screen", "booklet")
IN_TURN = {"pre": ("A", "B"), "post": ("B", "A"), "booster": ("C",)}
"""Forms of neighbours' sheets: whoever keeps its number does A and then B, or B and then A."""


def forms_of(moment: str, way: Way, code: str) -> tuple[str, ...]:
    """The forms whose sheets are printed for the class with that code."""
    return (class_form(code, moment),) if way == "screen" else IN_TURN[moment]


def sheet_codes(
    code: str, moment: str, forms: tuple[str, ...], count: int, items: Mapping[str, str], random: Random
) -> list[SheetCode]:
    """`count` sheets of one printing; `items` are the digits of each form's items."""
    batch = random.randrange(BATCHES)
    turns = [forms[place % len(forms)] for place in range(min(count, MOST_NUMBER))]
    return [SheetCode(code, moment, form, batch, number, items[form]) for number, form in enumerate(turns, start=1)]
