"""A long text in the parts it is read in: those that a person has read, and what lies between them. Pure."""

import re
from collections.abc import Callable

SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?\n]+[”’」』）)\]》]*|$)")
LONGEST = 6
"""A recording is looked for under at most so many sentences together."""


def sentences(text: str) -> list[str]:
    """`text` cut behind what ends a sentence, closing quotes with it; nothing of it is lost but empty rows."""
    return [found for found in SENTENCE.findall(text) if found.strip()]


def parts(text: str, recorded: Callable[[str], bool]) -> list[str]:
    """`text` whole where a person has read it whole, or nothing of it; else its recordings and the rest in order."""
    if recorded(text):
        return [text]
    said = sentences(text)
    found: list[str] = []
    rest = ""
    at = 0
    while at < len(said):
        size = _run(said[at : at + LONGEST], recorded)
        if size:
            found += [rest] if rest else []
            found.append("".join(said[at : at + size]))
            rest = ""
        else:
            rest += said[at]
        at += size or 1
    return [*found, rest] if rest and found else found or [text]


def _run(said: list[str], recorded: Callable[[str], bool]) -> int:
    """How many of these sentences, from the first on, one recording says; 0 when none does."""
    return next((size for size in range(len(said), 0, -1) if recorded("".join(said[:size]))), 0)
