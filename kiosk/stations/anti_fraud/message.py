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
    found = sorted((_find(message, cue) for cue in message.cues), key=lambda one: _reading_order(one))
    return [PlacedCue(one.cue, one.field, one.start, one.end, number) for number, one in enumerate(found, start=1)]


def show_message(message: Message) -> dict[str, Any]:
    """The message for QML; each part carries its marks by field as `{"start", "end", "number"}` maps."""
    cues = placed_cues(message)
    return {
        "channel": message.channel,
        "sender": message.sender,
        "note": message.note,
        "time": message.time,
        "address": next((part.link for part in message.parts if part.link), message.sender),
        "picture": f"icon/sender-{message.icon or 'person'}",
        "parts": [_show_part(index, part, cues) for index, part in enumerate(message.parts)],
    }


def message_text(message: Message) -> str:
    """All that stands in the message, to be read aloud."""
    pieces = [message.sender, message.note]
    for part in message.parts:
        pieces += [part.title, part.text]
    return "。".join(piece for piece in pieces if piece)


def _show_part(index: int, part: Part, cues: list[PlacedCue]) -> dict[str, Any]:
    shown: dict[str, Any] = {"form": part.form, "first": index == 0}
    for name in FIELDS:
        shown[name] = getattr(part, name)
        shown[name + "Marks"] = [
            {"start": one.start, "end": one.end, "number": one.number}
            for one in cues
            if one.cue.part == index and one.field == name
        ]
    return shown


def _find(message: Message, cue: Cue) -> PlacedCue:
    if 0 <= cue.part < len(message.parts):
        part = message.parts[cue.part]
        for name in ("text", "title", "link"):
            start = getattr(part, name).find(cue.text)
            if start >= 0:
                return PlacedCue(cue, name, start, start + len(cue.text))
    return PlacedCue(cue, "", 0, 0)


def _reading_order(one: PlacedCue) -> tuple[int, int, int]:
    return one.cue.part, FIELDS.index(one.field) if one.field else len(FIELDS), one.start
