"""Chinese and Latin text broken into lines that fit: no line begins with a stop or ends with an open bracket. Pure."""

import re
from collections.abc import Callable
from unicodedata import east_asian_width

Measure = Callable[[str], float]
"""How wide a text is, in the unit of the width it must fit."""

NOT_FIRST = "，。、；：？！）》〉】」』”’…—·%％,.;:?!)]}℃"
NOT_LAST = "（《〈【「『“‘([{"
PIECES = re.compile(rf"[{re.escape(NOT_LAST)}]*(?:[ -~¡-ʯ]+?(?= |$|[^ -~¡-ʯ])|[^ ]|\s)[{re.escape(NOT_FIRST)}]*")


def wrapped(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of `text`, none wider than `width`; a piece that is wider by itself is broken where it must be."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in PIECES.findall(paragraph):
            if measure((line + piece).rstrip()) <= width:
                line += piece
                continue
            if line.strip():
                lines.append(line.rstrip())
            *full, line = broken(piece.lstrip(), width, measure)
            lines += full
        lines.append(line.rstrip())
    return lines


def broken(piece: str, width: float, measure: Measure) -> list[str]:
    """One piece without a place to break, cut where it is full."""
    parts = [""]
    for letter in piece:
        if parts[-1] and measure(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    if len(parts) > 1 and len(parts[-2]) > 1 and parts[-1][0] in NOT_FIRST:
        last = parts[-2][-1] + parts[-1]
        if measure(last) <= width:
            parts[-2:] = [parts[-2][:-1], last]
    return parts


def estimated(size: float) -> Measure:
    """A measure for texts of `size` where no font is at hand: Chinese is square, Latin somewhat over half of that."""

    def measure(text: str) -> float:
        return sum(1.0 if east_asian_width(letter) in "WFA" else 0.58 for letter in text) * size

    return measure
