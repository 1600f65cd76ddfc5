"""Experience: what reading and seeing through is worth in a visit. Never how fast. Pure."""

from dataclasses import dataclass

from kiosk.stations.anti_fraud.rules import Run

KEPT = "anti_fraud.experience"
"""It is kept for the visit under this."""
WORTH = {"right": 10, "ask_ok": 8, "wrong": 4}
"""A wrong answer was read and explained: that is worth something too."""
STAR = 5
STEP = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """Step `number` counts from 1; `into` of `STEP` points lead to the next."""

    number: int
    into: int

    @property
    def share(self) -> float:
        """How much of the way to the next step lies behind, 0 to 1."""
        return self.into / STEP


def gained(run: Run) -> int:
    """The points of a run, also of one that was left before its end."""
    return sum(WORTH[answer.verdict] for answer in run.answers) + STAR * run.stars


def standing(points: int) -> Standing:
    """Where somebody with so many points stands."""
    return Standing(points // STEP + 1, points % STEP)
