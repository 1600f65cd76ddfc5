"""What each kind of item asks for beyond its fields; `quizzes/bank.schema.json` says the same."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.core.item import NATURES, NONE
from kiosk.packs import limits
from kiosk.packs.fields import Fault

OPTION_KEYS = ("A", "B", "C", "D", "E", "F", "G", "H")
CUE_KEYS = (*(f"c{number}" for number in range(1, limits.CUES + 1)), NONE)
GOOD_ENDINGS = ("safe", "asked")
TOLD = ("scam", "genuine")
"""The natures between which a kind that is no question of asking first can tell."""
RIGHT = {"judge": NATURES, "cues": CUE_KEYS, "chat": GOOD_ENDINGS}
SEVERAL = ("multi", "cues", "order", "chat")
NEEDED = {"judge": ("message",), "cues": ("message",), "chat": ("chat",)}
OPTIONS = {
    "judge": (0, 0),
    "cues": (0, 0),
    "chat": (0, 0),
    "true_false": (2, 2),
    "order": limits.STEPS,
}


def kind_faults(item: Mapping[str, Any]) -> Iterator[Fault]:
    """What the kind of `item`, whose fields are sound, misses or has too much."""
    kind = item["kind"]
    for name in NEEDED.get(kind, ()):
        if name not in item:
            yield Fault(name, "field_missing")
    for name in ("message",) if kind == "chat" else ("chat",):
        if name in item:
            yield Fault(name, "field_unknown")
    yield from _nature(item)
    yield from _options(item)
    yield from _right(item)
    if kind == "cues" and "message" in item:
        yield from _count("message.cues", item["message"].get("cues", []), 0, 4)
        yield from _count("message.decoys", item["message"].get("decoys", []), 2, 4)
    for place, node in enumerate(item.get("chat", {}).get("nodes", [])):
        yield from _node(f"chat.nodes.{place}", node)


def _nature(item: Mapping[str, Any]) -> Iterator[Fault]:
    nature = item.get("nature", "")
    if item["kind"] in ("cues", "chat") and nature and nature not in TOLD:
        yield Fault("nature", "field_unknown_value", {"value": nature, "known": ", ".join(TOLD)})
    if not nature and (item["kind"] in ("judge", "cues", "chat") or "message" in item):
        yield Fault("nature", "field_missing")


def _options(item: Mapping[str, Any]) -> Iterator[Fault]:
    options = item.get("options", [])
    yield from _count("options", options, *OPTIONS.get(item["kind"], (2, limits.OPTIONS)))
    if item["kind"] == "order":
        for place, option in enumerate(options):
            if not option.get("why", "").strip():
                yield Fault(f"options.{place}.why", "field_missing")


def _right(item: Mapping[str, Any]) -> Iterator[Fault]:
    if item["kind"] not in SEVERAL:
        yield from _count("right", item["right"], 1, 1)
    known = RIGHT.get(item["kind"], OPTION_KEYS)
    for key in item["right"]:
        if key not in known:
            yield Fault("right", "field_unknown_value", {"value": key, "known": ", ".join(known)})


def _node(path: str, node: Mapping[str, Any]) -> Iterator[Fault]:
    """A node goes on with replies, or it ends with an ending and its closing words."""
    if ("replies" in node) == ("ending" in node):
        yield Fault(path, "node_both" if "replies" in node else "node_open", {"node": node["id"]})
    if "ending" in node and "closing" not in node:
        yield Fault(f"{path}.closing", "field_missing")
    if "closing" in node and "ending" not in node:
        yield Fault(f"{path}.closing", "field_unknown")


def _count(path: str, values: list[Any], least: int, most: int) -> Iterator[Fault]:
    if not least <= len(values) <= most:
        yield Fault(path, "field_count", {"count": len(values), "least": least, "most": most})
