"""A workbook: one sheet of rows and one that explains the columns. Texts are texts, whatever they look like.

XlsxWriter makes the book without its rows, in memory; they are written straight into the zip, between the head and the
foot of their sheet. So a long log costs no memory, and no temporary file with its rows ever lies on a disk.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from kiosk.core.words import say
from kiosk.exports.columns import Column, Value
from kiosk.exports.sheet_rows import write_rows

BYTES_A_ROW = 400
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
END = b"</sheetData>"
DIMENSION = re.compile(rb"<dimension [^>]*/>")
"""How large XlsxWriter believes a sheet to be: it knows the header only."""
STYLE = re.compile(rb'<col [^>]*style="(\d+)"')


def write_xlsx(file: BinaryIO, columns: Sequence[Column], rows: Iterable[Sequence[Value]], language: str) -> int:
    """Write `rows` below a frozen header. Returns how many. Raises OSError."""
    counts: list[int] = []
    waiting: Iterator[Sequence[Value]] | None = iter(rows)
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        while waiting is not None:
            name = f"xl/worksheets/sheet{len(counts) + 1}.xml"
            head = DIMENSION.sub(b"", _book(columns, language, [*counts, 0])[name].partition(END)[0])
            style = STYLE.search(head)
            with packed.open(name, "w") as sheet:
                sheet.write(head)
                counts.append(write_rows(sheet, columns, waiting, int(style[1]) if style else 0))
                sheet.write(END + _book(columns, language, counts)[name].partition(END)[2])
            first = next(waiting, None)
            waiting = None if first is None else chain((first,), waiting)
        for name, content in _book(columns, language, counts).items():
            if name not in packed.NameToInfo:
                packed.writestr(name, content)
    return sum(counts)


def _book(columns: Sequence[Column], language: str, counts: Sequence[int]) -> dict[str, bytes]:
    """The files of the book, with sheets for so many rows each but none of them there."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as workbook:
        for number, count in enumerate(counts, start=1):
            _sheet(workbook, columns, language, number, count)
        _explain(workbook, columns, language)
    with ZipFile(buffer) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _sheet(workbook: Workbook, columns: Sequence[Column], language: str, number: int, count: int) -> None:
    """A sheet with its header row, frozen."""
    name = say("exports.sheet_rows", language)
    sheet = workbook.add_worksheet(name if number == 1 else f"{name} {number}")
    bold = workbook.add_format({"bold": True, "bg_color": "#E4F1F0", "text_wrap": True})
    moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, moment if column.form == "time" else None)
        sheet.write_string(0, place, say(f"exports.{column.key}", language), bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, count, len(columns) - 1)


def _explain(workbook: Workbook, columns: Sequence[Column], language: str) -> None:
    """The sheet that says what each column means."""
    sheet = workbook.add_worksheet(say("exports.sheet_about", language))
    bold = workbook.add_format({"bold": True})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, say("exports.about_column", language), bold)
    sheet.write_string(0, 1, say("exports.about_meaning", language), bold)
    for line, column in enumerate(columns, start=1):
        sheet.write_string(line, 0, say(f"exports.{column.key}", language))
        sheet.write_string(line, 1, say(f"exports.{column.key}_about", language))
