"""`kiosk update check|apply|take|build`: a signed release from a stick takes the present program's place."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.install.update import Place

READABLE = 0o022
"""Root's umask while a program is unpacked: the kiosk's user must be able to run it, whatever root's own umask is."""


def add(subparsers: Subparsers) -> None:
    """Describe the commands."""
    one = add_command(subparsers, "update")
    acts = one.add_subparsers(title=one.words("commands"), metavar=one.words("command"), required=True)
    for name, run in (("check", check), ("apply", apply)):
        act = add_command(acts, name, command=f"update_{name}")
        act.add_argument("file", type=Path, metavar=act.words("file"), help=act.words("update_file"))
        act.add_argument("--place", type=Path, metavar=act.words("folder"), help=act.words("update_place"))
        act.add_argument("--release-key", default="", metavar=act.words("key"), help=act.words("install_key"))
        act.set_defaults(run=run)
    act = add_command(acts, "take", command="update_take")
    act.set_defaults(run=take)
    act = add_command(acts, "build", command="update_build")
    act.add_argument("folder", type=Path, metavar=act.words("folder"), help=act.words("update_folder"))
    act.add_argument("file", type=Path, metavar=act.words("file"), help=act.words("update_out"))
    act.add_argument("--key", type=Path, required=True, metavar=act.words("file"), help=act.words("pack_key"))
    act.set_defaults(run=build)


def check(args: argparse.Namespace) -> int:
    """Look at a release without changing anything."""
    from kiosk.install import update

    place = _place(args)
    manifest = update.examine(place, args.file, _key(args))
    print(say("install.update_checked", environment_language(), version=manifest.version, current=place.current or "-"))
    return 0


def apply(args: argparse.Namespace) -> int:
    """Verify, unpack, try out and switch."""
    from kiosk.install import update

    os.umask(READABLE)
    place = _place(args)
    before = place.current
    version = update.apply(place, args.file, _key(args))
    print(say("install.update_done", environment_language(), version=version, before=before or "-"))
    return 0


def take(args: argparse.Namespace) -> int:
    """What the update unit does: install the release that staff chose on the screen."""
    from kiosk.install import asked, plan
    from kiosk.install.update import Place

    data = plan.installed_data()
    if data is None:
        raise KioskError("install.not_installed", record=plan.RECORD)
    os.umask(READABLE)
    place = Place(Path(plan.PLACE), data)
    before = place.current
    version = asked.take(place, plan.release_key())
    print(say("install.update_done", environment_language(), version=version, before=before or "-"))
    return 0


def build(args: argparse.Namespace) -> int:
    """Make a release of a frozen program."""
    from kiosk import __version__
    from kiosk.install import release
    from kiosk.packs.keys import load_key

    made = release.build(args.folder, __version__, load_key(args.key), args.file)
    size = args.file.stat().st_size
    counts = {"version": made.version, "count": len(made.files), "bytes": size}
    print(say("install.release_made", environment_language(), file=args.file, **counts))
    return 0


def _place(args: argparse.Namespace) -> "Place":
    """Where programs lie, and the data: as asked for, else the installed kiosk's, whoever runs this."""
    from kiosk.install import plan
    from kiosk.install.update import Place

    data = args.home or (None if os.environ.get("KIOSK_HOME") else plan.installed_data())
    return Place(args.place or Path(plan.PLACE), data or home_of(args))


def _key(args: argparse.Namespace) -> str:
    """The public key of those who make releases: as given, else as registered when the kiosk was installed."""
    from kiosk.install import plan

    return args.release_key or plan.release_key()
