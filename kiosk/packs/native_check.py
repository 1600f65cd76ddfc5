"""The rules of `quizzes/bank.schema.json`, told in sentences. A test holds both against each other."""

from typing import Any

from kiosk.core.item import AGES, CHANNELS, CHAT_CHANNELS, DIMENSIONS, ENDINGS, KINDS, NATURES, PARTS
from kiosk.packs import limits
from kiosk.packs.fields import Fault, anything, many, named, number, one_of, table, text
from kiosk.packs.fit_check import fit_faults
from kiosk.packs.kind_check import OPTION_KEYS, kind_faults
from kiosk.packs.plain_item import plainly_sound

NAME = r"[A-Za-z0-9][A-Za-z0-9_.-]*"
BANK_ID = r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+"
VERSION = r"[0-9]+\.[0-9]+\.[0-9]+"
NODE_NAME = r"[a-z][a-z0-9_]*"
DATE = text(0, 10, r"([0-9]{4}-[0-9]{2}-[0-9]{2})?")
SHORT_NAME = text(0, 60, rf"({NAME})?")
OPTION = table(
    ("key", "text"), {"key": one_of(*OPTION_KEYS), "text": text(1, limits.OPTION), "why": text(0, limits.WHY)}
)
PART = table(
    (),
    {"text": text(0, 400), "form": one_of(*PARTS), "title": text(0, 80), "link": text(0, 120)},
)
CUE = table(
    ("part", "text", "title", "why"),
    {"part": number(0, limits.PARTS - 1), "text": text(1, 120), "title": text(1, 40), "why": text(1, 200)},
)
MESSAGE = table(
    ("channel", "sender", "parts"),
    {
        "channel": one_of(*CHANNELS),
        "sender": text(1, 40),
        "parts": many(1, limits.PARTS, PART),
        "note": text(0, 120),
        "time": text(0, 40),
        "icon": text(0, 30, "[a-z_-]*"),
        "cues": many(0, limits.CUES, CUE),
        "decoys": many(0, limits.CUES, CUE),
    },
)
REPLY = table(
    ("key", "text", "to"),
    {
        "key": one_of(*OPTION_KEYS[: limits.REPLIES]),
        "text": text(1, 2 * limits.REPLY),
        "to": text(1, 20, NODE_NAME),
        "why": text(0, 120),
    },
)
NODE = table(
    ("id", "says"),
    {
        "id": text(1, 20, NODE_NAME),
        "says": many(1, 3, text(1, 2 * limits.SAYS)),
        "replies": many(2, limits.REPLIES, REPLY),
        "ending": one_of(*ENDINGS),
        "closing": text(1, 200),
    },
)
CHAT = table(
    ("sender", "channel", "start", "nodes"),
    {
        "sender": text(1, 40),
        "icon": text(0, 30, "[a-z_-]*"),
        "note": text(0, 120),
        "channel": one_of(*CHAT_CHANNELS),
        "start": text(1, 20, NODE_NAME),
        "nodes": many(2, limits.NODES, NODE),
    },
)
ITEM = table(
    ("id", "kind", "stem", "right"),
    {
        "id": text(1, 60, NAME),
        "kind": one_of(*KINDS),
        "stem": text(1, limits.STEM),
        "right": many(1, limits.OPTIONS, text(1, 20), unique=True),
        "options": many(0, limits.OPTIONS, OPTION),
        "explanation": text(0, limits.EXPLANATION),
        "family": SHORT_NAME,
        "trick": SHORT_NAME,
        "nature": one_of("", *NATURES),
        "message": MESSAGE,
        "chat": CHAT,
        "genuine_twin": text(0, 400),
        "ages": many(1, len(AGES), one_of(*AGES), unique=True),
        "difficulty": number(1, 5),
        "dimension": one_of(*DIMENSIONS),
        "source": text(0, 300),
        "as_of": DATE,
        "review_by": DATE,
        "twin": SHORT_NAME,
        "form": one_of("", "A", "B", "C"),
        "pinyin": named(anything, text(0, 80)),
    },
)
BANK = table(
    ("format", "id", "version", "title", "language", "licence", "author", "items"),
    {
        "format": number(1, 1),
        "id": text(1, 80, BANK_ID),
        "version": text(1, 40, VERSION),
        "title": text(1, limits.TITLE),
        "title_en": text(0, 120),
        "language": one_of("zh", "en"),
        "licence": text(1, 60),
        "author": text(1, 60),
        "items": many(1, limits.ITEMS, anything),
    },
)


def item_faults(value: Any) -> list[Fault]:
    """Everything that keeps `value` from being an item: first each field, then how they fit together."""
    if plainly_sound(value):
        return []
    return list(ITEM(value)) or list(kind_faults(value)) or list(fit_faults(value))


def bank_faults(value: Any) -> list[Fault]:
    """Everything that is wrong with the bank around its items."""
    return list(BANK(value))
