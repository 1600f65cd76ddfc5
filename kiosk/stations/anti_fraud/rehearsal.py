"""How a rehearsal plays this station: a level, right answers and wrong ones, a change of mind, to the result card."""

from collections.abc import Collection
from random import Random
from typing import Any

from kiosk.stations.station import Move

WRONG_SHARE = 0.3
SEVERAL = ("multi", "cues")


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while an answer is on its way to the disk."""
    match view_model.phase:
        case "map":
            return Move(f"level-{random.choice([one['id'] for one in view_model.levels if one['open']])}", "map")
        case "question":
            return None if view_model.hanging else _answer(view_model, names, random)
        case "after":
            return Move("primary", f"after-{view_model.question['kind']}")
        case phase:
            return Move("primary", phase)


def _answer(view_model: Any, names: Collection[str], random: Random) -> Move:
    """Touch what is still missing from the answer, turning pages to find it, then confirm."""
    question, chosen = view_model.question, set(view_model.chosen)
    if question["kind"] == "chat":
        return _reply(view_model, random)
    if question["kind"] == "order":
        return _place(view_model, random)
    keys = [option["key"] for option in question["options"]]
    right = set(view_model.right_now)
    wanted = right
    if question["kind"] not in SEVERAL and random.random() < WRONG_SHARE:
        wanted = {random.choice(keys)}
    missing = [f"option-{index}" for index, key in enumerate(keys) if key in wanted - chosen]
    if not missing or (chosen and question["kind"] not in SEVERAL):
        return Move("primary", f"{question['kind']}-chosen")
    if missing[0] not in names and "options-turn" in names:
        return Move("options-turn", f"{question['kind']}-paged")
    return Move(missing[0], question["kind"])


def _place(view_model: Any, random: Random) -> Move:
    """The next step to its place, now and then a wrong one; then confirm."""
    placed = view_model.chosen
    free = [key for key in view_model.right_now if key not in placed]
    if not free:
        return Move("primary", "order-chosen")
    key = random.choice(free) if random.random() < WRONG_SHARE / len(free) else free[0]
    keys = [option["key"] for option in view_model.question["options"]]
    return Move(f"option-{keys.index(key)}", "order-placed" if placed else "order")


def _reply(view_model: Any, random: Random) -> Move:
    """One reply of a chat, mostly one that leads to a good end."""
    if view_model.chosen:
        return Move("primary", "chat-chosen")
    keys = [option["key"] for option in view_model.question["options"]]
    key = random.choice(keys) if random.random() < WRONG_SHARE else view_model.right_now[0]
    said = any(bubble["own"] for bubble in view_model.question["chat"]["bubbles"])
    return Move(f"option-{keys.index(key)}", "chat-on" if said else "chat")
