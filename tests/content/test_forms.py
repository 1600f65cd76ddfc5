"""The fixed forms A, B, C: parallel, half genuine, and no form's natures can be told by the channel."""

from collections import Counter, defaultdict

from kiosk.core.item import Item


def forms(everything: list[Item]) -> dict[str, list[Item]]:
    """The items of each form."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in everything:
        if item.form:
            found[item.form].append(item)
    return found


def test_each_form_has_five_scams_and_five_genuine_messages(everything: list[Item]) -> None:
    found = forms(everything)
    assert sorted(found) == ["A", "B", "C"]
    for items in found.values():
        assert Counter(item.nature for item in items) == {"scam": 5, "genuine": 5}
        assert all(item.kind == "judge" and item.ages == ("lower", "upper", "junior") for item in items)
        assert len({item.family for item in items}) == 10


def test_twins_ask_the_same_in_other_words(everything: list[Item]) -> None:
    by_twin: dict[str, list[Item]] = defaultdict(list)
    for item in everything:
        assert bool(item.twin) == bool(item.form), item.id
        if item.twin:
            by_twin[item.twin].append(item)
    for twin, items in by_twin.items():
        assert sorted(item.form for item in items) == ["A", "B", "C"], twin
        same = {(item.family, item.trick, item.nature, item.difficulty, item.dimension) for item in items}
        assert len(same) == 1, twin


def test_no_channel_gives_a_form_away(everything: list[Item]) -> None:
    for name, items in forms(everything).items():
        by_channel = Counter((item.message.channel, item.nature) for item in items if item.message)
        for channel in {channel for channel, _ in by_channel}:
            apart = abs(by_channel[channel, "scam"] - by_channel[channel, "genuine"])
            assert apart <= 1, (name, channel, by_channel)
