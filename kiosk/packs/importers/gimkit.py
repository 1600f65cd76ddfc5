"""Gimkit csv: Question · Correct Answer · Incorrect Answer 1–3. The right answer is its own text and comes first."""

import hashlib
from dataclasses import replace
from random import Random

from kiosk.packs.answers import is_truth_pair
from kiosk.packs.importers.layout import Layout
from kiosk.packs.rows import Row


def shuffled(row: Row) -> Row:
    """The row with its options in an order that only its stem decides: the right one must not always be A."""
    options = [option for option in row.options if option]
    if not is_truth_pair(options):
        Random(hashlib.sha256(row.stem.encode()).digest()).shuffle(options)
    return replace(row, options=tuple(options))


LAYOUT = Layout("gimkit", frozenset(("question", "correctanswer", "incorrectanswer1")), style="text", adapt=shuffled)
