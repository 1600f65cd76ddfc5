"""Flat paper seen at an angle: the map from millimetres of a sheet to points of a picture. NumPy; child process."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy
from numpy.typing import NDArray

Points: TypeAlias = NDArray[numpy.float64]
"""Shape (n, 2): x and y."""
Gray: TypeAlias = NDArray[numpy.float32]
"""Shape (height, width), 0 to 255."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A homography, 3 by 3."""

    matrix: NDArray[numpy.float64]

    def at(self, places: Points) -> Points:
        """Where `places` (millimetres) lie in the picture (pixels)."""
        along = numpy.column_stack((places, numpy.ones(len(places)))) @ self.matrix.T
        return numpy.asarray(along[:, :2] / along[:, 2:])

    def scale(self, place: tuple[float, float]) -> float:
        """Pixels a millimetre around `place`, the smaller of the two directions."""
        x, y = place
        here, right, down = self.at(numpy.array([(x, y), (x + 1, y), (x, y + 1)]))
        return float(min(numpy.hypot(*(right - here)), numpy.hypot(*(down - here))))


def fitted(places: Points, seen: Points) -> Flat:
    """The homography that takes `places` to `seen` (four or more points, no three of four in a line), least squares."""
    before, after = _centred(places), _centred(seen)
    (x, y), (u, v) = _moved(places, before).T, _moved(seen, after).T
    one, zero = numpy.ones_like(x), numpy.zeros_like(x)
    rows = numpy.concatenate(
        (
            numpy.column_stack((x, y, one, zero, zero, zero, -u * x, -u * y, -u)),
            numpy.column_stack((zero, zero, zero, x, y, one, -v * x, -v * y, -v)),
        )
    )
    solved = numpy.linalg.svd(rows)[2][-1].reshape(3, 3)
    return Flat(numpy.linalg.inv(after) @ solved @ before)


def sampled(picture: Gray, points: Points) -> Gray:
    """The brightness at `points` between pixels; outside the picture that of its edge. Shape (n,)."""
    height, width = picture.shape
    x = numpy.clip(points[:, 0] - 0.5, 0, width - 1.001)
    y = numpy.clip(points[:, 1] - 0.5, 0, height - 1.001)
    left, top = x.astype(numpy.intp), y.astype(numpy.intp)
    across, down = (x - left).astype(numpy.float32), (y - top).astype(numpy.float32)
    upper = picture[top, left] * (1 - across) + picture[top, left + 1] * across
    lower = picture[top + 1, left] * (1 - across) + picture[top + 1, left + 1] * across
    return numpy.asarray(upper * (1 - down) + lower * down, dtype=numpy.float32)


def grid(centre: tuple[float, float], half: tuple[float, float], step: float) -> tuple[Points, tuple[int, int]]:
    """Points of a rectangle around `centre`, row by row, and how many rows and columns there are."""
    columns = 2 * round(half[0] / step) + 1
    rows = 2 * round(half[1] / step) + 1
    y, x = numpy.mgrid[0:rows, 0:columns]
    across = centre[0] + (x - columns // 2) * step
    down = centre[1] + (y - rows // 2) * step
    return numpy.column_stack((across.ravel(), down.ravel())), (rows, columns)


def flattened(picture: Gray, flat: Flat, size: tuple[float, float], step: float) -> Gray:
    """A rectangle of the sheet from its upper left, as if scanned straight: one pixel each `step` millimetres."""
    places, shape = grid((size[0] / 2, size[1] / 2), (size[0] / 2, size[1] / 2), step)
    return sampled(picture, flat.at(places)).reshape(shape)


def _centred(points: Points) -> NDArray[numpy.float64]:
    """Moves the points' middle to 0 and their spread to about 1: what least squares needs to be exact."""
    middle = points.mean(axis=0)
    spread = 1 / max(1e-9, float(numpy.sqrt(((points - middle) ** 2).sum(axis=1)).mean()))
    return numpy.array(((spread, 0.0, -spread * middle[0]), (0.0, spread, -spread * middle[1]), (0.0, 0.0, 1.0)))


def _moved(points: Points, matrix: NDArray[numpy.float64]) -> Points:
    return numpy.asarray((numpy.column_stack((points, numpy.ones(len(points)))) @ matrix.T)[:, :2])
