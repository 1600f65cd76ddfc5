"""The rules of `content/scripts.schema.json`: what children read or talk about at 童声播报站."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.core.item import AGES
from kiosk.packs.fields import Fault, many, number, one_of, table, text
from kiosk.packs.native_check import DATE

NAME = "[a-z0-9][a-z0-9-]*"
THEMES = ("civility", "bulletin", "rumour", "convention", "rehearsal", "free")
COVERS = ("boat", "lantern", "bridge", "moon", "lotus", "fish", "shield", "microphone")
LONGEST = 540
"""Characters: three minutes, the longest take, at 180 a minute."""
LINE = table(("voice", "text"), {"voice": number(1, 2), "text": text(1, 90)})
PROMPT = table(("ask", "hint"), {"ask": text(1, 12), "hint": text(1, 40)})
SCRIPT = table(
    ("id", "theme", "level", "cover", "title"),
    {
        "id": text(1, 40, NAME),
        "theme": one_of(*THEMES),
        "level": one_of(*AGES),
        "cover": one_of(*COVERS),
        "title": text(1, 16),
        "title_en": text(0, 50),
        "lines": many(2, 40, LINE),
        "prompts": many(3, 8, PROMPT),
        "source": text(0, 120),
        "as_of": DATE,
        "review_by": DATE,
    },
)
SCRIPTS = table(
    ("format", "title", "scripts"),
    {"format": number(1, 1), "title": text(1, 20), "title_en": text(0, 50), "scripts": many(1, 200, SCRIPT)},
)


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with such a file: its fields, then what does not go together."""
    return list(SCRIPTS(data)) or [*_twice(data), *_scripts(data)]


def _twice(data: Mapping[str, Any]) -> Iterator[Fault]:
    if len({one["id"] for one in data["scripts"]}) < len(data["scripts"]):
        yield Fault("scripts", "field_twice")


def _scripts(data: Mapping[str, Any]) -> Iterator[Fault]:
    """A script is read or talked about freely, one of the two, and fits into a take."""
    for place, script in enumerate(data["scripts"]):
        if "lines" not in script and "prompts" not in script:
            yield Fault(f"scripts.{place}.lines", "field_missing")
        elif "lines" in script and "prompts" in script:
            yield Fault(f"scripts.{place}.prompts", "field_unknown")
        length = sum(len(line["text"]) for line in script.get("lines", ()))
        if length > LONGEST:
            yield Fault(f"scripts.{place}.lines", "field_too_long", {"length": length, "most": LONGEST})
