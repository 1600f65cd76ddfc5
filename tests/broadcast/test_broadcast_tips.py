"""The level check and the tips: figures in, codes out."""

from dataclasses import replace

import pytest

from kiosk.broadcast.levels import WINDOW, LevelCheck
from kiosk.broadcast.tips import spoken_characters, tips
from kiosk.core.booth import SILENCE_DB, Figures, Level
from kiosk.core.words import LANGUAGES, say

QUIET = Level(-62.0, -70.0, -70.0)
WORD = Level(-12.0, -22.0, -70.0)
FINE = Figures(loudness=-22.0, clipped=0.0, pauses=1, longest_pause=1.0, speech=60.0, noise=-60.0)


def after(*levels: Level) -> str:
    """The code once all were heard."""
    check = LevelCheck()
    for level in levels:
        check.hear(level)
    return check.code


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        ([], "level_waiting"),
        ([QUIET] * WINDOW, "level_waiting"),
        ([QUIET, WORD] * 20, "level_good"),
        ([QUIET] * 20 + [WORD] * 5, "level_waiting"),
        ([QUIET, replace(WORD, rms_db=-45.0, peak_db=-35.0)] * 20, "level_far"),
        ([QUIET, replace(WORD, clipped=True)] * 20, "level_loud"),
        ([QUIET, replace(WORD, peak_db=-0.2)] * 20, "level_loud"),
        ([replace(QUIET, rms_db=-35.0, noise_db=-35.0)] * WINDOW, "level_noisy"),
        ([replace(WORD, noise_db=-35.0)] * WINDOW, "level_noisy"),
        ([Level(SILENCE_DB, SILENCE_DB, SILENCE_DB, digital_silence=True)] * 30, "level_silent"),
        ([replace(WORD, clipped=True)] * 5 + [QUIET, WORD] * WINDOW, "level_good"),
    ],
)
def test_the_level_check(levels: list[Level], code: str) -> None:
    """It forgets what was longer than two and a half seconds ago."""
    assert after(*levels) == f"booth.{code}"


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, ["tip_fine"]),
        ({"loudness": -36.0}, ["tip_closer"]),
        ({"clipped": 0.01}, ["tip_softer"]),
        ({"noise": -40.0}, ["tip_quieter_place"]),
        ({"longest_pause": 4.0}, ["tip_pauses"]),
        ({"speech": 30.0}, ["tip_slower"]),
        ({"speech": 150.0}, ["tip_faster"]),
        ({"speech": 150.0, "longest_pause": 30.0}, ["tip_pauses"]),
        ({"clipped": 0.01, "noise": -40.0, "speech": 30.0}, ["tip_softer", "tip_quieter_place"]),
    ],
)
def test_tips(changed: dict[str, float], codes: list[str]) -> None:
    """At most two, and praise when there is nothing to mend; each has its sentence."""
    found = tips(replace(FINE, **changed), characters=200)  # type: ignore[arg-type]
    assert found == tuple(f"booth.{code}" for code in codes)
    assert all(say(code, language) for code in found for language in LANGUAGES)


def test_free_talk_has_no_pace() -> None:
    """Without a script nothing is said of being slow."""
    assert tips(replace(FINE, speech=170.0)) == ("booth.tip_fine",)


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("先问大人。", 4), ("拨打 110！", 5), ("我用 Wi-Fi 上网", 8), ("Ask first.", 4)]
)
def test_characters_that_are_spoken(text: str, count: int) -> None:
    assert spoken_characters(text) == count
