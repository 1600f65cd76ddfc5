"""The sounds on disk are what their script makes, and they are gentle: peak, length, soft edges."""

import math
import runpy
import struct
import wave
from itertools import pairwise
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "assets" / "sounds"
NAMES = {
    "tap", "choose", "right", "try-again", "lie-falls", "heart", "lantern", "level-won", "open", "close",
    "countdown-tick", "thanks", "booth-jingle", "booth-bed", "booth-count", "booth-on-air", "booth-level-good",
    "booth-self-test", "piece-home", "piece-back",
}  # fmt: skip
PEAK_DBFS = -6.0
LOOPS = {"booth-bed"}
LONGEST_SECONDS = {"level-won": 3.0, "booth-jingle": 3.6}
EDGE_LIMIT = 40
"""Loudest sample allowed among the first and last 16, of 32,767: below this a start or end is not heard as a click."""


def samples(path: Path) -> tuple[wave._wave_params, list[int]]:
    with wave.open(str(path), "rb") as sound:
        frames = sound.readframes(sound.getnframes())
        return sound.getparams(), list(struct.unpack(f"<{len(frames) // 2}h", frames))


def test_the_set_is_complete() -> None:
    assert {path.stem for path in FOLDER.glob("*.wav")} == NAMES


def test_the_script_makes_the_same_bytes(tmp_path: Path) -> None:
    made = runpy.run_path(str(FOLDER / "make_sounds.py"))["write"](tmp_path)
    assert {path.stem for path in made} == NAMES
    different = [path.name for path in made if path.read_bytes() != (FOLDER / path.name).read_bytes()]
    assert different == [], "run `python assets/sounds/make_sounds.py` and commit what it wrote"


@pytest.mark.parametrize("name", sorted(NAMES - LOOPS))
def test_a_sound_is_gentle(name: str) -> None:
    params, values = samples(FOLDER / f"{name}.wav")
    assert (params.nchannels, params.sampwidth, params.framerate) == (1, 2, 44_100)
    assert len(values) / params.framerate <= LONGEST_SECONDS.get(name, 1.5)
    peak = 20.0 * math.log10(max(abs(value) for value in values) / 32_768.0)
    assert -24.0 <= peak <= PEAK_DBFS
    assert max(abs(value) for value in values[:16] + values[-16:]) <= EDGE_LIMIT
    assert abs(sum(values) / len(values)) < 2.0, "no direct current: it thumps when a player opens"


@pytest.mark.parametrize("name", sorted(LOOPS))
def test_a_loop_goes_round(name: str) -> None:
    """From its last sample to its first it is as smooth as anywhere."""
    params, values = samples(FOLDER / f"{name}.wav")
    assert (params.nchannels, params.sampwidth, params.framerate) == (1, 2, 44_100)
    steepest = max(abs(one - next_one) for one, next_one in pairwise(values))
    assert abs(values[-1] - values[0]) <= steepest
    assert abs(sum(values) / len(values)) < 2.0
    assert 20.0 * math.log10(max(map(abs, values)) / 32_768.0) <= PEAK_DBFS + 0.1
