"""What a schema cannot say: keys that exist, texts that differ, cues that stand in the message, texts that fit."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from kiosk.core.item import NONE
from kiosk.packs import limits
from kiosk.packs.chat_check import chat_faults
from kiosk.packs.fields import Fault, too_wide

FIELDS = ("text", "title", "link")
COUNTS = {"scam": ((2, 4), (2, 3)), "genuine": ((0, 0), (3, 4))}
"""How many cues and how many decoys a message has in which they are looked for, by nature."""


def fit_faults(item: Mapping[str, Any]) -> Iterator[Fault]:
    """What does not fit together in `item`, whose fields and kind are sound."""
    yield from _options(item)
    yield from _right(item)
    message = item.get("message", {})
    for name in ("cues", "decoys"):
        for place, cue in enumerate(message.get(name, [])):
            if _span(message["parts"], cue) is None:
                yield Fault(f"message.{name}.{place}.text", "cue_not_found", {"value": cue["text"][:20]})
    if item["kind"] == "cues":
        yield from _cues(item["nature"], message)
    if item["kind"] == "order":
        for place, option in enumerate(item["options"]):
            yield from too_wide(f"options.{place}.text", option["text"], limits.STEP)
    if item["kind"] == "chat":
        yield from chat_faults(item["chat"], item["nature"])
    for name in ("as_of", "review_by"):
        if item.get(name) and not _is_date(item[name]):
            yield Fault(name, "field_form", {"value": item[name]})


def _options(item: Mapping[str, Any]) -> Iterator[Fault]:
    options = item.get("options", [])
    keys = [option["key"] for option in options]
    if len(set(keys)) < len(keys):
        yield Fault("options", "keys_twice")
    elif item["kind"] == "order" and keys != sorted(keys):
        yield Fault("options", "keys_order")
    if len({option["text"].strip() for option in options}) < len(options):
        yield Fault("options", "texts_equal")
    if item["kind"] == "true_false" and sorted(keys) != ["A", "B"]:
        yield Fault("options", "keys_true_false")


def _right(item: Mapping[str, Any]) -> Iterator[Fault]:
    """Whether `right` is what the kind makes of the item."""
    kind, right = item["kind"], item["right"]
    keys = [option["key"] for option in item.get("options", [])]
    if kind == "judge":
        if right != [item["nature"]]:
            yield Fault("right", "right_not_nature", {"nature": item["nature"]})
        return
    if kind in ("choice", "multi", "true_false"):
        if missing := [key for key in right if key not in keys]:
            yield Fault("right", "right_not_an_option", {"value": missing[0], "known": ", ".join(keys)})
        return
    if kind == "order":
        wanted = keys
    elif kind == "cues":
        wanted = [f"c{place}" for place, _ in enumerate(item["message"].get("cues", []), start=1)] or [NONE]
    else:
        endings = {node.get("ending") for node in item["chat"]["nodes"]}
        wanted = [ending for ending in ("safe", "asked") if ending in endings]
    if right != wanted:
        yield Fault("right", "right_not_these", {"known": ", ".join(wanted)})


def _cues(nature: str, message: Mapping[str, Any]) -> Iterator[Fault]:
    """Numbers by nature; passages apart from each other; titles and reasons that fit beside the message."""
    spans: list[tuple[int, str, int, int]] = []
    for name, (least, most) in zip(("cues", "decoys"), COUNTS[nature], strict=True):
        passages = message.get(name, [])
        if not least <= len(passages) <= most:
            params = {"count": len(passages), "least": least, "most": most}
            yield Fault(f"message.{name}", f"{name}_{nature}", params)
        for place, cue in enumerate(passages):
            path = f"message.{name}.{place}"
            yield from too_wide(f"{path}.title", cue["title"], limits.CUE_TITLE)
            yield from too_wide(f"{path}.why", cue["why"], limits.CUE_WHY)
            span = _span(message["parts"], cue)
            if span and any(one[:2] == span[:2] and one[2] < span[3] and span[2] < one[3] for one in spans):
                yield Fault(f"{path}.text", "cues_overlap", {"value": cue["text"][:20]})
            if span:
                spans.append(span)


def _span(parts: Sequence[Mapping[str, str]], cue: Mapping[str, Any]) -> tuple[int, str, int, int] | None:
    """Where the passage first stands: part, field, first character and the one behind its last."""
    part = parts[cue["part"]] if cue["part"] < len(parts) else {}
    for name in FIELDS:
        start = part.get(name, "").find(cue["text"])
        if start >= 0:
            return cue["part"], name, start, start + len(cue["text"])
    return None


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
