"""Steps to put into order: the five that help against any scam, and what to do in other scenes."""

import re
from collections import Counter

import pytest

from kiosk.core.item import Item

HELP = re.compile("家长|爸爸|妈妈|外婆|老师|家人")
PROOF = re.compile("截图|截下|记录|记下|写下|收好")


@pytest.fixture(scope="module")
def orders(everything: list[Item]) -> list[Item]:
    """All items of the kind."""
    return [item for item in everything if item.kind == "order"]


def core(orders: list[Item]) -> list[Item]:
    """Those that end with the police's numbers."""
    return [item for item in orders if "110" in item.options[-1].text]


def test_there_are_enough(orders: list[Item]) -> None:
    assert len(orders) >= 24
    assert len({item.family for item in core(orders)}) == len(core(orders)) == 10


def test_steps_are_written_in_their_order(orders: list[Item]) -> None:
    for item in orders:
        keys = tuple(option.key for option in item.options)
        assert keys == tuple("ABCDEF"[: len(keys)]) == item.right and 4 <= len(keys) <= 6, item.id
        assert all(len(option.text) <= 16 and option.why for option in item.options), item.id
        assert bool(item.message) == bool(item.nature), item.id


def test_the_core_sequence_keeps_its_order(orders: list[Item]) -> None:
    """停 → 不点不扫不说 → 告诉家长或老师 → 留证据 → 大人打 110 或 96110."""
    for item in core(orders):
        steps = [option.text for option in item.options]
        assert len(steps) == 5 and not HELP.search(steps[0]), item.id
        assert "不" in steps[1] and (HELP.search(steps[2])), item.id
        assert PROOF.search(steps[3]), item.id
        assert HELP.search(steps[4]) and item.source and item.review_by, item.id


def test_dimensions_and_ages_are_varied(orders: list[Item]) -> None:
    dimensions = Counter(item.dimension for item in orders)
    assert set(dimensions) == {"morality", "law", "skill", "safety"} and min(dimensions.values()) >= 3, dimensions
    ages = Counter(age for item in orders for age in item.ages)
    assert all(ages[age] >= 8 for age in ("lower", "upper", "junior")), ages
