"""Cues, order and chat: each rule broken once is told with its own sentence; what is picked and by whom."""

import copy
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from kiosk.core.item import KINDS, from_json
from kiosk.core.words import say
from kiosk.packs.bank import Bank
from kiosk.packs.fields import Fault
from kiosk.packs.library import Library
from kiosk.packs.native_check import item_faults
from tests.packs.packs_help import choice, example, judged

CUES, ORDER, CHAT = "skin-201", "skin-301", "skin-401"
Change = Callable[[dict[str, Any]], object]


def node(item: dict[str, Any], name: str) -> dict[str, Any]:
    """A node of a chat item."""
    found: dict[str, Any] = next(one for one in item["chat"]["nodes"] if one["id"] == name)
    return found


def replace_reply(item: dict[str, Any], name: str, place: int, **fields: str) -> None:
    """Change one reply of a node."""
    node(item, name)["replies"][place].update(fields)


def genuine(item: dict[str, Any]) -> None:
    """The same message as a genuine one, its cues left where they are."""
    item.update(nature="genuine", right=["none"])


def lengthen(item: dict[str, Any]) -> None:
    """Four more steps before the first."""
    for number in range(4):
        to = f"m{number + 1}" if number < 3 else "n1"
        replies = [{"key": key, "text": f"好{key}", "to": to} for key in "AB"]
        item["chat"]["nodes"].append({"id": f"m{number}", "says": ["嗯。"], "replies": replies})
    item["chat"]["start"] = "m0"


def only_risky_or_safe(item: dict[str, Any]) -> None:
    """Nobody to ask: every `asked` becomes `safe`."""
    node(item, "e2")["ending"] = "safe"
    item["right"] = ["safe"]


BROKEN: list[tuple[str, Change, str, str]] = [
    (CUES, lambda item: item["message"]["cues"][0].update(text="没有的话"), "message.cues.0.text", "cue_not_found"),
    (CUES, lambda item: item["message"]["decoys"][1].update(text="没有"), "message.decoys.1.text", "cue_not_found"),
    (CUES, lambda item: item["message"]["cues"][0].update(part=3), "message.cues.0.text", "cue_not_found"),
    (CUES, lambda item: item["message"]["decoys"][0].update(text="先交"), "message.decoys.0.text", "cues_overlap"),
    (CUES, lambda item: item["message"]["cues"].pop(), "message.cues", "cues_scam"),
    (CUES, lambda item: item["message"]["decoys"].extend(item["message"]["decoys"]), "message.decoys", "decoys_scam"),
    (CUES, genuine, "message.cues", "cues_genuine"),
    (CUES, genuine, "message.decoys", "decoys_genuine"),
    (CUES, lambda item: item["message"]["cues"][0].update(title="长" * 8), "message.cues.0.title", "too_wide"),
    (CUES, lambda item: item["message"]["cues"][0].update(why="长" * 23), "message.cues.0.why", "too_wide"),
    (CUES, lambda item: item.update(right=["c1"]), "right", "right_not_these"),
    (CUES, lambda item: item.update(right=["c2", "c1"]), "right", "right_not_these"),
    (ORDER, lambda item: item.update(right=["B", "A", "C", "D", "E"]), "right", "right_not_these"),
    (ORDER, lambda item: item.update(right=["A", "B"]), "right", "right_not_these"),
    (ORDER, lambda item: item["options"].reverse(), "options", "keys_order"),
    (ORDER, lambda item: item["options"][1].update(key="A"), "options", "keys_twice"),
    (ORDER, lambda item: item["options"][0].update(text="长" * 17), "options.0.text", "too_wide"),
    (CHAT, lambda item: node(item, "n1")["says"].append("长" * 41), "chat.nodes.0.says.2", "too_wide"),
    (CHAT, lambda item: replace_reply(item, "n1", 0, text="长" * 21), "chat.nodes.0.replies.0.text", "too_wide"),
    (CHAT, lambda item: replace_reply(item, "n1", 0, to="n9"), "chat.nodes.0.replies.0.to", "chat_no_node"),
    (CHAT, lambda item: item["chat"].update(start="n9"), "chat.start", "chat_no_node"),
    (CHAT, lambda item: node(item, "n2").update(id="n1"), "chat.nodes.1.id", "chat_node_twice"),
    (CHAT, lambda item: node(item, "n1")["replies"].reverse(), "chat.nodes.0.replies", "chat_keys"),
    (CHAT, lambda item: replace_reply(item, "n1", 0, key="C"), "chat.nodes.0.replies", "chat_keys"),
    (
        CHAT,
        lambda item: replace_reply(item, "n1", 0, text="好呀，怎么交？"),
        "chat.nodes.0.replies",
        "chat_replies_equal",
    ),
    (CHAT, lambda item: replace_reply(item, "n3", 0, to="n1"), "chat.nodes", "chat_circle"),
    (CHAT, lambda item: replace_reply(item, "n3", 0, to="n6"), "chat.nodes.4", "chat_unreached"),
    (CHAT, lambda item: replace_reply(item, "n1", 1, to="n6"), "chat.nodes", "chat_length"),
    (CHAT, lengthen, "chat.nodes", "chat_length"),
    (CHAT, lambda item: node(item, "e3").update(ending="asked"), "chat.nodes", "chat_endings"),
    (CHAT, only_risky_or_safe, "chat.nodes", "chat_no_way_out"),
    (CHAT, lambda item: item.update(right=["safe"]), "right", "right_not_these"),
]


@pytest.mark.parametrize(("name", "change", "path", "code"), BROKEN)
def test_each_rule_has_its_sentence(name: str, change: Change, path: str, code: str) -> None:
    """Where it is broken, what it is, and a sentence for it in both languages."""
    item = example(name)
    change(item)
    found = item_faults(item)
    fault = next(one for one in found if one.code == code)
    assert fault.path == path
    assert told(fault, "zh") != told(fault, "en")


def told(fault: Fault, language: str) -> str:
    """What a person reads of it."""
    params = {"item": "x", "column": fault.path, **fault.params}
    return say(f"packs.{fault.code}", language, **params) + say(f"packs.{fault.code}_how", language, **params)


def test_a_genuine_partner_needs_nobody_to_ask() -> None:
    """Trusting a real friend is fine: a good ending after a slip is enough."""
    item = example(CHAT)
    only_risky_or_safe(item)
    assert item_faults({**item, "nature": "genuine"}) == []


def test_half_width_letters_take_half_the_room() -> None:
    """An English title may have twice as many characters."""
    item = example(CUES)
    item["message"]["cues"][0]["title"] = "Money first!!!"
    assert item_faults(item) == []


def test_deep_chats_do_not_take_for_ever() -> None:
    """Ways double at every step; they are not walked one by one."""
    item = example(CHAT)
    nodes = [
        {"id": f"n{n}", "says": ["嗯。"], "replies": [{"key": k, "text": k, "to": f"n{n + 1}"} for k in "ABC"]}
        for n in range(39)
    ]
    item["chat"].update(start="n0", nodes=[*nodes, {"id": "n39", "says": ["完"], "ending": "asked", "closing": "完"}])
    assert {"chat_length", "chat_endings"} <= {fault.code for fault in item_faults(item)}


def test_new_kinds_come_to_who_asks_for_them(library: Library) -> None:
    """A station that names no kinds is safe from those it cannot play; another item of a trick, too."""
    new = [from_json(example(name)) for name in (CUES, ORDER, CHAT)]
    library.install(Bank("a.b", "1.0.0", "题库", "zh", "CC0", "我", (*new, choice("c", trick="t"))), "native")
    assert {one.item.kind for one in library.pick("game_skin", 9, random=Random(1))} == {"choice"}
    assert {one.item.kind for one in library.pick("game_skin", 9, kinds=KINDS, random=Random(1))} == {
        *("choice", "cues", "order", "chat")
    }
    assert library.another("deposit_first", avoid=(), random=Random(1)) is None
    found = library.another("deposit_first", kinds=("chat",), avoid=(), random=Random(1))
    assert found is not None
    assert found.item == new[2]


def test_cues_and_chats_count_into_the_balance(library: Library) -> None:
    """Genuine chats stand beside scam messages."""
    chats = []
    for number in range(12):
        item = copy.deepcopy(example(CHAT))
        item.update(id=f"g{number}", nature="genuine", stem=f"第{number}次聊天")
        chats.append(from_json(item))
    scams = [judged(f"s{number}", "scam") for number in range(12)]
    library.install(Bank("a.b", "1.0.0", "题库", "zh", "CC0", "我", (*chats, *scams)), "native")
    for seed in range(5):
        picked = library.pick("game_skin", 8, kinds=KINDS, random=Random(seed))
        assert sum(one.item.nature == "genuine" for one in picked) == 4
