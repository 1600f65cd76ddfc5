"""How many cells a reader would fill for a sheet: it makes the whole rectangle up to the outermost cell."""

import re

# calamine aborts the process when that rectangle does not fit into memory, so it is measured before.
ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"']([0-9]{1,9})[\"']")
CELL = re.compile(rb"<(?:\w+:)?c\b(?:[^>]*?\sr=[\"']([A-Z]{1,4})([0-9]{1,9})[\"'])?[^>]*[^/>]>")
ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)(?=<table:table-row\b|</table:table>)", re.DOTALL)
ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
ODS_REPEAT = re.compile(rb"number-(?:rows|columns)-repeated=[\"']([0-9]{1,9})[\"']")


def xlsx_area(xml: bytes) -> int:
    """Rows times columns of an xlsx worksheet."""
    rows = columns = 0
    loose = False
    for letters, row in CELL.findall(xml):
        rows = max(rows, int(row or 1))
        columns = max(columns, _column(letters))
        loose = loose or not row
    if loose:
        # Cells without a reference follow one another in their row; only the row says where it stands.
        rows = max(rows, *map(int, ROW.findall(xml)))
        columns = max(columns, *(len(CELL.findall(row)) for row in xml.split(b"row ")))
    return rows * columns


def ods_area(xml: bytes) -> int:
    """Rows times columns of the sheets of an ods, repeated ones counted; what is empty at the end does not count."""
    rows = waiting = columns = 0
    for attributes, cells in ODS_ROW.findall(xml):
        waiting += _repeat(attributes)
        width = _width(cells)
        if width:
            rows += waiting
            waiting = 0
            columns = max(columns, width)
    return rows * columns


def _width(cells: bytes) -> int:
    """The column of the last cell of a row that has content."""
    width = passed = 0
    for attributes, empty in ODS_CELL.findall(cells):
        passed += _repeat(attributes)
        if not empty:
            width = passed
    return width


def _repeat(attributes: bytes) -> int:
    """How often a row or cell stands there."""
    found = ODS_REPEAT.search(attributes)
    return int(found[1]) if found else 1


def _column(letters: bytes) -> int:
    """`A` is 1, `XFD` is 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
