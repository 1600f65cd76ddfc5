"""How a rehearsal plays this station: all four checks, then some; now and then a wrong rating; to the result card."""

from collections.abc import Collection
from random import Random
from typing import Any

from kiosk.stations.rumour_desk.claims import CHECKS
from kiosk.stations.rumour_desk.rules import RATINGS, SURE
from kiosk.stations.station import Move

WRONG_SHARE = 0.3


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while something is on its way to the disk."""
    if view_model.hanging:
        return None
    match view_model.now:
        case "hub":
            return Move(f"mode-{random.choice(('desk', 'trickster'))}", "hub")
        case "bait" if view_model.run.bait < 0:
            return Move(f"bait-{random.randrange(3)}", "bait")
        case "bait":
            return Move("primary", "bait-chosen")
        case "claim":
            return _rate(view_model.run, random)
        case "after":
            return Move("primary", f"after-{view_model.verdict}")
    return Move("primary", view_model.now)


def _rate(run: Any, random: Random) -> Move:
    """All four checks for the first claim, then some; a rating, mostly the right one; how sure."""
    draft = run.draft
    wanted = CHECKS if not run.answers else (CHECKS[len(run.answers) % 4],)
    left = [check for check in wanted if check not in draft.looked]
    if left:
        last = draft.looked[-1] if draft.looked else ""
        return Move(f"check-{left[0]}", f"looked-{last}" if last else "claim")
    if not draft.rating:
        rating = random.choice(RATINGS) if random.random() < WRONG_SHARE else run.task.claim.nature
        return Move(f"rate-{rating}", f"looked-{draft.looked[-1]}")
    if not draft.sure:
        return Move(f"sure-{random.choice(SURE)}", "rated")
    return Move("primary", "sure")
