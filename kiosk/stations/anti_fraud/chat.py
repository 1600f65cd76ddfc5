"""多轮对话: where a conversation stands after the replies given so far, and what they were worth. Pure."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from kiosk.core.item import Chat, Item, Node, Reply

Say = Callable[..., str]


def node_after(chat: Chat, said: Sequence[str]) -> Node:
    """The node to which the replies `said` (their keys) have led from the start."""
    nodes = {node.id: node for node in chat.nodes}
    node = nodes[chat.start]
    for key in said:
        node = nodes[_reply(node, key).to]
    return node


def exchanges(chat: Chat, said: Sequence[str]) -> list[tuple[Node, Reply]]:
    """Each node that was answered, with the child's reply to it."""
    nodes = [node_after(chat, said[:count]) for count in range(len(said))]
    return [(node, _reply(node, key)) for node, key in zip(nodes, said, strict=True)]


def bubbles(chat: Chat, said: Sequence[str]) -> list[dict[str, Any]]:
    """All that was said so far, one bubble each; `own` is what the child said."""
    shown: list[dict[str, Any]] = []
    for node, reply in exchanges(chat, said):
        shown += [{"own": False, "text": text} for text in node.says]
        shown.append({"own": True, "text": reply.text})
    return shown + [{"own": False, "text": text} for text in node_after(chat, said).says]


def towards(chat: Chat, said: Sequence[str], endings: Collection[str]) -> str:
    """The key of the reply that leads on the shortest way to one of `endings`; empty where none does."""
    nodes = {node.id: node for node in chat.nodes}
    ways = [(reply.key, reply.to) for reply in node_after(chat, said).replies]
    seen: set[str] = set()
    while ways:
        first, at = ways.pop(0)
        if nodes[at].ending in endings:
            return first
        if at not in seen:
            seen.add(at)
            ways += [(first, reply.to) for reply in nodes[at].replies]
    return ""


def chat_blocks(item: Item, said: Sequence[str], say: Say) -> list[dict[str, Any]]:
    """How it ended, then the child's own replies with what they were worth."""
    if item.chat is None:
        return []
    closing = node_after(item.chat, said).closing
    shown = [{"kind": "closing", "number": 0, "title": say("anti_fraud.chat_closing"), "text": closing}]
    shown += [
        {"kind": "reply", "number": number, "title": say("anti_fraud.chat_own", text=reply.text), "text": reply.why}
        for number, (_, reply) in enumerate(exchanges(item.chat, said), start=1)
    ]
    return shown


def _reply(node: Node, key: str) -> Reply:
    return next(reply for reply in node.replies if reply.key == key)
