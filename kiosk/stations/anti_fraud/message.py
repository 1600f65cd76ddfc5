"""What a message looks like to QML: plain maps with the places of its cues. Pure."""

from dataclasses import dataclass
from typing import Any

from kiosk.core.item import Cue, Message, Part

FIELDS = ("title", "text", "link")
"""The texts of a part in the order in which a child reads them."""


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue with where it stands: characters `start` to `end` of `field` of its part; `number` counts from 1."""

    cue: Cue
    field: str
    start: int
    end: int
    number: int = 0


def placed_cues(message: Message) -> list[PlacedCue]:
    """The message's cues numbered in reading order. A cue whose text is nowhere stays in the list, unmarked."""
    found = sorted((locate(message, cue) for cue in message.cues), key=reading_order)
    return [PlacedCue(one.cue, one.field, one.start, one.end, number) for number, one in enumerate(found, start=1)]


@dataclass(frozen=True, slots=True)
class Passage:
    """One place in a message: `key` is `c1`… for a cue or `d1`… for a decoy, as the item's lists count them.

    Cues are numbered in reading order, as they light up; a decoy's `number` is 0.
    """

    key: str
    place: PlacedCue
    number: int

    @property
    def text(self) -> str:
        """Its words in the message."""
        return self.place.cue.text


def passages(message: Message) -> list[Passage]:
    """Cues and decoys together as a child reads them, so that their order tells nothing."""
    placed = [
        (f"{letter}{index}", locate(message, cue))
        for letter, cues in (("c", message.cues), ("d", message.decoys))
        for index, cue in enumerate(cues, start=1)
    ]
    placed.sort(key=lambda one: reading_order(one[1]))
    cues = [key for key, _ in placed if key[0] == "c"]
    return [Passage(key, place, cues.index(key) + 1 if key in cues else 0) for key, place in placed]


def show_message(message: Message) -> dict[str, Any]:
    """The message for QML; each part carries its marks by field as `{"start", "end", "number", "key"}` maps.

    Decoys have number 0: nothing lights up there; `key` is what a touch on the passage chooses.
    """
    found = passages(message)
    return {
        "channel": message.channel,
        "sender": message.sender,
        "note": message.note,
        "time": message.time,
        "address": next((part.link for part in message.parts if part.link), message.sender),
        "picture": f"icon/sender-{message.icon or 'person'}",
        "parts": [_show_part(index, part, found) for index, part in enumerate(message.parts)],
    }


def message_text(message: Message) -> str:
    """All that stands in the message, to be read aloud."""
    pieces = [message.sender, message.note]
    for part in message.parts:
        pieces += [part.title, part.text]
    return "。".join(piece for piece in pieces if piece)


def _show_part(index: int, part: Part, found: list[Passage]) -> dict[str, Any]:
    shown: dict[str, Any] = {"form": part.form, "first": index == 0}
    for name in FIELDS:
        shown[name] = getattr(part, name)
        shown[name + "Marks"] = [
            {"start": one.place.start, "end": one.place.end, "number": one.number, "key": one.key}
            for one in found
            if one.place.cue.part == index and one.place.field == name
        ]
    return shown


def locate(message: Message, cue: Cue) -> PlacedCue:
    """Where the cue's words stand; a text that is nowhere has an empty field."""
    if 0 <= cue.part < len(message.parts):
        part = message.parts[cue.part]
        for name in ("text", "title", "link"):
            start = getattr(part, name).find(cue.text)
            if start >= 0:
                return PlacedCue(cue, name, start, start + len(cue.text))
    return PlacedCue(cue, "", 0, 0)


def reading_order(one: PlacedCue) -> tuple[int, int, int]:
    """Sorts passages as a child reads them."""
    return one.cue.part, FIELDS.index(one.field) if one.field else len(FIELDS), one.start
