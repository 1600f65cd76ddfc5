"""Where characters, their pinyin and cue marks go: breaking a text into lines. Pure; the painter measures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

NOT_FIRST = frozenset("，。！？：；、”’）》】…～,.!?:;)%")
"""Characters that may not begin a line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cue on the text: characters `start` up to `end`, shown with a disc bearing `number`.

    With `number` 0 it has no disc: a passage that can be touched, `look` 1 open and 2 marked (0 shows nothing).
    """

    start: int
    end: int
    number: int
    look: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One unbreakable piece: a Chinese character, a Latin run, or (with `disc`) a cue's number."""

    text: str
    ruby: str
    width: float
    mark: int = 0
    disc: int = 0
    look: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell on its line: `x` from the left edge, `line` from 0."""

    cell: Cell
    x: float
    line: int


def cells(
    text: str, ruby: Sequence[str], marks: Sequence[Mark], measure: Callable[[str, str], float], disc_width: float
) -> list[Cell]:
    """`text` cut into cells; `measure(text, ruby)` gives a cell's width in pixels."""
    result: list[Cell] = []
    at = 0
    while at < len(text):
        mark = next((one for one in marks if one.start <= at < one.end), None)
        if mark and mark.number and at == mark.start:
            result.append(Cell("", "", disc_width, mark.number, mark.number))
        end = at + 1
        while not ruby[at] and end < len(text) and _same_word(text[at], text[end]) and not _edge(end, marks):
            end += 1
        piece, reading = text[at:end], ruby[at]
        width = measure(piece, reading)
        shown = mark or Mark(at, end, 0)
        result.append(Cell(piece, reading, width, shown.number, look=shown.look, key=shown.key))
        at = end
    return result


def place(pieces: Sequence[Cell], width: float) -> tuple[list[Placed], int]:
    """The cells on lines no wider than `width` (0: one line), and how many lines there are."""
    placed: list[Placed] = []
    x, line = 0.0, 0
    for index, cell in enumerate(pieces):
        if cell.text == "\n":
            x, line = 0.0, line + 1
            continue
        follower = pieces[index + 1] if index + 1 < len(pieces) else None
        needed = cell.width
        if follower and (cell.disc or follower.text[:1] in NOT_FIRST):
            needed += follower.width
        if width and x and x + needed > width + 0.5 and cell.text[:1] not in NOT_FIRST:
            x, line = 0.0, line + 1
            if cell.text.isspace():
                continue
        placed.append(Placed(cell, x, line))
        x += cell.width
    return placed, line + 1 if pieces else 0


def _same_word(one: str, other: str) -> bool:
    """Latin letters, digits and what joins them stay together; a newline stands alone."""
    return all(char.isascii() and not char.isspace() for char in (one, other))


def _edge(at: int, marks: Sequence[Mark]) -> bool:
    return any(at in (mark.start, mark.end) for mark in marks)
