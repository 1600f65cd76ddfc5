"""Whether a chat can be walked: every reply leads somewhere, every way has its length and comes to an end."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kiosk.packs import limits
from kiosk.packs.fields import Fault, too_wide

KEYS = ("A", "B", "C")
Nodes = Mapping[str, Mapping[str, Any]]


def chat_faults(chat: Mapping[str, Any], nature: str) -> Iterator[Fault]:
    """What is wrong with `chat`, whose fields and nodes are sound by themselves; ways only once nodes fit."""
    found = [*_node_faults(chat["nodes"]), *_link_faults(chat)]
    yield from found
    if found:
        return
    nodes = {node["id"]: node for node in chat["nodes"]}
    order = walk(nodes, chat["start"])
    if order is None:
        yield Fault("chat.nodes", "chat_circle")
        return
    for place, node in enumerate(chat["nodes"]):
        if node["id"] not in order:
            yield Fault(f"chat.nodes.{place}", "chat_unreached", {"node": node["id"]})
    yield from _length_faults(nodes, order, chat["start"])
    yield from _ending_faults(nodes, order, chat["start"], nature)


def walk(nodes: Nodes, start: str) -> list[str] | None:
    """The nodes that can be reached, each behind all that it leads to; `None` when a way goes in a circle."""
    order: list[str] = []
    state = {start: 1}
    waiting = [(start, iter(_next(nodes[start])))]
    while waiting:
        name, further = waiting[-1]
        follower = next(further, None)
        if follower is None:
            waiting.pop()
            state[name] = 2
            order.append(name)
        elif state.get(follower) == 1:
            return None
        elif follower not in state:
            state[follower] = 1
            waiting.append((follower, iter(_next(nodes[follower]))))
    return order


def _next(node: Mapping[str, Any]) -> list[str]:
    return [reply["to"] for reply in node.get("replies", ())]


def _node_faults(nodes: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    for place, node in enumerate(nodes):
        path = f"chat.nodes.{place}"
        for number, said in enumerate(node["says"]):
            yield from too_wide(f"{path}.says.{number}", said, limits.SAYS)
        replies = node.get("replies", [])
        if tuple(reply["key"] for reply in replies) != KEYS[: len(replies)]:
            yield Fault(f"{path}.replies", "chat_keys", {"node": node["id"]})
        if len({reply["text"].strip() for reply in replies}) < len(replies):
            yield Fault(f"{path}.replies", "chat_replies_equal", {"node": node["id"]})
        for number, reply in enumerate(replies):
            yield from too_wide(f"{path}.replies.{number}.text", reply["text"], limits.REPLY)


def _link_faults(chat: Mapping[str, Any]) -> Iterator[Fault]:
    names = [node["id"] for node in chat["nodes"]]
    for place, name in enumerate(names):
        if names.index(name) != place:
            yield Fault(f"chat.nodes.{place}.id", "chat_node_twice", {"node": name})
    if chat["start"] not in names:
        yield Fault("chat.start", "chat_no_node", {"node": chat["start"]})
    for place, node in enumerate(chat["nodes"]):
        for number, to in enumerate(_next(node)):
            if to not in names:
                yield Fault(f"chat.nodes.{place}.replies.{number}.to", "chat_no_node", {"node": to})


def _length_faults(nodes: Nodes, order: Sequence[str], start: str) -> Iterator[Fault]:
    shortest: dict[str, int] = {}
    longest: dict[str, int] = {}
    for name in order:
        further = _next(nodes[name])
        shortest[name] = 1 + min(shortest[to] for to in further) if further else 0
        longest[name] = 1 + max(longest[to] for to in further) if further else 0
    least, most = limits.TURNS
    if shortest[start] < least or longest[start] > most:
        params = {"shortest": shortest[start], "longest": longest[start], "least": least, "most": most}
        yield Fault("chat.nodes", "chat_length", params)


def _ending_faults(nodes: Nodes, order: Sequence[str], start: str, nature: str) -> Iterator[Fault]:
    """A good end and a risky one; and who has slipped once must find a way out: from a scam, by asking a grown-up."""
    out = {"asked"} if nature == "scam" else {"asked", "safe"}
    ends: dict[str, set[str]] = {}
    for name in order:
        node = nodes[name]
        ends[name] = {node["ending"]} if "ending" in node else set().union(*(ends[to] for to in _next(node)))
    if "risky" not in ends[start] or ends[start] == {"risky"}:
        yield Fault("chat.nodes", "chat_endings")
    elif not any("risky" in ends[name] and ends[name] & out for name in order if name != start):
        yield Fault("chat.nodes", "chat_no_way_out")
