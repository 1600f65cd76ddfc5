"""Messages in which children look for what gives them away: cues, innocent decoys, and as many without any flaw."""

from collections import Counter
from itertools import product

import pytest

from kiosk.core.item import NONE, Item


@pytest.fixture(scope="module")
def hunts(everything: list[Item]) -> list[Item]:
    """All items of the kind."""
    return [item for item in everything if item.kind == "cues"]


def test_there_are_enough_in_every_family(hunts: list[Item]) -> None:
    by_family = Counter(item.family for item in hunts)
    assert len(hunts) >= 36 and len(by_family) == 10 and min(by_family.values()) >= 3, by_family


def test_half_of_them_have_no_flaw(hunts: list[Item]) -> None:
    assert 0.4 <= sum(item.nature == "genuine" for item in hunts) / len(hunts) <= 0.6
    for family in {item.family for item in hunts}:
        assert {item.nature for item in hunts if item.family == family} == {"scam", "genuine"}, family


def test_each_channel_carries_both(hunts: list[Item]) -> None:
    natures = Counter((item.message.channel, item.nature) for item in hunts if item.message)
    for channel, nature in product(("chat", "sms", "call", "poster", "live", "web"), ("scam", "genuine")):
        assert natures[channel, nature] >= 2, (channel, nature)


def test_cues_and_decoys_by_nature(hunts: list[Item]) -> None:
    for item in hunts:
        assert item.message and not item.options
        cues, decoys = len(item.message.cues), len(item.message.decoys)
        if item.nature == "scam":
            assert 2 <= cues <= 4 and 2 <= decoys <= 3, item.id
            assert item.right == tuple(f"c{number}" for number in range(1, cues + 1)), item.id
        else:
            assert cues == 0 and 3 <= decoys <= 4 and item.right == (NONE,), item.id


def test_every_passage_stands_once_and_alone(hunts: list[Item]) -> None:
    for item in hunts:
        assert item.message
        taken: set[tuple[int, int]] = set()
        for cue in (*item.message.cues, *item.message.decoys):
            part = item.message.parts[cue.part]
            words = "\n".join((part.text, part.title, part.link))
            assert words.count(cue.text) == 1, (item.id, cue.text)
            place = words.find(cue.text)
            letters = {(cue.part, at) for at in range(place, place + len(cue.text))}
            assert not letters & taken, (item.id, cue.text)
            taken |= letters


def test_the_stem_does_not_say_which_it_is(hunts: list[Item]) -> None:
    assert all(item.stem.endswith("有没有破绽？") for item in hunts)


def test_ages_and_difficulties_are_spread(hunts: list[Item]) -> None:
    ages = Counter(age for item in hunts for age in item.ages)
    assert all(ages[age] >= 8 for age in ("lower", "upper", "junior")), ages
    assert {item.difficulty for item in hunts} >= {1, 2, 3, 4}
