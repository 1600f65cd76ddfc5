"""督导亭 by touch on a real window: one, two and four children; nothing clipped in any layout."""

from random import Random

import pytest

from kiosk.core.events import ItemAnswered
from kiosk.stations.little_supervisor.card import CARD
from kiosk.stations.little_supervisor.rules import PLAN
from tests.stations.anti_fraud_screen import Screen
from tests.stations.conftest import ShowStation
from tests.stations.stage import Stage
from tests.stations.supervisor_stage import stage


def step(screen: Screen, random: Random, *, check: bool = True) -> str:
    """The rehearsal's next touch, after a look at what stands there; the name of the screen."""
    screen.finger.wait(lambda: CARD.rehearse(screen.view_model, screen.finger.names(), random), "a move")
    move = CARD.rehearse(screen.view_model, screen.finger.names(), random)
    assert move is not None
    if check:
        assert screen.clipped() == [], move.picture
    screen.finger.touch(move.touch)
    return move.picture


@pytest.mark.parametrize(
    ("players", "size"), [(1, (1920, 1080)), (2, (1080, 1920)), (3, (1080, 1920)), (4, (1920, 1080))]
)
def test_a_whole_week_by_touch(show: ShowStation, players: int, size: tuple[int, int]) -> None:
    world = stage(players=players)
    screen = show(world, size, calm=True)
    random, seen = Random(players), set[str]()
    while not world.results:
        seen.add(step(screen, random))
    each, days = PLAN[players]
    answered = {(one.player, one.item.rpartition(".")[0]) for one in world.of(ItemAnswered)}
    assert len(answered) == players * each * len(days)
    assert {one for one, _ in answered} == set(range(1, players + 1))
    assert {"town", "town-quiet", "town-sunday", "why", "acts"} <= seen


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_clipped_with_pinyin(show: ShowStation, size: tuple[int, int], language: str) -> None:
    world = Stage(stage().items, CARD, language=language, seed=size[0])
    screen = show(world, size, calm=True, pinyin=language == "zh", leftHanded=language == "en")
    random = Random(3)
    for _ in range(14):
        step(screen, random)
