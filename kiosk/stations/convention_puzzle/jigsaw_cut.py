"""How a picture is cut into interlocking pieces: shared edges with a knob each, no two alike. Pure.

Lengths are pixels of the picture; y runs down. Piece `row * columns + column` has its place in that cell of the grid.
"""

from dataclasses import dataclass, field
from functools import cached_property
from random import Random

Point = tuple[float, float]
REACH = 0.27
"""No knob reaches further over its cell's side, and no bow further back, than this share of the cell's shorter side."""
STEPS = 6
"""Straight pieces a curve is made of where only its shape counts (`polygon`)."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two cells: a start, then three points a Bézier curve; two points where it is straight."""

    points: tuple[Point, ...]

    @property
    def straight(self) -> bool:
        return len(self.points) == 2

    def flat(self) -> list[Point]:
        """Points along it, from its start to its end."""
        if self.straight:
            return list(self.points)
        found = [self.points[0]]
        for at in range(0, len(self.points) - 1, 3):
            found += [_on_curve(self.points[at : at + 4], step / STEPS) for step in range(1, STEPS + 1)]
        return found


@dataclass(frozen=True)
class Cut:
    """`across[row][column]` runs from left to right above that cell, `down[column][row]` downwards on its left."""

    seed: int
    columns: int
    rows: int
    width: int
    height: int
    across: tuple[tuple[Edge, ...], ...]
    down: tuple[tuple[Edge, ...], ...]
    _polygons: dict[int, list[Point]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def count(self) -> int:
        return self.columns * self.rows

    @cached_property
    def cell(self) -> Point:
        """Width and height of a piece without its knobs."""
        return self.width / self.columns, self.height / self.rows

    def place(self, piece: int) -> tuple[int, int]:
        """Its column and row."""
        return piece % self.columns, piece // self.columns

    def centre(self, piece: int) -> Point:
        """The middle of its cell."""
        column, row = self.place(piece)
        return (column + 0.5) * self.cell[0], (row + 0.5) * self.cell[1]

    def at(self, column: int, row: int) -> int | None:
        """The piece of that cell, if there is such a cell."""
        inside = 0 <= column < self.columns and 0 <= row < self.rows
        return row * self.columns + column if inside else None

    def around(self, piece: int) -> tuple[int | None, ...]:
        """Its neighbours: above, right, below, left, then the four over its corners, clockwise from the upper right."""
        column, row = self.place(piece)
        sides = ((0, -1), (1, 0), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, 1), (-1, -1))
        return tuple(self.at(column + right, row + below) for right, below in sides)

    def on_border(self, piece: int) -> bool:
        """Whether one of its sides is the picture's own edge."""
        return None in self.around(piece)[:4]

    def sides(self, piece: int) -> tuple[tuple[Edge, bool], ...]:
        """Its outline clockwise from the upper left: above, right, below, left; whether each is run forwards."""
        column, row = self.place(piece)
        return (
            (self.across[row][column], True),
            (self.down[column + 1][row], True),
            (self.across[row + 1][column], False),
            (self.down[column][row], False),
        )

    def polygon(self, piece: int) -> list[Point]:
        """Its outline as corners of straight lines. Neighbours share every corner on the line between them."""
        found = self._polygons.get(piece)
        if found is None:
            found = []
            for edge, forwards in self.sides(piece):
                flat = edge.flat()
                found += (flat if forwards else flat[::-1])[:-1]
            self._polygons[piece] = found
        return found

    def contains(self, piece: int, x: float, y: float) -> bool:
        """Whether that point of the picture is on the piece."""
        inside = False
        corners = self.polygon(piece)
        before = corners[-1]
        for corner in corners:
            if (corner[1] > y) != (before[1] > y):
                crossing = corner[0] + (y - corner[1]) * (before[0] - corner[0]) / (before[1] - corner[1])
                inside ^= x < crossing
            before = corner
        return inside


def cut(seed: int, columns: int, rows: int, width: int, height: int) -> Cut:
    """The same seed cuts the same pieces."""
    random = Random(seed)
    wide, high = width / columns, height / rows
    side = min(wide, high)

    def line(column: int, row: int, right: int, down: int, border: bool) -> Edge:
        """From a corner of the grid to the one beside or below it."""
        start = column * wide, row * high
        return _edge(random, start, ((column + right) * wide, (row + down) * high), side, border)

    across = tuple(
        tuple(line(column, row, 1, 0, row in (0, rows)) for column in range(columns)) for row in range(rows + 1)
    )
    down = tuple(
        tuple(line(column, row, 0, 1, column in (0, columns)) for row in range(rows)) for column in range(columns + 1)
    )
    return Cut(seed, columns, rows, width, height, across, down)


def _edge(random: Random, start: Point, end: Point, side: float, border: bool) -> Edge:
    """From `start` to `end`, with a knob to one side unless it is the picture's border."""
    if border:
        return Edge((start, end))
    length = (end[0] - start[0]) + (end[1] - start[1])
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    out = random.choice((1, -1))
    shape = _knob(random, length, side)
    points = tuple(
        (start[0] + along[0] * far - along[1] * off * out, start[1] + along[1] * far + along[0] * off * out)
        for far, off in shape
    )
    return Edge((start, *points, end))


def _knob(random: Random, length: float, side: float) -> list[Point]:
    """(how far along, how far out) of the curves' points between start and end: to the neck, round the head, back."""
    middle = length * random.uniform(0.43, 0.57)
    tall = random.uniform(0.19, 0.25) * side
    neck = random.uniform(0.04, 0.07) * side
    tip = middle + random.uniform(-0.03, 0.03) * side

    def half(sign: int) -> list[Point]:
        """From the side's end to the top of the head."""
        slim = random.uniform(0.06, 0.085) * side
        broad = random.uniform(0.12, 0.145) * side
        begin = middle - sign * middle if sign > 0 else length
        return [
            (begin + (middle - begin) * random.uniform(0.35, 0.5), random.uniform(-0.05, 0.05) * side),
            (middle - sign * 0.03 * side, -0.035 * side),
            (middle - sign * slim, neck),
            (middle - sign * (slim + 0.5 * neck), neck * 2),
            (tip - sign * broad, tall),
        ]

    left, right = half(1), half(-1)
    return [*left, (tip, tall), *right[::-1]]


def _on_curve(points: tuple[Point, ...], t: float) -> Point:
    """The point of a cubic Bézier curve at `t`, 0 to 1."""
    s = 1 - t
    weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    if t == 1:
        return points[3]
    return (
        sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
    )
