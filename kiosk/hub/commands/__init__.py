"""The command line `kiosk-hub <command> …`: one file a command, each with `add(subparsers)` and `run(args)`.

Like `kiosk`'s: the same parser, the same way to fail. `--data DIR` says where the hub's data lie.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from kiosk.commands.parser import Parser, Subparsers
from kiosk.core.places import default_home
from kiosk.core.words import environment_language, say

COMMANDS = ("serve", "enroll", "join", "xapi", "import", "user", "export", "backup", "restore", "simulate")
"""In the order in which `kiosk-hub --help` shows them."""
FILES = {"import": "import_"}
"""Where a command's own name is a word of Python."""


def build_parser(commands: Sequence[str] = COMMANDS) -> Parser:
    """The parser of `commands`, in the environment's language."""
    parser = Parser(prog="kiosk-hub", description=say("hub.program", environment_language()))
    add_common(parser)
    subparsers = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    for name in commands:
        import_module(f"kiosk.hub.commands.{FILES.get(name, name)}").add(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (without the program's name; default: this process's). The exit code."""
    from kiosk.commands.failing import guarded, speak_utf8

    given = list(sys.argv[1:] if argv is None else argv)
    speak_utf8()
    known = [given[0]] if given and given[0] in COMMANDS else COMMANDS
    args = build_parser(known).parse_args(given or ["--help"], argparse.Namespace(home=None, debug=False))
    args.home = args.home or default_data()
    with suppress(OSError):  # whatever needs the folder says so; the log, which `guarded` keeps there, does without
        args.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    return guarded(args)


def add_command(subparsers: Subparsers, name: str, *, json: bool = False) -> Parser:
    """Add command `name` with `--data` and `--debug` (and `--json`), explained by `hub.command_<name>`."""
    text = say(f"hub.command_{name}", environment_language())
    parser: Parser = subparsers.add_parser(name, help=text, description=text)
    add_common(parser)
    if json:
        parser.add_argument("--json", action="store_true", help=parser.words("json"))
    return parser


def data_of(args: argparse.Namespace) -> Path:
    """The hub's data folder that the command is about."""
    data: Path = args.home
    return data


def default_data() -> Path:
    """Where the hub's data lie: `KIOSK_HUB_DATA`, else beside the system's place for the kiosk's."""
    chosen = os.environ.get("KIOSK_HUB_DATA")
    return Path(chosen) if chosen else default_home().with_name("fingertip-glow-hub")


def add_common(parser: Parser) -> None:
    told = say("hub.data", parser.language, data=default_data()).replace("%", "%%")
    folder = parser.words("folder")
    # Suppressed, because the default of an inner parser would overwrite what was given to an outer one.
    parser.add_argument("--data", dest="home", type=Path, default=argparse.SUPPRESS, metavar=folder, help=told)
    parser.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=parser.words("debug"))
