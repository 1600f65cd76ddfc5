"""One child's form: ten messages in an order of its own, no feedback. Pure: every step gives a new attempt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from kiosk.core.events import FormFinished, ItemAnswered
from kiosk.stations.station import BankItem

STATION = "class_session"
MODE = "form"
JUDGEMENTS = ("scam", "genuine", "ask_first")
"""The answers to every item of a form."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """`visit` is this attempt's own; `place` (1 to 4) the quarter of the screen, 0 on paper."""

    session: str
    moment: str
    form: str
    visit: str
    place: int
    items: tuple[BankItem, ...]
    answered: int = 0
    chosen: str = ""
    changes: int = 0

    @property
    def finished(self) -> bool:
        """Every item is answered."""
        return self.answered >= len(self.items)

    @property
    def item(self) -> BankItem:
        """The item that waits for an answer. Only while not finished."""
        return self.items[self.answered]


def ordered(items: Sequence[BankItem], visit: str) -> tuple[BankItem, ...]:
    """The items in this attempt's own order: neighbours do not share one, and it is the same after a crash."""
    mixed = list(items)
    Random(visit).shuffle(mixed)
    return tuple(mixed)


def choose(attempt: Attempt, key: str) -> Attempt:
    """An answer was touched; it can be changed until it is confirmed."""
    if key not in JUDGEMENTS or attempt.finished or key == attempt.chosen:
        return attempt
    return replace(attempt, chosen=key, changes=attempt.changes + (1 if attempt.chosen else 0))


def confirmed(attempt: Attempt, reading_ms: int) -> tuple[Attempt, ItemAnswered]:
    """The attempt at its next item, and the fact of the answer. `attempt.chosen` must be there."""
    bank = attempt.item
    fact = answered(bank, attempt.moment, attempt.chosen, reading_ms, attempt.changes, max(1, attempt.place))
    return replace(attempt, answered=attempt.answered + 1, chosen="", changes=0), fact


def answered(
    bank: BankItem, moment: str, chosen: str, reading_ms: int, changes: int = 0, player: int = 1
) -> ItemAnswered:
    """The fact of an answer to an item of a form; on paper nobody knows `reading_ms`: 0."""
    verdict = "right" if chosen in bank.item.right else "ask_ok" if chosen == "ask_first" else "wrong"
    return ItemAnswered(
        station=STATION,
        level=moment,
        item=bank.item.id,
        item_hash=bank.hash,
        pack=bank.pack,
        pack_hash=bank.pack_hash,
        chosen=(chosen,),
        right=tuple(sorted(bank.item.right)),
        verdict=verdict,
        reading_ms=reading_ms,
        changes=changes,
        player=player,
        mode=MODE,
    )


def finished(attempt: Attempt) -> FormFinished:
    """The fact that the form is over, at its end or before."""
    return FormFinished(attempt.session, attempt.form, attempt.moment, attempt.answered, attempt.finished)
