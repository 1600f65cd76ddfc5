"""The catalogue speaks both languages completely, with the same places in each."""

import re
import string
import tomllib
from pathlib import Path

import pytest

from kiosk.core.words import LANGUAGES, _room, environment_language

ROOMS = sorted((Path(__file__).parents[2] / "kiosk/core/words").glob("*.toml"))

QUOTED = re.compile("“[^”]*”|中文")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.stem)
def test_both_languages_say_the_same(room: Path) -> None:
    entries = tomllib.loads(room.read_text("utf-8"))
    assert entries == _room(room.stem) != {}
    for code, texts in entries.items():
        assert set(texts) == set(LANGUAGES), code
        assert all(texts.values()), code
        assert places(texts["zh"]) == places(texts["en"]), code
        # What files and columns are called is quoted as it is written there.
        assert not re.search(r"[\u4e00-\u9fff]", QUOTED.sub("", texts["en"])) or code.startswith("lang"), code


@pytest.mark.parametrize(
    ("variables", "language"),
    [({}, "zh"), ({"LANG": "en_US.UTF-8"}, "en"), ({"LANG": "zh_CN.UTF-8"}, "zh"), ({"LANG": "C.UTF-8"}, "zh")],
)
def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert environment_language() == language
