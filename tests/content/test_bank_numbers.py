"""What the built-in banks promise in numbers, and that every item says all that teachers and figures need."""

from collections import Counter
from typing import Any

from kiosk.core.item import AGES, DIMENSIONS, Item

TOPICS = {"rumour": 20, "kind_words": 20, "privacy_law": 25}
"""At least so many items of what is no family of the map."""


def test_there_are_enough_items_over_all_families_and_topics(everything: list[Item], families: dict[str, Any]) -> None:
    by_family = Counter(item.family for item in everything)
    wanted = {row["id"]: 28 for row in families["families"]} | TOPICS
    assert set(by_family) == set(wanted)
    assert all(by_family[family] >= least for family, least in wanted.items()), by_family
    assert len(everything) >= 400 and len(everything) - sum(by_family[topic] for topic in TOPICS) >= 240


def test_every_kind_has_enough(everything: list[Item]) -> None:
    kinds: Counter[str] = Counter(item.kind for item in everything)
    least = {"judge": 170, "choice": 60, "multi": 35, "true_false": 50, "cues": 30, "order": 20, "chat": 20}
    assert all(kinds[kind] >= count for kind, count in least.items()), kinds


def test_every_item_says_what_it_is(everything: list[Item]) -> None:
    for item in everything:
        assert item.explanation and item.family and item.trick, item.id
        assert item.ages and set(item.ages) <= set(AGES) and 1 <= item.difficulty <= 5, item.id
        assert item.dimension in DIMENSIONS, item.id
        assert bool(item.nature) == bool(item.message or item.chat), item.id
        assert bool(item.source) == bool(item.as_of) == bool(item.review_by), item.id


def test_each_of_the_four_dimensions_is_practised(everything: list[Item]) -> None:
    dimensions = Counter(item.dimension for item in everything)
    assert all(dimensions[dimension] >= 40 for dimension in DIMENSIONS), dimensions


def test_genuine_and_scam_are_balanced_over_everything(everything: list[Item]) -> None:
    natures = Counter(item.nature for item in everything if item.nature)
    assert 0.4 <= natures["genuine"] / (natures["genuine"] + natures["scam"]) <= 0.6, natures
    assert natures["ask_first"] >= 20
