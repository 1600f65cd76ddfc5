"""The exports by name: which rows under which columns, into which file."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.exports import columns, csv_file
from kiosk.exports.asked import Asked
from kiosk.exports.columns import Column, Value
from kiosk.exports.item_rows import item_rows
from kiosk.exports.log_rows import count_answers, log_rows
from kiosk.exports.visit_rows import visit_rows
from kiosk.exports.writing import Written, write_whole

Rows = Callable[[sqlite3.Connection, Asked], Iterator[tuple[Value, ...]]]
Step = Callable[[int], None]
STEP_ROWS = 500
Format = Literal["csv", "xlsx"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and the rows that fill them."""

    columns: Sequence[Column]
    rows: Rows


TABLES = {
    "log": Table(columns.LOG, log_rows),
    "items": Table(columns.ITEMS, item_rows),
    "visits": Table(columns.VISITS, visit_rows),
}


def export(
    db: sqlite3.Connection, what: str, form: Format, asked: Asked, out: Path, step: Step | None = None
) -> Written:
    """Write table `what` of `TABLES` to `out`, whole or not at all. Raises KioskError (`exports.…`).

    `step(rows)` is told now and then how many rows are done; what it raises ends the export and leaves nothing.
    """
    table = TABLES[what]
    rows = stepped(table.rows(db, asked), step) if step else table.rows(db, asked)
    # Visits and items are never more than answers; the last bit is for headers and explanations.
    room = count_answers(db, asked) + 100
    if form == "csv":
        return write_whole(
            out, room * csv_file.BYTES_A_ROW, lambda path: csv_file.write_csv(path, table.columns, rows, asked.language)
        )
    # Imported here: it costs 60 ms that a csv need not wait for.
    from kiosk.exports import xlsx_file

    return write_whole(
        out, room * xlsx_file.BYTES_A_ROW, lambda path: xlsx_file.write_xlsx(path, table.columns, rows, asked.language)
    )


def stepped(rows: Iterator[tuple[Value, ...]], step: Step) -> Iterator[tuple[Value, ...]]:
    """`rows`, with `step` called after each 500 of them."""
    for count, row in enumerate(rows, start=1):
        yield row
        if count % STEP_ROWS == 0:
            step(count)
