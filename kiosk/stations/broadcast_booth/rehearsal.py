"""How a rehearsal plays this station: a script of the shelf, the level check, a take, listening, to the result card."""

from collections.abc import Collection
from random import Random
from typing import Any

from kiosk.stations.station import Move

ENOUGH_S = 21.0
PRACTISED_S = 3.0
PRIMARY = {"script", "check", "hear", "release", "done", "trouble", "closed"}


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while it counts, records on its own, renders or writes."""
    phase = view_model.phase
    if view_model.hanging:
        return None
    if phase == "shelf":
        # The last is the longest: its take waits for the touch that ends it, however slow the machine is.
        scripts = sorted(name for name in names if name.startswith("script-"))
        return Move(scripts[-1], "shelf") if scripts else None
    if phase == "wall":
        return Move("back", "wall") if "back" in names else None
    if phase == "take":
        return _take(view_model, names)
    if phase == "check" and view_model.good and "primary" in names:
        return Move("primary", "check-good")
    if phase in PRIMARY and view_model.primaryUsable and "primary" in names:
        return Move("primary", phase)
    return None


def _take(view_model: Any, names: Collection[str]) -> Move | None:
    """Lets the prompter roll by itself, and stops when there is enough."""
    if view_model.elapsed < 2.0:
        return None
    if view_model.elapsed < (PRACTISED_S if view_model.practising else ENOUGH_S):
        nudge = "pace" in names and view_model.prompter.pace != 2
        return Move("pace", "take", quick=True) if nudge else None
    return Move("stop")
