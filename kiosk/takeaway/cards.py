"""Cards with three pictures for the children of a class, and the list that a teacher locks away. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.core.returning import as_digits
from kiosk.core.words import say

COLUMNS, ROWS = 2, 5
A_PAGE = COLUMNS * ROWS
LISTED = 60
"""So many lines stand on a page of the list."""


@dataclass(frozen=True, slots=True)
class ReturnCard:
    """One child's card. `seat` is 0 where there is none; `form` is the number of the paper form, for the list only."""

    pictures: tuple[str, ...]
    class_label: str = ""
    seat: int = 0
    form: str = ""

    @property
    def digits(self) -> str:
        """What its QR says."""
        return as_digits(self.pictures)

    def place(self, language: str) -> str:
        """Whose it is, in the class's own words: class and seat, as far as they are known."""
        if not self.seat:
            return self.class_label
        return say("takeaway.card_seat", language, label=self.class_label, seat=self.seat).strip()


def pages(cards: Sequence[ReturnCard], size: int = A_PAGE) -> list[Sequence[ReturnCard]]:
    """The cards page by page."""
    return [cards[at : at + size] for at in range(0, len(cards), size)]
