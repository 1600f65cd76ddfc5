"""小骗子模式: baits by rules, the eight ratings that always follow, and the whole of it by touch."""

from collections import Counter
from functools import partial
from random import Random
from typing import Any

import pytest

from kiosk.core.events import BaitCast, ItemAnswered, StationFinished
from kiosk.core.words import say
from kiosk.stations.anti_fraud import trickster_shown as shown
from kiosk.stations.anti_fraud.levels import MARK
from kiosk.stations.anti_fraud.trickster import (
    FEELINGS,
    RATED,
    TRICKSTER,
    Fishing,
    begin_fishing,
    cast_bait,
    draw_ratings,
    go_on,
    load_ponds,
    take_bait,
)
from kiosk.stations.anti_fraud.view_model import AntiFraudViewModel
from tests.stations.anti_fraud_stage import Items, World, give_answer, our_items
from tests.stations.conftest import ShowStation

zh = partial(say, language="zh")
NATURES = Counter(RATED)


class NaturedItems(Items):
    """Items that keep to the natures they are asked for, as the library does."""

    def pick(self, family: str, count: int, **asked: Any) -> list[Any]:
        natures = asked.get("natures", ())
        found = super().pick(family, 1000, **asked)
        return [one for one in found if not natures or one.nature in natures][:count]


def begun(players: int = 1, seed: int = 1, known: tuple[str, ...] = ()) -> Fishing:
    return begin_fishing(load_ponds("zh"), known, players, Random(seed))


def at_the_pond(players: int = 1, **more: Any) -> tuple[World, Any]:
    """The mode just begun, after a level was won."""
    world = World(NaturedItems(our_items()), players=players, **more)
    world.kept[MARK + "game_skin"] = 2
    view_model: Any = AntiFraudViewModel(world.context())
    view_model.openTrickster()
    return world, view_model


def fish(view_model: Any, rounds: int = 9) -> None:
    """Cast baits until the turn, at most so many."""
    pond = view_model.trickster
    for _ in range(rounds):
        if pond.stage == "turn":
            return
        pond.choose("B")
        pond.primary()
        pond.primary()


# Rules


def test_three_ponds_are_visited_those_of_won_levels_first() -> None:
    for seed in range(20):
        fishing = begun(seed=seed, known=("scare", "ai_face"))
        assert {pond.family for pond in fishing.ponds[:2]} == {"scare", "ai_face"}
        assert len({pond.id for pond in fishing.ponds}) == 3
    assert {begun(seed=seed).ponds[0].id for seed in range(60)} == {pond.id for pond in load_ponds("zh")}


@pytest.mark.parametrize(("players", "rounds", "turns"), [(1, 3, [1, 1, 1]), (2, 3, [1, 2, 1]), (4, 4, [1, 2, 3, 4])])
def test_everybody_casts(players: int, rounds: int, turns: list[int]) -> None:
    fishing = begun(players)
    assert len(fishing.ponds) == rounds
    found = []
    while not fishing.finished:
        found.append(fishing.player)
        fishing = go_on(cast_bait(take_bait(fishing, "A")))
    assert found == turns


def test_a_bait_is_chosen_changed_and_cast_once() -> None:
    fishing = begun()
    assert cast_bait(fishing) is fishing, "nothing is cast without a choice"
    assert take_bait(fishing, "Z") is fishing
    fishing = cast_bait(take_bait(take_bait(fishing, "A"), "B"))
    assert (fishing.cast, fishing.showing, fishing.index) == (("B",), True, 0)
    looked = take_bait(fishing, "C")
    assert looked.bait is not None and looked.bait.key == "C", "the other baits can be looked at"
    assert looked.cast == ("B",) and cast_bait(looked) is looked
    on = go_on(looked)
    assert (on.index, on.chosen, on.showing) == (1, "", False)
    assert go_on(on) is on


def test_each_feeling_has_its_word_in_both_languages() -> None:
    assert {bait.works for pond in load_ponds("zh") for bait in pond.baits} == set(FEELINGS)
    for works in FEELINGS:
        assert shown.feeling(works, zh) == works
        assert shown.feeling(works, partial(say, language="en")).isascii()
    chinese, english = load_ponds("zh"), load_ponds("en")
    assert [pond.id for pond in chinese] == [pond.id for pond in english]
    for pond in english:
        texts = [pond.target, pond.goal, *(text for bait in pond.baits for text in (bait.text, bait.why))]
        assert all("a" <= max(text) <= "”" and text for text in texts), pond.id


def test_what_a_bait_pulls_is_told_only_after_the_cast() -> None:
    fishing = take_bait(begun(), "A")
    assert shown.show_pulled(fishing, zh) == {}
    assert {bait["feeling"] for bait in shown.show_pond(fishing, zh)["baits"]} == {""}
    cast = cast_bait(fishing)
    assert all(bait["feeling"] for bait in shown.show_pond(cast, zh)["baits"])
    assert shown.show_pulled(cast, zh)["why"] in shown.reading(cast, zh)


@pytest.mark.parametrize("seed", range(5))
def test_eight_messages_of_many_families_half_of_them_genuine(seed: int) -> None:
    drawn = draw_ratings(NaturedItems(our_items()), (), Random(seed))
    assert Counter(one.nature for one in drawn) == NATURES
    assert {one.item.kind for one in drawn} == {"judge"}
    assert len({one.hash for one in drawn}) == 8
    assert len({one.item.family for one in drawn}) == 8


def test_messages_that_were_met_do_not_come_again() -> None:
    source = NaturedItems(our_items())
    met: set[str] = set()
    rounds = 0
    while len(drawn := draw_ratings(source, met, Random(rounds))) == len(RATED):
        assert not {one.hash for one in drawn} & met
        met |= {one.hash for one in drawn}
        rounds += 1
    judged = [
        one for one in our_items() if one.item.kind == "judge" and one.item.family in {f.id for f in source.families()}
    ]
    assert len(met) + len(drawn) == len(judged), "every message can come"


# View model


def test_the_way_in_is_shown_only_after_a_level_was_won() -> None:
    world = World(NaturedItems(our_items()))
    view_model: Any = AntiFraudViewModel(world.context())
    assert view_model.trickster.door == ""
    world.kept[MARK + "scare"] = 1
    assert view_model.trickster.door == say("trickster.door")


def test_it_stays_shut_when_too_few_messages_are_left() -> None:
    world = World(NaturedItems(our_items()[:6]))
    world.kept[MARK + "game_skin"] = 2
    view_model: Any = AntiFraudViewModel(world.context())
    view_model.openTrickster()
    assert (view_model.phase, view_model.trickster.door) == ("map", "")
    assert world.of(StationFinished) == []


@pytest.mark.parametrize("players", [1, 2, 4])
def test_the_ratings_always_follow_and_count_under_their_own_mode(players: int) -> None:
    world, view_model = at_the_pond(players)
    fish(view_model)
    assert view_model.phase == "trickster" and world.of(StationFinished) == [], "the baits alone are no end"
    view_model.trickster.primary()
    while view_model.phase != "won":
        give_answer(view_model, right=view_model.question["number"] % 3 != 0)
        assert view_model.board.after["blocks"], "each with its reasons"
        view_model.primary()
    answers = world.of(ItemAnswered)
    assert len(answers) >= 8
    assert {(one.level, one.mode) for one in answers} == {(TRICKSTER, "trickster")}
    assert {one.player for one in answers} == set(range(1, players + 1))
    assert [one.player for one in world.of(BaitCast)] == [index % players + 1 for index in range(max(3, players))]
    (end,) = world.of(StationFinished)
    assert (end.level, end.completed, end.answered) == (TRICKSTER, True, len(answers))
    assert world.met >= {one.item_hash for one in answers}


@pytest.mark.parametrize("casts", [0, 1, 3])
def test_who_leaves_among_the_baits_has_not_finished(casts: int) -> None:
    world, view_model = at_the_pond()
    fish(view_model, casts)
    view_model.close()
    view_model.close()
    (end,) = world.of(StationFinished)
    assert (end.level, end.answered, end.completed) == (TRICKSTER, 0, False)
    assert len(world.of(BaitCast)) == casts


def test_who_leaves_among_the_ratings_has_not_finished() -> None:
    world, view_model = at_the_pond()
    fish(view_model)
    view_model.trickster.primary()
    give_answer(view_model)
    view_model.close()
    (end,) = world.of(StationFinished)
    assert (end.level, end.answered, end.completed) == (TRICKSTER, 1, False)


def test_what_it_pulls_waits_for_the_disk() -> None:
    world, view_model = at_the_pond(at_once=False)
    pond = view_model.trickster
    pond.choose("A")
    pond.primary()
    assert pond.stage == "bait" and not pond.primaryUsable
    pond.choose("B")
    assert pond.chosen == "A"
    world.written(on_disk=False)
    assert pond.stage == "pulled" and pond.primaryUsable


# Screen


@pytest.mark.parametrize(
    ("size", "players", "pinyin", "language"),
    [((1920, 1080), 1, False, "zh"), ((1080, 1920), 4, True, "zh"), ((1920, 1080), 2, False, "en")],
)
def test_it_is_played_by_touch(
    show: ShowStation, size: tuple[int, int], players: int, pinyin: bool, language: str
) -> None:
    world = World(NaturedItems(our_items()), players=players, language=language)
    world.kept[MARK + "game_skin"] = 2
    screen = show(world, size, calm=True, pinyin=pinyin)
    pond = screen.view_model.trickster
    screen.finger.touch("trickster")
    screen.finger.wait(lambda: screen.view_model.phase == "trickster", "the pond")
    for number in range(max(3, players)):
        assert screen.clipped() == []
        for index in range(len(pond.pond["baits"])):
            bait = screen.finger.find(f"bait-{index}")
            assert bait is not None and bait.height() >= 119
            assert screen.finger.point(f"bait-{index}").y() > size[1] / 3
        screen.tap(f"bait-{number % 3}")
        screen.finger.wait(lambda: pond.chosen, "a choice")
        screen.finger.touch("primary")
        screen.finger.wait(lambda: pond.stage == "pulled", "what it pulls")
        assert screen.clipped() == []
        screen.tap("bait-2")
        screen.finger.wait(lambda: pond.chosen == "C", "another reason")
        screen.finger.touch("primary")
        screen.finger.wait(lambda: pond.stage != "pulled", "what follows")
    assert pond.stage == "turn" and screen.clipped() == []
    screen.finger.touch("primary")
    screen.finger.wait(lambda: screen.view_model.phase == "question", "the first message")
    screen.answer("scam")
    screen.go_on()
    assert len(world.of(BaitCast)) == max(3, players) and world.of(ItemAnswered)[0].mode == "trickster"
