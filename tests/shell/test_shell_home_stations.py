"""The home screen with two to seven stations: each can be read and touched, none covers another."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRectF

import kiosk.app
from kiosk.app import Kiosk
from kiosk.rehearsal.finger import Finger
from kiosk.stations.all import STATIONS
from tests.stations.anti_fraud_screen import Screen

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]
BUILDINGS = (
    *("anti-fraud", "convention-puzzle", "broadcast-booth", "little-supervisor"),
    *("boat-rumour", "boat-kind-words", "pledge"),
)
WIDEST = next(card for card in STATIONS if card.key == "convention_puzzle")


def box(finger: Finger, name: str) -> QRectF:
    """Where a station stands, in window pixels."""
    item = finger.find(name)
    assert item is not None
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@pytest.mark.parametrize(("size", "counts"), [((1920, 1080), (2, 5, 7)), ((1080, 1920), (3, 4, 7))])
def test_stations_stand_apart(
    size: tuple[int, int],
    counts: tuple[int, ...],
    make_kiosk: MakeKiosk,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Any,
) -> None:
    for count in counts:
        cards = tuple(
            replace(WIDEST, key=f"{WIDEST.key}_{number}", building=building)
            for number, building in enumerate(BUILDINGS[:count])
        )
        monkeypatch.setattr(kiosk.app, "STATIONS", cards)
        made, finger = make_kiosk(size, home=tmp_path / f"{count}")
        made.shell.enter()
        for english in (False, True):
            if english:
                made.shell.switches.toggleLanguage()
            finger.wait(lambda: finger.find(f"station-{cards[-1].key}"), "the stations")  # noqa: B023
            places = [box(finger, f"station-{card.key}") for card in cards]
            for place in places:
                assert QRectF(0, 0, *size).contains(place)
                assert place.width() >= 226 and place.height() >= 400
            for one, other in combinations(places, 2):
                assert not one.adjusted(0, 0, 11, 0).intersects(other)
            assert Screen(made.window, None, finger).clipped() == []  # type: ignore[arg-type]
        made.shell.endVisit()
