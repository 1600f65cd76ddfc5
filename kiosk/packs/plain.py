"""Cells and lines as plain text."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache

# Control characters, bidirectional overrides and zero-width marks: they can hide or reorder what a child reads.
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
GAP = "\ue000"
"""A character of nobody's: it parts texts that are looked at together."""
HTML = re.compile(r"<\s*/?\s*[a-zA-Z][^<>]*>")


def cell_text(value: str | int | float | bool | date | datetime | time | timedelta | None) -> str:
    """What Excel would show of a cell, trimmed. Whole floats lose their `.0`: readers give integers as floats."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return clean(str(value))


def clean(text: str) -> str:
    """`text` trimmed and without characters that do not show."""
    return HIDDEN.sub("", text.replace("\r\n", "\n")).strip()


def fold_anew(text: str) -> str:
    """`text` for comparing: full-width made half-width, lower case, no space at all."""
    # NFKC makes the same of these marks, and takes twenty times as long for a text that has any.
    text = text.replace("，", ",").replace("？", "?").replace("：", ":").replace("！", "!")
    text = text.replace("（", "(").replace("）", ")").replace("；", ";")
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


fold = lru_cache(1_024)(fold_anew)
"""`fold_anew`, whose last results are kept: rows say the same again and again."""


def fold_all(texts: Sequence[str]) -> list[str]:
    """Each of `texts` folded. All at once: tens of thousands of items have five texts each."""
    folded = fold_anew(GAP.join(texts)).split(GAP)
    return folded if len(folded) == len(texts) else [fold_anew(text) for text in texts]


def shorten(text: str, length: int = 16) -> str:
    """At most `length` characters of `text` on one line, for naming it in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
