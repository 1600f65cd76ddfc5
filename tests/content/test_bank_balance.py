"""The banks do not give their answers away: by place, by length, by tone or by channel."""

from collections import Counter
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from kiosk.core.item import Item


def messages(items: list[Item], nature: str) -> list[Item]:
    """The items of `items` that show a message of `nature`."""
    return [item for item in items if item.message and item.nature == nature]


def of_nature(items: list[Item], nature: str) -> int:
    """How many messages and chats of `nature` there are."""
    return sum(1 for item in items if (item.message or item.chat) and item.nature == nature)


def written(item: Item) -> str:
    """All words of the item's message, in order."""
    assert item.message
    return "".join(part.title + part.text for part in item.message.parts)


def told_apart(scams: list[float], genuine: list[float]) -> float:
    """The chance that a scam has the larger figure than a genuine message (ties count half): .5 tells nothing."""
    wins = sum((a > b) + (a == b) / 2 for a, b in product(scams, genuine))
    return wins / (len(scams) * len(genuine))


def test_about_half_of_the_messages_are_genuine(bank: dict[str, Any], items: list[Item]) -> None:
    for drawn in (items, [item for item in items if not item.form]):
        scams, genuine = of_nature(drawn, "scam"), of_nature(drawn, "genuine")
        if scams + genuine:
            assert 0.4 <= genuine / (scams + genuine) <= 0.6, (bank["id"], scams, genuine)


def test_right_answers_stand_in_every_place(items: list[Item]) -> None:
    choices = Counter(item.right[0] for item in items if item.kind == "choice")
    if choices.total() >= 5:
        assert max(choices.values()) <= 0.4 * choices.total(), choices


def test_places_are_even_over_all_banks(everything: list[Item]) -> None:
    choices = Counter(item.right[0] for item in everything if item.kind == "choice")
    assert all(0.18 <= choices[key] / choices.total() <= 0.32 for key in "ABCD"), choices
    multi = Counter(key for item in everything if item.kind == "multi" for key in item.right)
    count = sum(1 for item in everything if item.kind == "multi")
    assert all(0.4 <= multi[key] / count <= 0.8 for key in "ABCD"), (multi, count)
    truths = Counter(item.right[0] for item in everything if item.kind == "true_false")
    assert 0.4 <= truths["A"] / truths.total() <= 0.6, truths


def test_the_right_option_is_seldom_the_longest(items: list[Item]) -> None:
    choices = [item for item in items if item.kind == "choice"]
    longest = 0
    for item in choices:
        lengths = {option.key: len(option.text) for option in item.options}
        assert max(lengths.values()) - min(lengths.values()) <= 5, item.id
        longest += all(lengths[item.right[0]] > size for key, size in lengths.items() if key != item.right[0])
    assert longest <= 0.45 * len(choices)


def test_a_missed_trick_can_come_back_as_another_item(bank: dict[str, Any], items: list[Item]) -> None:
    tricks = Counter(item.trick for item in items)
    assert [trick for trick, count in tricks.items() if count < 3] == [], bank["id"]


MARKS: dict[str, Callable[[Item], float]] = {
    "length": lambda item: len(written(item)),
    "exclamation": lambda item: written(item).count("！"),
    "politeness": lambda item: sum(written(item).count(word) for word in ("请", "您", "谢谢", "欢迎")),
    "parts": lambda item: len(item.message.parts) if item.message else 0,
    "digits": lambda item: sum(letter.isdigit() for letter in written(item)),
}


@pytest.mark.parametrize("mark", MARKS)
def test_no_surface_mark_tells_scam_from_genuine(everything: list[Item], mark: str) -> None:
    figure = MARKS[mark]
    scams = [figure(item) for item in messages(everything, "scam")]
    genuine = [figure(item) for item in messages(everything, "genuine")]
    assert 0.3 <= told_apart(scams, genuine) <= 0.7, mark


def test_every_channel_carries_both(everything: list[Item]) -> None:
    for channel in ("chat", "sms", "call", "poster", "live", "web"):
        natures = Counter(item.nature for item in everything if item.message and item.message.channel == channel)
        both = natures["scam"] + natures["genuine"]
        assert both >= 4 and 0.25 <= natures["scam"] / both <= 0.75, (channel, natures)


def test_ages_difficulties_and_dimensions_are_spread(items: list[Item]) -> None:
    ages = Counter(age for item in items for age in item.ages)
    assert all(ages[age] >= 5 for age in ("lower", "upper", "junior")), ages
    assert {item.difficulty for item in items} >= {1, 2, 3, 4}
    assert len({item.dimension for item in items}) >= 2
