"""`kiosk export ledger`: 台账 of a month, a quarter, a year or a project, as a workbook or a PDF."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.days import day
from kiosk.commands.export_told import tell
from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.words import LANGUAGES

if TYPE_CHECKING:
    from kiosk.exports.ledger_period import Period

FORMATS = ("xlsx", "pdf")


def add(tables: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(tables, "ledger", command="export_ledger", json=True)
    words = parser.words
    parser.add_argument("--format", choices=FORMATS, default="xlsx", help=words("ledger_format"))
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--month", metavar="2026-11", help=words("ledger_month"))
    one.add_argument("--quarter", metavar="2026Q4", help=words("ledger_quarter"))
    one.add_argument("--year", metavar="2026", help=words("ledger_year"))
    one.add_argument("--from", dest="start", type=day, metavar=words("day"), help=words("export_from"))
    parser.add_argument("--to", dest="end", type=day, metavar=words("day"), help=words("export_to"))
    parser.add_argument("--title", default="", metavar=words("name"), help=words("ledger_title"))
    parser.add_argument("--every-origin", action="store_true", help=words("ledger_every_origin"))
    parser.add_argument("--language", choices=LANGUAGES, default="zh", help=words("export_language"))
    parser.add_argument("out", type=Path, metavar=words("file"), help=words("export_out"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Count, write, and say what was written."""
    from kiosk.exports.ledger_file import Dressed, export_ledger
    from kiosk.store.settings import read_all

    period = asked(args)
    made = datetime.fromtimestamp(SystemClock().utc_ms() / 1000).date().isoformat()
    with opened_store(home_of(args)) as store, store.read() as db:
        dressed = Dressed(str(read_all(db)["base_name"]), made, args.language)
        written = export_ledger(db, period, args.format, dressed, args.out, every_origin=args.every_origin)
    return tell(written, args)


def asked(args: argparse.Namespace) -> "Period":
    """The period of the command line. Raises KioskError (`ledger.…`)."""
    from kiosk.exports.ledger_period import parsed, project

    if args.start and args.end:
        return project(args.start, args.end, args.title)
    if not args.start and not args.end and not args.title:
        if args.month:
            return parsed("month", args.month)
        if args.quarter:
            return parsed("quarter", args.quarter)
        if args.year:
            return parsed("year", args.year)
    raise KioskError("ledger.which_period")
