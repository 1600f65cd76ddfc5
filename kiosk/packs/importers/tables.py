"""Tables to rows: the header is found, the layout recognised, the rows read."""

from collections.abc import Sequence

from kiosk.core.errors import KioskError
from kiosk.packs.headers import best_header, is_roster
from kiosk.packs.importers import blooket, chaoxing, gimkit, kahoot, kaoshibao, template, wayground
from kiosk.packs.importers.layout import Layout, table_rows
from kiosk.packs.importers.template_forms import form_header, form_rows
from kiosk.packs.rows import Found, Row
from kiosk.packs.tables import Table

PLAIN = Layout("table")
LAYOUTS = (*(one.LAYOUT for one in (kaoshibao, wayground, blooket, kahoot, gimkit, template, chaoxing)), PLAIN)
"""In the order they are tried; the plain layout fits whatever has a header."""


def score(rows: Sequence[Sequence[str]]) -> int:
    """How much of a header these rows have."""
    header = best_header(rows)
    return len(header.places) if header else 0


def find_rows(tables: Sequence[Table]) -> Found:
    """All questions of all tables. Raises KioskError (`packs.roster`, `packs.no_header`)."""
    rows: list[Row] = []
    headers: dict[str, int] = {}
    layout = ""
    cells: dict[str, Sequence[str]] = {}
    for table in tables:
        if form := form_header(table.rows):
            layout = layout or template.LAYOUT.key
            headers[table.name], cells[table.name] = form.row + 1, table.rows[form.row]
            rows += form_rows(table, form)
            continue
        header = best_header(table.rows)
        if header is None:
            continue
        fits = next(one for one in LAYOUTS if one.marks <= header.normal)
        layout = layout or fits.key
        headers[table.name], cells[table.name] = header.row + 1, table.rows[header.row]
        rows += table_rows(table, header, fits)
    if not headers:
        people = any(is_roster(table.rows) for table in tables)
        raise KioskError("packs.roster" if people else "packs.no_header")
    return Found(layout, rows, headers, cells)
