"""找破绽: the passages of a message that can be touched, and what each of them was worth. Pure."""

from collections.abc import Callable, Collection
from typing import Any

from kiosk.core.item import NONE, Item, Message
from kiosk.stations.anti_fraud.message import Passage, passages

Say = Callable[..., str]


def passage_keys(message: Message) -> tuple[str, ...]:
    """The keys that can be chosen, in reading order; at the end the one for a message without any cue."""
    return (*(one.key for one in passages(message)), NONE)


def toggle(chosen: Collection[str], key: str) -> set[str]:
    """What is chosen after a touch on `key`: passages mark and unmark, and `none` stands alone."""
    if key == NONE:
        return {NONE}
    return {*chosen, key} - {NONE} if key not in chosen else {*chosen} - {key}


def cues_head(item: Item, chosen: Collection[str], say: Say) -> str:
    """The verdict in a few words: all found, or what is missing or too many."""
    missed, surplus = len({*item.right} - {*chosen}), len({*chosen} - {*item.right} - {NONE})
    if item.nature == "genuine":
        return say("anti_fraud.cues_genuine_wrong" if missed else "anti_fraud.cues_genuine_right")
    if NONE in chosen:
        return say("anti_fraud.cues_overlooked", count=len(item.right))
    if missed and surplus:
        return say("anti_fraud.cues_both")
    if missed:
        return say("anti_fraud.cues_missed", count=missed)
    return say("anti_fraud.cues_surplus", count=surplus) if surplus else say("anti_fraud.cues_all")


def cue_blocks(item: Item, chosen: Collection[str], say: Say) -> list[dict[str, Any]]:
    """Every cue with its reason; after a search also why decoys are fine: those touched, or all if it is genuine."""
    assert item.message is not None
    all_of_them = passages(item.message)
    found = {one.key for one in all_of_them} & {*chosen}
    shown = [one for one in all_of_them if one.number]
    shown += [one for one in all_of_them if not one.number and (one.key in found or item.nature == "genuine")]
    return [
        {
            "kind": "cue" if one.number else "decoy",
            "number": one.number,
            "title": one.place.cue.title,
            "text": one.place.cue.why,
            "note": _note(one, found, say) if item.kind == "cues" else "",
        }
        for one in shown
    ]


def _note(passage: Passage, found: Collection[str], say: Say) -> str:
    """What is said beside a reason: a cue that was not found, a decoy that was touched."""
    if bool(passage.number) is (passage.key in found):
        return ""
    return say("anti_fraud.missed_mark" if passage.number else "anti_fraud.cues_touched")
