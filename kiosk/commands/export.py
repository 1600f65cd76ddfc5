"""`kiosk export log|items|visits`: what happened, as a table for a spreadsheet; and the reports beside them."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands import export_class, export_ledger, export_privacy
from kiosk.commands.days import day, midnight
from kiosk.commands.export_lock import add_lock, password_of
from kiosk.commands.export_told import tell
from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Parser, Subparsers, add_command, home_of
from kiosk.core.places import program_folder
from kiosk.core.returning import ReturnHashes
from kiosk.core.words import LANGUAGES

if TYPE_CHECKING:
    from kiosk.exports.asked import Asked
    from kiosk.store import Store

TABLES = ("log", "items", "visits")
FORMATS = {"log": ("csv", "xlsx", "xapi"), "items": ("csv", "xlsx"), "visits": ("csv", "xlsx", "xapi")}
ENCODINGS = ("utf-8", "gb18030")


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "export")
    tables = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    for table in TABLES:
        one = add_command(tables, table, command=f"export_{table}", json=True)
        options(one, FORMATS[table])
        if table == "items":
            one.add_argument("--every-origin", action="store_true", help=one.words("export_every_origin"))
        one.set_defaults(run=run, table=table)
    export_class.add(tables)
    export_ledger.add(tables)
    export_privacy.add(tables)


def options(parser: Parser, formats: Sequence[str]) -> None:
    """What all tables can be asked for."""
    words = parser.words
    parser.add_argument("--format", choices=formats, default="csv", help=words("export_format"))
    parser.add_argument("--encoding", choices=ENCODINGS, default="utf-8", help=words("export_encoding"))
    parser.add_argument("--from", dest="start", type=day, metavar=words("day"), help=words("export_from"))
    parser.add_argument("--to", dest="end", type=day, metavar=words("day"), help=words("export_to"))
    parser.add_argument("--class", dest="class_label", default="", metavar=words("name"), help=words("export_class"))
    parser.add_argument("--station", default="", metavar=words("name"), help=words("export_station"))
    parser.add_argument("--language", choices=LANGUAGES, default="zh", help=words("export_language"))
    add_lock(parser)
    parser.add_argument("out", type=Path, metavar=words("file"), help=words("export_out"))


def run(args: argparse.Namespace) -> int:
    """Export and say what was written."""
    from kiosk.exports.export import export

    with opened_store(home_of(args)) as store:
        wanted = replace(asked(args), returning=return_hashes(home_of(args), store))
        with store.read() as db:
            written = export(db, args.table, args.format, wanted, args.out, password=password_of(args))
    return tell(written, args)


def return_hashes(home: Path, store: "Store") -> ReturnHashes:
    """The hashes of the return codes in force; a home without any loads nothing for it."""
    with store.read() as db:
        if db.execute("SELECT 1 FROM return_code LIMIT 1").fetchone() is None:
            return ReturnHashes()
        from kiosk.store import settings

        present = settings.read_all(db)
    from kiosk.core.clock import SystemClock
    from kiosk.privacy.guardian import Guardian

    return Guardian(home, store, SystemClock(), lambda: present).codes.hashes()


def asked(args: argparse.Namespace) -> "Asked":
    """The command's limits; days are this machine's, `--to` is included."""
    from kiosk.exports.asked import Asked
    from kiosk.packs.families import level_names

    return Asked(
        start=midnight(args.start) if args.start else 0,
        end=midnight(args.end + timedelta(days=1)) if args.end else 1 << 62,
        class_label=args.class_label,
        station=args.station,
        every_origin=getattr(args, "every_origin", False),
        language=args.language,
        encoding=args.encoding,
        levels=level_names(program_folder() / "quizzes", args.language),
    )
