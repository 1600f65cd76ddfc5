"""Every built-in bank keeps the written format and says everything a child needs."""

import json
import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kiosk.core.item import CHANNELS, PARTS, Item, from_json, to_json

SCHEMA = Path(__file__).parents[2] / "quizzes" / "bank.schema.json"
ICONS = {"gift", "headset", "coin", "person", "teacher", "school", "police", "package", "game", "phone", "star"} | {
    *("shop", "robot", "mum", "dad", "friend", "bell")
}
LONGEST = {"stem": 60, "explanation": 120, "part": 44, "option": 18, "sender": 8, "note": 10, "title": 7, "why": 22}
LONGEST |= {"says": 40, "reply": 20, "closing": 60}
CITES = re.compile(r"《[^》]*(条例|法|通知|办法|公约)》|条例|(?<!\d)(110|96110|12381|12377|12321|12355)(?!\d)|piyao")


def texts(item: Item) -> list[tuple[str, str]]:
    """Every sentence of `item` that a child sees, with the name of its limit."""
    found = [("stem", item.stem), ("explanation", item.explanation), ("why", item.genuine_twin)]
    found += [("option", option.text) for option in item.options] + [("why", option.why) for option in item.options]
    if item.message:
        found += [("sender", item.message.sender), ("note", item.message.note)]
        found += [("part", text) for part in item.message.parts for text in (part.text, part.title)]
        for cue in (*item.message.cues, *item.message.decoys):
            found += [("title", cue.title), ("why", cue.why)]
    if item.chat:
        found += [("sender", item.chat.sender), ("note", item.chat.note)]
        for node in item.chat.nodes:
            found += [("says", said) for said in node.says] + [("closing", node.closing)]
            found += [pair for reply in node.replies for pair in (("reply", reply.text), ("why", reply.why))]
    return found


def body(item: Item) -> str:
    """What makes an item this item: the stem, its steps, or the words of its message or chat."""
    if item.chat:
        return "".join(said for node in item.chat.nodes for said in (*node.says, *(one.text for one in node.replies)))
    if item.kind == "order":
        return item.stem + "".join(option.text for option in item.options)
    if item.message:
        return "".join(part.title + part.text for part in item.message.parts)
    return item.stem


def test_the_bank_keeps_its_schema_and_round_trips(bank: dict[str, Any]) -> None:
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(bank)
    for fields in bank["items"]:
        assert to_json(from_json(fields)) == fields, fields["id"]


def test_ids_are_unique_over_all_banks(everything: list[Item]) -> None:
    assert [key for key, count in Counter(item.id for item in everything).items() if count > 1] == []


def test_every_item_can_be_played(items: list[Item], families: dict[str, Any]) -> None:
    tricks = {trick["id"] for trick in families["tricks"]}
    for item in items:
        assert item.playable and item.trick in tricks, item.id
        asked = item.kind in ("judge", "cues", "chat")
        assert asked or set(item.right) <= {option.key for option in item.options}, item.id
        if item.kind == "true_false":
            assert [option.text for option in item.options] == ["正确", "错误"], item.id
        if item.kind == "multi":
            assert 1 < len(item.right) < len(item.options), item.id


def test_the_family_is_the_banks_own(bank: dict[str, Any], items: list[Item], families: dict[str, Any]) -> None:
    name = bank["id"].removeprefix("fingertip-glow.")
    known = {row["id"] for row in (*families["families"], *families["topics"])}
    assert {item.family for item in items} == {name}
    assert name in known


def test_messages_are_whole_and_their_cues_point_at_real_words(items: list[Item]) -> None:
    for item in items:
        message = item.message
        if message is None:
            continue
        assert message.channel in CHANNELS and message.icon in ICONS and message.note and message.time, item.id
        assert 1 <= len(message.parts) <= 3 and all(part.form in PARTS for part in message.parts), item.id
        for cue in (*message.cues, *message.decoys):
            part = message.parts[cue.part]
            assert any(cue.text in text for text in (part.text, part.title, part.link)), (item.id, cue.text)


def test_a_judged_message_shows_its_cues(items: list[Item]) -> None:
    for item in items:
        if item.kind == "judge" and item.message:
            assert item.right == (item.nature,), item.id
            low, high = (2, 4) if item.nature == "scam" else (1, 3)
            assert low <= len(item.message.cues) <= high and not item.message.decoys, item.id


def test_a_scam_is_put_beside_its_honest_twin(items: list[Item]) -> None:
    for item in items:
        if item.kind in ("judge", "cues", "chat"):
            assert bool(item.genuine_twin) == (item.nature == "scam"), item.id


def test_sentences_are_short_enough_to_read_and_to_show(items: list[Item]) -> None:
    long = [(i.id, name, len(text), text) for i in items for name, text in texts(i) if len(text) > LONGEST[name]]
    assert long == []


def test_explanations_are_two_to_five_sentences(items: list[Item]) -> None:
    for item in items:
        assert 2 <= len(re.findall(r"[。！？]", item.explanation)) <= 5, item.id


def test_the_last_sentence_stands_alone_on_the_result_card(items: list[Item]) -> None:
    for item in items:
        last = re.findall(r"[^。！？]+[。！？]”?", item.explanation)[-1]
        assert 6 <= len(last) <= 42 and not last.startswith(("它", "他", "她", "这样", "那")), (item.id, last)


def test_whoever_cites_a_law_or_a_number_says_the_source(items: list[Item]) -> None:
    for item in items:
        cites = any(CITES.search(text) for _, text in texts(item))
        dated = bool(item.source and item.as_of and item.review_by)
        assert dated or not (cites or item.source), item.id


def test_no_two_items_of_a_bank_are_nearly_the_same(items: list[Item]) -> None:
    for one, other in combinations(items, 2):
        if (one.message is None) == (other.message is None) or one.kind == other.kind:
            assert SequenceMatcher(None, body(one), body(other)).ratio() < 0.85, (one.id, other.id)
            assert SequenceMatcher(None, one.explanation, other.explanation).ratio() < 0.85, (one.id, other.id)
