"""The command line: `kiosk <command> …`.

One file a command, named in `COMMANDS`. Each has `add(subparsers)`, which describes the command by means of
`parser.add_command`, and `run(args) -> int`, which does it and gives the exit code. What a command needs beyond
its description it imports inside `run`, so that no command pays for another.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

from kiosk.commands.parser import Parser, add_common, common
from kiosk.core.programs import RUN_MODULE, run_module

COMMANDS = (
    "run",
    "tour",
    "simulate",
    "pack",
    "export",
    "code",
    "sync",
    "class",
    "health",
    "settings",
    "install",
    "update",
)
"""In the order in which `kiosk --help` shows them."""
FILES = {"class": "class_"}
"""Where a command's own name is a word of Python."""


def build_parser(commands: Sequence[str] = COMMANDS) -> Parser:
    """The parser of `commands`, in the environment's language."""
    parser = Parser.top("kiosk")
    add_common(parser)
    subparsers = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    for name in commands:
        import_module(f"kiosk.commands.{FILES.get(name, name)}").add(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (without the program's name; default: this process's). The exit code."""
    from kiosk.commands.failing import guarded, speak_utf8

    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == [RUN_MODULE]:
        run_module(given[1:])
        return 0
    speak_utf8()
    known = [given[0]] if given and given[0] in COMMANDS else COMMANDS
    return guarded(build_parser(known).parse_args(given or ["--help"], common()))
