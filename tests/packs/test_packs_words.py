"""Everything that can be wrong with a file has its sentence and its remedy, in both languages alike."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import kiosk.packs
from kiosk.core import words

SOURCES = [path.read_text("utf-8") for path in Path(kiosk.packs.__file__).parent.rglob("*.py")]
USES = (
    r'KioskError\(\s*"packs\.(\w+)"',
    r'problem\(\s*"(\w+)"',
    r'Fault\([^"]*"[^"]*", "(\w+)"',
    r'Fault\(\w+[^,"]*, "(\w+)"',
    r'trouble="(\w+)"',
    r'Refusal\("(\w+)"',
)
CODES = sorted({code for source in SOURCES for use in USES for code in re.findall(use, source)})
CATALOGUES = {
    room: tomllib.loads((Path(words.__file__).parent / f"{room}.toml").read_text("utf-8"))
    for room in ("packs", "exports", "commands")
}
ENTRIES = [(room, name) for room, entries in CATALOGUES.items() for name in entries]


def places(text: str) -> set[str]:
    """The names of the places in a sentence that are filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_codes_are_found() -> None:
    """Otherwise the next test would pass in silence."""
    assert len(CODES) > 60


@pytest.mark.parametrize("code", CODES)
def test_code_says_what_and_how(code: str) -> None:
    """A problem without a remedy helps nobody."""
    catalogue = CATALOGUES["packs"]
    assert code in catalogue
    if code not in ("install_failed",):
        assert f"{code}_how" in catalogue


@pytest.mark.parametrize(("room", "name"), ENTRIES)
def test_both_languages_say_the_same(room: str, name: str) -> None:
    """Both are there and fill in the same places, or the English one fewer."""
    entry = CATALOGUES[room][name]
    assert set(entry) == {"zh", "en"}
    assert all(entry.values())
    assert places(entry["zh"]) == places(entry["en"])
