"""The exports by name: which rows under which columns, into which file; and the same acts as xAPI statements."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from kiosk.core.errors import KioskError
from kiosk.exports import columns, csv_file, json_lines
from kiosk.exports.asked import Asked
from kiosk.exports.columns import Column, Value
from kiosk.exports.item_rows import item_rows
from kiosk.exports.log_rows import count_answers, log_rows
from kiosk.exports.visit_rows import visit_rows
from kiosk.exports.writing import Written, write_whole
from kiosk.exports.xapi_log import log_statements
from kiosk.exports.xapi_visits import visit_statements

Row = TypeVar("Row")
Rows = Callable[[sqlite3.Connection, Asked], Iterator[tuple[Value, ...]]]
Statements = Callable[[sqlite3.Connection, Asked], Iterator[dict[str, Any]]]
Step = Callable[[int], None]
STEP_ROWS = 500
Format = Literal["csv", "xlsx", "xapi"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "xapi")


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and the rows that fill them; and the statements, where rows are single acts."""

    columns: Sequence[Column]
    rows: Rows
    statements: Statements | None = None


TABLES = {
    "log": Table(columns.LOG, log_rows, log_statements),
    "items": Table(columns.ITEMS, item_rows),
    "visits": Table(columns.VISITS, visit_rows, visit_statements),
}


def export(
    db: sqlite3.Connection, what: str, form: Format, asked: Asked, out: Path, step: Step | None = None
) -> Written:
    """Write table `what` of `TABLES` to `out`, whole or not at all. Raises KioskError (`exports.…`).

    `step(rows)` is told now and then how many rows are done; what it raises ends the export and leaves nothing.
    """
    table = TABLES[what]
    # Visits and items are never more than answers; the last bit is for headers and explanations.
    room = count_answers(db, asked) + 100
    if form == "xapi":
        return _statements(db, table, asked, out, room, step)
    if asked.encoding != "utf-8" and form != "csv":
        raise KioskError("exports.encoding_csv_only")
    rows = stepped(table.rows(db, asked), step)
    if form == "csv":
        need = room * csv_file.BYTES_A_ROW
        return write_whole(out, need, lambda path: csv_file.write_csv(path, table.columns, rows, asked))
    # Imported here: it costs 60 ms that a csv need not wait for.
    from kiosk.exports import xlsx_file

    return write_whole(
        out, room * xlsx_file.BYTES_A_ROW, lambda path: xlsx_file.write_xlsx(path, table.columns, rows, asked.language)
    )


def _statements(db: sqlite3.Connection, table: Table, asked: Asked, out: Path, room: int, step: Step | None) -> Written:
    """The acts of a table, a statement each."""
    if table.statements is None:
        raise KioskError("exports.no_statements")
    if asked.encoding != "utf-8":
        raise KioskError("exports.encoding_csv_only")
    acts = stepped(table.statements(db, asked), step)
    return write_whole(out, room * json_lines.BYTES_A_ROW, lambda path: json_lines.write_json_lines(path, acts))


def stepped(rows: Iterator[Row], step: Step | None) -> Iterator[Row]:
    """`rows`, with `step`, if there is one, called after each 500 of them."""
    if step is None:
        yield from rows
        return
    for count, row in enumerate(rows, start=1):
        yield row
        if count % STEP_ROWS == 0:
            step(count)
