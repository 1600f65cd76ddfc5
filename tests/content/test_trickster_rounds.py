"""小骗子模式: baits for cartoon fish and cats, each with the feeling it pulls; nothing works outside the pond."""

import json
import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from kiosk.core.places import program_folder
from kiosk.packs.native import built_in_bank
from tests.content.test_bank_words import ADDRESS, FRIGHTENING, NUMBER, REAL_NAMES

FILE = program_folder() / "quizzes" / "trickster.json"
FEELINGS = {"贪心", "着急", "害怕", "好奇", "信任"}
RECIPE = re.compile("元|转账|付款|扫码|二维码|验证码|密码|账号|银行|链接|下载|红包|手机|[0-9A-Za-z]")
CREATURES = re.compile("鱼|猫|河马|鸭")


@pytest.fixture(scope="module")
def rounds() -> list[dict[str, Any]]:
    """The rounds of the file."""
    found: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))["rounds"]
    return found


def test_the_file_is_versioned_and_is_no_bank() -> None:
    table = json.loads(FILE.read_text("utf-8"))
    assert set(table) == {"version", "as_of", "rounds"} and re.fullmatch(r"\d+\.\d+\.\d+", table["version"])
    date.fromisoformat(table["as_of"])
    assert built_in_bank(FILE) is None


def test_each_family_has_its_round(rounds: list[dict[str, Any]], families: dict[str, Any]) -> None:
    assert [one["family"] for one in rounds] == [row["id"] for row in families["families"]]
    assert [one["id"] for one in rounds] == [f"trickster-{number:02}" for number in range(1, 11)]


def test_baits_pull_different_feelings(rounds: list[dict[str, Any]]) -> None:
    for one in rounds:
        baits = one["baits"]
        assert [bait["key"] for bait in baits] == list("ABCD"[: len(baits)]) and len(baits) >= 3, one["id"]
        assert all(set(bait) == {"key", "text", "text_en", "works", "why", "why_en"} for bait in baits), one["id"]
        assert len({bait["works"] for bait in baits}) == len(baits), one["id"]
    pulled = Counter(bait["works"] for one in rounds for bait in one["baits"])
    assert set(pulled) == FEELINGS and min(pulled.values()) >= 3, pulled


def test_the_target_is_a_cartoon_and_the_goal_is_silly(rounds: list[dict[str, Any]]) -> None:
    for one in rounds:
        assert CREATURES.search(one["target"]) and len(one["target"]) <= 16 and len(one["goal"]) <= 18, one["id"]


def test_texts_are_short_and_no_recipe(rounds: list[dict[str, Any]]) -> None:
    for one in rounds:
        words = [one["target"], one["goal"]] + [text for bait in one["baits"] for text in (bait["text"], bait["why"])]
        assert all(len(bait["text"]) <= 20 and 15 <= len(bait["why"]) <= 44 for bait in one["baits"]), one["id"]
        for text in words:
            assert not (RECIPE.search(text) or ADDRESS.search(text) or NUMBER.search(text)), text
            assert not any(name.lower() in text.lower() for name in (REAL_NAMES + " " + FRIGHTENING).split()), text
