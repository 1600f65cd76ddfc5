"""`kiosk install`, `kiosk uninstall`: a Linux machine becomes a kiosk, and is one no more."""

import argparse
import os
import sys
from pathlib import Path

from kiosk.commands.parser import Subparsers, add_command
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say


def add(subparsers: Subparsers) -> None:
    """Describe both commands."""
    one = add_command(subparsers, "install")
    one.add_argument("--user", required=True, metavar=one.words("install_name"), help=one.words("install_user"))
    one.add_argument("--data", default="", metavar=one.words("folder"), help=one.words("install_data"))
    one.add_argument("--program", type=Path, metavar=one.words("folder"), help=one.words("install_program"))
    one.add_argument("--release-key", default="", metavar=one.words("key"), help=one.words("install_key"))
    one.add_argument(
        "--root", type=Path, default=Path("/"), metavar=one.words("folder"), help=one.words("install_root")
    )
    one.add_argument("--dry-run", action="store_true", help=one.words("install_dry_run"))
    one.set_defaults(run=install)
    one = add_command(subparsers, "uninstall")
    one.add_argument(
        "--root", type=Path, default=Path("/"), metavar=one.words("folder"), help=one.words("install_root")
    )
    one.add_argument("--dry-run", action="store_true", help=one.words("install_dry_run"))
    one.set_defaults(run=uninstall)


def install(args: argparse.Namespace) -> int:
    """Do all changes, or only tell them."""
    from kiosk.install import plan
    from kiosk.install.changes import Machine

    wish = plan.Wish(args.user, args.data or plan.DATA, args.release_key)
    # What is only looked at needs no frozen program to be there yet.
    program = args.program or (Path(plan.PLACE) if args.dry_run else None)
    language, machine = environment_language(), Machine(args.root)
    changes = plan.with_record(wish, plan.plan(wish, program), machine)
    if args.dry_run:
        print(say("install.dry_run", language))
        for change in changes:
            print("  " + change.told(language))
        _tell_of_data(wish.data)
        return 0
    _may_change(machine.is_live)
    for change in changes:
        print("  " + change.told(language).partition("\n")[0], flush=True)
        change.do(machine)
    _tell_of_data(wish.data)
    print(say("install.done", language, data=wish.data))
    return 0


def uninstall(args: argparse.Namespace) -> int:
    """Undo what the record tells of; data stay."""
    import json

    from kiosk.install import plan
    from kiosk.install.changes import Machine

    language, machine = environment_language(), Machine(args.root)
    kept = machine.at(plan.RECORD)
    if not kept.exists():
        raise KioskError("install.not_installed", record=plan.RECORD)
    text = kept.read_text("utf-8")
    changes = plan.recorded(text)
    if not args.dry_run:
        _may_change(machine.is_live)
    for change in changes:
        print("  " + say("install.told_undo", language, what=change.told(language).partition("\n")[0]))
        if not args.dry_run:
            change.undo(machine)
    if not args.dry_run:
        kept.unlink()
        print(say("install.removed", language, data=json.loads(text)["data"]))
    return 0


def _may_change(live: bool) -> None:
    """Only on Linux, and on the running machine only as root."""
    if sys.platform != "linux":
        raise KioskError("install.need_linux")
    if live and os.geteuid() != 0:
        raise KioskError("install.need_root")


def _tell_of_data(data: str) -> None:
    """Whether a restore card would roll the data back with the system."""
    place = next(one for one in (Path(data), *Path(data).parents) if one.exists())
    alone = place.stat().st_dev != Path("/").stat().st_dev
    words = "install.data_kept" if alone else "install.data_on_system_disk"
    device = place.stat().st_dev
    print(say(words, environment_language(), data=data, device=f"{os.major(device)}:{os.minor(device)}"))
