"""Workbooks (xlsx, xls, ods) as tables of plain text, read by python-calamine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.plain import cell_text
from kiosk.packs.tables import Table


def read_workbook(data: bytes) -> list[Table]:
    """The visible worksheets of a file's bytes, which have been examined before.

    Raises KioskError (`packs.password`, `packs.workbook_broken`, `packs.sheet_huge`).
    """
    try:
        with _silent_stderr(), CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            return list(_tables(workbook))
    except PasswordError as error:
        raise KioskError("packs.password", repr(error)) from error
    except (CalamineError, OSError, ValueError) as error:
        raise KioskError("packs.workbook_broken", repr(error)) from error
    except BaseException as error:
        # calamine panics on some cut xls files, and pyo3's PanicException is no Exception and cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise KioskError("packs.workbook_broken", repr(error)) from error


@contextmanager
def _silent_stderr() -> Iterator[None]:
    """Keep a panic of calamine from printing its stack: Rust writes past Python, straight to the descriptor."""
    try:
        kept = os.dup(2)
    except OSError:
        # A program without a console has no stderr.
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _tables(workbook: CalamineWorkbook) -> Iterator[Table]:
    for place, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            yield Table(sheet.name, _rows(workbook.get_sheet_by_index(place)))


def _rows(sheet: CalamineSheet) -> list[list[str]]:
    """All rows from the first: without `skip_empty_area=False` the numbers would not be Excel's."""
    if sheet.total_height * sheet.total_width > limits.SHEET_CELLS:
        raise KioskError("packs.sheet_huge", f"{sheet.name}: {sheet.total_height} x {sheet.total_width}")
    return [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
