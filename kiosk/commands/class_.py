"""`kiosk class`: a school's list of classes and seats, without names and numbers; and parts of class sessions."""

import argparse
from dataclasses import asdict
from pathlib import Path

from kiosk.commands import class_part, class_sheets
from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.words import environment_language


def add(subparsers: Subparsers) -> None:
    """Describe the commands."""
    parser = add_command(subparsers, "class")
    acts = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    bring = add_command(acts, "import", command="class_import", json=True)
    bring.add_argument("file", type=Path, metavar=bring.words("file"), help=bring.words("class_file"))
    bring.set_defaults(run=run_import)
    class_part.add(acts)
    class_sheets.add(acts)


def run_import(args: argparse.Namespace) -> int:
    """Keep classes and seats, and say which columns were dropped."""
    import json

    from kiosk.packs.roster import read_roster
    from kiosk.packs.roster_keeping import keep_roster, roster_lines

    roster = read_roster(args.file)
    with opened_store(home_of(args)) as store:
        keep_roster(store, roster, "admin")
    if args.json:
        print(json.dumps(asdict(roster), ensure_ascii=False))
    else:
        print("\n".join(roster_lines(roster, environment_language())))
    return 0
