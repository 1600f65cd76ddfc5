"""How a rehearsal plays this station: every child chooses, plans, paints, signs with a dot and hangs a lantern."""

from collections.abc import Collection
from random import Random
from typing import Any

from kiosk.stations.pledge.plans import Planning
from kiosk.stations.pledge.rules import PATTERNS, SHAPES, Lantern
from kiosk.stations.station import Move


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while something is on its way to the disk."""
    if view_model.hanging:
        return None
    match view_model.now:
        case "choose" if not view_model.choose_now.complete:
            left = [one["key"] for one in view_model.choose_now.promises if not one["number"]]
            picture = "choose" if view_model.choose_now.chosen else "choose-none"
            return Move(f"promise-{random.choice(left)}", picture, quick=True)
        case "choose":
            return Move("primary", "chosen")
        case "plan":
            return _plan(view_model.plan_now.now, random)
        case "practice":
            at = view_model.practice_now.now
            if at.found or at.round is None:
                return Move("primary", "practised" if at.last else "")
            return Move(f"reply-{at.round.own}", "practice" if at.at == 0 else "", quick=True)
        case "paint":
            return _paint(view_model.paint_now.lantern, random)
        case "sign" if not view_model.signed_now:
            return Move("sign-pad", "sign", at=(random.uniform(0.3, 0.7), random.uniform(0.3, 0.7)), quick=True)
        case "hang" if view_model.paint_now.lantern.place < 0:
            return Move("bridge", "hang", at=(random.uniform(0.1, 0.9), random.uniform(0.25, 0.6)), quick=True)
        case "hang":
            return Move("primary", "hung")
    return Move("primary", view_model.now)


def _plan(planning: Planning, random: Random) -> Move:
    """A promise where the child is asked for one, when, a way, onward; pictures of the first plan."""
    promise = planning.at_hand
    seen = bool(planning.whole)
    if promise is None or promise.tiles is None:
        return Move(f"plan-{random.choice(planning.made).id}", "plan-pick", quick=True)
    if not planning.plan.when:
        return Move(f"when-{random.choice(promise.tiles.when).id}", "" if seen else "plan", quick=True)
    if not planning.plan.way:
        return Move(f"way-{random.choice(promise.tiles.ways).id}", "" if seen else "plan-way", quick=True)
    return Move("primary", "planned" if planning.done else "")


def _paint(lantern: Lantern, random: Random) -> Move:
    """Another shape, another paper, a pattern, onward."""
    if lantern.shape == 1:
        return Move(f"shape-{random.randrange(2, SHAPES + 1)}", "paint", quick=True)
    if not lantern.paper:
        return Move(f"paper-{random.choice([one for one in range(1, SHAPES + 1) if one != lantern.shape])}", quick=True)
    if not lantern.pattern:
        return Move(f"pattern-{random.randrange(1, PATTERNS + 1)}", quick=True)
    return Move("primary", "painted")
