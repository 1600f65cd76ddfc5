"""辟谣台 without a window: what is recorded when, and what comes back after a crash."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.core.events import BaitCast, ItemAnswered, LanternLit, StationFinished
from kiosk.stations.rumour_desk.view_model import RumourDeskViewModel
from kiosk.stations.station import Brought
from tests.packs.test_packs_parts import example
from tests.stations.rumour_help import stage
from tests.stations.stage import Stage
from tests.stations.supervisor_stage import With


def enter(world: Stage, **more: Any) -> RumourDeskViewModel:
    """The station just entered."""
    return RumourDeskViewModel(replace(world.context(), **more))


def answer(view_model: RumourDeskViewModel) -> None:
    """Rate the present claim rightly."""
    view_model.look("board")
    view_model.rate(view_model.run.task.claim.nature)
    view_model.beSure("fairly")
    view_model.primary()


def test_praise_waits_for_the_disk() -> None:
    world = stage(at_once=False)
    view_model = enter(world)
    world.written()
    view_model.play("desk")
    answer(view_model)
    assert (view_model.now, view_model.hanging) == ("claim", True)
    view_model.primary()
    view_model.look("date")
    world.written(on_disk=False)
    assert (view_model.now, view_model.verdict) == ("after", "right")
    (event,) = world.of(ItemAnswered)
    assert event.confidence == "fairly" and event.item_hash in world.texts and len(world.of(LanternLit)) == 1


@pytest.mark.parametrize("mode", ["desk", "trickster"])
def test_a_whole_run_ends_with_the_card(mode: str) -> None:
    world = stage()
    view_model = enter(world)
    view_model.play(mode)
    while view_model.run.fishing or view_model.now == "pulled":
        view_model.takeBait(2)
        view_model.primary()
    while not world.results:
        if view_model.now == "claim":
            answer(view_model)
        view_model.primary()
    (card,) = world.results
    total = 11 if mode == "desk" else 8
    assert (card.answered, card.right, card.stars, card.lanterns) == (total, total, 3, total)
    assert len(world.of(BaitCast)) == (3 if mode == "trickster" else 0)
    assert {one.mode for one in world.of(ItemAnswered)} == {"practice" if mode == "desk" else "trickster"}
    view_model.close()
    (over,) = world.of(StationFinished)
    assert over.completed


def test_a_run_that_is_left_is_recorded_as_such() -> None:
    world = stage()
    enter(world).close()
    assert not world.of(StationFinished)
    view_model = enter(world)
    view_model.play("desk")
    answer(view_model)
    view_model.close()
    view_model.close()
    (left,) = world.of(StationFinished)
    assert not left.completed and left.answered == 1


def test_it_comes_back_where_it_died() -> None:
    world, kept = stage(players=2), list[Any]()
    view_model = enter(world, snapshot=kept.append)
    view_model.play("trickster")
    view_model.takeBait(0)
    view_model.primary()
    assert enter(world, resumed=kept[-1]).now == "bait"
    while view_model.now != "claim":
        view_model.takeBait(0)
        view_model.primary()
    answer(view_model)
    back = enter(world, resumed=kept[-1])
    assert (back.now, back.run.answers) == ("claim", view_model.run.answers)
    while not view_model.run.over:
        view_model.primary()
        answer(view_model)
    assert enter(world, resumed=kept[-1]).now == "after"
    broken: list[dict[str, Any]] = [{}, {"run": {}}]
    broken.append({"run": {**kept[-1]["run"], "tasks": [["gone", 1]]}, "lanterns": 1})
    for bad in broken:
        assert enter(world, resumed=bad).now == "hub"


def test_a_pack_brings_its_own_claims() -> None:
    fields = example("claims")
    for players in (1, 4):
        world = stage(players=players)
        brought = Brought("claims", "town", "example.pack", "ab" * 8, fields, "image://brought/abab/claims/")
        world.content = With(brought, world.content)
        view_model = enter(world)
        view_model.play("desk")
        assert len(view_model.run.tasks) >= 8
        answer(view_model)
        assert {one.pack for one in world.of(ItemAnswered)} == {"example.pack"}
        bare = {name: value for name, value in fields.items() if name != "baits"}
        world.content = With(replace(brought, data=bare), stage().content)
        view_model = enter(world)
        view_model.play("trickster")
        assert view_model.now == "claim", "without baits there are the claims"
