"""A csv that a spreadsheet opens as it is: UTF-8 with BOM or GB18030, and no cell that could be run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.core.words import say
from kiosk.exports.asked import Asked
from kiosk.exports.columns import Column, Value

BYTES_A_ROW = 900
DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠")
"""A text that begins so could be run as a formula: an apostrophe before it keeps it a text."""
CODECS = {"utf-8": "utf-8-sig", "gb18030": "gb18030"}


def write_csv(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Value]], asked: Asked) -> int:
    """Write `rows` below a header. Returns how many. Raises OSError."""
    written = ("text", "code") if asked.foreign else ("text",)
    texts = [place for place, column in enumerate(columns) if column.form in written]
    count = 0
    with path.open("w", encoding=CODECS[asked.encoding], newline="", buffering=1 << 18) as file:
        write = csv.writer(file).writerow
        write([say(f"exports.{column.key}", asked.language) for column in columns])
        for row in rows:
            write(harmless(row, texts))
            count += 1
    return count


def harmless(row: Sequence[Value], texts: Sequence[int]) -> Sequence[Value]:
    """The row with an apostrophe before each of its `texts` that could be run; numbers and codes cannot."""
    found = [place for place in texts if (cell := row[place]) and str(cell)[0] in DANGEROUS]
    if not found:
        return row
    made = list(row)
    for place in found:
        made[place] = f"'{row[place]}"
    return made
