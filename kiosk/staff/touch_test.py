"""The touch panel tried out: corners and edges, as many fingers as there are, touches that nobody makes. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MARKS = {
    "top-left": (0.0, 0.0), "top": (0.5, 0.0), "top-right": (1.0, 0.0),
    "left": (0.0, 0.5), "middle": (0.5, 0.5), "right": (1.0, 0.5),
    "bottom-left": (0.0, 1.0), "bottom": (0.5, 1.0), "bottom-right": (1.0, 1.0),
}  # fmt: skip
"""What is to be touched, as shares of width and height."""
FINGERS = 4
"""Four children play together."""
QUIET_MS = 10_000


@dataclass
class TouchTest:
    """`stage`: `marks` (touch each), `fingers` (put down as many as you can), `quiet` (hands off for 10 s), `done`."""

    stage: str = "marks"
    met: set[str] = field(default_factory=set)
    fingers: int = 0
    ghosts: list[tuple[float, float]] = field(default_factory=list)
    quiet_since_ms: int = 0

    def pressed(self, at: tuple[float, float], reach: tuple[float, float]) -> None:
        """A finger came down at `at` (shares of the screen); a mark counts within `reach` of its middle."""
        if self.stage == "marks":
            self.met |= {name for name, mark in MARKS.items() if _near(at, mark, reach)}
        elif self.stage == "quiet":
            self.ghosts.append(at)

    def held(self, fingers: int) -> None:
        """So many fingers are down at once."""
        if self.stage == "fingers":
            self.fingers = max(self.fingers, fingers)

    def next(self, now_ms: int) -> None:
        """On to the next part, whatever this one has shown."""
        after = {"marks": "fingers", "fingers": "quiet", "quiet": "done", "done": "marks"}
        self.stage = after[self.stage]
        if self.stage == "marks":
            self.met, self.fingers, self.ghosts = set(), 0, []
        self.quiet_since_ms = now_ms

    def seconds_left(self, now_ms: int) -> int:
        """How long hands stay off."""
        return max(0, -(-(QUIET_MS - (now_ms - self.quiet_since_ms)) // 1000)) if self.stage == "quiet" else 0

    @property
    def is_good(self) -> bool:
        """Whether there is nothing to mend."""
        return len(self.met) == len(MARKS) and self.fingers >= FINGERS and not self.ghosts

    def found(self) -> Mapping[str, int]:
        """The result in numbers."""
        return {"marks": len(self.met), "all": len(MARKS), "fingers": self.fingers, "ghosts": len(self.ghosts)}


def _near(at: tuple[float, float], mark: tuple[float, float], reach: tuple[float, float]) -> bool:
    """Marks at the rim are half cut off, and count as far inward as the others."""
    return all(abs(place - middle) <= 2 * far for place, middle, far in zip(at, mark, reach, strict=True))
