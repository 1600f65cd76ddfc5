"""The rules of `content/pictures.schema.json`: pictures that stand where the program has its own."""

from collections.abc import Iterable
from typing import Any

from kiosk.packs.fields import Fault, many, number, table, text
from kiosk.packs.parts.naming import FILE, OURS, not_ours

MOST = 100
PICTURE = table(
    ("file", "stands_for", "credit"),
    {"file": text(1, 60, FILE), "stands_for": text(1, 60, OURS), "credit": text(1, 80)},
)
PICTURES = table(("format", "pictures"), {"format": number(1, 1), "pictures": many(1, MOST, PICTURE)})


def faults(data: Any) -> list[Fault]:
    """Everything that is wrong with such a list."""
    found = list(PICTURES(data))
    return found or list(not_ours((f"{path}.stands_for", one["stands_for"]) for path, one in _listed(data)))


def pictures(data: Any) -> Iterable[tuple[str, str]]:
    """The pictures that it brings."""
    return ((f"{path}.file", one["file"]) for path, one in _listed(data))


def _listed(data: Any) -> Iterable[tuple[str, dict[str, str]]]:
    return ((f"pictures.{place}", one) for place, one in enumerate(data["pictures"]))
