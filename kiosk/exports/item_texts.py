"""Items as they were when they were answered, by hash; and packs by hash."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kiosk.exports.asked import Asked

KEPT = 4_096
"""Items held at a time: memory stays flat however large the journal is."""
GAP = "；"
NEXT = " → "


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item in words. `answers` gives the text of each key that can be chosen; `form` is one of `item.KINDS`."""

    stem: str = ""
    message: str = ""
    form: str = ""
    kind: str = ""
    nature: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    chat: dict[str, Any] = field(default_factory=dict)

    def replies(self, keys: Collection[str]) -> str:
        """What a child said in a chat, one reply after the other; a key that leads nowhere stands for itself."""
        if not keys:
            return ""
        nodes = {node["id"]: node for node in self.chat.get("nodes", ())}
        node = nodes.get(self.chat.get("start"), {})
        texts = []
        for key in keys:
            reply = next((one for one in node.get("replies", ()) if one["key"] == key), {"text": key, "to": ""})
            texts.append(reply["text"])
            node = nodes.get(reply["to"], {})
        return NEXT.join(texts)

    def said(self, keys: Sequence[str]) -> str:
        """The texts of `keys`; a key that has none stands for itself."""
        if len(keys) == 1:
            return self.answers.get(keys[0], keys[0])
        return GAP.join([self.answers.get(key, key) for key in keys])


class ItemTexts:
    """Looks items and packs up in the store, and names in the words; each once."""

    def __init__(self, db: sqlite3.Connection, asked: Asked) -> None:
        self._db = db
        self._asked = asked
        self._natures = {key: asked.name("nature", key) for key in ("scam", "genuine", "ask_first")}
        self.item = lru_cache(KEPT)(self._item)
        self.pack = lru_cache(KEPT)(self._pack)
        self.name = lru_cache(KEPT)(asked.name)

    def _item(self, hash: str) -> ItemText:
        """The item of `hash`; an empty text where the store has lost it."""
        row = self._db.execute("SELECT body FROM item_text WHERE hash = ?", (hash,)).fetchone()
        if row is None:
            return ItemText()
        fields = json.loads(row[0])
        return ItemText(
            fields["stem"],
            message_text(fields.get("message")) or chat_text(fields.get("chat")),
            fields["kind"],
            self._asked.name("kind", fields["kind"]),
            self._natures.get(fields.get("nature", ""), ""),
            self._answers(fields),
            fields.get("chat") or {},
        )

    def _answers(self, fields: dict[str, Any]) -> dict[str, str]:
        """The text of each key that can be chosen in an item: see `Item.right`."""
        if fields["kind"] == "cues":
            message = fields["message"]
            passages = {
                f"{name[0]}{number}": cue["text"]
                for name in ("cues", "decoys")
                for number, cue in enumerate(message.get(name, ()), start=1)
            }
            return passages | {"none": self._asked.name("cue", "none")}
        if fields["kind"] == "chat":
            return {key: self._asked.name("ending", key) for key in ("safe", "asked", "risky")}
        options = {option["key"]: option["text"] for option in fields.get("options", ())}
        return options or self._natures

    def _pack(self, hash: str) -> tuple[str, str]:
        """Title and version of the pack of `hash`, empty where the store does not know it."""
        row = self._db.execute("SELECT title, version FROM pack WHERE hash = ?", (hash,)).fetchone()
        return (row[0], row[1]) if row else ("", "")


def chat_text(chat: dict[str, Any] | None) -> str:
    """How a chat begins: the sender and what is said first."""
    if not chat:
        return ""
    first = next(node for node in chat["nodes"] if node["id"] == chat["start"])
    return "\n".join((f"{chat['sender']}：", *first["says"]))


def message_text(message: dict[str, Any] | None) -> str:
    """A message on lines of their own: the sender, then each part with title and link."""
    if not message:
        return ""
    parts = (" ".join(filter(None, map(part.get, ("text", "title", "link")))) for part in message["parts"])
    return "\n".join((f"{message['sender']}：", *parts))
