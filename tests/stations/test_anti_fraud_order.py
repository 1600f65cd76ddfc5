"""排顺序: placing steps, taking them back, the order afterwards; by rules and by touch."""

from functools import partial
from random import Random

import pytest

from kiosk.core.events import ItemAnswered
from kiosk.core.item import Item, Option
from kiosk.core.words import say
from kiosk.stations.anti_fraud.after import after_reading, question_reading, show_after
from kiosk.stations.anti_fraud.question import primary_label
from kiosk.stations.anti_fraud.rules import Run, begin, choose, confirm
from kiosk.stations.anti_fraud.steps import place, shuffled
from kiosk.stations.station import BankItem
from tests.stations.anti_fraud_screen import Screen
from tests.stations.anti_fraud_stage import Items, World, bank_item, enter
from tests.stations.conftest import ShowStation

zh = partial(say, language="zh")


def steps(count: int = 4) -> BankItem:
    keys = "ABCDEF"[:count]
    options = tuple(Option(key, f"做法{number}", f"理由{number}") for number, key in enumerate(keys, start=1))
    return bank_item(Item("o", "order", "怎么做？", tuple(keys), options, "因为。", "game_skin", "t"))


def placed(bank: BankItem, keys: str) -> Run:
    run = begin("game_skin", [bank, bank], 1, Random(1))
    for key in keys:
        run = choose(run, key)
    return run


@pytest.mark.parametrize(("before", "key", "after"), [("", "B", "B"), ("B", "A", "BA"), ("BAC", "A", "BC")])
def test_a_step_takes_the_next_place_or_is_taken_back(before: str, key: str, after: str) -> None:
    assert place(tuple(before), key) == tuple(after)


@pytest.mark.parametrize("count", [2, 4, 6])
def test_steps_never_come_in_their_right_order(count: int) -> None:
    keys = tuple("ABCDEF"[:count])
    orders = {shuffled(keys, Random(seed)) for seed in range(60)}
    assert keys not in orders and all(sorted(order) == list(keys) for order in orders)


@pytest.mark.parametrize(
    ("touches", "verdict", "changes"),
    [("ABCD", "right", 0), ("BBACBBD", None, 2), ("ACCBCD", "right", 1), ("DCBA", "wrong", 0), ("ABDC", "wrong", 0)],
)
def test_all_or_nothing(touches: str, verdict: str | None, changes: int) -> None:
    run = confirm(placed(steps(), touches))
    if verdict is None:
        assert run.answers == () and run.changes == changes
        return
    assert (run.answers[0].verdict, run.answers[0].changes) == (verdict, changes)


def test_nothing_is_confirmed_before_every_step_has_a_place() -> None:
    run = placed(steps(), "ABC")
    assert (run.ready, confirm(run)) == (False, run)
    assert [primary_label(placed(steps(), keys), zh) for keys in ("", "ABC", "ABCD")] == [
        "点一点，排好顺序", "还差 1 步", "就按这个顺序",
    ]  # fmt: skip


def test_afterwards_the_right_order_with_reasons_and_the_own_places() -> None:
    run = confirm(placed(steps(), "BACD"))
    shown = show_after(run, "皮肤怪", zh)
    assert shown["head"] == "换个顺序更稳妥"
    assert [(one["key"], one["number"], one["mark"], one["note"]) for one in shown["options"]] == [
        ("A", 1, "moved", "你放在第 2 步"), ("B", 2, "moved", "你放在第 1 步"), ("C", 3, "right", ""),
        ("D", 4, "right", ""),
    ]  # fmt: skip
    assert all(f"做法{number}。理由{number}" in after_reading(shown) for number in range(1, 5))
    assert "做法1" in question_reading(run.turns[0], zh)


def touch_steps(screen: Screen, keys: str) -> None:
    shown = [option["key"] for option in screen.view_model.question["options"]]
    for key in keys:
        screen.tap(f"option-{shown.index(key)}")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("count", [4, 6])
def test_steps_are_placed_and_taken_back_by_touch(show: ShowStation, size: tuple[int, int], count: int) -> None:
    world = World(Items([steps(count)]))
    screen = show(world, size, calm=True)
    enter(screen.view_model, "game_skin")
    screen.view.grabWindow()
    rest = "DEF"[: count - 3]
    touch_steps(screen, "BA")
    screen.tap("place-0")
    screen.finger.wait(lambda: screen.view_model.chosen == ["A"], "a step taken back from its place")
    touch_steps(screen, "C")
    touch_steps(screen, "C")
    touch_steps(screen, "BC" + rest)
    screen.finger.wait(lambda: screen.view_model.chosen == list("ABC" + rest), "all steps")
    assert screen.clipped() == []
    screen.act()
    (answer,) = world.of(ItemAnswered)
    assert (answer.chosen, answer.right) == (tuple("ABC" + rest), tuple("ABC" + rest))
    assert (answer.verdict, answer.changes) == ("right", 2)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("pinyin", [False, True])
def test_cards_and_places_are_large_enough(show: ShowStation, size: tuple[int, int], pinyin: bool) -> None:
    screen = show(World(Items([steps(5)])), size, calm=True, pinyin=pinyin)
    enter(screen.view_model, "game_skin")
    screen.view.grabWindow()
    for name in [f"option-{index}" for index in range(5)] + [f"place-{index}" for index in range(5)]:
        item = screen.finger.find(name)
        assert item is not None and item.height() >= 119 and item.width() >= 120, name
    for index in range(5):
        assert screen.finger.point(f"option-{index}").y() > size[1] / 3
