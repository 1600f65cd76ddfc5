"""argparse in the environment's language, and the options that every command has."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from kiosk.core.places import default_home
from kiosk.core.words import environment_language, say

# What argparse says itself, and the words code that says it in Chinese.
OWN = {
    "usage: ": "usage",
    "positional arguments": "positional",
    "options": "options",
    "show this help message and exit": "show_help",
    "expected one argument": "expected_one",
    "the following arguments are required: %s": "required",
    "unrecognized arguments: %s": "unrecognized",
    "invalid choice: %(value)r (choose from %(choices)s)": "invalid_choice",
    "argument %(argument_name)s: %(message)s": "argument",
    "invalid %(type)s value: %(value)r": "invalid_value",
    "ambiguous option: %(option)s could match %(matches)s": "ambiguous",
    "not allowed with argument %s": "not_with",
    "ignored explicit argument %r": "no_value_wanted",
}

Subparsers = Any
"""argparse keeps the type of its subparsers to itself."""


class Parser(argparse.ArgumentParser):
    """Says everything in one language; a mistake is one sentence and exit code 2."""

    def __init__(self, **settings: Any) -> None:
        self.language = environment_language()
        # argparse offers no other way to choose its language at run time.
        vars(argparse)["_"] = self._own
        super().__init__(**settings, formatter_class=Formatter, allow_abbrev=False)

    @classmethod
    def top(cls, prog: str) -> "Parser":
        """The parser above all commands."""
        return cls(prog=prog, description=say("commands.kiosk", environment_language()))

    def words(self, name: str) -> str:
        """The sentence `commands.<name>`."""
        return say(f"commands.{name}", self.language)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and leave."""
        self.exit(2, say("commands.usage_wrong", self.language, detail=message, prog=self.prog) + "\n")

    def _own(self, text: str) -> str:
        return self.words(f"argparse_{OWN[text]}") if text in OWN else text


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with room for the options' names."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=110)


def add_command(subparsers: Subparsers, name: str, *, command: str = "", json: bool = False) -> Parser:
    """Add command `name` with `--home` and `--debug` (and `--json`), explained by `commands.<command or name>`."""
    text = say(f"commands.{command or name}", environment_language())
    parser: Parser = subparsers.add_parser(name, help=text, description=text)
    add_common(parser)
    if json:
        parser.add_argument("--json", action="store_true", help=parser.words("json"))
    return parser


def add_common(parser: Parser) -> None:
    """The options that every level takes; see `common` for when none of them has one."""
    home = say("commands.home", parser.language, home=default_home())
    # Suppressed, because the default of an inner parser would overwrite what was given to an outer one.
    parser.add_argument(
        "--home", type=Path, default=argparse.SUPPRESS, metavar=parser.words("folder"), help=home.replace("%", "%%")
    )
    parser.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=parser.words("debug"))


def common() -> argparse.Namespace:
    """What the common options are when they are not given."""
    return argparse.Namespace(home=None, debug=False)


def home_of(args: argparse.Namespace) -> Path:
    """The home that the command is about."""
    home: Path | None = getattr(args, "home", None)
    return home or default_home()
