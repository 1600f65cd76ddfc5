"""Rules for one field of a JSON file, to put together: each tells what is wrong, where.

A bank has some twenty fields for each of 50,000 items, nearly all of them sound: a check of what is sound makes no
generator and no path. Paths are put together on the way out, where there is a fault.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule: `path` is where (`options.2.text`), `code` what, `params` what the sentence names."""

    path: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


Check = Callable[[Any], Sequence[Fault]]
"""What is wrong with a value; paths begin at the value itself, whose own path is empty."""


def text(least: int, most: int, pattern: str = "") -> Check:
    """A string of `least` to `most` characters, all of it matching `pattern`."""
    fits = re.compile(pattern).fullmatch if pattern else None

    def check(value: Any) -> Sequence[Fault]:
        if not isinstance(value, str):
            return (Fault("", "field_type", {"wanted": "text"}),)
        if len(value) < least or (least and value.isspace()):
            return (Fault("", "field_empty"),)
        if len(value) > most:
            return (Fault("", "field_too_long", {"length": len(value), "most": most}),)
        if fits and not fits(value):
            return (Fault("", "field_form", {"value": value[:20]}),)
        return ()

    return check


def one_of(*known: str) -> Check:
    """One of the known words."""
    allowed = frozenset(known)
    shown = ", ".join(filter(None, known))

    def check(value: Any) -> Sequence[Fault]:
        if isinstance(value, str) and value in allowed:
            return ()
        return (Fault("", "field_unknown_value", {"value": str(value)[:20], "known": shown}),)

    return check


def number(least: int, most: int) -> Check:
    """A whole number from `least` to `most`."""

    def check(value: Any) -> Sequence[Fault]:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return ()
        return (Fault("", "field_number", {"least": least, "most": most}),)

    return check


def many(least: int, most: int, each: Check, *, unique: bool = False) -> Check:
    """A list of `least` to `most`, each as it should be."""

    def check(value: Any) -> Sequence[Fault]:
        if not isinstance(value, list):
            return (Fault("", "field_type", {"wanted": "list"}),)
        found: list[Fault] = []
        if not least <= len(value) <= most:
            found.append(Fault("", "field_count", {"count": len(value), "least": least, "most": most}))
        if unique and len(value) > 1 and any(value.index(one) != place for place, one in enumerate(value)):
            found.append(Fault("", "field_twice"))
        for place, one in enumerate(value):
            if faults := each(one):
                found += below(str(place), faults)
        return found

    return check


def table(needed: tuple[str, ...], fields: Mapping[str, Check]) -> Check:
    """An object with these fields and no others."""

    def check(value: Any) -> Sequence[Fault]:
        if not isinstance(value, dict):
            return (Fault("", "field_type", {"wanted": "object"}),)
        found = [Fault(name, "field_missing") for name in needed if name not in value]
        for name, one in value.items():
            if name not in fields:
                found.append(Fault(name[:40], "field_unknown"))
            elif faults := fields[name](one):
                found += below(name, faults)
        return found

    return check


def named(names: Check, values: Check) -> Check:
    """An object whose names and values are each as they should be."""

    def check(value: Any) -> Sequence[Fault]:
        if not isinstance(value, dict):
            return (Fault("", "field_type", {"wanted": "object"}),)
        return [
            fault
            for name, one in value.items()
            if (faults := (*names(name), *values(one)))
            for fault in below(name[:40], faults)
        ]

    return check


def anything(value: Any) -> Sequence[Fault]:
    """Nothing to complain of: somebody else looks."""
    return ()


def below(name: str, faults: Sequence[Fault]) -> Iterator[Fault]:
    """`faults` of what is called `name` within something."""
    return (replace(fault, path=f"{name}.{fault.path}" if fault.path else name) for fault in faults)


def too_wide(path: str, text: str, most: int) -> Iterator[Fault]:
    """Whether `text` takes more room than `most` full-width characters."""
    width = sum(2 if unicodedata.east_asian_width(one) in "FWA" else 1 for one in text)
    if width > 2 * most:
        yield Fault(path, "too_wide", {"length": (width + 1) // 2, "most": most})
