"""How a rehearsal plays this station: every child chooses, signs with a dot and hangs a lantern."""

from collections.abc import Collection
from random import Random
from typing import Any

from kiosk.stations.pledge.rules import PROMISES
from kiosk.stations.station import Move


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while something is on its way to the disk."""
    if view_model.hanging:
        return None
    match view_model.now:
        case "choose" if len(view_model.chosen_now) < PROMISES:
            left = [one for one in view_model.offered_now if one not in view_model.chosen_now]
            return Move(
                f"promise-{random.choice(left)}", "choose" if view_model.chosen_now else "choose-none", quick=True
            )
        case "choose":
            return Move("primary", "chosen")
        case "sign" if not view_model.signed_now:
            return Move("sign-pad", "sign", at=(random.uniform(0.3, 0.7), random.uniform(0.3, 0.7)), quick=True)
        case "hang" if view_model.lantern_now.place < 0:
            if view_model.lantern_now.shape == 1:
                return Move(f"shape-{random.randrange(2, 7)}", "hang", quick=True)
            return Move("bridge", "hang-shape", at=(random.uniform(0.1, 0.9), random.uniform(0.25, 0.6)), quick=True)
        case "hang":
            return Move("primary", "hung")
    return Move("primary", view_model.now)
