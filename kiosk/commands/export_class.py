"""`kiosk export class`: what a class learned, as a PDF to hand in or as JSON."""

import argparse
import json
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.days import day, midnight
from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.core.words import LANGUAGES, environment_language, say

if TYPE_CHECKING:
    from kiosk.exports.class_report import Names, Wanted

FORMATS = ("pdf", "json")


def add(tables: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(tables, "class", command="export_class_report", json=True)
    words = parser.words
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--session", default="", metavar="ID", help=words("export_session"))
    which.add_argument("--class", dest="class_label", default="", metavar=words("name"), help=words("export_of_class"))
    which.add_argument("--list", action="store_true", help=words("export_sessions"))
    parser.add_argument("--from", dest="start", type=day, metavar=words("day"), help=words("export_from"))
    parser.add_argument("--to", dest="end", type=day, metavar=words("day"), help=words("export_to"))
    parser.add_argument("--format", choices=FORMATS, default="pdf", help=words("export_report_format"))
    parser.add_argument("--language", choices=LANGUAGES, default="zh", help=words("export_language"))
    parser.add_argument("--every-origin", action="store_true", help=words("export_every_origin"))
    parser.add_argument("out", type=Path, nargs="?", metavar=words("file"), help=words("export_out"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the report, or list the sessions."""
    if args.list:
        return list_sessions(args)
    if args.out is None:
        raise KioskError("commands.export_no_file")
    from kiosk.exports.class_report_file import Dressed, make_report, write_report
    from kiosk.store import settings

    with opened_store(home_of(args)) as store, store.read() as db:
        dressed = Dressed(
            names(args.language), settings.read_all(db)["base_name"], date.today().isoformat(), args.language
        )
        written = write_report(make_report(db, wanted(args), dressed.names), args.format, dressed, args.out)
    if args.json:
        print(json.dumps({"file": str(args.out), **asdict(written)}, ensure_ascii=False, indent=2))
    else:
        print(say("commands.export_report_done", environment_language(), file=args.out, **asdict(written)))
    return 0


def list_sessions(args: argparse.Namespace) -> int:
    """Tell which class sessions there are, the newest first."""
    from kiosk.exports.class_report_rows import sessions

    with opened_store(home_of(args)) as store, store.read() as db:
        found = [
            {
                "session": one.id,
                "begun": f"{datetime.fromtimestamp(one.start / 1000):%Y-%m-%d %H:%M}",
                "class": one.class_label,
                "plan": one.plan,
                "origin": one.origin,
            }
            for one in sessions(db, every_origin=args.every_origin)
        ]
    if args.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    elif found:
        print("\n".join("  ".join(one.values()) for one in found))
    else:
        print(say("commands.export_no_sessions", environment_language()))
    return 0


def wanted(args: argparse.Namespace) -> "Wanted":
    """The session; or the class between two days of this machine, `--to` included."""
    from kiosk.exports.class_report import EVER, Wanted

    return Wanted(
        session=args.session,
        class_label=args.class_label,
        start=midnight(args.start) if args.start else 0,
        end=midnight(args.end + timedelta(days=1)) if args.end else EVER,
        every_origin=args.every_origin,
    )


def names(language: str) -> "Names":
    """What families and tricks are called."""
    from kiosk.exports.class_report import Names
    from kiosk.packs.families import level_names, trick_names

    quizzes = program_folder() / "quizzes"
    return Names(level_names(quizzes, language), trick_names(quizzes, language))
