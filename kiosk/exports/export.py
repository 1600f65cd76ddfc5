"""The exports by name: which rows under which columns, into which file; and the same acts as xAPI statements."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeVar

from kiosk.core.errors import KioskError
from kiosk.exports import columns, csv_file, json_lines
from kiosk.exports.asked import Asked
from kiosk.exports.columns import Column, Value
from kiosk.exports.item_rows import item_rows
from kiosk.exports.locking import write_file
from kiosk.exports.log_rows import count_answers, log_rows
from kiosk.exports.visit_rows import visit_rows
from kiosk.exports.writing import Written
from kiosk.exports.xapi_log import log_statements
from kiosk.exports.xapi_visits import visit_statements

Row = TypeVar("Row")
Rows = Callable[[sqlite3.Connection, Asked], Iterator[tuple[Value, ...]]]
Statements = Callable[[sqlite3.Connection, Asked], Iterator[dict[str, Any]]]
Step = Callable[[int], None]
STEP_ROWS = 500
Format = Literal["csv", "xlsx", "xapi"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "xapi")
ENDINGS = {"xapi": "jsonl"}
"""Of the file's name, where it is not the format's."""


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
    db: sqlite3.Connection,
    what: str,
    form: Format,
    asked: Asked,
    out: Path,
    step: Step | None = None,
    password: str = "",
) -> Written:
    """Write table `what` of `TABLES` to `out`, whole or not at all. Raises KioskError (`exports.…`).

    `step(rows)` is told now and then how many rows are done; what it raises ends the export and leaves nothing. With a
    `password` the file lies in a zip that opens only by it.
    """
    table = TABLES[what]
    if asked.encoding != "utf-8" and form != "csv":
        raise KioskError("exports.encoding_csv_only")
    bytes_a_row, fill = _filler(db, table, form, asked, step)
    # Visits and items are never more than answers; the last bit is for headers and explanations.
    need = (count_answers(db, asked) + 100) * bytes_a_row
    return write_file(out, need, fill, ENDINGS.get(form, form), password)


def _filler(
    db: sqlite3.Connection, table: Table, form: Format, asked: Asked, step: Step | None
) -> tuple[int, Callable[[BinaryIO], int]]:
    """About how many bytes a row takes, and what writes them all."""
    if form == "xapi":
        if table.statements is None:
            raise KioskError("exports.no_statements")
        acts = stepped(table.statements(db, asked), step)
        return json_lines.BYTES_A_ROW, lambda file: json_lines.write_json_lines(file, acts)
    rows = stepped(table.rows(db, asked), step)
    if form == "csv":
        return csv_file.BYTES_A_ROW, lambda file: csv_file.write_csv(file, table.columns, rows, asked)
    # Imported here: it costs 60 ms that a csv need not wait for.
    from kiosk.exports import xlsx_file

    return xlsx_file.BYTES_A_ROW, lambda file: xlsx_file.write_xlsx(file, table.columns, rows, asked.language)


def stepped(rows: Iterator[Row], step: Step | None) -> Iterator[Row]:
    """`rows`, with `step`, if there is one, called after each 500 of them."""
    if step is None:
        yield from rows
        return
    for count, row in enumerate(rows, start=1):
        yield row
        if count % STEP_ROWS == 0:
            step(count)
