"""Answers name items by hash: what the format learns must not change the hash of what it had."""

import json

import pytest

from kiosk.core.item import canonical, from_json, item_hash, to_json
from tests.packs.packs_help import FILES, QUIZZES

KEPT = json.loads((FILES / "item-hashes.json").read_text("utf-8"))


def test_hashes_of_the_first_format_stay() -> None:
    """Items as they were in November 2026, of all banks and kinds of that time, before cues, order and chat."""
    assert len(KEPT) > 50
    assert {row["item"]["kind"] for row in KEPT} == {"choice", "multi", "true_false", "judge"}
    assert all(item_hash(from_json(row["item"])) == row["hash"] for row in KEPT)


@pytest.mark.parametrize("path", sorted(QUIZZES.glob("*.json")), ids=lambda path: path.stem)
def test_items_survive_the_way_to_the_database_and_back(path: object) -> None:
    """Canonical text → item → canonical text."""
    banks = json.loads((QUIZZES / str(path)).read_text("utf-8"))
    for fields in banks.get("items", []):
        item = from_json(fields)
        assert from_json(json.loads(canonical(item))) == item
        assert to_json(from_json(to_json(item))) == to_json(item)
