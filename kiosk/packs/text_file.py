"""Text files of any origin: their encoding, and csv as a table."""

import csv
import io
from collections.abc import Callable, Iterator
from itertools import islice

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.plain import clean
from kiosk.packs.tables import Table

DELIMITERS = (",", "\t", ";")
BOMS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))


def decode(data: bytes) -> str:
    """Text by its byte order mark, else as strict UTF-8, UTF-16 or GB18030. Raises KioskError `packs.not_text`."""
    encoding = next((name for name, bom in BOMS if data.startswith(bom)), "")
    for name in (encoding,) if encoding else ("utf-8", *_bare_utf16(data), "gb18030"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise KioskError("packs.not_text", f"{len(data)} bytes")


def _bare_utf16(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows by zero bytes on one side of its ASCII; Chinese alone never looks like it."""
    sample = data[:4096]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if low + high < len(sample) // 64 or low == high:
        return ()
    return ("utf-16-be",) if low > high else ("utf-16-le",)


def csv_table(text: str, score: Callable[[list[list[str]]], int]) -> Table:
    """`text` as one table by the delimiter whose first 15 rows `score` best.

    Raises KioskError `packs.quote_open` (with the `row` where the quote opens) when a quote is never closed.
    """
    text = text.removeprefix("\ufeff")
    delimiter = max(DELIMITERS, key=lambda one: score(list(islice(_records(text, one), 15))))
    rows = list(_records(text, delimiter))
    if text.count('"') % 2:
        _find_open_quote(rows)
    return Table("", rows)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(limits.FILE_BYTES)
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        yield [clean(cell) for cell in record]


def _find_open_quote(rows: list[list[str]]) -> None:
    """An odd number of quotes is harmless within a cell; one that swallows lines to the very end is not."""
    last = rows[-1][-1] if rows and rows[-1] else ""
    if last.count("\n") >= 2 or len(last) > limits.STEM:
        raise KioskError("packs.quote_open", row=len(rows))
