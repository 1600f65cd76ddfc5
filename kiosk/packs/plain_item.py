"""The quick look at an item of a bank: nearly all are plain questions with options on which every rule holds."""

import re
from typing import Any

from kiosk.core.item import AGES, DIMENSIONS, NATURES
from kiosk.packs import limits

KINDS = frozenset(("choice", "multi", "true_false"))
KEYS = "ABCDEFGH"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}").fullmatch
NAMES = ("family", "trick", "twin")
TEXTS = {"explanation": limits.EXPLANATION, "source": 300, "genuine_twin": 400, "as_of": 0, "review_by": 0}
"""Longest texts; dates are left to the long look."""
WORDS = {
    "nature": frozenset(("", *NATURES)),
    "dimension": frozenset(DIMENSIONS),
    "form": frozenset(("", "A", "B", "C")),
}
FIELDS = frozenset(("id", "kind", "stem", "right", "options", "ages", "difficulty", *NAMES, *TEXTS, *WORDS))
ONE_AGE = [[age] for age in AGES]


def plainly_sound(item: Any) -> bool:
    """True only for an item on which every rule of `native_check` holds; one that is not plain needs the long look."""
    if type(item) is not dict or not FIELDS.issuperset(item):
        return False
    return _asks(item) and _has_options(item) and _says(item)


def _asks(item: dict[str, Any]) -> bool:
    """Name, kind and question."""
    name, stem, kind = item.get("id"), item.get("stem"), item.get("kind")
    if type(name) is not str or type(stem) is not str or type(kind) is not str:
        return False
    return kind in KINDS and len(stem) <= limits.STEM and not (not stem or stem.isspace()) and NAME(name) is not None


def _has_options(item: dict[str, Any]) -> bool:
    """Options A, B, C … with different texts, and which of them are right."""
    options, right = item.get("options"), item.get("right")
    if type(options) is not list or type(right) is not list or not 2 <= len(options) <= limits.OPTIONS:
        return False
    texts, most = set(), limits.OPTION
    for key, option in zip(KEYS, options, strict=False):
        if type(option) is not dict or option.get("key") != key:
            return False
        if type(text := option.get("text")) is not str or len(text) > most:
            return False
        if len(option) != 2 and not _has_why(option):
            return False
        texts.add(text.strip())
    keys = KEYS[: len(options)]
    sound = len(texts) == len(options) and "" not in texts
    several = item["kind"] == "multi"
    if not sound or (item["kind"] == "true_false" and len(options) != 2) or not (several or len(right) == 1):
        return False
    return (
        bool(right)
        and all(type(key) is str and len(key) == 1 and key in keys for key in right)
        and len(set(right)) == len(right)
    )


def _has_why(option: dict[str, Any]) -> bool:
    """Whether an option with key and text has a reason besides, and nothing else."""
    why = option.get("why")
    return len(option) == 3 and type(why) is str and len(why) <= limits.WHY


def _says(item: dict[str, Any]) -> bool:
    """Everything besides the question."""
    for name, most in TEXTS.items():
        if name in item and (type(text := item[name]) is not str or len(text) > most):
            return False
    for name in NAMES:
        if name in item and (type(text := item[name]) is not str or not (text == "" or NAME(text))):
            return False
    for name, words in WORDS.items():
        if name in item and (type(word := item[name]) is not str or word not in words):
            return False
    difficulty = item.get("difficulty", 1)
    return type(difficulty) is int and 1 <= difficulty <= 5 and ("ages" not in item or item["ages"] in ONE_AGE)
