"""Rules for one field of a JSON file, to put together: each yields what is wrong, where."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


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


def too_wide(path: str, text: str, most: int) -> Iterator[Fault]:
    """Whether `text` takes more room than `most` full-width characters."""
    width = sum(2 if unicodedata.east_asian_width(one) in "FWA" else 1 for one in text)
    if width > 2 * most:
        yield Fault(path, "too_wide", {"length": (width + 1) // 2, "most": most})
