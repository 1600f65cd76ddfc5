"""How a rehearsal plays this station: some phrases that hurt first, taken back and mended, to the result card."""

from collections.abc import Collection
from random import Random
from typing import Any

from kiosk.stations.kind_words.rules import Talk, judge, next_good
from kiosk.stations.station import Move

WRONG_SHARE = 0.35


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while something is on its way to the disk."""
    if view_model.hanging:
        return None
    if view_model.now == "won":
        return Move("primary", "won")
    talk: Talk = view_model.talk_now
    if talk.sent:
        return Move("primary", f"after-{talk.verdict}")
    wanted = _ordered(talk)
    if talk.held:
        free = next((at for at, key in enumerate(talk.placed) if not key), 0)
        place = wanted.index(talk.held) if talk.held in wanted else free
        return Move(f"place-{place}", "held", quick=True)
    picked = next((key for key, lies in zip(wanted, talk.placed, strict=False) if key != lies), "")
    picked = picked or _next(talk, random)
    if not picked:
        return Move("primary", "full")
    return Move(f"piece-{talk.seats.index(picked)}", "placed" if talk.text else talk.scene.theme, quick=True)


def _ordered(talk: Talk) -> list[str]:
    """The tiles in their right order, where they are all there but stand in another one; else nothing."""
    if judge(talk.scene, talk.said) != "order":
        return []
    return [next(tile.key for tile in talk.said if tile.role == need) for need in talk.scene.needs]


def _next(talk: Talk, random: Random) -> str:
    """The tile to take now: at a first try sometimes one that is no good; empty when the sentence is done."""
    if talk.tries == 0 and not talk.text and random.random() < WRONG_SHARE:
        return random.choice([tile.key for tile in talk.scene.tiles if not tile.good])
    return next_good(talk) if "" in talk.placed else ""
