"""督导亭 by touch on a real window: one to four children; nothing clipped in any layout."""

from dataclasses import replace
from random import Random

import pytest

from kiosk.core.events import ItemAnswered
from kiosk.stations.little_supervisor.card import CARD
from kiosk.stations.little_supervisor.rules import PLAN
from tests.stations.anti_fraud_screen import Screen
from tests.stations.conftest import ShowStation
from tests.stations.stage import Stage
from tests.stations.supervisor_stage import With, stage


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


def test_a_town_of_a_pack_is_chosen_and_played_by_touch(show: ShowStation) -> None:
    world = stage()
    ours = world.content.brought("feeds")[0]
    local = {**ours.data, "id": "our-town", "title": "我们镇"}
    world.content = With(replace(ours, data=local, pack="example.town", pack_hash="ab" * 8), world.content)
    screen = show(world, (1920, 1080), calm=True)
    assert screen.view_model.week.town.id == "our-town", "the pack's comes first"
    for town in ("lantern-river", "our-town"):
        screen.finger.touch("other-town")
        screen.finger.wait(lambda town=town: screen.view_model.week.town.id == town, town)  # type: ignore[misc]
    random = Random(5)
    while not world.of(ItemAnswered):
        step(screen, random)
    assert {one.pack for one in world.of(ItemAnswered)} == {"example.town"}


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_clipped_with_pinyin(show: ShowStation, size: tuple[int, int], language: str) -> None:
    world = Stage(stage().items, CARD, language=language, seed=size[0])
    screen = show(world, size, calm=True, pinyin=language == "zh", leftHanded=language == "en")
    random = Random(3)
    for _ in range(14):
        step(screen, random)
