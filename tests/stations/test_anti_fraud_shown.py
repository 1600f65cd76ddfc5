"""What is shown: messages with their cues, reasons, options, the map. Pure, over our own banks."""

from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

import pytest

from kiosk.core.item import Cue, Item, Message, Option, Part
from kiosk.core.words import say
from kiosk.stations.anti_fraud.after import after_reading, question_reading, show_after
from kiosk.stations.anti_fraud.levels import LOCAL, MARK, learned, make_levels, places, show_levels
from kiosk.stations.anti_fraud.message import placed_cues, show_message
from kiosk.stations.anti_fraud.paging import Page, paginate
from kiosk.stations.anti_fraud.question import show_question
from kiosk.stations.anti_fraud.rules import Run, begin, choose, confirm
from kiosk.stations.anti_fraud.turns import make_turn
from kiosk.stations.station import BankItem
from tests.stations.anti_fraud_stage import all_families, bank_item, our_items

OURS = our_items()
zh = partial(say, language="zh")


def run_of(*banks: BankItem) -> Run:
    return begin("game_skin", banks, 1, Random(1))


def after(bank: BankItem, *keys: str) -> dict[str, Any]:
    """What is shown after `keys` were chosen at `bank`, one of two items."""
    run = run_of(bank, bank)
    for key in keys:
        run = choose(run, key)
    return show_after(confirm(run), "皮肤怪", zh)


def multi() -> BankItem:
    options = tuple(Option(key, f"办法{key.lower()}", f"理由{key.lower()}") for key in "ABCD")
    return bank_item(Item("m", "multi", "怎么办？", ("A", "C"), options, explanation="因为。"))


def test_cues_are_numbered_in_reading_order_and_marked_where_they_stand() -> None:
    message = Message(
        "chat",
        "某人",
        (Part("先交钱，快点"), Part("扫这里", "qr", "领皮肤", "pifu.example")),
        cues=(
            Cue(1, "pifu.example", "网址", "一"),
            Cue(0, "快点", "催", "二"),
            Cue(1, "领皮肤", "诱饵", "三"),
            Cue(0, "先交钱", "钱", "四"),
        ),
    )
    assert [(one.cue.title, one.field, one.number) for one in placed_cues(message)] == [
        ("钱", "text", 1), ("催", "text", 2), ("诱饵", "title", 3), ("网址", "link", 4),
    ]  # fmt: skip
    parts = show_message(message)["parts"]
    assert parts[0]["textMarks"] == [
        {"start": 0, "end": 3, "number": 1, "key": "c4"},
        {"start": 4, "end": 6, "number": 2, "key": "c2"},
    ]
    assert parts[1]["titleMarks"] == [{"start": 0, "end": 3, "number": 3, "key": "c3"}]
    assert parts[1]["linkMarks"] == [{"start": 0, "end": 12, "number": 4, "key": "c1"}]


def test_a_cue_that_is_nowhere_keeps_its_reason() -> None:
    message = Message(
        "sms", "某人", (Part("你好"),), cues=(Cue(0, "没有", "标题", "理由"), Cue(7, "你好", "远", "理由"))
    )
    assert [one.field for one in placed_cues(message)] == ["", ""]
    assert show_message(message)["parts"][0]["textMarks"] == []


@pytest.mark.parametrize("bank", [one for one in OURS if one.item.message], ids=lambda one: one.item.id)
def test_every_cue_of_our_banks_stands_in_its_message(bank: BankItem) -> None:
    assert bank.item.message is not None
    cues = placed_cues(bank.item.message)
    assert cues or bank.item.kind != "judge"
    assert all(one.field for one in cues)
    marks = [mark for part in show_message(bank.item.message)["parts"] for mark in part["textMarks"]]
    assert all(one["end"] <= two["start"] or two["end"] <= one["start"] for one in marks for two in marks if one != two
               and any(one in part["textMarks"] and two in part["textMarks"]
                       for part in show_message(bank.item.message)["parts"]))  # fmt: skip


@pytest.mark.parametrize("bank", OURS, ids=lambda one: one.item.id)
def test_every_item_is_explained_whatever_is_answered(bank: BankItem) -> None:
    turn = make_turn(bank, 1, Random(1))
    answers = [turn.order, bank.item.right] if bank.item.kind == "order" else [(key,) for key in turn.order]
    for keys in answers:
        shown = after(bank, *keys)
        assert shown["head"] and shown["sub"]
        assert any(block["kind"] == "why" and block["text"] == bank.item.explanation for block in shown["blocks"])
        assert bank.item.explanation.rstrip("。") in after_reading(shown)
        assert bool(shown["steps"]) is bool(bank.item.message)
    reading = question_reading(turn, zh)
    assert bank.item.stem.rstrip("。") in reading
    parts = bank.item.message.parts if bank.item.message else ()
    assert all(part.text.rstrip("。") in reading for part in parts)


@pytest.mark.parametrize(
    ("keys", "head", "marks"),
    [
        ("AC", "答对了！", ["right", "", "right", ""]),
        ("A", "还差 1 个", ["right", "", "missed", ""]),
        ("ABC", "多选了 1 个", ["right", "wrong", "right", ""]),
        ("B", "有漏的，也有多的", ["missed", "wrong", "missed", ""]),
    ],
)
def test_a_multi_choice_says_kindly_what_was_missed(keys: str, head: str, marks: list[str]) -> None:
    shown = after(multi(), *keys)
    assert shown["head"] == head
    by_key = {option["key"]: option for option in shown["options"]}
    assert [by_key[key]["mark"] for key in "ABCD"] == marks
    assert by_key["D"]["why"] == ""
    assert all(option["why"] for option in shown["options"] if option["mark"])


@pytest.mark.parametrize(
    ("nature", "chosen", "head", "tone"),
    [
        ("scam", "scam", "看穿了，是骗局！", "jade"),
        ("scam", "genuine", "差一点，它是骗局", "coral"),
        ("scam", "ask_first", "先问大人，真稳妥！", "sky"),
        ("genuine", "genuine", "没错，这条可信！", "jade"),
        ("genuine", "ask_first", "问一问也很好！", "sky"),
        ("genuine", "scam", "其实，这条可信", "coral"),
        ("ask_first", "ask_first", "对，先问大人！", "jade"),
        ("ask_first", "genuine", "这条要先问大人", "coral"),
    ],
)
def test_the_verdict_in_words(nature: str, chosen: str, head: str, tone: str) -> None:
    bank = next(one for one in OURS if one.item.nature == nature)
    shown = after(bank, chosen)
    assert (shown["head"], shown["tone"]) == (head, tone)


def test_a_question_for_one_child_names_no_player() -> None:
    turn = make_turn(multi(), 2, Random(1))
    assert show_question(turn, 1, 1, zh)["player"] == 0
    assert show_question(turn, 1, 3, zh)["playerText"] == "轮到 2 号"


@pytest.mark.parametrize("way", ["landscape", "portrait"])
@pytest.mark.parametrize("count", range(1, 15))
def test_every_level_has_its_own_landing(way: str, count: int) -> None:
    found = places(way, count)
    assert len(found) == count
    assert len({tuple(place) for place in found}) == min(count, 13)
    assert found[0] == places(way, 13)[0]


def test_the_map_suggests_the_least_starred_level_that_still_has_items() -> None:
    levels = make_levels(all_families()[:3], "zh")
    first, second, third = (level.family.id for level in levels)

    def suggested(stars: dict[str, int], met: set[str]) -> list[str]:
        shown = show_levels(levels, {MARK + family: count for family, count in stars.items()}, met, zh)
        return [level["id"] for level in shown if level["suggested"]]

    assert suggested({}, set()) == [first]
    assert suggested({first: 3}, set()) == [second]
    assert suggested({first: 1, second: 2, third: 3}, set()) == [first]
    assert suggested({}, {first}) == [second]
    assert suggested({}, {first, second, third}) == []


def test_names_follow_the_language() -> None:
    family = replace(all_families()[0], id=LOCAL, name="甲", name_en="A", monster_name="怪", monster_name_en="M")
    assert [(one.name, one.monster_name) for one in make_levels([family], "en")] == [("A", "M")]
    assert [(one.name, one.monster_name) for one in make_levels([family], "zh")] == [("甲", "怪")]


def test_what_was_learned_puts_missed_tricks_first_and_each_once() -> None:
    banks = [
        bank_item(Item(f"i{i}", "choice", "？", ("A",), (Option("A", "甲"), Option("B", "乙")), text, trick=trick))
        for i, (text, trick) in enumerate(
            [("不收钱才叫送。", "a"), ("前面一句。先问家长！", "b"), ("又一次。先问家长！", "b"), ("停一停。", "c")]
        )
    ]
    run = run_of(*banks)
    for key in ("A", "A", "B", "A"):
        run = confirm(choose(run, key))
    assert learned(run) == ("先问家长！", "不收钱才叫送。", "停一停。")


@pytest.mark.parametrize(
    ("heights", "available", "pages"),
    [
        ([], 100, [Page(0, -1)]),
        ([40, 40], 100, [Page(0, 1)]),
        ([40, 40, 40], 100, [Page(0, 1), Page(2, 2)]),
        ([90, 90], 100, [Page(0, 0), Page(1, 1)]),
        ([250], 100, [Page(0, 0), Page(0, 0, 80), Page(0, 0, 160)]),
        ([20, 250, 20], 100, [Page(0, 0), Page(1, 1), Page(1, 1, 80), Page(1, 1, 160), Page(2, 2)]),
    ],
)
def test_blocks_go_on_as_many_pages_as_they_need(heights: list[float], available: float, pages: list[Page]) -> None:
    assert paginate(heights, 10, available, overlap=20) == pages
