"""The JSON Schema and the kiosk's own checks are one and the same rule book."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kiosk.packs.json_items import read_object
from kiosk.packs.native_check import bank_faults, item_faults
from tests.packs.packs_help import QUIZZES, example

VALIDATOR = Draft202012Validator(json.loads((QUIZZES / "bank.schema.json").read_text("utf-8")))
# Rules that a schema cannot say: the checks may complain of them while the schema does not.
BEYOND = {
    *("keys_twice", "texts_equal", "keys_true_false", "right_not_nature", "right_not_an_option", "cue_not_found"),
    *("keys_order", "right_not_these", "cues_scam", "cues_genuine", "decoys_scam", "decoys_genuine", "cues_overlap"),
    *("too_wide", "chat_keys", "chat_replies_equal", "chat_node_twice", "chat_no_node", "chat_circle"),
    *("chat_unreached", "chat_length", "chat_endings", "chat_no_way_out"),
}
CHOICE = {
    "id": "a-1",
    "kind": "choice",
    "stem": "为什么？",
    "right": ["A"],
    "options": [{"key": "A", "text": "甲"}, {"key": "B", "text": "乙", "why": "不对"}],
    "explanation": "因为。",
    "ages": ["upper"],
    "difficulty": 2,
    "dimension": "law",
    "pinyin": {"行长": "háng zhǎng"},
}
JUDGE = {
    "id": "a-2",
    "kind": "judge",
    "stem": "这是什么？",
    "right": ["scam"],
    "nature": "scam",
    "message": {
        "channel": "chat",
        "sender": "某人",
        "parts": [{"text": "先交钱", "form": "text"}],
        "cues": [{"part": 0, "text": "先交钱", "title": "要钱", "why": "真的不会先要钱。"}],
    },
    "explanation": "因为。",
}
CUES, ORDER, CHAT = example("skin-201"), example("skin-301"), example("skin-401")
BANK = {
    "format": 1,
    "id": "a.b",
    "version": "1.0.0",
    "title": "题库",
    "language": "zh",
    "licence": "CC0-1.0",
    "author": "某人",
    "items": [CHOICE],
}
BAD: list[tuple[dict[str, Any], tuple[str | int, ...], Any]] = [
    (CHOICE, ("kind",), "puzzle"),
    (CHOICE, ("stem",), ""),
    (CHOICE, ("stem",), "   "),
    (CHOICE, ("stem",), "长" * 501),
    (CHOICE, ("stem",), 5),
    (CHOICE, ("id",), "有空 格"),
    (CHOICE, ("right",), []),
    (CHOICE, ("right",), ["A", "B"]),
    (CHOICE, ("right",), ["Z"]),
    (CHOICE, ("right",), "A"),
    (CHOICE, ("options",), []),
    (CHOICE, ("options", 0), {"key": "A"}),
    (CHOICE, ("options", 0, "key"), "I"),
    (CHOICE, ("options", 0, "text"), "长" * 121),
    (CHOICE, ("options", 0, "colour"), "red"),
    (CHOICE, ("difficulty",), 6),
    (CHOICE, ("difficulty",), True),
    (CHOICE, ("ages",), ["baby"]),
    (CHOICE, ("ages",), []),
    (CHOICE, ("review_by",), "明年"),
    (CHOICE, ("unknown",), 1),
    (CHOICE, ("pinyin",), {"字": 1}),
    (CHOICE, ("message",), JUDGE["message"]),
    (JUDGE, ("nature",), ""),
    (JUDGE, ("nature",), "maybe"),
    (JUDGE, ("right",), ["A"]),
    (JUDGE, ("options",), CHOICE["options"]),
    (JUDGE, ("message",), None),
    (JUDGE, ("message", "parts"), []),
    (JUDGE, ("message", "channel"), "pigeon"),
    (JUDGE, ("message", "parts", 0, "form"), "film"),
    (JUDGE, ("message", "cues", 0, "part"), -1),
    (JUDGE, ("message", "cues", 0, "why"), ""),
    (JUDGE, ("chat",), CHAT["chat"]),
    (CUES, ("nature",), "ask_first"),
    (CUES, ("right",), ["c9"]),
    (CUES, ("right",), ["A"]),
    (CUES, ("options",), CHOICE["options"]),
    (CUES, ("message", "decoys"), []),
    (CUES, ("message", "cues"), CUES["message"]["cues"] * 3),
    (CUES, ("message", "decoys", 0, "title"), ""),
    (ORDER, ("options",), ORDER["options"][:3]),
    (ORDER, ("options", 0, "why"), ""),
    (ORDER, ("options", 0), {"key": "A", "text": "停"}),
    (ORDER, ("right",), ["safe"]),
    (ORDER, ("message",), CUES["message"]),
    (CHAT, ("nature",), "ask_first"),
    (CHAT, ("right",), ["risky"]),
    (CHAT, ("message",), CUES["message"]),
    (CHAT, ("options",), CHOICE["options"]),
    (CHAT, ("chat", "channel"), "sms"),
    (CHAT, ("chat", "nodes"), CHAT["chat"]["nodes"][:1]),
    (CHAT, ("chat", "nodes", 0, "says"), []),
    (CHAT, ("chat", "nodes", 0, "says", 0), " "),
    (CHAT, ("chat", "nodes", 0, "ending"), "safe"),
    (CHAT, ("chat", "nodes", 0, "replies"), CHAT["chat"]["nodes"][0]["replies"][:1]),
    (CHAT, ("chat", "nodes", 0, "replies", 0, "key"), "D"),
    (CHAT, ("chat", "nodes", 6, "ending"), "lost"),
    (CHAT, ("chat", "nodes", 6), {"id": "e1", "says": ["。"], "ending": "safe"}),
    (CHAT, ("chat", "nodes", 6), {"id": "e1", "says": ["。"]}),
    (CHAT, ("chat", "nodes", 0, "closing"), "完"),
]
KINDS = [CHOICE, JUDGE, CUES, ORDER, CHAT]


def by_schema(item: Any) -> bool:
    """Whether the schema takes a bank with this item."""
    return bool(VALIDATOR.is_valid({**BANK, "items": [item]}))


def by_checks(item: Any) -> bool:
    """Whether the checks take this item as far as a schema can speak of it."""
    return not any(fault.code not in BEYOND for fault in item_faults(item))


def changed(item: dict[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """A copy of `item` with `value` at `path`."""
    copied = copy.deepcopy(item)
    target: Any = copied
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return copied


@pytest.mark.parametrize("item", KINDS)
def test_good_items_are_good_for_both(item: dict[str, Any]) -> None:
    """Nothing to complain of."""
    assert by_schema(item)
    assert item_faults(item) == []


@pytest.mark.parametrize(("item", "path", "value"), BAD)
def test_bad_items_are_bad_for_both(item: dict[str, Any], path: tuple[str | int, ...], value: Any) -> None:
    """Each rule, broken once."""
    broken = changed(item, path, value)
    assert not by_schema(broken)
    assert not by_checks(broken)


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place within `value`."""
    found = [path] if path else []
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        found += places(inner, (*path, step))
    return found


WILD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 9),
    # Python's `$` also stands before a last line break, which that of JSON Schema does not.
    st.text(max_size=5).filter(lambda text: not text.endswith("\n")),
    st.sampled_from(
        [
            "A",
            "H",
            "scam",
            "genuine",
            "judge",
            "multi",
            "true_false",
            "choice",
            "2026-01-01",
            "x" * 700,
            "cues",
            "chat",
            "order",
            "safe",
            "none",
        ]
    ),
    st.lists(st.sampled_from(["A", "B", "scam", ""]), max_size=3),
    st.sampled_from(
        [
            {},
            {"key": "A", "text": "甲"},
            [{"key": "A", "text": "甲"}] * 9,
            JUDGE["message"],
            CUES["message"],
            CHAT["chat"],
        ]
    ),
)


@settings(max_examples=900)
@given(st.sampled_from(KINDS), st.data(), WILD)
def test_wild_changes_are_judged_alike(item: dict[str, Any], data: st.DataObject, value: Any) -> None:
    """Any one place changed to anything: both say the same."""
    wild = changed(item, data.draw(st.sampled_from(places(item))), value)
    assert by_schema(wild) == by_checks(wild)


@pytest.mark.parametrize("name", [*BANK, "extra"])
@pytest.mark.parametrize("value", [None, "", 0, "长" * 200, []])
def test_the_bank_around_the_items_is_judged_alike(name: str, value: Any) -> None:
    """Each field of the bank, missing or broken."""
    broken = {**BANK, name: value}
    missing = {key: kept for key, kept in BANK.items() if key != name}
    for bank in (broken, missing):
        assert VALIDATOR.is_valid(bank) == (not bank_faults(bank))


@settings(max_examples=400)
@given(st.text(alphabet='{}[],:"x1 \n\\.e-', max_size=30), st.integers(0, 40), st.integers(0, 3))
def test_json_is_taken_and_refused_as_the_decoder_does(text: str, at: int, cut: int) -> None:
    """Read in one go with the places of its items; whatever is put into it or cut out of it."""
    sound = '{"items": [1, {"a": [2]}], "b": {"items": [3]}}'
    text = sound[:at] + text + sound[at + cut :]
    places: list[int] = []

    def each(value: Any, _: int, place: int) -> Any:
        places.append(place)
        return value

    def read() -> Any:
        return read_object(text, "items", each)

    try:
        wanted: Any = json.loads(text)
    except (ValueError, RecursionError):
        with pytest.raises((ValueError, RecursionError)):
            read()
        return
    assert repr(read()) == repr(wanted)
    assert all(repr(json.JSONDecoder().raw_decode(text, place)[0]) in repr(wanted) for place in places)
