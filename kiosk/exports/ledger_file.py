"""A ledger as a file: a workbook or a PDF, whole or not at all. Qt-free."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.exports.ledger import Ledger, ledger
from kiosk.exports.ledger_period import Period
from kiosk.exports.ledger_tally import Step
from kiosk.exports.writing import Written, write_bytes

Format = Literal["xlsx", "pdf"]
FORMATS: tuple[Format, ...] = ("xlsx", "pdf")


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
    from kiosk.exports.ledger_words import sections

    rows = sum(len(one.rows) for one in sections(found, dressed.language))
    return write_bytes(_content(found, form, dressed), rows, out)


def _content(found: Ledger, form: Format, dressed: Dressed) -> bytes:
    """Loads the one library that makes it."""
    named = {"base": dressed.base, "made": dressed.made, "language": dressed.language}
    if form == "xlsx":
        from kiosk.exports.ledger_xlsx import ledger_xlsx

        return ledger_xlsx(found, **named)
    from kiosk.exports.ledger_paper import ledger_paper

    return ledger_paper(found, **named)
