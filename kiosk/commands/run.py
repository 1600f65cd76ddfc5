"""`kiosk run`: the screen, supervised; without a display the tour, in a throw-away home."""

import argparse
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.words import environment_language, say


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "run")
    parser.add_argument("--windowed", action="store_true", help=parser.words("run_windowed"))
    parser.add_argument("--size", type=size, metavar="WxH", help=parser.words("run_size"))
    parser.add_argument(
        "--stick",
        type=Path,
        action="append",
        default=[],
        metavar=parser.words("folder"),
        help=parser.words("run_stick"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Keep the screen up until staff leave."""
    from kiosk.supervisor import supervise

    if not has_display(os.environ):
        return tour_instead(args)
    given = (["--windowed"] if args.windowed else []) + (["--size", args.size] if args.size else [])
    for stick in args.stick:
        given += ["--stick", str(stick.absolute())]
    return supervise(home_of(args), given)


def size(text: str) -> str:
    """`1920x1080`, checked. Raises ValueError, which argparse turns into a sentence."""
    if not re.fullmatch(r"[1-9]\d{2,4}x[1-9]\d{2,4}", text.lower()):
        raise ValueError(text)
    return text.lower()


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window could be opened. A platform that somebody asked Qt for is believed."""
    asked = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return asked or platform != "linux"


def tour_instead(args: argparse.Namespace) -> int:
    """Run `kiosk tour` as a process of its own and say where its pictures lie. Never in the real home."""
    import subprocess
    import tempfile

    from kiosk.core.programs import program

    language = environment_language()
    print(say("supervisor.no_display_tour", language), flush=True)
    chosen = args.home or os.environ.get("KIOSK_HOME")
    folder = Path(chosen or tempfile.mkdtemp(prefix="fingertip-glow-"))
    out = folder / "tour"
    home = folder if chosen else folder / "home"
    done = subprocess.run(program("kiosk", "tour", "--home", str(home), "--out", str(out)), check=False)
    code = "supervisor.tour_failed" if done.returncode else "supervisor.tour_done"
    print(say(code, language, pictures=out, report=out / "report.json"))
    return done.returncode
