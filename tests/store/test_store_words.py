"""Everything the memory can say is there in both languages, and says what to do."""

import tomllib
from pathlib import Path

import pytest

import kiosk.core.words
from kiosk.core.words import LANGUAGES, say
from kiosk.store import StoreState, troubles
from kiosk.store.state import Restored

WORDS = tomllib.loads((Path(kiosk.core.words.__file__).parent / "store.toml").read_text("utf-8"))
TROUBLES = [value for name, value in vars(troubles).items() if name.isupper() and isinstance(value, str)]
REASONS = ("damaged", "empty", "foreign", "missing", "rolled_back")


@pytest.mark.parametrize("name", WORDS)
def test_every_sentence_is_there_in_both_languages(name: str) -> None:
    assert set(WORDS[name]) == set(LANGUAGES)
    assert WORDS[name]["zh"].endswith("。") and WORDS[name]["en"].endswith(".")
    places = [{part.split("}")[0] for part in WORDS[name][language].split("{")[1:]} for language in LANGUAGES]
    assert places[0] == places[1]


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_can_be_said(trouble: str, language: str) -> None:
    assert StoreState(trouble=trouble).sentences(language) == [say(trouble, language)]


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("until", [None, 1_790_000_000_000])
@pytest.mark.parametrize("missing", [None, 0, 7])
@pytest.mark.parametrize("salvaged", [None, 0, 5])
def test_everything_that_happened_can_be_said(
    reason: str, language: str, until: int | None, missing: int | None, salvaged: int | None
) -> None:
    restored = Restored(reason, "kiosk-x.db", "kiosk-y.db", until, missing, salvaged)
    told = " ".join(StoreState(restored=restored).sentences(language))
    assert "{" not in told
    if missing and salvaged is not None:
        assert "7" in told
