"""A csv that Excel opens as it is: UTF-8 with BOM, and no cell that could be run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.core.words import say
from kiosk.exports.columns import Column, Value

BYTES_A_ROW = 900
DANGEROUS = frozenset("=+-@\t\r")
"""A text that begins so could be run as a formula: an apostrophe before it keeps it a text."""


def write_csv(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Value]], language: str) -> int:
    """Write `rows` below a header. Returns how many. Raises OSError."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="", buffering=1 << 18) as file:
        writer = csv.writer(file)
        writer.writerow(say(f"exports.{column.key}", language) for column in columns)
        for row in rows:
            writer.writerow(["'" + cell if isinstance(cell, str) and cell[:1] in DANGEROUS else cell for cell in row])
            count += 1
    return count
