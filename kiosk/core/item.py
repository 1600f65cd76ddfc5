"""An item: something a child is asked, with its explanation. The format is documented in `quizzes/README.md`."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from kiosk.core.quick import maker, open_twin

Kind = Literal["choice", "multi", "true_false", "judge", "cues", "order", "chat"]
Nature = Literal["genuine", "scam", "ask_first"]
KINDS: tuple[Kind, ...] = ("choice", "multi", "true_false", "judge", "cues", "order", "chat")
NATURES: tuple[Nature, ...] = ("scam", "genuine", "ask_first")
CHANNELS = ("chat", "sms", "call", "poster", "live", "web")
PARTS = ("text", "qr", "link", "picture", "voice")
CHAT_CHANNELS = ("chat", "call", "live")
ENDINGS = ("safe", "asked", "risky")
"""How a chat can end: the child kept out of it, asked a grown-up, or was taken in (or rude to a genuine person)."""
NONE = "none"
"""The right key of a `cues` item whose message is genuine: nothing gives it away."""
AGES = ("lower", "upper", "junior")
"""Lower primary (about 8–9), upper primary (10–12), 初中 (13–15)."""
DIMENSIONS = ("morality", "law", "skill", "safety")
"""条例 article 13: 网络道德意识、网络法治观念、网络使用能力、人身财产安全保护."""


CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. `key` is `A`…`H`, stable whatever order the screen shows; `why` is said when chosen."""

    key: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A passage of a message: the exact `text` within part number `part`, and why it gives the message away.

    As a decoy it is innocent, and `why` says why it is fine.
    """

    part: int
    text: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """One bubble or block of a message: `form` is one of `PARTS`; a QR or link part shows title, text and link."""

    text: str = ""
    form: str = "text"
    title: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it would reach a child: `channel` is one of `CHANNELS`; `icon` names a picture in assets.

    `decoys` are innocent passages that a child might tap when it looks for cues.
    """

    channel: str
    sender: str
    parts: tuple[Part, ...]
    note: str = ""
    time: str = ""
    icon: str = ""
    cues: tuple[Cue, ...] = ()
    decoys: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """Something the child may say in a chat: `to` is the node it leads to; `why` is shown beside it afterwards."""

    key: str
    text: str
    to: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """What the other side says, one bubble each, and the replies to it; or an `ending` with its `closing` words."""

    id: str
    says: tuple[str, ...]
    replies: tuple[Reply, ...] = ()
    ending: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Chat:
    """A conversation that branches: `channel` is one of `CHAT_CHANNELS`; it begins at the node named `start`."""

    sender: str
    channel: str
    start: str
    nodes: tuple[Node, ...]
    icon: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `right` holds what is recorded of a right answer:

    option keys (`choice`, `multi`, `true_false`; for `order` all of them, in order); the nature (`judge`); `c1`, `c2` …
    for the message's cues, or `none` (`cues`); the good ones of `ENDINGS` that the chat has (`chat`).
    """

    id: str
    kind: Kind
    stem: str
    right: tuple[str, ...]
    options: tuple[Option, ...] = ()
    explanation: str = ""
    family: str = ""
    trick: str = ""
    nature: str = ""
    message: Message | None = None
    chat: Chat | None = None
    genuine_twin: str = ""
    ages: tuple[str, ...] = ("upper",)
    difficulty: int = 2
    dimension: str = "safety"
    source: str = ""
    as_of: str = ""
    review_by: str = ""
    twin: str = ""
    form: str = ""
    pinyin: dict[str, str] = field(default_factory=dict)

    @property
    def playable(self) -> bool:
        """An item without an explanation is stored but never played in practice."""
        return bool(self.explanation.strip())


def to_json(item: Item) -> dict[str, Any]:
    """The item as JSON-ready values, without what is empty."""
    result: dict[str, Any] = _lean(item)
    return result


def _lean(value: Any) -> Any:
    # By hand and not by `dataclasses.asdict`, which takes ten times as long: a bank may hold 50,000 items.
    kind = type(value)
    if kind is str or kind is int:
        return value
    if kind is tuple or kind is list:
        return [_lean(one) for one in value]
    if kind is dict:
        return {key: _lean(one) for key, one in value.items() if one or one == 0}
    return {name: _lean(one) for name in value.__slots__ if (one := getattr(value, name)) or one == 0}


def from_json(fields: dict[str, Any]) -> Item:
    """The item that `fields` describe. Raises KeyError or TypeError on fields the format does not have."""
    given = dict(fields)
    given["options"] = _options(given.get("options", ()))
    if message := given.get("message"):
        message = dict(message)
        message["parts"] = tuple(Part(**part) for part in message["parts"])
        for name in ("cues", "decoys"):
            message[name] = tuple(Cue(**cue) for cue in message.get(name, ()))
        given["message"] = Message(**message)
    if chat := given.get("chat"):
        given["chat"] = Chat(**{**chat, "nodes": tuple(_node(node) for node in chat["nodes"])})
    for name in ("right", "ages"):
        if name in given:
            given[name] = tuple(given[name])
    item: Item = maker(Item)(**given)
    return item


def _options(given: Iterable[dict[str, str]]) -> tuple[Option, ...]:
    twin = open_twin(Option)
    options = tuple([twin(**option) for option in given])
    for option in options:
        option.__class__ = Option
    return options


def _node(fields: dict[str, Any]) -> Node:
    replies = tuple(Reply(**reply) for reply in fields.get("replies", ()))
    return Node(**{**fields, "says": tuple(fields["says"]), "replies": replies})


def canonical(item: Item) -> str:
    """The item's JSON in the one form that hashes are made of and that is stored."""
    return CANONICAL.encode(to_json(item))


def item_hash(item: Item) -> str:
    """SHA-256 (first 16 hex digits) of the item's canonical JSON: the same text has the same hash in every pack."""
    return text_hash(canonical(item))


def text_hash(text: str) -> str:
    """The hash of a canonical JSON text."""
    import hashlib  # here for its cost: 4 MB of OpenSSL, which playing does not need

    return hashlib.sha256(text.encode()).hexdigest()[:16]
