"""How a screen is shared by several children: halves, or the four corners of a large one. Pure.

Targets are 120 design pixels and the smallest words 28. A corner is drawn at three quarters of that, which only a large
panel bears: there both are still as large to the eye and the finger as on an ordinary kiosk.
"""

from dataclasses import dataclass

LEAST_TARGET_MM = 20.0
LEAST_WORDS_MM = 6.5
TARGET, WORDS = 120, 28
CORNER = 0.75


@dataclass(frozen=True, slots=True)
class Panel:
    """The screen in pixels; `per_mm` is 0 where the panel does not say how large it is."""

    width: float
    height: float
    per_mm: float = 0.0

    @property
    def upright(self) -> bool:
        """Whether it stands on its short side."""
        return self.height > self.width

    @property
    def unit(self) -> float:
        """Pixels a design pixel."""
        wide, high = (1080, 1920) if self.upright else (1920, 1080)
        return min(self.width / wide, self.height / high)

    def millimetres(self, design: float) -> float:
        """So many design pixels in millimetres; 0 when that is not known."""
        return design * self.unit / self.per_mm if self.per_mm else 0.0


@dataclass(frozen=True, slots=True)
class Shares:
    """`columns` × `rows` places at `scale`; `turn`: the upper ones are at first turned towards children opposite."""

    columns: int
    rows: int
    scale: float
    turn: bool


def share(panel: Panel, players: int) -> Shares | None:
    """How `players` share the panel; `None` when it is too small for that."""
    scale = 1.0 if players <= 2 else CORNER
    if panel.per_mm or scale < 1:
        if panel.millimetres(TARGET * scale) < LEAST_TARGET_MM:
            return None
        if scale < 1 and panel.millimetres(WORDS * scale) < LEAST_WORDS_MM:
            return None
    if players <= 2:
        return Shares(1, 2, scale, turn=True) if panel.upright else Shares(2, 1, scale, turn=False)
    return Shares(2, 2, scale, turn=panel.upright)
