"""承诺桥: plans to keep promises, trying them out, painting the lantern; ages."""

from itertools import product
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.core.bridge import Hung, lantern_art
from kiosk.core.item import AGES
from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.packs.content import ContentShelf
from kiosk.stations.pledge import plans, practice
from kiosk.stations.pledge.paint_view_model import PaintViewModel
from kiosk.stations.pledge.promises import Promises, read_promises
from kiosk.stations.pledge.rules import PATTERNS, SHAPES
from tests.stations.pledge_stage import stage

SHELF = ContentShelf(program_folder() / "content")


def read(language: str = "zh") -> Promises:
    return read_promises(SHELF.brought("promises"), SHELF.brought("conventions"), language)


def zh(code: str, **params: object) -> str:
    return say(code, "zh", **params)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_promise_can_be_planned_in_nine_ways(language: str) -> None:
    for one in read(language).all:
        assert one.tiles and len(one.tiles.when) == len(one.tiles.ways) == 3 and len(one.tiles.calls) == 2
        made = {
            plans.sentence(one, plans.Plan(when.id, way.id), lambda code, **params: say(code, language, **params))
            for when, way in product(one.tiles.when, one.tiles.ways)
        }
        assert len(made) == 9 and "" not in made
    everything = [text for one in read(language).all if one.tiles for text in (*one.tiles.calls, one.tiles.said)]
    assert len(set(everything)) == len(everything)


def test_a_plan_is_made_step_by_step() -> None:
    made = read().named(["kind", "no-link", "time"])
    planning = plans.begin(made, 1)
    assert planning.touched == "kind" and planning.wanted == 3
    assert plans.choose(planning, way="water") == planning, "first the moment, then the way"
    planning = plans.choose(plans.choose(planning, when="lose"), way="water")
    assert plans.sentence(made[0], planning.plan, zh) == "当打游戏输了时，我就先去喝一杯水。"
    assert plans.choose(planning, when="prize") == planning, "a tile of another promise"
    planning = plans.onward(planning)
    assert planning.touched == "no-link" and not planning.done and planning.planned == (("kind", "lose", "water"),)


def test_where_many_take_turns_a_child_plans_for_what_it_forgets_most_easily() -> None:
    made = read().named(["kind", "no-link", "time"])
    planning = plans.begin(made, 4)
    assert planning.wanted == 1 and planning.at_hand is None
    planning = plans.touch(planning, "time")
    planning = plans.choose(plans.choose(planning, when="alarm"), way="stand")
    assert planning.done and plans.touch(planning, "kind") == planning
    changed = plans.choose(planning, way="over")
    assert changed.done and changed.planned == (("time", "alarm", "over"),), "a plan may be changed"


def test_promises_of_a_pack_without_tiles_need_no_plan() -> None:
    assert plans.begin((), 1).done and plans.begin((), 1).planned == ()


@pytest.mark.parametrize("seed", range(20))
def test_practice_asks_for_the_own_way_among_others(seed: int) -> None:
    everything = read().all
    chance = Random(seed)
    made = chance.sample(everything, 3)
    planning = plans.begin(made, 1)
    for one in made:
        assert one.tiles
        planning = plans.choose(plans.touch(planning, one.id), when=chance.choice(one.tiles.when).id)
        planning = plans.choose(planning, way=chance.choice(one.tiles.ways).id)
    rounds = practice.begin(planning, everything, 1, chance).rounds
    assert len(rounds) == 6 and len({one.call for one in rounds}) == 6
    for at in rounds:
        assert len(set(at.ways)) == 3 and at.promise.tiles
        own = {tile.text for tile in at.promise.tiles.ways}
        assert [text in own for text in at.ways] == [place == at.own for place in range(3)]
    assert practice.begin(planning, everything, 4, chance).rounds == ()


def test_no_way_is_wrong_and_the_own_one_is_found() -> None:
    made = read().named(["kind", "no-link", "time"])
    planning = plans.choose(plans.choose(plans.touch(plans.begin(made, 2), "time"), when="alarm"), way="stand")
    now = practice.begin(planning, read().all, 2, Random(3))
    assert now.round and now.last
    other = practice.pick(now, (now.round.own + 1) % 3)
    assert not other.found and practice.onward(other) == other
    found = practice.pick(other, now.round.own)
    assert found.found and practice.pick(found, 0) == found


def test_every_lantern_that_can_be_painted_has_its_picture(qapp: QCoreApplication) -> None:
    art = program_folder() / "assets" / "art"
    for shape, paper in product(range(1, SHAPES + 1), range(SHAPES + 1)):
        assert (art / f"{lantern_art(shape, paper)}.svg").is_file()
    assert all((art / f"pledge-pattern-{number}.svg").is_file() for number in range(1, PATTERNS + 1))
    view_model = PaintViewModel(stage().context())
    view_model.begin("promise-time")
    for row, number in (("shape", 4), ("paper", 2), ("pattern", 3), ("paper", 9), ("pattern", -1), ("place", 1)):
        view_model.paint(row, number)
    assert view_model.lantern.hung("time") == Hung(-1, 4, "time", 2, 3)


def test_a_class_is_offered_what_suits_its_age() -> None:
    promises = read()
    for ages in AGES:
        offered = promises.for_ages(ages, 6)
        assert 15 <= len(offered) < 20 or ages == "upper"
        assert all(ages in one.ages for one in offered)
    assert promises.for_ages("", 6) == promises.all == promises.for_ages("lower", 20)
