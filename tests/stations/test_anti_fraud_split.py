"""Several children at one screen, by touch: real fingers at the same moment, everybody at an own pace."""

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRectF

from kiosk.core.events import ItemAnswered, LanternLit, StationFinished
from kiosk.core.item import Kind
from kiosk.rehearsal.finger import items
from kiosk.stations.anti_fraud.levels import MARK
from kiosk.stations.anti_fraud.match import SIDE_KINDS, fits
from kiosk.stations.station import BankItem
from tests.stations.anti_fraud_screen import Screen
from tests.stations.anti_fraud_stage import Items, World, bank_item, enter, our_items
from tests.stations.conftest import ShowStation
from tests.stations.test_anti_fraud_pictures import look_of, weight

SKIN = "game_skin"
FITTING = [one for one in our_items() if fits(one.item)]
WIDE, TALL, LARGE, LARGE_TALL = (1920, 1080), (1080, 1920), (3840, 2160), (2160, 3840)
LARGE_PER_MM = 4.0
"""A 4K panel 960 mm wide."""


def equals(banks: Sequence[BankItem]) -> list[BankItem]:
    """`banks` as items of one level, all equally difficult."""
    return [bank_item(replace(one.item, family=SKIN, difficulty=2, trick="")) for one in banks]


def of_kind(kind: Kind, count: int) -> list[BankItem]:
    return equals([one for one in FITTING if one.item.kind == kind][:count])


def opened(show: ShowStation, world: World, mode: str, size: tuple[int, int] = WIDE, **switches: Any) -> Screen:
    """The level, by touch, as several children play it."""
    if max(size) > 3000:
        switches = {"pixelsPerMillimetre": LARGE_PER_MM, **switches}
    screen = show(world, size, calm=True, **switches)
    screen.finger.touch(f"level-{SKIN}")
    screen.finger.touch(f"mode-{mode}")
    screen.finger.wait(lambda: screen.view_model.phase == "split", "the sides")
    return screen


def keys_of(side: Any, *, right: bool = True) -> list[str]:
    wanted = side.run.right_now
    shown = [option["key"] for option in side.asked["options"]]
    return list(wanted) if right else [next(key for key in shown if key not in wanted and key != "ask_first")]


def targets(side: Any, number: int, keys: Sequence[str]) -> list[str]:
    shown = [option["key"] for option in side.asked["options"]]
    return [f"side-{number}-option-{shown.index(key)}" for key in keys]


def answer_together(screen: Screen, wrong: Sequence[int] = ()) -> None:
    """All children touch at the same moment: their answers, then what confirms them."""
    sides = list(enumerate(screen.view_model.playing, start=1))
    wanted = [targets(side, number, keys_of(side, right=number not in wrong)) for number, side in sides]
    for step in range(max(map(len, wanted))):
        screen.finger.touch_together([names[step] for names in wanted if step < len(names)])
    screen.finger.wait(lambda: all(side.run.ready for _, side in sides), "everybody's choice")
    screen.finger.touch_together([f"side-{number}-primary" for number, _ in sides])
    screen.finger.wait(lambda: all(side.now == "after" for _, side in sides), "everybody's reasons")


def go_on_together(screen: Screen) -> None:
    """Everybody reads on to the next item."""
    while reading := [number for number, side in enumerate(screen.view_model.playing, 1) if side.now == "after"]:
        screen.finger.touch_together([f"side-{number}-primary" for number in reading])


def one_round_of_each_kind(players: int) -> list[BankItem]:
    """Rounds by kind: each kind has a difficulty of its own."""
    return [
        bank_item(replace(one.item, difficulty=level))
        for level, kind in enumerate(SIDE_KINDS, start=1)
        for one in of_kind(kind, players)
    ]


@pytest.mark.parametrize(("players", "size"), [(2, WIDE), (2, TALL), (4, LARGE)])
def test_every_kind_is_played_at_the_same_moment(show: ShowStation, players: int, size: tuple[int, int]) -> None:
    world = World(Items(one_round_of_each_kind(players)), players=players)
    screen = opened(show, world, "versus", size)
    for number, kind in enumerate(SIDE_KINDS):
        assert {side.asked["kind"] for side in screen.view_model.playing} == {kind}
        answer_together(screen, wrong=(2,) if number == 0 else ())
        go_on_together(screen)
    answers = world.of(ItemAnswered)
    assert [one.verdict for one in answers if one.player == 2] == ["wrong", "right", "right", "right"]
    assert all(one.verdict == "right" for one in answers if one.player != 2)
    assert {(one.player, one.mode) for one in answers} == {(player + 1, "versus") for player in range(players)}
    screen.finger.wait(lambda: screen.view_model.phase == "won", "the end")
    assert len(answers) == 4 * players
    assert world.of(StationFinished) == [StationFinished("anti_fraud", SKIN, 4 * players, 4 * players - 1, 3, True)]


def test_everybody_has_an_own_pace(show: ShowStation) -> None:
    world = World(Items(of_kind("true_false", 6)), players=2)
    screen = opened(show, world, "versus")
    quick, slow = screen.view_model.playing
    (mine,) = targets(slow, 2, keys_of(slow))
    screen.finger.touch(mine)
    while quick.now != "done":
        if quick.now == "question":
            screen.finger.touch(targets(quick, 1, keys_of(quick))[0])
        screen.finger.touch("side-1-primary")
    assert (slow.now, list(slow.chosen_now)) == ("question", keys_of(slow)), "nobody's touch disturbs another"
    assert screen.view_model.phase == "split"
    assert screen.finger.find("side-1-primary") is None
    while slow.now != "done":
        if slow.now == "question" and not slow.run.ready:
            screen.finger.touch(targets(slow, 2, keys_of(slow))[0])
        screen.finger.touch("side-2-primary")
    screen.finger.wait(lambda: screen.view_model.phase == "won", "the end")
    assert [one["player"] for one in screen.view_model.won["children"]] == [1, 2]
    assert world.kept[MARK + SKIN] == 3
    screen.finger.touch("primary")
    assert (world.results[0].answered, world.results[0].lanterns) == (6, 6)


def test_one_monster_together(show: ShowStation) -> None:
    world = World(Items(of_kind("judge", 6)), players=2)
    screen = opened(show, world, "together")
    first, second = screen.view_model.playing
    assert (first.run.lies, second.run.lies) == (4, 4)
    screen.finger.touch(targets(first, 1, keys_of(first))[0])
    screen.finger.touch("side-1-primary")
    screen.finger.wait(lambda: first.now == "after", "the reasons")
    assert (first.run.lies, second.run.lies, second.now) == (3, 3, "question")
    screen.finger.touch(targets(second, 2, keys_of(second, right=False))[0])
    screen.finger.touch("side-2-primary")
    screen.finger.wait(lambda: second.now == "after", "the reasons")
    assert (first.run.hearts, second.run.hearts, first.run.lies) == (2, 2, 3)
    assert {(one.player, one.mode) for one in world.of(ItemAnswered)} == {(1, "together"), (2, "together")}


@pytest.mark.parametrize("answered", [0, 1, 3])
def test_leaving_and_worry_are_always_there_and_what_was_answered_counts(show: ShowStation, answered: int) -> None:
    world = World(Items(of_kind("judge", 12)), players=2)
    screen = opened(show, world, "versus")
    heard: list[str] = []
    root: Any = screen.view.rootObject()
    root.worryTapped.connect(lambda: heard.append("worry"))
    root.leaveTapped.connect(lambda: heard.append("leave"))
    one = screen.view_model.playing[0]
    while len(one.run.answers) < answered:
        one.choose(keys_of(one)[0])
        one.primary()
        one.primary()
    screen.finger.touch("worry")
    screen.finger.touch("leave")
    assert heard == ["worry", "leave"]
    screen.view_model.close()
    assert world.of(StationFinished) == [StationFinished("anti_fraud", SKIN, answered, answered, 0, False)]
    assert len(world.of(ItemAnswered)) == len(world.of(LanternLit)) == answered


def test_each_side_is_read_aloud_for_itself(show: ShowStation) -> None:
    said: list[str] = []

    class Voice:
        def read(self, text: str, manner: str = "") -> None:
            said.append(text)

        def stop(self) -> None:
            said.append("")

    world = World(Items(of_kind("judge", 8)), players=2, voice=Voice())
    screen = opened(show, world, "versus")
    one, two = screen.view_model.playing
    for name in ("side-1-listen", "side-2-listen"):
        screen.finger.touch(name)
    assert said == ["", one.reading(), "", two.reading()]
    before = screen.view_model.readingText
    one.choose("scam")
    one.primary()
    assert screen.view_model.readingText == before, "nobody's answer stops the other's reading"


def test_upper_sides_turn_towards_who_stands_there(show: ShowStation) -> None:
    screen = opened(show, World(Items(of_kind("judge", 8)), players=2), "versus", TALL)

    def upside_down() -> bool:
        listen, primary = screen.finger.point("side-2-listen"), screen.finger.point("side-2-primary")
        return listen.x() > primary.x() and primary.y() < 300

    assert upside_down()
    screen.finger.touch("turn-round")
    assert not upside_down()
    screen.finger.touch("turn-round")
    assert upside_down()


@pytest.mark.parametrize(("players", "per_mm"), [(4, 0.0), (4, 3.9), (2, 8.0)])
def test_a_screen_that_is_too_small_says_so(show: ShowStation, players: int, per_mm: float) -> None:
    world = World(Items(of_kind("judge", 24)), players=players)
    screen = show(world, WIDE, calm=True, pixelsPerMillimetre=per_mm)
    screen.finger.touch(f"level-{SKIN}")
    screen.finger.wait(lambda: screen.finger.find("mode-versus"), "the ways to play")
    rows = screen.view_model.modes.rows
    assert [row["usable"] for row in rows] == [True, False, False]
    assert all("小了点" in row["text"] for row in rows[1:])
    screen.finger.rest(410)
    screen.tap("mode-versus")
    assert screen.view_model.phase == "modes"
    screen.finger.touch("mode-turns")
    screen.finger.wait(lambda: screen.view_model.phase == "question", "a question")


def test_a_level_with_too_few_items_says_so_and_is_played_in_turns(show: ShowStation) -> None:
    screen = show(World(Items(of_kind("judge", 4)), players=2), WIDE, calm=True)
    screen.finger.touch(f"level-{SKIN}")
    screen.finger.touch("mode-together")
    screen.finger.wait(lambda: not screen.view_model.modes.rows[1]["usable"], "a word why")
    assert screen.view_model.modes.rows[1]["text"] == "这里剩下的题不够大家分了"
    screen.finger.touch("back-to-map")
    screen.finger.wait(lambda: screen.view_model.phase == "map", "the map")


LAYOUTS = [
    (2, WIDE, "zh", False),
    (2, WIDE, "zh", True),
    (2, WIDE, "en", False),
    (2, TALL, "zh", True),
    (4, LARGE, "zh", True),
    (3, LARGE_TALL, "zh", True),
]


def heaviest(count: int) -> list[BankItem]:
    """Of every look the items with most to read; all that fit when `EVERY_ITEM` is set."""
    if os.environ.get("EVERY_ITEM"):
        return equals(FITTING)
    by_look: dict[str, list[BankItem]] = {}
    for bank in sorted(FITTING, key=weight, reverse=True):
        by_look.setdefault(look_of(bank), []).append(bank)
    return equals([one for found in by_look.values() for one in found[:count]])


@pytest.mark.parametrize(("players", "size", "language", "pinyin"), LAYOUTS)
def test_no_text_of_a_side_is_clipped_and_targets_are_large(
    show: ShowStation, players: int, size: tuple[int, int], language: str, pinyin: bool
) -> None:
    world = World(Items(heaviest(2)), players=players, language=language)
    per_mm = LARGE_PER_MM if max(size) > 3000 else 0.0
    screen = show(world, size, calm=True, pinyin=pinyin, pixelsPerMillimetre=per_mm)
    least = 20 * per_mm if per_mm else 120 * min(size) / 1080
    faults: list[str] = []
    while next_items(screen):
        faults += [f"asked: {fault}" for fault in screen.clipped()] + small_targets(screen, least)
        for side in screen.view_model.playing:
            for key in keys_of(side, right=len(side.run.answers) % 2 == 0):
                side.choose(key)
            side.primary()
        faults += [f"after: {fault}" for fault in screen.clipped()] + small_targets(screen, least)
        for side in screen.view_model.playing[1:]:
            side.primary()
        faults += [f"one waits: {fault}" for fault in screen.clipped()]
        screen.view_model.playing[0].primary()
        if screen.view_model.phase != "split":
            faults += [f"won: {fault}" for fault in screen.clipped()]
    assert faults == []
    assert len(world.met) >= 4 * players


def next_items(screen: Screen) -> bool:
    """Whether there are further items at the sides; a run that is over leads to the next, until too few are left."""
    if screen.view_model.phase == "won":
        screen.view_model.toMap()
    if screen.view_model.phase == "map":
        screen.view_model.openLevel(SKIN)
        assert screen.clipped() == []
        screen.view_model.playAs("versus")
    return bool(screen.view_model.phase == "split")


def small_targets(screen: Screen, least: float) -> list[str]:
    found = []
    for one in items(screen.view.contentItem()):
        if one.objectName().startswith("side-") or one.objectName() in ("leave", "worry", "turn-round"):
            box = one.mapRectToScene(QRectF(0, 0, one.width(), one.height()))
            if min(box.width(), box.height()) < least - 1:
                found.append(f"{one.objectName()}: {box.width():.0f}x{box.height():.0f} of {least:.0f}")
    return found


@pytest.mark.parametrize(
    ("players", "size", "mode"),
    [(2, WIDE, "versus"), (2, TALL, "together"), (3, LARGE, "together"), (4, LARGE, "versus")],
)
def test_pictures_of_shared_screens(show: ShowStation, players: int, size: tuple[int, int], mode: str) -> None:
    world = World(Items(heaviest(3)), players=players)
    screen = show(world, size, calm=True, pixelsPerMillimetre=LARGE_PER_MM if max(size) > 3000 else 0.0)
    enter(screen.view_model, SKIN, mode)
    screen.save(f"{mode}-{players}-asked")
    for number, side in enumerate(screen.view_model.playing):
        for key in keys_of(side, right=number != 1):
            side.choose(key)
        if number < 2:
            side.primary()
    screen.save(f"{mode}-{players}-after")
    for side in screen.view_model.playing:
        while side.now != "done":
            for key in keys_of(side) if side.now == "question" and not side.run.ready else []:
                side.choose(key)
            side.primary()
        screen.save(f"{mode}-{players}-{'won' if screen.view_model.phase == 'won' else 'waits'}")
