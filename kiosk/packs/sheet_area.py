"""How many cells a reader would fill for a sheet: it makes the whole rectangle up to the outermost cell."""

import re

# calamine aborts the process when that rectangle does not fit into memory, so it is measured before. The patterns
# look for attributes wherever they stand: a `>` within quotes must not hide one.
NO_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^<>]*/>")
NO_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*>\s*</(?:\w+:)?row>")
PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Z]{0,4})([0-9]{1,10})[\"']")
# calamine takes references in any case and of any length: one that no office program writes counts as endless. From
# a tag's name to the next `<` there are attributes only, whatever they hold.
ODD_PLACE = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^<]*?(?<![\w:.-])r\s*=\s*[\"'](?![A-Z]{0,3}[0-9]{1,7}[\"'])")
ROW = re.compile(rb"<(?:\w+:)?row[\s>]")
CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)(?=<table:table-row\b|</table:table>)", re.DOTALL)
ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
ODS_REPEAT = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([0-9]{1,9})[\"']")
ODS_ODD = re.compile(rb"=\s*(?:\"[^\"<]*>[^\"<]*\"|'[^'<]*>[^'<]*')")
ENDLESS = 1 << 40


def xlsx_area(xml: bytes) -> int:
    """Rows times columns of an xlsx worksheet; cells and rows without content do not count."""
    if ODD_PLACE.search(xml):
        return ENDLESS
    xml = NO_ROW.sub(b"", NO_CELL.sub(b"", xml))
    places = set(PLACE.findall(xml))
    rows = max((int(row) for _, row in places), default=0)
    columns = max((_column(letters) for letters, _ in places), default=0)
    # Cells without a reference follow one another in their row.
    widest = max(len(CELL.findall(row)) for row in ROW.split(xml))
    return rows * max(columns, widest)


def ods_area(xml: bytes) -> int:
    """Rows times columns of the sheets of an ods, repeated ones counted; what is empty at the end does not count.

    A `>` within an attribute, which no office program writes, could hide repeats: such a sheet counts as endless.
    """
    if ODS_ODD.search(xml):
        return ENDLESS
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
