"""An item: something a child is asked, with its explanation. The format is documented in `quizzes/README.md`."""

import json
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["choice", "multi", "true_false", "judge"]
Nature = Literal["genuine", "scam", "ask_first"]
KINDS: tuple[Kind, ...] = ("choice", "multi", "true_false", "judge")
NATURES: tuple[Nature, ...] = ("scam", "genuine", "ask_first")
CHANNELS = ("chat", "sms", "call", "poster", "live", "web")
PARTS = ("text", "qr", "link", "picture", "voice")
AGES = ("lower", "upper", "junior")
"""Lower primary (about 8–9), upper primary (10–12), 初中 (13–15)."""
DIMENSIONS = ("morality", "law", "skill", "safety")
"""条例 article 13: 网络道德意识、网络法治观念、网络使用能力、人身财产安全保护."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. `key` is `A`…`H`, stable whatever order the screen shows; `why` is said when chosen."""

    key: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """What gives a message away (or makes it trustworthy): the exact `text` within part number `part`, and why."""

    part: int
    text: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """One bubble or block of a message: `form` is one of `PARTS`; a QR or link part shows title, text and link."""

    text: str
    form: str = "text"
    title: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it would reach a child: `channel` is one of `CHANNELS`; `icon` names a picture in assets."""

    channel: str
    sender: str
    parts: tuple[Part, ...]
    note: str = ""
    time: str = ""
    icon: str = ""
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `right` holds option keys; for `judge` the keys are the natures and `options` stay empty."""

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
    # By hand and not by `dataclasses.asdict`, which takes five times as long: a bank may hold 50,000 items.
    if isinstance(value, str | int):
        return value
    if isinstance(value, list | tuple):
        return [_lean(one) for one in value]
    if isinstance(value, dict):
        return {key: _lean(one) for key, one in value.items() if one or one == 0}
    pairs = ((name, getattr(value, name)) for name in value.__slots__)
    return {name: _lean(one) for name, one in pairs if one or one == 0}


def from_json(fields: dict[str, Any]) -> Item:
    """The item that `fields` describe. Raises KeyError or TypeError on fields the format does not have."""
    given = dict(fields)
    given["options"] = tuple(Option(**option) for option in given.get("options", ()))
    if message := given.get("message"):
        message = dict(message)
        message["parts"] = tuple(Part(**part) for part in message["parts"])
        message["cues"] = tuple(Cue(**cue) for cue in message.get("cues", ()))
        given["message"] = Message(**message)
    for name in ("right", "ages"):
        if name in given:
            given[name] = tuple(given[name])
    return Item(**given)


def canonical(item: Item) -> str:
    """The item's JSON in the one form that hashes are made of and that is stored."""
    return json.dumps(to_json(item), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def item_hash(item: Item) -> str:
    """SHA-256 (first 16 hex digits) of the item's canonical JSON: the same text has the same hash in every pack."""
    return text_hash(canonical(item))


def text_hash(text: str) -> str:
    """The hash of a canonical JSON text."""
    import hashlib  # here for its cost: 4 MB of OpenSSL, which playing does not need

    return hashlib.sha256(text.encode()).hexdigest()[:16]
