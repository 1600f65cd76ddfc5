"""Explanations to choose from for an item that has none: by its family and nature, in whole sentences."""

from collections.abc import Iterator
from contextlib import suppress

from kiosk.core.item import Item
from kiosk.core.words import say
from kiosk.packs import limits

LONGEST_RIGHT = 40
"""A longer right answer is not said again within its explanation."""
EACH = (1, 2)


def suggestions(item: Item, family: str, nature: str, language: str) -> list[str]:
    """At most six explanations for `item`, taken to be of `family` and `nature` (either may be empty)."""
    whys = list(_whys(family, nature, language))
    named = [text for text in (_with_right(item, nature, whys[0], language),) if text]
    return [text for text in dict.fromkeys((*named, *whys)) if len(text) <= limits.EXPLANATION]


def _whys(family: str, nature: str, language: str) -> Iterator[str]:
    """Sentences that are true of everything of that family and nature."""
    kind = f"scam_{family}" if nature in ("", "scam") else nature
    for name in (kind, "any"):
        for number in EACH:
            # A family that a later table brought has no sentences of its own.
            with suppress(KeyError):
                yield say(f"mending.{name}_{number}", language)


def _with_right(item: Item, nature: str, why: str, language: str) -> str:
    """The right answer and why; nothing where it cannot be said in a few words."""
    if item.kind == "judge":
        right = say(f"mending.nature_{nature or item.right[0]}", language)
        return say("mending.right_judge", language, right=right, why=why)
    texts = [option.text for option in item.options if option.key in item.right]
    if item.kind in ("choice", "true_false") and texts and len(texts[0]) <= LONGEST_RIGHT:
        return say("mending.right", language, right=texts[0], why=why)
    return ""
