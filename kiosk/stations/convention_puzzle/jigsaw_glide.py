"""What moves by itself: pieces that slide to where they belong. Nothing waits for them. Pure."""

from dataclasses import dataclass

DURATION_MS = 240


@dataclass(slots=True)
class Glide:
    """How far a piece is still from its place (pixels, degrees) when `left` milliseconds remain."""

    x: float
    y: float
    spin: float
    left: float


class Glides:
    """The pieces under way. With `calm` everything is at its place at once."""

    def __init__(self, calm: bool = False) -> None:
        self.calm = calm
        self._under_way: dict[int, Glide] = {}

    def __bool__(self) -> bool:
        return bool(self._under_way)

    def __contains__(self, piece: int) -> bool:
        return piece in self._under_way

    def start(self, piece: int, x: float, y: float, spin: float = 0) -> None:
        """The piece is shown `x`, `y` pixels and `spin` degrees off its place and slides there."""
        self._under_way.pop(piece, None)
        if not self.calm and (abs(x) > 0.5 or abs(y) > 0.5 or spin):
            self._under_way[piece] = Glide(x, y, spin, DURATION_MS)

    def off(self, piece: int) -> tuple[float, float, float]:
        """How far it is shown off its place now: right, down, degrees."""
        glide = self._under_way.get(piece)
        if glide is None:
            return 0.0, 0.0, 0.0
        rest = (glide.left / DURATION_MS) ** 3
        return glide.x * rest, glide.y * rest, glide.spin * rest

    def stop(self, piece: int) -> None:
        """It is where it is."""
        self._under_way.pop(piece, None)

    def advance(self, milliseconds: float) -> list[int]:
        """Time goes on; the pieces that moved."""
        moved = list(self._under_way)
        for piece in moved:
            glide = self._under_way[piece]
            glide.left -= milliseconds
            if glide.left <= 0:
                del self._under_way[piece]
        return moved
