"""A workbook: one sheet of rows and one that explains the columns. Texts are texts, whatever they look like."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from kiosk.core.words import say
from kiosk.exports.columns import Column, Value
from kiosk.exports.lean_sheet import LeanSheet

BYTES_A_ROW = 400
MOST_ROWS = 1_048_575
"""Rows below the header that a sheet can hold; more go to a further sheet."""
MOST_CHARACTERS = 32_767
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd hh:mm:ss",
}


def write_xlsx(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Value]], language: str) -> int:
    """Write `rows` below a frozen header. Returns how many. Raises OSError."""
    workbook = Workbook(str(path), OPTIONS)
    try:
        count = _sheets(workbook, columns, rows, language)
        _explain(workbook, columns, language)
    finally:
        close(workbook)
    return count


def close(workbook: Workbook) -> None:
    """Write the file. Raises OSError."""
    try:
        workbook.close()
    except FileCreateError as error:
        raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error


def _sheets(workbook: Workbook, columns: Sequence[Column], rows: Iterable[Sequence[Value]], language: str) -> int:
    sheet = _sheet(workbook, columns, language, 1)
    writers = _writers(workbook, columns)
    count = 0
    for row in rows:
        line = count % MOST_ROWS + 1
        if line == 1 and count:
            sheet = _sheet(workbook, columns, language, count // MOST_ROWS + 1)
        for place, write in enumerate(writers):
            write(sheet, line, place, row[place])
        count += 1
    return count


def _sheet(workbook: Workbook, columns: Sequence[Column], language: str, number: int) -> Worksheet:
    """A sheet with its header row, frozen."""
    name = say("exports.sheet_rows", language)
    sheet = workbook.add_worksheet(name if number == 1 else f"{name} {number}", LeanSheet)
    bold = workbook.add_format({"bold": True, "bg_color": "#E4F1F0", "text_wrap": True})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, say(f"exports.{column.key}", language), bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 0, len(columns) - 1)
    return sheet


def _writers(workbook: Workbook, columns: Sequence[Column]) -> list[Callable[[Worksheet, int, int, Any], None]]:
    """How to write each column."""
    moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    # Without the wrapper that looks for "A1" in the arguments: it takes as long as writing itself.
    write_string = Worksheet.write_string.__wrapped__

    def text(sheet: Worksheet, line: int, place: int, value: Any) -> None:
        if value:
            write_string(sheet, line, place, value[:MOST_CHARACTERS])

    def number(sheet: Worksheet, line: int, place: int, value: Any) -> None:
        if value != "":
            sheet.write_number(line, place, value)

    def time(sheet: Worksheet, line: int, place: int, value: Any) -> None:
        if isinstance(value, datetime):
            sheet.write_datetime(line, place, value, moment)

    return [{"text": text, "code": text, "number": number, "time": time}[column.form] for column in columns]


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
