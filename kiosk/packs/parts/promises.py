"""The rules of `content/promises.schema.json`: promises to choose from on 承诺桥, each tied to a convention's line."""

from typing import Any

from kiosk.packs.fields import Fault, many, number, table, text

NAME = "[a-z0-9][a-z0-9-]*"
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
    """Everything that is wrong with such a file: its fields, then promises of one name."""
    found = list(PROMISES(data))
    if not found and len({one["id"] for one in data["promises"]}) < len(data["promises"]):
        found.append(Fault("promises", "field_twice"))
    return found
