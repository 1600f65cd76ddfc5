"""JSON, read once, element by element of its one long list: what is made of each is kept, and not the JSON of all."""

import json
import re
from collections.abc import Callable
from typing import Any

SPACE = re.compile(r"[ \t\n\r]*")
DECODER = json.JSONDecoder()
Each = Callable[[Any, int, int], Any]
"""`each(value, number, place)` gives what is kept of element `number` (from 0), which begins at `place`."""


def read_object(text: str, name: str, each: Each) -> Any:
    """The value of `text`; of each element of the list called `name` in its outermost object, what `each` makes of it.

    Takes and refuses what `json.loads` does: raises ValueError or RecursionError, and what `each` raises.
    """
    at = _skip(text, 0)
    if not text.startswith("{", at):
        return json.loads(text)
    fields: dict[str, Any] = {}
    at = _skip(text, at + 1)
    while not text.startswith("}", at) or fields:
        key, at = _key(text, at)
        if key == name and text.startswith("[", at):
            # Like the decoder, the last of several lists of that name counts.
            fields[key], at = _list(text, at, each)
        else:
            fields[key], at = DECODER.raw_decode(text, at)
        at, more = _next(text, at, "}")
        if not more:
            break
    else:
        at += 1
    if (end := _skip(text, at)) != len(text):
        raise json.JSONDecodeError("Extra data", text, end)
    return fields


class Lines:
    """The line, from 1, on which each of several rising places in a text lies; a place before the last starts anew."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line, self._counted = 1, 0

    def at(self, place: int) -> int:
        """The line of `place`."""
        if place < self._counted:
            self._line, self._counted = 1, 0
        self._line += self._text.count("\n", self._counted, place)
        self._counted = place
        return self._line


def _list(text: str, at: int, each: Each) -> tuple[list[Any], int]:
    """What is made of the list that opens at `at`, and the place behind its end."""
    values: list[Any] = []
    at = _skip(text, at + 1)
    if text.startswith("]", at):
        return values, at + 1
    more = True
    while more:
        start = at
        value, at = DECODER.raw_decode(text, at)
        values.append(each(value, len(values), start))
        at, more = _next(text, at, "]")
    return values, at


def _key(text: str, at: int) -> tuple[str, int]:
    """The name of a field that begins at `at`, and where its value begins."""
    if not text.startswith('"', at):
        raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
    key, at = DECODER.raw_decode(text, at)
    at = _skip(text, at)
    if not text.startswith(":", at):
        raise json.JSONDecodeError("Expecting ':' delimiter", text, at)
    return key, _skip(text, at + 1)


def _next(text: str, at: int, end: str) -> tuple[int, bool]:
    """Where it goes on behind an element: behind the comma (more follows) or behind the `end`."""
    at = _skip(text, at)
    if text.startswith(end, at):
        return at + 1, False
    if not text.startswith(",", at):
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    return _skip(text, at + 1), True


def _skip(text: str, at: int) -> int:
    """The next place that holds no space."""
    found = SPACE.match(text, at)
    return found.end() if found else at
