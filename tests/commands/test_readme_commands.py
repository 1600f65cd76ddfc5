"""README.md names every command with its options, and every command line it shows can be run."""

import re
import shlex
from pathlib import Path

import pytest

from kiosk.commands import build_parser
from tests.commands.commands_help import COMMANDS

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
EVERYWHERE = {"-h", "--help", "--home", "--debug", "--json"}
ROWS = [line for line in README.splitlines() if line.startswith("| `kiosk ")]
SHOWN = [
    line.removeprefix(".venv/bin/").partition("  #")[0]
    for block in re.findall(r"^```\w*\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
    if line.removeprefix(".venv/bin/").startswith("kiosk ")
]


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_in_the_readme_with_its_options(name: str) -> None:
    """A row of the table begins with it and names each option of its own."""
    row = next((row for row in ROWS if re.match(rf"\| `{name}(?![\w-])", row)), None)
    assert row is not None, f"README.md has no row for {name}"
    options = {option for action in COMMANDS[name]._actions for option in action.option_strings} - EVERYWHERE
    missing = sorted(option for option in options if not re.search(rf"(?<![\w-]){option}(?![\w-])", row))
    assert not missing, f"the row of {name} in README.md lacks {missing}"


@pytest.mark.parametrize("option", sorted(EVERYWHERE - {"-h"}))
def test_common_options_are_explained(option: str) -> None:
    """Once for all commands."""
    assert f"`{option}" in README


@pytest.mark.parametrize("row", ROWS)
def test_readme_names_no_command_that_is_not_there(row: str) -> None:
    """What a row begins with is a command."""
    words = re.match(r"\| `((?:[a-z]+ ?)+)", row)
    assert words is not None
    assert any(name == words[1].strip() for name in COMMANDS), words[1]


def test_there_are_examples() -> None:
    """Otherwise the next test would pass in silence."""
    assert len(SHOWN) >= 5


@pytest.mark.parametrize("line", SHOWN)
def test_shown_line_parses(line: str) -> None:
    """As if it were typed."""
    args = build_parser().parse_args(shlex.split(line)[1:])
    assert callable(args.run)
