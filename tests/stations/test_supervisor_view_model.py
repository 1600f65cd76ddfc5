"""督导亭 without a window: what is recorded when, what comes back after a crash, towns of packs."""

from dataclasses import replace
from typing import Any

from kiosk.core.events import ItemAnswered, LanternLit, StationFinished, StationOpened
from kiosk.stations.little_supervisor.view_model import LittleSupervisorViewModel
from kiosk.stations.station import Brought
from tests.packs.test_packs_parts import example
from tests.stations.stage import Stage
from tests.stations.supervisor_stage import With, stage


def enter(world: Stage, **more: Any) -> LittleSupervisorViewModel:
    """The station just entered."""
    return LittleSupervisorViewModel(replace(world.context(), **more))


def answer(view_model: LittleSupervisorViewModel) -> None:
    """Say and do what is right of the next post, up to the confirmation."""
    if view_model.now == "town":
        view_model.primary()
    post = view_model.week.task.post
    view_model.sayWhat(post.what)
    if not post.fine:
        view_model.sayWhy(post.reasons.index(post.reason))
        view_model.primary()
        view_model.toggleAct(post.must[0])
    view_model.primary()


def test_praise_waits_for_the_disk() -> None:
    world = stage(at_once=False)
    view_model = enter(world)
    world.written()
    answer(view_model)
    assert (view_model.now, view_model.hanging) == ("post", True)
    view_model.primary()
    world.written(on_disk=False)
    assert (view_model.now, view_model.mood) == ("after", "right")
    post = view_model.week.task.post
    assert len(world.of(ItemAnswered)) == (1 if post.fine else 3)
    assert len(world.of(LanternLit)) == 1
    assert {one.item_hash for one in world.of(ItemAnswered)} == set(world.texts)


def test_a_whole_week_ends_with_the_card() -> None:
    world = stage()
    view_model = enter(world)
    while not view_model.week.over:
        if view_model.week.waiting:
            answer(view_model)
            view_model.primary()
        else:
            view_model.primary()
            view_model.tick()
    assert view_model.week.day == 6
    view_model.primary()
    (card,) = world.results
    assert (card.answered, card.right, card.stars, card.lanterns) == (10, 10, 3, 10)
    (over,) = world.of(StationFinished)
    assert over.completed and len(world.of(StationOpened)) == 1
    view_model.close()
    assert len(world.of(StationFinished)) == 1


def test_a_week_that_is_left_is_recorded_as_such() -> None:
    world = stage()
    enter(world).close()
    assert not world.of(StationFinished)
    view_model = enter(world)
    answer(view_model)
    view_model.close()
    view_model.close()
    (left,) = world.of(StationFinished)
    assert not left.completed and left.answered == 1


def test_it_comes_back_where_it_died() -> None:
    world, kept = stage(players=2), list[Any]()
    view_model = enter(world, snapshot=kept.append)
    for _ in range(2):
        answer(view_model)
        view_model.primary()
    view_model.primary()
    assert view_model.hanging, "a day goes by"
    back = enter(world, resumed=kept[-1])
    assert back.week.answers == view_model.week.answers and back.week.tasks == view_model.week.tasks
    assert enter(world, resumed={"week": {"town": "gone"}}).week.answers == {}
    assert enter(world, resumed={"week": {**kept[-1]["week"], "tasks": [[0, "gone", 1]]}}).week.answers == {}


def test_a_pack_brings_its_own_town() -> None:
    brought = Brought("feeds", "bridge", "example.pack", "ab" * 8, example("feeds"), "image://brought/abab/feeds/")
    for players in (1, 4):
        world = stage(players=players)
        world.content = With(brought, world.content)
        view_model = enter(world)
        assert view_model.week.town.id == "bridge-town"
        assert len(view_model.week.all_tasks) >= 8
        answer(view_model)
        assert {one.pack for one in world.of(ItemAnswered)} == {"example.pack"}
        other = enter(world)
        other.otherTown()
        assert other.week.town.id == "lantern-river"
        view_model.otherTown()
        assert view_model.week.town.id == "bridge-town", "not in the middle of a week"


def test_nobody_can_go_on_without_an_answer() -> None:
    view_model = enter(stage())
    view_model.sayWhat("fine")
    assert view_model.now == "town"
    view_model.openStreet("nowhere")
    assert view_model.now == "town"
    view_model.primary()
    view_model.primary()
    assert not view_model.week.answers
    view_model.sayWhat("false")
    view_model.primary()
    assert view_model.week.step == "what", "a reason is missing"
    for number in (-1, 3, 99):
        view_model.sayWhy(number)
    assert not view_model.week.draft.reason
    view_model.sayWhy(0)
    view_model.primary()
    steps = [str(view_model.week.step)]
    view_model.back()
    assert [*steps, view_model.week.step, view_model.week.draft.what] == ["act", "what", "false"]
