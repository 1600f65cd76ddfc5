"""What must be true of an xls before a reader gets it: tables no larger than the file can hold, sheets of sane size."""

import struct
from collections.abc import Iterator

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.ole import Container, broken

BOF, SST, DIMENSIONS = 0x0809, 0x00FC, 0x0200
CELLS = frozenset((0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E))
"""Records that begin with row and column."""


def examine_xls(data: bytes) -> None:
    """Raise KioskError (`packs.workbook_broken`, `packs.sheet_huge`, `packs.password`) unless `data` can be read."""
    # calamine makes room for whatever counts a file names, and follows its chains for ever.
    stream = Container(data).stream("Workbook", "Book")
    rows = columns = 0
    for kind, body in records(stream):
        if kind == BOF:
            rows = columns = 0
        elif kind == SST and len(body) >= 8:
            if struct.unpack_from("<I", body, 4)[0] > len(stream):
                raise broken("more strings than bytes")
        elif kind == DIMENSIONS and len(body) >= 12:
            first, last, left, right = struct.unpack_from("<IIHH", body)
            if first > last or left > right:
                raise broken("a sheet that ends before it begins")
            _measure(last - first, right - left)
        elif kind in CELLS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            _measure(rows, columns)


def records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record, up to where they stop making sense."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _measure(rows: int, columns: int) -> None:
    if rows * columns > limits.SHEET_CELLS:
        raise KioskError("packs.sheet_huge", f"{rows} x {columns}")
