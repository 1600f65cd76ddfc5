"""`kiosk pack check|install|list|remove|rollback`: quiz banks by the command line. See `pack_make` for the rest."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands import pack_make
from kiosk.commands.pack_report import tell
from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.places import program_folder
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.packs.check import Checked
    from kiosk.packs.shelf import Shelved


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "pack")
    acts = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    for act in (check, install):
        one = add_command(acts, act.__name__, command=f"pack_{act.__name__}", json=True)
        one.add_argument("file", type=Path, metavar=parser.words("file"), help=parser.words("pack_file"))
        one.set_defaults(run=run, act=act)
        one.add_argument("--errors", type=Path, metavar=parser.words("file"), help=parser.words("pack_errors"))
    listing = add_command(acts, "list", command="pack_list", json=True)
    listing.set_defaults(run=run, act=list_installed)
    for act in (remove, rollback):
        one = add_command(acts, act.__name__, command=f"pack_{act.__name__}")
        one.add_argument("pack", metavar=parser.words("pack_name"), help=parser.words("pack_id"))
        one.set_defaults(run=run, act=act)
    pack_make.add(acts)


def run(args: argparse.Namespace) -> int:
    """Do what was asked for."""
    code: int = args.act(args)
    return code


def check(args: argparse.Namespace) -> int:
    """Report on a file; nothing is written."""
    checked = examine(args.file)
    tell(args, args.file.name, checked, listed(args, checked))
    return checked.report.exit_code


def install(args: argparse.Namespace) -> int:
    """Report on a file and install what is good of it."""
    from kiosk.commands.opening import opened_library

    checked = examine(args.file)
    row = None
    if checked.bank:
        with opened_library(home_of(args)) as library:
            checked = library.compared(checked)
            row = library.install_checked(checked)
    tell(args, args.file.name, checked, {"installed": brief(row) if row else None} | listed(args, checked))
    return checked.report.exit_code


def listed(args: argparse.Namespace, checked: "Checked") -> dict[str, Any]:
    """Write the rows to mend to where `--errors` says, if there are any."""
    if not args.errors or not checked.faulty:
        return {"errors": None} if args.errors else {}
    from kiosk.packs.errors_file import errors_file
    from kiosk.packs.pack_build import write_whole

    write_whole(args.errors, errors_file(checked, environment_language()))
    return {"errors": str(args.errors)}


def list_installed(args: argparse.Namespace) -> int:
    """Show what is installed."""
    from kiosk.commands.opening import opened_library

    with opened_library(home_of(args)) as library:
        rows = library.installed()
    if args.json:
        print(json.dumps({"packs": [asdict(row) for row in rows]}, ensure_ascii=False, indent=2))
        return 0
    language = environment_language()
    for row in rows:
        state = say(f"commands.pack_{row.state}", language)
        print(
            say("commands.pack_row", language, **brief(row), state=state) + brings(row, language) + mark(row, language)
        )
    if not rows:
        print(say("commands.pack_none", language))
    return 0


def brings(row: "Shelved", language: str) -> str:
    """What a pack file brings besides items."""
    kinds = [say(f"staff.brings_{kind}", language) for kind in row.brings.split() if kind != "banks"]
    return say("commands.pack_brings", language, kinds=say("staff.list_comma", language).join(kinds)) if kinds else ""


def mark(row: "Shelved", language: str) -> str:
    """Who signed a pack file, by the key's words, or that nobody did; nothing for banks that came otherwise."""
    if not row.file:
        return ""
    if not row.signer:
        return say("commands.pack_unsigned", language)
    from kiosk.packs.keys import words

    return say("commands.pack_signer", language, words=words(row.signer, language))


def remove(args: argparse.Namespace) -> int:
    """Take a bank away."""
    from kiosk.commands.opening import opened_library

    with opened_library(home_of(args)) as library:
        library.remove(args.pack)
    print(say("commands.pack_gone", environment_language(), pack=args.pack))
    return 0


def rollback(args: argparse.Namespace) -> int:
    """Return to the version before."""
    from kiosk.commands.opening import opened_library

    with opened_library(home_of(args)) as library:
        row = library.rollback(args.pack)
    print(say("commands.pack_back", environment_language(), pack=row.id, version=row.version))
    return 0


def examine(path: Path) -> "Checked":
    """Look through a file."""
    import gc
    from datetime import datetime

    from kiosk.packs.check import check_file
    from kiosk.packs.families import load_families

    gc.disable()
    checked = check_file(path, load_families(program_folder() / "quizzes"), datetime.now().date())
    # What was found stays until the command ends: nobody need look for circles in it, not even at the end.
    gc.freeze()
    gc.enable()
    return checked


def brief(row: "Shelved") -> dict[str, Any]:
    """What a script wants to know of an installed version."""
    return {name: getattr(row, name) for name in ("id", "version", "hash", "title", "items", "playable")}
