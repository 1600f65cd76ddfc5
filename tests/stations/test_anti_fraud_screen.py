"""反诈关 played by touch on a real window."""

import gc
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from shiboken6 import isValid

from kiosk.core.events import ItemAnswered, LanternLit, StationFinished
from kiosk.core.item import Item, Kind, Option
from kiosk.stations.anti_fraud.paged_column import PagedColumn
from kiosk.stations.anti_fraud.rules import PLAYED
from kiosk.ui.ruby_text import RubyText
from tests.stations.anti_fraud_screen import Screen
from tests.stations.anti_fraud_stage import Items, World, bank_item, enter, our_items
from tests.stations.conftest import ShowStation

OURS = our_items()
SKIN = "game_skin"
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160)]


def few(kind: Kind, count: int = 2, players: int = 1) -> World:
    """A world whose skin level has `count` items of `kind`."""
    fitting = sorted((one.item for one in OURS if one.item.kind == kind), key=lambda item: item.family != SKIN)
    banks = [bank_item(replace(item, family=SKIN)) for item in fitting[:count]]
    return World(Items(banks), players=players)


def open_level(screen: Screen, family: str = SKIN) -> None:
    screen.finger.rest(410)
    screen.tap(f"level-{family}")
    screen.finger.wait(lambda: screen.view_model.phase != "map", "what follows the map")
    if screen.view_model.phase == "modes":
        screen.finger.touch("mode-turns")
    screen.finger.wait(lambda: screen.view_model.phase == "question", "a question")
    screen.finger.rest(110)


@pytest.mark.parametrize("players", [1, 2, 4])
@pytest.mark.parametrize("kind", PLAYED)
def test_a_level_of_each_kind_is_played_by_touch(show: ShowStation, kind: Kind, players: int) -> None:
    world = few(kind, players=players)
    screen = show(world, calm=True)
    open_level(screen)
    asked = 0
    while screen.view_model.phase == "question":
        if players > 1:
            assert screen.view_model.question["player"] == asked % players + 1
        while screen.view_model.phase == "question":
            screen.answer(*screen.view_model.right_now)
        screen.go_on()
        asked += 1
    assert screen.view_model.phase == "won"
    answers = world.of(ItemAnswered)
    assert len(answers) == asked == 2
    assert {one.verdict for one in answers} == {"right"}
    assert [one.player for one in answers] == [index % players + 1 for index in range(2)]
    assert len(world.of(LanternLit)) == 2
    assert world.of(StationFinished)[-1].completed
    screen.ready()
    screen.finger.touch("primary")
    screen.finger.wait(lambda: world.results, "the result")
    assert world.results[0].stars == 3


def test_a_choice_can_be_changed_until_it_is_confirmed(show: ShowStation) -> None:
    world = few("judge")
    screen = show(world, calm=True)
    open_level(screen)
    for index, key in enumerate(("scam", "genuine", "ask_first")):
        screen.tap(f"option-{index}")
        assert screen.view_model.chosen == [key]
        button = screen.finger.find(f"option-{index}")
        assert button is not None and button.property("chosen")
    assert screen.view_model.primaryHint == "还可以改"
    screen.answer("genuine")
    (answer,) = world.of(ItemAnswered)
    assert (answer.chosen, answer.changes) == (("genuine",), 3)


def test_nothing_is_confirmed_before_something_is_chosen(show: ShowStation) -> None:
    world = few("choice")
    screen = show(world, calm=True)
    open_level(screen)
    screen.finger.rest(410)
    screen.tap("primary")
    assert screen.view_model.primaryLabel == "先看完，再选"
    assert (screen.view_model.phase, world.of(ItemAnswered)) == ("question", [])


def test_hasty_taps_do_not_skip_the_reasons(show: ShowStation) -> None:
    world = few("judge")
    screen = show(world)
    open_level(screen)
    screen.tap("option-0")
    for _ in range(8):
        screen.tap("primary")
    assert screen.view_model.phase == "after"
    assert len(world.of(ItemAnswered)) == 1


def test_several_fingers_at_once_leave_one_choice(show: ShowStation) -> None:
    screen = show(few("choice"), calm=True)
    open_level(screen)
    screen.finger.touch_together(["option-0", "option-1", "option-2"])
    screen.finger.wait(lambda: len(screen.view_model.chosen) == 1, "one choice")
    screen = show(few("multi"), calm=True)
    open_level(screen)
    screen.finger.touch_together(["option-0", "option-1", "option-3"])
    screen.finger.wait(lambda: len(screen.view_model.chosen) == 3, "three choices")


def revealed(screen: Screen) -> set[int]:
    """The numbers of the cues that light in the message, over the first three seconds."""
    message = screen.finger.find("message")
    assert message is not None
    seen: set[int] = set()
    for _ in range(300):
        seen.add(message.property("revealed"))
        if screen.view_model.phase == "after" and len(seen) > 1 and max(seen) >= cue_count(screen):
            break
        QTest.qWait(10)
    return seen


def cue_count(screen: Screen) -> int:
    return sum(block["kind"] == "cue" for block in screen.view_model.board.after["blocks"])


@pytest.mark.parametrize("calm", [False, True])
def test_cues_light_up_one_by_one_or_at_once_when_calm(show: ShowStation, calm: bool) -> None:
    bank = next(one for one in OURS if one.item.message and len(one.item.message.cues) >= 3)
    screen = show(World(Items([bank])), calm=calm)
    open_level(screen, bank.item.family)
    shown = [option["key"] for option in screen.view_model.question["options"]]
    screen.tap(f"option-{shown.index(bank.item.right[0])}")
    screen.finger.rest(400)
    screen.tap("primary")
    seen, all_of_them = revealed(screen), cue_count(screen)
    assert seen - {0} == ({all_of_them} if calm else set(range(1, all_of_them + 1)))


def test_from_a_won_level_back_to_the_map_with_its_stars(show: ShowStation) -> None:
    world = few("true_false", count=1)
    screen = show(world, calm=True)
    open_level(screen)
    screen.answer(*screen.view_model.right_now)
    screen.go_on()
    screen.finger.touch("to-map")
    screen.finger.wait(lambda: screen.view_model.phase == "map", "the map")
    assert screen.view_model.levels[0]["stars"] == 3
    assert world.results == []


def test_a_level_that_is_not_open_yet_says_how_it_opens(show: ShowStation) -> None:
    screen = show(World(Items(OURS)), calm=True)
    screen.finger.touch("level-ai_face")
    screen.finger.wait(lambda: "这里的灯还没亮" in screen.view_model.readingText, "the guide's word")
    screen.finger.touch("level-boss_free")
    screen.finger.wait(lambda: "大王还没出来" in screen.view_model.readingText, "the guide's word")
    assert screen.clipped() == []
    assert screen.view_model.phase == "map"


def eight_long_options() -> Item:
    long = "这是外来题库里一个很长的选项，长到一行放不下，孩子也要能看清楚每一个字才行，请慢慢看，看完再选"
    options = tuple(Option(key, f"{long}，第{index}个") for index, key in enumerate("ABCDEFGH", start=1))
    stem = "外来题目也可以很长。" * 30
    return Item("long", "choice", stem, ("H",), options, explanation="因为。" * 30, family=SKIN, trick="x")


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("pinyin", [False, True])
def test_every_answer_of_a_long_foreign_item_can_be_read_and_touched(
    show: ShowStation, size: tuple[int, int], pinyin: bool
) -> None:
    world = World(Items([bank_item(eight_long_options())]))
    screen = show(world, size, calm=True, pinyin=pinyin)
    open_level(screen)
    assert screen.clipped() == []
    for index in range(8):
        screen.find_option(index)
        screen.tap(f"option-{index}")
        assert screen.view_model.chosen == [screen.view_model.question["options"][index]["key"]]
    screen.answer("H")
    screen.finger.rest(500)
    assert screen.clipped() == []
    screen.go_on()
    assert screen.view_model.phase == "won"


@pytest.mark.parametrize("size", SIZES)
def test_targets_are_large_and_low_enough(show: ShowStation, size: tuple[int, int]) -> None:
    unit = min(size) / 1080
    screen = show(World(Items(OURS)), size, calm=True)
    touchable = [f"level-{one['id']}" for one in screen.view_model.levels]
    assert len(touchable) == 13
    _large_and_low(screen, touchable, unit, size)
    enter(screen.view_model, SKIN)
    screen.view.grabWindow()
    options = [f"option-{index}" for index in range(len(screen.view_model.question["options"]))]
    _large_and_low(screen, [*options, "primary", "leave", "worry", "listen"], unit, size)


def _large_and_low(screen: Screen, names: Sequence[str], unit: float, size: tuple[int, int]) -> None:
    for name in names:
        item = screen.finger.find(name)
        assert item is not None, name
        assert item.width() >= 120 * unit - 1 and item.height() >= 120 * unit - 1, name
        top = item.mapToScene(QPoint(0, 0)).y()
        assert top >= size[1] / 3 - 1, f"{name} begins at {top}"


def test_left_hand_mirrors_the_bar_and_nothing_else(show: ShowStation) -> None:
    places = []
    for left in (False, True):
        screen = show(few("judge"), calm=True, leftHanded=left)
        open_level(screen)
        screen.view.grabWindow()
        places.append({name: screen.finger.point(name).x() for name in ("option-0", "option-2", "leave", "primary")})
    right, left_handed = places
    assert right["option-0"] == left_handed["option-0"]
    assert right["leave"] < 960 < left_handed["leave"]
    assert left_handed["primary"] < 960 < right["primary"]


@pytest.mark.usefixtures("memory_of_this_test")
def test_nothing_is_kept_of_what_a_level_showed(show: ShowStation) -> None:
    screen = show(few("judge"), calm=True, pinyin=True)
    enter(screen.view_model, SKIN)
    while screen.view_model.phase == "question":
        screen.view.grabWindow()
        screen.view_model.board.choose("scam")
        screen.view_model.primary()
        screen.view.grabWindow()
        screen.view_model.primary()
    screen.view_model.toMap()
    screen.finger.rest(50)
    gc.collect()
    gone = [one for one in gc.get_objects() if isinstance(one, PagedColumn | RubyText) and not isValid(one)]
    assert len(gone) > 20
    assert [vars(one) for one in gone if vars(one)] == []
