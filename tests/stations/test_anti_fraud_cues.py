"""找破绽: what can be touched, what it was worth, and the same by touch on the message itself."""

from functools import partial
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QPointF

from kiosk.core.events import ItemAnswered
from kiosk.core.item import Cue, Item, Message, Part
from kiosk.core.words import say
from kiosk.rehearsal.finger import items
from kiosk.stations.anti_fraud.after import after_reading, question_reading, show_after
from kiosk.stations.anti_fraud.cues import passage_keys, toggle
from kiosk.stations.anti_fraud.message import show_message
from kiosk.stations.anti_fraud.question import primary_label
from kiosk.stations.anti_fraud.rules import Run, begin, choose, confirm
from kiosk.stations.station import BankItem
from kiosk.ui.ruby_text import RubyText
from tests.stations.anti_fraud_screen import Screen
from tests.stations.anti_fraud_stage import Items, World, bank_item, enter
from tests.stations.conftest import ShowStation

zh = partial(say, language="zh")
DECOYS = (Cue(0, "你好", "打招呼", "谁都会说你好。"), Cue(1, "周五", "说日子", "说日子没问题。"))


def scam() -> BankItem:
    cues = (Cue(1, "先交 20 元", "先交钱", "领东西不用先交钱。"), Cue(0, "快点来", "催你", "不让你想。"))
    message = Message("chat", "某人", (Part("你好，快点来"), Part("周五领，先交 20 元")), cues=cues, decoys=DECOYS)
    right = ("c1", "c2")
    return bank_item(
        Item("s", "cues", "有破绽吗？", right, (), "因为。", "game_skin", "t", nature="scam", message=message)
    )


def genuine() -> BankItem:
    message = Message("sms", "老师", (Part("你好，明天放假"), Part("周五回来上课")), decoys=DECOYS)
    right = ("none",)
    return bank_item(
        Item("g", "cues", "有破绽吗？", right, (), "因为。", "game_skin", "t", nature="genuine", message=message)
    )


def touched(bank: BankItem, *keys: str) -> Run:
    run = begin("game_skin", [bank, bank], 1, Random(1))
    for key in keys:
        run = choose(run, key)
    return run


def test_passages_stand_in_reading_order_whatever_they_are_worth() -> None:
    assert passage_keys(scam().item.message or pytest.fail()) == ("d1", "c2", "d2", "c1", "none")
    assert begin("f", [scam()], 1, Random(1)).turn.order == ("d1", "c2", "d2", "c1", "none")
    marks = [mark for part in show_message(scam().item.message or pytest.fail())["parts"] for mark in part["textMarks"]]
    assert [(mark["key"], mark["number"]) for mark in marks] == [("d1", 0), ("c2", 1), ("d2", 0), ("c1", 2)]


@pytest.mark.parametrize(
    ("chosen", "key", "then"),
    [("", "c1", "c1"), ("c1", "c1", ""), ("c1", "d1", "c1 d1"), ("c1 d1", "none", "none"), ("none", "c1", "c1"),
     ("none", "none", "none")],
)  # fmt: skip
def test_a_touch_marks_and_unmarks_and_none_stands_alone(chosen: str, key: str, then: str) -> None:
    assert toggle(chosen.split(), key) == set(then.split())


@pytest.mark.parametrize(
    ("bank", "keys", "verdict", "changes", "head"),
    [
        (scam(), "c2 c1", "right", 0, "破绽全找到了！"),
        (scam(), "c1 d1 d1 c2", "right", 1, "破绽全找到了！"),
        (scam(), "c1", "wrong", 0, "还有 1 处没找到"),
        (scam(), "c1 c2 d1", "wrong", 0, "有 1 处其实没问题"),
        (scam(), "c1 d2", "wrong", 0, "有漏的，也有没问题的"),
        (scam(), "c1 none", "wrong", 1, "其实，有 2 处破绽"),
        (genuine(), "none", "right", 0, "没错，它没有破绽！"),
        (genuine(), "d1 none", "right", 1, "没错，它没有破绽！"),
        (genuine(), "none d1", "wrong", 1, "其实，它没有破绽"),
    ],
)
def test_the_verdict(bank: BankItem, keys: str, verdict: str, changes: int, head: str) -> None:
    run = confirm(touched(bank, *keys.split()))
    assert (run.answers[0].verdict, run.answers[0].changes, run.hearts) == (verdict, changes, 3 - (verdict == "wrong"))
    assert show_after(run, "皮肤怪", zh)["head"] == head


def test_afterwards_every_cue_has_its_reason_and_every_touched_decoy_too() -> None:
    shown = show_after(confirm(touched(scam(), "c1", "d2")), "皮肤怪", zh)
    assert [(one["kind"], one["number"], one["title"], one.get("note")) for one in shown["blocks"]] == [
        ("cue", 1, "催你", "还有这个"),
        ("cue", 2, "先交钱", ""),
        ("decoy", 0, "说日子", "你点了它"),
        ("why", 0, "为什么", None),
    ]
    assert "说日子没问题" in after_reading(shown)


def test_a_genuine_message_shows_why_each_place_is_fine() -> None:
    shown = show_after(confirm(touched(genuine(), "none")), "皮肤怪", zh)
    assert [one["title"] for one in shown["blocks"] if one["kind"] == "decoy"] == ["打招呼", "说日子"]


def test_the_words_of_the_question() -> None:
    run = touched(scam())
    assert question_reading(run.turn, zh) == "有破绽吗？。某人。你好，快点来。周五领，先交 20 元。没有破绽。"
    assert [primary_label(one, zh) for one in (run, choose(run, "c1"), choose(run, "none"))] == [
        "先看完，再点出破绽", "就是这 1 处", "就选没有破绽",
    ]  # fmt: skip


def place_of(screen: Screen, key: str) -> tuple[RubyText, QPointF]:
    """The text with passage `key`, and a point in it (its own pixels)."""
    for one in items(screen.view.contentItem()):
        if isinstance(one, RubyText):
            for x in range(2, int(one.width()), 4):
                for y in range(2, int(one.height()), 8):
                    if one.passageAt(x, y, 0.0) == key:
                        return one, QPointF(x + 8, y + 8)
    raise AssertionError(f"{key} is nowhere")


@pytest.mark.parametrize(("size", "pinyin"), [((1920, 1080), False), ((1080, 1920), True)])
def test_the_message_itself_can_be_touched(show: ShowStation, size: tuple[int, int], pinyin: bool) -> None:
    world = World(Items([scam()]))
    screen = show(world, size, calm=True, pinyin=pinyin)
    enter(screen.view_model, "game_skin")
    screen.view.grabWindow()
    for keys, key in ((["c1"], "c1"), (["c2", "c1"], "c2"), (["d1", "c2", "c1"], "d1"), (["c2", "c1"], "d1")):
        text, at = place_of(screen, key)
        screen.finger.touch_at(text.mapToScene(at).toPoint())
        screen.finger.wait(lambda keys=keys: screen.view_model.chosen == keys, f"{keys}")  # type: ignore[misc]
    screen.act()
    (answer,) = world.of(ItemAnswered)
    assert (answer.chosen, answer.right, answer.verdict, answer.changes) == (("c1", "c2"), ("c1", "c2"), "right", 1)


def test_a_touch_beside_all_passages_marks_nothing(show: ShowStation) -> None:
    screen = show(World(Items([scam()])), calm=True)
    enter(screen.view_model, "game_skin")
    screen.view.grabWindow()
    message: Any = screen.finger.find("message")
    corner = message.mapToScene(QPointF(message.width() - 40, message.height() - 60))
    screen.finger.touch_at(corner.toPoint())
    screen.finger.rest(60)
    assert screen.view_model.chosen == []
