"""How hard a text is to read: how long its sentences are, and how many of its characters are uncommon."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from kiosk.core.item import Item
from kiosk.packs.plain import fold
from kiosk.packs.report import Problem
from kiosk.packs.rows import Row

SENTENCE = re.compile(r"[。！？!?；;\n]+")
LIMITS = {"lower": (40, 2), "upper": (60, 4), "junior": (80, 8)}
"""For each age: the longest sentence in full-width characters, and the most uncommon characters in an item."""
END = "。！？!?；;\n"
# From an end on, and not from each character on, which would take the square of a sentence's length.
LONG = {age: re.compile(rf"[{END}][^{END}]{{{longest + 1}}}") for age, (longest, _) in LIMITS.items()}
"""The end before a sentence that is too long for an age, and so much of it."""
BETWEEN = "\n\0\n"
"""Stands between texts that are searched as one: no pattern matches across it."""


def hard_to_read(item: Item, row: Row) -> Iterator[Problem]:
    """Hints for the youngest age that the item is for."""
    longest, most = LIMITS[_youngest(item)]
    text = "\n".join(reading_texts(item))
    length = max(_length(sentence) if len(sentence) > longest else 0 for sentence in SENTENCE.split(text))
    if length > longest:
        yield row.problem("sentence_long", "stem", "hint", length=length, most=longest)
    rare = sorted(one for one in set(text) - common() if "\u4e00" <= one <= "\u9fff")
    if len(rare) > most:
        yield row.problem("characters_rare", "stem", "hint", characters="".join(rare[:8]))


def perhaps_hard(items: Sequence[Item], texts: Sequence[str]) -> Iterator[int]:
    """The places of those `items` on which `hard_to_read` may say something; `texts` are theirs.

    Hardly any has a sentence of so many characters, or an uncommon one: all texts are searched as one.
    """
    strictest = min({_youngest(item) for item in items}, key=lambda age: LIMITS[age][0])
    for pattern in (LONG[strictest], uncommon()):
        yield from places(pattern, texts)


def places(pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[int]:
    """The numbers of those `texts` in which `pattern` is found; before the first, too, there is an end."""
    starts = list(accumulate((len(text) + len(BETWEEN) for text in texts), initial=len(BETWEEN)))
    for found in pattern.finditer(BETWEEN.join(("", *texts))):
        yield bisect_right(starts, found.end() - 1) - 1


def _youngest(item: Item) -> str:
    return item.ages[0] if len(item.ages) == 1 else next((age for age in LIMITS if age in item.ages), "upper")


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
def uncommon() -> re.Pattern[str]:
    """Any uncommon character."""
    return re.compile(f"(?![{''.join(common())}])[\u4e00-\u9fff]")
