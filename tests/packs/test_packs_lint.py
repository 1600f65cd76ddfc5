"""Warnings and hints on whole banks."""

import json
from typing import Any

from kiosk.core.item import to_json
from kiosk.packs.convention import LINES, invented
from tests.packs.packs_help import CheckText, codes, judged

HEAD = "题干,选项A,选项B,选项C,答案,解析\n"


def warned(rows: list[str], check_text: CheckText) -> list[str]:
    """The codes of what a csv with these rows is warned of."""
    checked = check_text(HEAD + "\n".join(rows), "a.csv")
    return [code for level in ("warning", "hint") for _, code in codes(checked, level)]


def test_old_game_hours_as_right_answer(check_text: CheckText) -> None:
    """The rule of 2019 is named when it is taught, not when it is a wrong option."""
    taught = "未成年人每天可以玩多久网络游戏？,每天1.5小时,不限,一整天,A,因为。"
    holiday = "节假日未成年人玩网络游戏最多多久？,三小时,不限,一整天,A,因为。"
    wrong = "未成年人什么时候可以玩网络游戏？,每天1.5小时,周五六日和法定节假日20到21时,一整天,B,因为。"
    stated = "未成年人每天可以玩一个半小时网络游戏。,对,错,,A,因为。"
    denied = "未成年人每天可以玩一个半小时网络游戏。,对,错,,B,因为。"
    assert warned([taught], check_text) == ["old_game_hours"]
    assert warned([holiday], check_text) == ["old_game_hours"]
    assert warned([stated], check_text) == ["old_game_hours"]
    assert warned([wrong], check_text) == []
    assert warned([denied], check_text) == []


def test_invented_convention() -> None:
    """Eight lines, or a line that is none of the five."""
    assert invented("网络文明公约有几条？ 八条", "八条")
    assert invented("网络文明公约说： 要按时睡觉，不熬夜上网", "要按时睡觉，不熬夜上网")
    assert not any(invented(f"网络文明公约说： {line}", line) for line in LINES)
    assert not invented("公园的公约有八条", "八条")


def test_right_answer_in_the_same_place(check_text: CheckText) -> None:
    """From eight items on."""
    rows = [f"第{number}题？,甲{number},乙{number},丙{number},B,因为。" for number in range(8)]
    assert warned(rows, check_text) == ["position_bias"]
    assert warned(rows[:7], check_text) == []


def test_right_answer_that_is_always_the_longest(check_text: CheckText) -> None:
    """The bank gives its answers away."""
    rows = [
        f"第{number}题？,{'这个选项长得多得多' if number % 3 == 0 else '短'}{number},"
        f"{'这个选项长得多得多' if number % 3 == 1 else '短的'}{number},"
        f"{'这个选项长得多得多' if number % 3 == 2 else '短短'}{number},{'ABC'[number % 3]},因为。"
        for number in range(9)
    ]
    assert warned(rows, check_text) == ["length_cue"]


def bank(items: list[dict[str, Any]]) -> str:
    """A native bank."""
    head = {"format": 1, "id": "a.b", "version": "1.0.0", "title": "题库", "language": "zh"}
    return json.dumps(head | {"licence": "CC0-1.0", "author": "某人", "items": items}, ensure_ascii=False)


def test_share_of_genuine_messages(check_text: CheckText) -> None:
    """All scams: warned for the bank and for the family. Asking first counts on neither side."""
    scams = [to_json(judged(f"s{number}", "scam")) for number in range(8)]
    genuine = [to_json(judged(f"g{number}", "genuine")) for number in range(8)]
    asked = [to_json(judged(f"q{number}", "ask_first")) for number in range(8)]
    assert codes(check_text(bank(scams), "a.json"), "warning") == [(1, "genuine_share")] * 2
    assert codes(check_text(bank(scams + genuine + asked), "a.json"), "warning") == []


def test_review_date_that_has_passed(check_text: CheckText) -> None:
    """With the row it is in."""
    text = (
        "题干,选项A,选项B,答案,解析,复核日期\n为什么？,甲,乙,A,因为。,2026年3月1日\n为啥？,甲,乙,A,因为。,2027-03-01\n"
    )
    assert codes(check_text(text, "a.csv"), "warning") == [(2, "review_passed")]


def test_native_items_are_found_by_line(check_text: CheckText) -> None:
    """The row of a native item is the line of the file on which it begins."""
    items = [to_json(judged("a", "scam")), to_json(judged("b", "scam")) | {"kind": "puzzle"}]
    text = bank([])[:-3] + "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in items) + "\n]}"
    checked = check_text(text, "a.json")
    assert codes(checked) == [(3, "field_unknown_value")]
    assert (checked.report.good, checked.report.mend) == (1, 1)


def test_native_ids_and_questions_are_unique(check_text: CheckText) -> None:
    """The second of two is to be mended."""
    first = to_json(judged("a", "scam"))
    same_id = to_json(judged("c", "scam")) | {"id": "a"}
    assert codes(check_text(bank([first, {**first, "id": "b"}]), "a.json")) == [(1, "duplicate")]
    assert codes(check_text(bank([first, same_id]), "a.json")) == [(1, "id_twice")]
