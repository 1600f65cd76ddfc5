"""A ledger as a file: a workbook or a PDF, whole or not at all. Qt-free."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.exports.ledger import Ledger, ledger
from kiosk.exports.ledger_period import Period
from kiosk.exports.ledger_tally import Step
from kiosk.exports.writing import Written, write_whole

Format = Literal["xlsx", "pdf"]
FORMATS: tuple[Format, ...] = ("xlsx", "pdf")
NEED = 1 << 20
"""More than any ledger takes, in bytes."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """What a ledger needs besides its figures: the base, the day it is made (`2026-11-20`), the language."""

    base: str
    made: str
    language: str = "zh"


def export_ledger(
    db: sqlite3.Connection,
    period: Period,
    form: Format,
    dressed: Dressed,
    out: Path,
    *,
    every_origin: bool = False,
    step: Step | None = None,
) -> Written:
    """Count and write the ledger of `period`. Raises KioskError (`exports.…`), and what `step(rows)` raises."""
    return write_ledger(ledger(db, period, every_origin=every_origin, step=step), form, dressed, out)


def write_ledger(found: Ledger, form: Format, dressed: Dressed, out: Path) -> Written:
    """Write a ledger that is counted already. The rows told are those of its tables."""
    named = {"base": dressed.base, "made": dressed.made, "language": dressed.language}
    if form == "xlsx":
        from kiosk.exports.ledger_xlsx import write_ledger_xlsx

        return write_whole(out, NEED, lambda path: write_ledger_xlsx(path, found, **named))
    from kiosk.exports.ledger_paper import ledger_paper
    from kiosk.exports.ledger_words import sections

    rows = sum(len(one.rows) for one in sections(found, dressed.language))
    content = ledger_paper(found, **named)

    def fill(path: Path) -> int:
        path.write_bytes(content)
        return rows

    return write_whole(out, max(NEED, len(content)), fill)
