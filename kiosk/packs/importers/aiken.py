"""Aiken: stem, `A. option` lines, `ANSWER: B`, an empty line. It has no explanations."""

import re

LOOKS = re.compile(r"^ANSWER:\s*[A-Z]\s*$", re.MULTILINE)


def is_aiken(text: str) -> bool:
    """Whether `text` looks like Aiken; `importers.lines` reads it."""
    return bool(LOOKS.search(text))
