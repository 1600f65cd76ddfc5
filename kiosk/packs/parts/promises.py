"""The rules of `content/promises.schema.json`: promises to choose from on 承诺桥, each tied to a convention's line."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.core.item import AGES
from kiosk.packs.fields import Fault, many, number, one_of, table, text

NAME = "[a-z0-9][a-z0-9-]*"
TILES = many(
    2, 3, table(("id", "text", "text_en"), {"id": text(1, 20, NAME), "text": text(1, 14), "text_en": text(1, 44)})
)
CALL = table(("text", "text_en"), {"text": text(1, 18), "text_en": text(1, 50)})
PLAN = table(
    ("when", "ways", "calls", "said", "said_en"),
    {"when": TILES, "ways": TILES, "calls": many(1, 2, CALL), "said": text(1, 20), "said_en": text(1, 60)},
)
PROMISE = table(
    ("id", "icon", "text", "text_en", "line", "help", "help_en"),
    {
        "id": text(1, 30, NAME),
        "icon": text(1, 40, "promise-[a-z-]+"),
        "text": text(1, 16),
        "text_en": text(1, 60),
        "line": text(1, 30, NAME),
        "half": number(0, 1),
        "help": text(1, 50),
        "help_en": text(1, 130),
        "ages": many(1, 3, one_of(*AGES), unique=True),
        "plan": PLAN,
    },
)
PROMISES = table(
    ("format", "id", "title", "convention", "promises"),
    {
        "format": number(1, 1),
        "id": text(1, 40, NAME),
        "title": text(1, 12),
        "title_en": text(0, 30),
        "convention": text(1, 40, NAME),
        "promises": many(3, 20, PROMISE),
    },
)


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with such a file: its fields, then promises or tiles of one name."""
    return list(PROMISES(data)) or list(_twice(data))


def _twice(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Two promises of one name, or two tiles of a plan, which an answer could not tell apart."""
    if len({one["id"] for one in data["promises"]}) < len(data["promises"]):
        yield Fault("promises", "field_twice")
    for place, one in enumerate(data["promises"]):
        for side, tiles in one.get("plan", {}).items():
            if side in ("when", "ways") and len({tile["id"] for tile in tiles}) < len(tiles):
                yield Fault(f"promises.{place}.plan.{side}", "field_twice")
