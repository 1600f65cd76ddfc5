"""How a rehearsal plays this station: a level, right answers and wrong ones, a change of mind, to the result card."""

from collections.abc import Collection
from dataclasses import replace
from random import Random
from typing import Any

from kiosk.stations.station import Move

WRONG_SHARE = 0.3
SEVERAL = ("multi", "cues")


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while an answer is on its way to the disk.

    The primary button is touched as soon as it can be used; a touch that comes too early is simply made again.
    """
    match view_model.phase:
        case "map":
            return Move(f"level-{random.choice([one['id'] for one in view_model.levels if one['open']])}", "map")
        case "modes":
            return _play_as(view_model)
        case "question" | "after" if view_model.hanging:
            return None
        case "question":
            return _answer(view_model.playing[0], names, random)
        case "after":
            return Move("primary", f"after-{view_model.question['kind']}", quick=True)
        case "trickster":
            return _fish(view_model.trickster, random)
        case "split":
            return _at_the_sides(view_model, names, random)
        case "won" if _unplayed(view_model):
            return Move("to-map", f"won-{view_model.mode}")
        case phase:
            return Move("primary", phase)


def _unplayed(view_model: Any) -> list[str]:
    """The ways in which several children have not played yet, and can on this screen."""
    return [mode for mode in view_model.modes_usable if mode not in view_model.modes_played]


def _play_as(view_model: Any) -> Move:
    """Each way to play once, then any."""
    return Move(f"mode-{(_unplayed(view_model) or ['turns'])[0]}", "modes")


def _at_the_sides(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """What all children touch next, at the same moment: first their answers, then what leads on."""
    moves = [
        _at_a_side(number, side, names, random)
        for number, side in enumerate(view_model.playing, start=1)
        if side.now != "done" and not side.hanging
    ]
    answers = [move for move in moves if "-option-" in move.touch]
    together = answers or moves
    if not together:
        return None
    first = together[0]
    picture = f"{view_model.mode}-{first.picture}" if first.picture else ""
    return replace(first, picture=picture, also=tuple(move.touch for move in together[1:]))


def _at_a_side(number: int, side: Any, names: Collection[str], random: Random) -> Move:
    """The next touch of one child."""
    if side.now == "after":
        return Move(f"side-{number}-primary", "after", quick=True)
    move = _answer(side, [name.removeprefix(f"side-{number}-") for name in names], random)
    picture = "" if move.picture.endswith("-chosen") else move.picture
    return replace(move, touch=f"side-{number}-{move.touch}", picture=picture)


def _answer(side: Any, names: Collection[str], random: Random) -> Move:
    """Touch what is still missing from the answer, turning pages to find it, then confirm."""
    question, chosen = side.asked, set(side.chosen_now)
    if question["kind"] == "chat":
        return _reply(side, random)
    if question["kind"] == "order":
        return _place(side, random)
    keys = [option["key"] for option in question["options"]]
    wanted = set(side.run.right_now)
    if question["kind"] not in SEVERAL and random.random() < WRONG_SHARE:
        wanted = {random.choice(keys)}
    missing = [f"option-{index}" for index, key in enumerate(keys) if key in wanted - chosen]
    if not missing or (chosen and question["kind"] not in SEVERAL):
        return Move("primary", f"{question['kind']}-chosen", quick=True)
    if missing[0] not in names and "options-turn" in names:
        return Move("options-turn", f"{question['kind']}-paged")
    return Move(missing[0], question["kind"], quick=True)


def _fish(trickster: Any, random: Random) -> Move | None:
    """A bait, then what it pulls, on to the turn; `None` while the cast is on its way to the disk."""
    if trickster.stage == "bait" and not trickster.chosen:
        return Move(f"bait-{random.randrange(len(trickster.pond['baits']))}", "bait")
    if not trickster.primaryUsable:
        return None
    return Move("primary", {"bait": "bait-chosen", "pulled": "bait-pulled"}.get(trickster.stage, "bait-turn"))


def _place(side: Any, random: Random) -> Move:
    """The next step to its place, now and then a wrong one; then confirm."""
    placed = side.chosen_now
    free = [key for key in side.run.right_now if key not in placed]
    if not free:
        return Move("primary", "order-chosen", quick=True)
    key = random.choice(free) if random.random() < WRONG_SHARE / len(free) else free[0]
    keys = [option["key"] for option in side.asked["options"]]
    return Move(f"option-{keys.index(key)}", "order-placed" if placed else "order", quick=True)


def _reply(side: Any, random: Random) -> Move:
    """One reply of a chat, mostly one that leads to a good end."""
    if side.chosen_now:
        return Move("primary", "chat-chosen", quick=True)
    keys = [option["key"] for option in side.asked["options"]]
    key = random.choice(keys) if random.random() < WRONG_SHARE else side.run.right_now[0]
    said = any(bubble["own"] for bubble in side.asked["chat"]["bubbles"])
    return Move(f"option-{keys.index(key)}", "chat-on" if said else "chat", quick=True)
