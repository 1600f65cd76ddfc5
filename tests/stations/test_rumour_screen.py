"""辟谣台 by touch on a real window: one, two and four children; nothing clipped in any layout."""

from random import Random

import pytest

from kiosk.core.events import ItemAnswered
from kiosk.stations.rumour_desk.card import CARD
from tests.stations.anti_fraud_screen import Screen
from tests.stations.conftest import ShowStation
from tests.stations.rumour_help import stage
from tests.stations.stage import Stage


def step(screen: Screen, random: Random) -> str:
    """The rehearsal's next touch, after a look at what stands there; the name of the screen."""
    screen.finger.wait(lambda: not screen.view_model.hanging, "the disk")
    move = CARD.rehearse(screen.view_model, screen.finger.names(), random)
    assert move is not None
    screen.finger.wait(lambda: screen.finger.find(move.touch), move.touch)
    assert screen.clipped() == [], move.picture
    screen.finger.touch(move.touch)
    return move.picture


@pytest.mark.parametrize(
    ("players", "size", "seed"),
    [(1, (1920, 1080), 1), (2, (1080, 1920), 2), (3, (1080, 1920), 3), (4, (1920, 1080), 4)],
)
def test_a_whole_run_by_touch(show: ShowStation, players: int, size: tuple[int, int], seed: int) -> None:
    world = stage(players=players)
    screen = show(world, size, calm=True)
    random, seen = Random(seed), set[str]()
    while not world.results:
        seen.add(step(screen, random))
    assert {one.player for one in world.of(ItemAnswered)} == set(range(1, players + 1))
    assert len(world.of(ItemAnswered)) == len(screen.view_model.run.tasks)
    assert {
        "hub",
        "claim",
        "rated",
        "sure",
        *(f"looked-{one}" for one in ("source", "date", "picture", "board")),
    } <= seen


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_clipped(show: ShowStation, size: tuple[int, int], language: str) -> None:
    world = Stage(stage().items, CARD, language=language)
    screen = show(world, size, calm=True, pinyin=language == "zh", leftHanded=language == "en")
    random = Random(0 if language == "zh" else 1)
    for _ in range(16):
        step(screen, random)
