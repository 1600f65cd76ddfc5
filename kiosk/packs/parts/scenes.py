"""The rules of `content/scenes.schema.json`: heated moments and the phrases to say them kindly, for 理性表达."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.core.item import AGES
from kiosk.packs.fields import Fault, many, number, one_of, table, text

NAME = "[a-z0-9][a-z0-9-]*"
THEMES = ("issue", "sorry", "recall")
GOOD = ("fact", "feel", "wish", "sorry", "mend", "recall", "warm")
BAD = ("hurt", "untrue", "off")
TILE = table(("text", "role", "why"), {"text": text(1, 20), "role": one_of(*GOOD, *BAD), "why": text(1, 30)})
SCENE = table(
    ("id", "theme", "face", "who", "situation", "heated", "point", "needs", "tiles", "reply", "explanation"),
    {
        "id": text(1, 30, NAME),
        "theme": one_of(*THEMES),
        "face": number(1, 8),
        "who": text(1, 10),
        "situation": text(1, 36),
        "heated": text(1, 16),
        "point": text(1, 18),
        "needs": many(1, 3, one_of(*GOOD), unique=True),
        "tiles": many(4, 6, TILE),
        "reply": text(1, 20),
        "explanation": text(1, 45),
        "ages": many(1, 3, one_of(*AGES), unique=True),
    },
)
SCENES = table(
    ("format", "title", "scenes"),
    {"format": number(1, 1), "title": text(1, 12), "title_en": text(0, 30), "scenes": many(1, 200, SCENE)},
)


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with such a file: its fields, then what does not go together."""
    return list(SCENES(data)) or [*_twice(data), *_needs(data)]


def _twice(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Two scenes of one name, or two tiles of one text, which a child could not tell apart."""
    if len({one["id"] for one in data["scenes"]}) < len(data["scenes"]):
        yield Fault("scenes", "field_twice")
    for place, scene in enumerate(data["scenes"]):
        if len({tile["text"] for tile in scene["tiles"]}) < len(scene["tiles"]):
            yield Fault(f"scenes.{place}.tiles", "field_twice")


def _needs(data: Mapping[str, Any]) -> Iterator[Fault]:
    """What a scene needs must be there to be chosen."""
    for place, scene in enumerate(data["scenes"]):
        roles = list(dict.fromkeys(tile["role"] for tile in scene["tiles"]))
        for number_, need in enumerate(scene["needs"]):
            if need not in roles:
                known = ", ".join(roles)
                yield Fault(f"scenes.{place}.needs.{number_}", "field_unknown_value", {"value": need, "known": known})
