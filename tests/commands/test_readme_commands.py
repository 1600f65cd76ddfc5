"""README.md names every command with its options; every command line that a page shows can be run, and every file and
target that it names is there."""

import re
import shlex
from pathlib import Path

import pytest

from kiosk.commands import build_parser
from tests.commands.commands_help import COMMANDS

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "README.zh-CN.md", "packaging/linux/README.md", "packaging/windows/README.zh-CN.md")
README = (ROOT / "README.md").read_text("utf-8")
EVERYWHERE = {"-h", "--help", "--home", "--debug", "--json"}
ROWS = [line for line in README.splitlines() if line.startswith("| `kiosk ")]
TYPED = re.compile(r"(?:sudo )?(?:\.venv/bin/|dist/kiosk/)?(kiosk .*)")
"""A line that a person types; what stands before and after it is the shell's."""
SHOWN = [
    typed[1].partition("  #")[0]
    for page in PAGES
    for block in re.findall(r"^```\w*\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
    if (typed := TYPED.fullmatch(line.strip()))
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
    words = re.match(r"\| `((?:[a-z][a-z-]* ?)+)", row)
    assert words is not None
    assert any(name == words[1].strip() for name in COMMANDS), words[1]


def test_there_are_examples() -> None:
    """Otherwise the next test would pass in silence."""
    assert len(SHOWN) >= 20


@pytest.mark.parametrize("line", SHOWN)
def test_shown_line_parses(line: str) -> None:
    """As if it were typed."""
    args = build_parser().parse_args(shlex.split(line)[1:])
    assert callable(args.run)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_is_there(page: str) -> None:
    """Pictures and pages that it links to, and targets of `make`."""
    text = (ROOT / page).read_text("utf-8")
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", text)
    assert [one for one in links if "://" not in one and not ((ROOT / page).parent / one).exists()] == []
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)) <= targets


@pytest.mark.parametrize("page", PAGES[:2])
def test_inline_commands_are_there(page: str) -> None:
    """`kiosk …` within a sentence: at least the command exists."""
    text = re.sub(r"^```.*?^```", "", (ROOT / page).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for line in re.findall(r"`(?:sudo )?(kiosk(?: [a-z]+)+)", text):
        known = any(line.startswith(name) or name.startswith(line) for name in COMMANDS)
        assert known, line
