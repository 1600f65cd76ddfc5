"""Chats that branch: every way has its length and its end, who slips can get out, and no surface tells what to say."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from kiosk.core.item import Chat, Item, Node, Reply

FURTHEST = 99


@pytest.fixture(scope="module")
def talks(everything: list[Item]) -> list[Item]:
    """All items of the kind."""
    return [item for item in everything if item.kind == "chat"]


def chat_of(item: Item) -> Chat:
    """The chat that every item of the kind has."""
    assert item.chat
    return item.chat


def ways(item: Item) -> Iterator[tuple[list[Reply], Node]]:
    """Each way from the start: its replies and the node it ends at."""
    chat = chat_of(item)
    nodes = {node.id: node for node in chat.nodes}

    def walk(node: Node, said: list[Reply]) -> Iterator[tuple[list[Reply], Node]]:
        if node.ending:
            yield said, node
        for reply in node.replies:
            yield from walk(nodes[reply.to], [*said, reply])

    return walk(nodes[chat.start], [])


def to_risk(nodes: Mapping[str, Node], name: str) -> int:
    """The fewest replies from node `name` to a risky ending."""
    node = nodes[name]
    if node.ending:
        return 0 if node.ending == "risky" else FURTHEST
    return 1 + min(to_risk(nodes, reply.to) for reply in node.replies)


def slips(item: Item) -> Iterator[tuple[Node, Reply]]:
    """The reply at each node that leads straightest to a risky ending, where there is one such."""
    nodes = {node.id: node for node in chat_of(item).nodes}
    for node in nodes.values():
        distances = [to_risk(nodes, reply.to) for reply in node.replies]
        if distances.count(min(distances, default=0)) == 1:
            yield node, node.replies[distances.index(min(distances))]


def test_there_are_two_in_every_family_and_a_third_is_genuine(talks: list[Item]) -> None:
    by_family = Counter(item.family for item in talks)
    assert len(talks) >= 22 and len(by_family) == 10 and min(by_family.values()) >= 2, by_family
    genuine = sum(item.nature == "genuine" for item in talks)
    assert genuine >= 7 and 0.3 <= genuine / len(talks) <= 0.5


def test_children_of_all_ages_find_some(talks: list[Item]) -> None:
    ages = Counter(item.ages for item in talks)
    assert ages["lower",] >= 2 and ages["junior",] >= 4, ages
    assert sum("upper" in item.ages for item in talks) >= 14
    assert {chat_of(item).channel for item in talks} == {"chat", "call", "live"}


def test_every_way_takes_three_to_six_replies_and_ends(talks: list[Item]) -> None:
    for item in talks:
        lengths = [len(said) for said, _ in ways(item)]
        assert min(lengths) >= 3 and max(lengths) <= 6, (item.id, lengths)


def test_every_node_is_met_and_speaks(talks: list[Item]) -> None:
    for item in talks:
        chat = chat_of(item)
        met = {chat.start, *(reply.to for said, _ in ways(item) for reply in said)}
        assert met == {node.id for node in chat.nodes}, item.id
        for node in chat.nodes:
            assert 1 <= len(node.says) <= 3 and bool(node.ending) == bool(node.closing), (item.id, node.id)
            assert node.ending or 2 <= len(node.replies) <= 3, (item.id, node.id)
            assert all(reply.why for reply in node.replies), (item.id, node.id)


def test_there_are_several_endings(talks: list[Item]) -> None:
    for item in talks:
        endings = [node for node in chat_of(item).nodes if node.ending]
        assert {node.ending for node in endings} == {"safe", "asked", "risky"}, item.id
        assert item.right == ("safe", "asked") and len({node.closing for node in endings}) == len(endings) >= 3, item.id


def test_who_slips_can_still_ask_somebody(talks: list[Item]) -> None:
    for item in talks:
        slipped = {(node.id, reply.key) for node, reply in slips(item)}
        origin = {id(reply): node.id for node in chat_of(item).nodes for reply in node.replies}
        assert any(
            end.ending == "asked" and any((origin[id(reply)], reply.key) in slipped for reply in said)
            for said, end in ways(item)
        ), item.id


def test_a_word_alone_never_settles_it(talks: list[Item]) -> None:
    """Neither the first reply nor the second one ends a chat, and no first reply makes its end certain."""
    for item in talks:
        first = {reply.key: set[str]() for reply in chat_of(item).nodes[0].replies}
        for said, end in ways(item):
            first[said[0].key].add(end.ending)
        assert all(len(ends) >= 2 for ends in first.values()), (item.id, first)


def test_the_place_of_a_reply_tells_nothing(talks: list[Item]) -> None:
    for size in (2, 3):
        places = Counter(reply.key for item in talks for node, reply in slips(item) if len(node.replies) == size)
        share = places.total() / size
        assert all(0.75 * share <= places[key] <= 1.25 * share for key in "ABC"[:size]), (size, places)


def test_the_length_of_a_reply_tells_nothing(talks: list[Item]) -> None:
    pairs = [(node, reply) for item in talks for node, reply in slips(item) if len(node.replies) == 2]
    longer = Counter(
        (len(reply.text) > len(other.text)) - (len(reply.text) < len(other.text))
        for node, reply in pairs
        for other in node.replies
        if other is not reply
    )
    assert 0.35 <= (longer[1] + longer[0] / 2) / len(pairs) <= 0.65, longer
