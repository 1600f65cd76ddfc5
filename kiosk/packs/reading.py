"""How hard a text is to read: how long its sentences are, and how many of its characters are uncommon."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kiosk.core.item import Item
from kiosk.packs.plain import fold
from kiosk.packs.report import Problem
from kiosk.packs.rows import Row

SENTENCE = re.compile(r"[。！？!?；;\n]+")
LIMITS = {"lower": (40, 2), "upper": (60, 4), "junior": (80, 8)}
"""For each age: the longest sentence in full-width characters, and the most uncommon characters in an item."""
# Only from where a sentence begins: from each character on it would take the square of its length.
LONG = {
    age: re.compile(rf"(?<![^。！？!?；;\n])[^。！？!?；;\n]{{{longest + 1}}}") for age, (longest, _) in LIMITS.items()
}


def hard_to_read(item: Item, row: Row) -> Iterator[Problem]:
    """Hints for the youngest age that the item is for."""
    age = item.ages[0] if len(item.ages) == 1 else next((age for age in LIMITS if age in item.ages), "upper")
    longest, most = LIMITS[age]
    text = "\n".join(reading_texts(item))
    # Most items have no sentence of so many characters, and of the uncommon ones none at all.
    if LONG[age].search(text):
        length = max(_length(sentence) if len(sentence) > longest else 0 for sentence in SENTENCE.split(text))
        if length > longest:
            yield row.problem("sentence_long", "stem", "hint", length=length, most=longest)
    if easy().issuperset(text):
        return
    rare = sorted(one for one in set(text) - common() if "\u4e00" <= one <= "\u9fff")
    if len(rare) > most:
        yield row.problem("characters_rare", "stem", "hint", characters="".join(rare[:8]))


def reading_texts(item: Item) -> Sequence[str]:
    """Everything that a child reads before it has answered, and the explanation."""
    message = [text for part in item.message.parts for text in (part.text, part.title)] if item.message else []
    chat = [text for node in item.chat.nodes for text in node.says] if item.chat else []
    return [item.stem, *message, *chat, *(option.text for option in item.options), item.explanation]


def same_text(item: Item) -> str:
    """What makes the item the question that it is, in one text for comparing."""
    replies = [reply.text for node in item.chat.nodes for reply in node.replies] if item.chat else []
    return fold("".join((*reading_texts(item)[:-1], *replies)))


def _length(sentence: str) -> int:
    """In full-width characters; two half-width ones count as one."""
    return sum(2 if ord(one) > 0x2E80 else 1 for one in sentence.strip()) // 2


@cache
def common() -> frozenset[str]:
    """The common characters of GB 2312, which lists them before the others: 3,755."""
    pages = (bytes((page, place)) for page in range(0xB0, 0xD8) for place in range(0xA1, 0xFF))
    return frozenset(pair.decode("gb2312", "ignore") for pair in pages)


@cache
def easy() -> frozenset[str]:
    """The common characters, and what else stands in texts: letters, digits and marks, none of them uncommon."""
    pages = (range(0x20, 0x300), range(0x2000, 0x2700), range(0x3000, 0x3100), range(0xFF00, 0xFFF0))
    return common().union("\n\t", *(map(chr, page) for page in pages))
