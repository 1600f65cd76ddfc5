"""`kill -9` to a playing kiosk at any moment loses nothing that was praised."""

from pathlib import Path

import pytest

from tests.rehearsal.killing import kill_often

REPORT = Path(__file__).parents[2] / "build" / "torture" / "playing_kiosk.json"


def test_a_dozen_kills_of_a_playing_kiosk_lose_nothing(tmp_path: Path) -> None:
    figures = kill_often(tmp_path / "home", times=12, seed=20261120)
    assert figures.praised >= 6, "hardly anything was at stake"
    assert figures.epochs >= 10


@pytest.mark.torture
def test_hundreds_of_kills_of_a_playing_kiosk_lose_nothing(tmp_path: Path) -> None:
    figures = kill_often(tmp_path / "home", times=200, seed=4)
    figures.save(REPORT)
    assert figures.praised >= 100
