"""One asked item: who answers it, in what order its options stand, and where a missed trick returns. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from kiosk.core.item import NATURES, Item
from kiosk.stations.anti_fraud.cues import passage_keys
from kiosk.stations.anti_fraud.steps import shuffled
from kiosk.stations.station import BankItem

DISTANCE = 2
"""A missed trick returns this many turns later at the earliest."""
LETTER = re.compile(r"(?<![A-Za-z0-9])[A-H](?![A-Za-z0-9])")
PLACE = re.compile(
    r"以上|上述|以下都|都对|都不对|都是|全对|\b(?:all|none|both) of\b|\b(?:above|below)\b", re.IGNORECASE
)
"""Options that speak of others, by place or letter, lose their sense when they are shuffled."""


@dataclass(frozen=True, slots=True)
class Turn:
    """`order` holds the keys as the screen shows them; `player` counts from 1; `again`: its trick was missed before.

    `lettered`: the options keep the bank's order and show their letters, because a text speaks of them.
    """

    bank: BankItem
    order: tuple[str, ...]
    player: int
    again: bool = False
    lettered: bool = False


def make_turn(bank: BankItem, player: int, random: Random, *, again: bool = False) -> Turn:
    """A turn for `player`, its options shuffled unless the item does not bear it."""
    item = bank.item
    if item.kind == "judge":
        return Turn(bank, NATURES, player, again)
    if item.kind == "cues" and item.message:
        return Turn(bank, passage_keys(item.message), player, again)
    order = [option.key for option in item.options]
    if item.kind == "order":
        return Turn(bank, shuffled(item.right, random), player, again)
    lettered = item.kind != "true_false" and speaks_of_order(item)
    if item.kind != "true_false" and not lettered:
        random.shuffle(order)
    return Turn(bank, tuple(order), player, again, lettered)


def speaks_of_order(item: Item) -> bool:
    """Whether an option, its reason or the explanation refers to options by place or letter."""
    if any(PLACE.search(option.text) for option in item.options):
        return True
    texts = [item.explanation, *(part for option in item.options for part in (option.text, option.why))]
    return any(LETTER.search(text) for text in texts)


def retry_position(missed: int, turns: Sequence[Turn], players: int) -> int:
    """Where another item of the trick missed at turn `missed` goes: a turn of the same player if one is left.

    The answer is an index of `turns` (a planned turn is replaced) or their number (a turn is added).
    """
    later = [index for index in range(missed + DISTANCE, len(turns)) if not turns[index].again]
    own = [index for index in later if index % players == missed % players]
    return own[0] if own else later[-1] if later else len(turns)
