"""Rows of a worksheet as Excel keeps them, written while they come: most cells of a log say what another has said."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from html import escape
from itertools import islice
from typing import IO, Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kiosk.exports.columns import Column, Form, Value

MOST_ROWS = 1_048_575
"""Rows below the header that a sheet can hold."""
MOST_BYTES = 2_000_000_000
"""Of a sheet; a larger one needs a form of zip that not every spreadsheet opens."""
MOST_CHARACTERS = 32_767
KEPT = 8_192
AT_ONCE = 200
EPOCH = datetime(1899, 12, 30)
DAY_S = 86_400

Cell = Callable[[Any], str]
"""What follows the cell's place, for a value; empty for no cell."""


def write_rows(file: IO[bytes], columns: Sequence[Column], rows: Iterator[Sequence[Value]], moment: int) -> int:
    """Write rows below line 1, as many as fit; `moment` is the number of the style of times.

    Returns how many; the others are still in `rows`. Raises OSError.
    """
    cells: dict[Form, Cell] = {
        "text": text, "code": text, "id": plain, "number": number, "time": lambda value: time(value, moment)
    }  # fmt: skip
    ways = [(f'<c r="{xl_col_to_name(place)}', cells[column.form]) for place, column in enumerate(columns)]
    line, size = 1, 0
    while size < MOST_BYTES and (batch := list(islice(rows, min(AT_ONCE, MOST_ROWS + 1 - line)))):
        parts = []
        for row in batch:
            line += 1
            parts.append(f'<row r="{line}">')
            parts += [
                f"{begin}{line}{end}" for (begin, way), value in zip(ways, row, strict=True) if (end := way(value))
            ]
            parts.append("</row>")
        size += file.write("".join(parts).encode())
    return line - 1


@lru_cache(KEPT)
def text(value: str) -> str:
    """A text, its edges kept, control characters written as Excel does."""
    if not value:
        return ""
    value = value[:MOST_CHARACTERS]
    kept = ' xml:space="preserve"' if value[0].isspace() or value[-1].isspace() else ""
    written = Worksheet._escape_control_characters(value)
    return f'" t="inlineStr"><is><t{kept}>{escape(written, quote=False)}</t></is></c>'


def plain(value: str) -> str:
    """An id: none is seen twice."""
    return f'" t="inlineStr"><is><t>{escape(value, quote=False)}</t></is></c>' if value else ""


def number(value: float | str) -> str:
    """A number; nothing for an empty text."""
    return f'"><v>{value!r}</v></c>' if value != "" else ""


def time(value: Value, moment: int) -> str:
    """A local time, as days since 1900."""
    if not isinstance(value, datetime):
        return ""
    return f'" s="{moment}"><v>{(value - EPOCH).total_seconds() / DAY_S!r}</v></c>'
