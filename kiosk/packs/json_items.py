"""JSON, read once, that also tells where each element of one list begins: people mend files by lines."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

SPACE = re.compile(r"[ \t\n\r]*")
DECODER = json.JSONDecoder()


def read_object(text: str, name: str) -> tuple[Any, list[int]]:
    """The value of `text`, and where each element of the list called `name` in its outermost object begins.

    Takes and refuses what `json.loads` does: raises ValueError or RecursionError.
    """
    at = _skip(text, 0)
    if not text.startswith("{", at):
        return json.loads(text), []
    fields: dict[str, Any] = {}
    starts: list[int] = []
    at = _skip(text, at + 1)
    while not text.startswith("}", at) or fields:
        key, at = _key(text, at)
        if key == name and text.startswith("[", at):
            # Like the decoder, the last of several lists of that name counts.
            fields[key], starts, at = _list(text, at)
        else:
            fields[key], at = DECODER.raw_decode(text, at)
        at, more = _next(text, at, "}")
        if not more:
            break
    else:
        at += 1
    if (end := _skip(text, at)) != len(text):
        raise json.JSONDecodeError("Extra data", text, end)
    return fields, starts


def lines_of(text: str, starts: Sequence[int]) -> Iterator[int]:
    """The line, from 1, on which each of the rising places in `text` lies."""
    line, counted = 1, 0
    for start in starts:
        line += text.count("\n", counted, start)
        counted = start
        yield line


def _list(text: str, at: int) -> tuple[list[Any], list[int], int]:
    """The list that opens at `at`, where its elements begin, and the place behind its end."""
    values: list[Any] = []
    starts: list[int] = []
    at = _skip(text, at + 1)
    if text.startswith("]", at):
        return values, starts, at + 1
    more = True
    while more:
        starts.append(at)
        value, at = DECODER.raw_decode(text, at)
        values.append(value)
        at, more = _next(text, at, "]")
    return values, starts, at


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
