"""Workbooks (xlsx, xls, ods) as tables of plain text, read by python-calamine."""

from collections.abc import Iterator
from pathlib import Path

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


def read_workbook(path: Path) -> list[Table]:
    """The visible worksheets of `path`, which has been examined before.

    Raises KioskError (`packs.password`, `packs.workbook_broken`, `packs.sheet_huge`).
    """
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            return list(_tables(workbook))
    except PasswordError as error:
        raise KioskError("packs.password", repr(error)) from error
    except (CalamineError, OSError, ValueError) as error:
        raise KioskError("packs.workbook_broken", repr(error)) from error


def _tables(workbook: CalamineWorkbook) -> Iterator[Table]:
    for place, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            yield Table(sheet.name, _rows(workbook.get_sheet_by_index(place)))


def _rows(sheet: CalamineSheet) -> list[list[str]]:
    """All rows from the first: without `skip_empty_area=False` the numbers would not be Excel's."""
    if sheet.total_height * sheet.total_width > limits.SHEET_CELLS:
        raise KioskError("packs.sheet_huge", f"{sheet.name}: {sheet.total_height} x {sheet.total_width}")
    return [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
