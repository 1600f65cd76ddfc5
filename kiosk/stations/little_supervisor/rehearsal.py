"""How a rehearsal plays this station: a whole week, most posts seen rightly, some not, to the result card."""

from collections.abc import Collection
from random import Random
from typing import Any

from kiosk.stations.little_supervisor.town import ACTS, FINE, WHAT
from kiosk.stations.station import Move

WRONG_SHARE = 0.3


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while an answer is on its way to the disk, or days go by."""
    week = view_model.week
    if view_model.hanging:
        return None
    match view_model.now:
        case "post":
            return _answer(week, random)
        case "after":
            return Move("primary", f"after-{view_model.mood}")
        case "town" if week.waiting:
            return Move(f"street-{week.waiting[0].post.street}", "town-later" if week.answers else "town")
    return Move("primary", "town-sunday" if week.over else "town-quiet")


def _answer(week: Any, random: Random) -> Move:
    """What it is, why, what to do; now and then something else."""
    post, draft = week.task.post, week.draft
    if week.step == "act":
        return _act(post, draft, random)
    if not draft.what:
        what = random.choice(WHAT) if random.random() < WRONG_SHARE else post.what
        return Move(f"what-{what}", f"post-{post.form}")
    if draft.what != FINE and not draft.reason:
        reason = random.choice(post.reasons) if random.random() < WRONG_SHARE else post.reason
        return Move(f"why-{post.reasons.index(reason)}", "why")
    return Move("primary", "said")


def _act(post: Any, draft: Any, random: Random) -> Move:
    if draft.acts:
        return Move("primary", "acts-chosen")
    act = random.choice(ACTS) if random.random() < WRONG_SHARE else post.must[0]
    return Move(f"act-{act}", "acts")
