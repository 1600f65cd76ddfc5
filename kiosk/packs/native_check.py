"""The rules of `quizzes/bank.schema.json`, told in sentences. A test holds both against each other."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.core.item import AGES, CHANNELS, DIMENSIONS, KINDS, NATURES, PARTS
from kiosk.packs import limits

NAME = r"[A-Za-z0-9][A-Za-z0-9_.-]*"
OPTION_KEYS = ("A", "B", "C", "D", "E", "F", "G", "H")


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule: `path` is where (`options.2.text`), `code` what, `params` what the sentence names."""

    path: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


Check = Callable[[str, Any], Iterator[Fault]]


def text(least: int, most: int, pattern: str = "") -> Check:
    """A string of `least` to `most` characters, all of it matching `pattern`."""

    def check(path: str, value: Any) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault(path, "field_type", {"wanted": "text"})
        elif len(value) < least or (least and not re.search(r"\S", value)):
            yield Fault(path, "field_empty")
        elif len(value) > most:
            yield Fault(path, "field_too_long", {"length": len(value), "most": most})
        elif pattern and not re.fullmatch(pattern, value):
            yield Fault(path, "field_form", {"value": value[:20]})

    return check


def one_of(*known: str) -> Check:
    """One of the known words."""

    def check(path: str, value: Any) -> Iterator[Fault]:
        if not isinstance(value, str) or value not in known:
            yield Fault(
                path, "field_unknown_value", {"value": str(value)[:20], "known": ", ".join(filter(None, known))}
            )

    return check


def number(least: int, most: int) -> Check:
    """A whole number from `least` to `most`."""

    def check(path: str, value: Any) -> Iterator[Fault]:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            yield Fault(path, "field_number", {"least": least, "most": most})

    return check


def many(least: int, most: int, each: Check, *, unique: bool = False) -> Check:
    """A list of `least` to `most`, each as it should be."""

    def check(path: str, value: Any) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(path, "field_type", {"wanted": "list"})
            return
        if not least <= len(value) <= most:
            yield Fault(path, "field_count", {"count": len(value), "least": least, "most": most})
        if unique and any(value.index(one) != place for place, one in enumerate(value)):
            yield Fault(path, "field_twice")
        for place, one in enumerate(value):
            yield from each(f"{path}.{place}", one)

    return check


def table(needed: tuple[str, ...], fields: Mapping[str, Check]) -> Check:
    """An object with these fields and no others."""

    def check(path: str, value: Any) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield Fault(path, "field_type", {"wanted": "object"})
            return
        inside = f"{path}." if path else ""
        for name in needed:
            if name not in value:
                yield Fault(inside + name, "field_missing")
        for name, one in value.items():
            if name in fields:
                yield from fields[name](inside + name, one)
            else:
                yield Fault(inside + name[:40], "field_unknown")

    return check


def readings(path: str, value: Any) -> Iterator[Fault]:
    """An object of words and their pinyin."""
    if not isinstance(value, dict):
        yield Fault(path, "field_type", {"wanted": "object"})
    else:
        for name, one in value.items():
            yield from text(0, 80)(f"{path}.{name[:20]}", one)


DATE = text(0, 10, r"([0-9]{4}-[0-9]{2}-[0-9]{2})?")
SHORT_NAME = text(0, 60, rf"({NAME})?")
OPTION = table(
    ("key", "text"), {"key": one_of(*OPTION_KEYS), "text": text(1, limits.OPTION), "why": text(0, limits.WHY)}
)
PART = table(
    ("text",),
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
    },
)
ITEM = table(
    ("id", "kind", "stem", "right"),
    {
        "id": text(1, 60, NAME),
        "kind": one_of(*KINDS),
        "stem": text(1, limits.STEM),
        "right": many(1, limits.OPTIONS, one_of(*OPTION_KEYS, *NATURES), unique=True),
        "options": many(0, limits.OPTIONS, OPTION),
        "explanation": text(0, limits.EXPLANATION),
        "family": SHORT_NAME,
        "trick": SHORT_NAME,
        "nature": one_of("", *NATURES),
        "message": MESSAGE,
        "genuine_twin": text(0, 400),
        "ages": many(1, len(AGES), one_of(*AGES), unique=True),
        "difficulty": number(1, 5),
        "dimension": one_of(*DIMENSIONS),
        "source": text(0, 300),
        "as_of": DATE,
        "review_by": DATE,
        "twin": SHORT_NAME,
        "form": one_of("", "A", "B", "C"),
        "pinyin": readings,
    },
)
BANK = table(
    ("format", "id", "version", "title", "language", "licence", "author", "items"),
    {
        "format": number(1, 1),
        "id": text(1, 80, r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+"),
        "version": text(1, 40, r"[0-9]+\.[0-9]+\.[0-9]+"),
        "title": text(1, limits.TITLE),
        "title_en": text(0, 120),
        "language": one_of("zh", "en"),
        "licence": text(1, 60),
        "author": text(1, 60),
        "items": many(1, limits.ITEMS, lambda path, value: iter(())),
    },
)


def item_faults(value: Any) -> list[Fault]:
    """Everything that keeps `value` from being an item: first each field, then how they fit together."""
    return list(ITEM("", value)) or list(_kind_faults(value)) or list(_fit_faults(value))


def bank_faults(value: Any) -> list[Fault]:
    """Everything that is wrong with the bank around its items."""
    return list(BANK("", value))


def _kind_faults(item: Mapping[str, Any]) -> Iterator[Fault]:
    """What each kind asks for; the schema says the same."""
    kind, right, options = item["kind"], item["right"], item.get("options", [])
    nature = item.get("nature", "")
    if (kind == "judge" or "message" in item) and not nature:
        yield Fault("nature", "field_missing")
    if kind == "judge":
        if "message" not in item:
            yield Fault("message", "field_missing")
        if options:
            yield Fault("options", "field_count", {"count": len(options), "least": 0, "most": 0})
    elif not 2 <= len(options) <= (2 if kind == "true_false" else limits.OPTIONS):
        most = 2 if kind == "true_false" else limits.OPTIONS
        yield Fault("options", "field_count", {"count": len(options), "least": 2, "most": most})
    if kind != "multi" and len(right) > 1:
        yield Fault("right", "field_count", {"count": len(right), "least": 1, "most": 1})
    known = NATURES if kind == "judge" else OPTION_KEYS
    for key in right:
        if key not in known:
            yield Fault("right", "field_unknown_value", {"value": key, "known": ", ".join(known)})


def _fit_faults(item: Mapping[str, Any]) -> Iterator[Fault]:
    """What a schema cannot say: keys that exist, texts that differ, cues that stand in the message."""
    keys = [option["key"] for option in item.get("options", [])]
    texts = [option["text"].strip() for option in item.get("options", [])]
    if len(set(keys)) < len(keys):
        yield Fault("options", "keys_twice")
    if len(set(texts)) < len(texts):
        yield Fault("options", "texts_equal")
    if item["kind"] == "true_false" and sorted(keys) != ["A", "B"]:
        yield Fault("options", "keys_true_false")
    if item["kind"] == "judge":
        if item["right"] != [item["nature"]]:
            yield Fault("right", "right_not_nature", {"nature": item["nature"]})
    elif missing := [key for key in item["right"] if key not in keys]:
        yield Fault("right", "right_not_an_option", {"value": missing[0], "known": ", ".join(keys)})
    parts = item.get("message", {}).get("parts", [])
    for place, cue in enumerate(item.get("message", {}).get("cues", [])):
        part = parts[cue["part"]] if cue["part"] < len(parts) else {}
        if not any(cue["text"] in part.get(name, "") for name in ("text", "title", "link")):
            yield Fault(f"message.cues.{place}.text", "cue_not_found", {"value": cue["text"][:20]})
    for name in ("as_of", "review_by"):
        if item.get(name) and not _is_date(item[name]):
            yield Fault(name, "field_form", {"value": item[name]})


def _is_date(value: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
