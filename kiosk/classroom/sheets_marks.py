"""Where a sheet lies in a picture: from its QR outwards, one black square after the other. NumPy; child process."""

from dataclasses import dataclass

import numpy

from kiosk.classroom.sheets_geometry import Flat, Gray, Points, fitted, grid, sampled
from kiosk.core import answer_sheet as sheet
from kiosk.core.returning import LENGTH

STEP = 0.25
"""Marks are looked for at four points a millimetre."""
LEAST_REACH, REACH = 1.6, 0.05
"""How far off a mark may lie: so many millimetres, and so much of its distance from the nearest that is known."""
CLEAR = 0.45
"""How much darker a mark is than the paper around it, as a share of what the code shows."""
QUIET = 2
"""Empty squares around the code."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed square: its middle and its side."""

    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A sheet in a picture: the map, how far each end of each row lies from where the map has it (millimetres; shape
    (10, 2, 2): row, end, x and y), and which ends were seen (10, 2). `code_drift` is that of the squares beside the
    three fields of pictures (3, 2), NaN where one was not seen."""

    flat: Flat
    drift: Points
    seen: Points
    corners: int
    code_drift: Points


def marks() -> list[Mark]:
    """All squares of a sheet: rows from the left, then corners, then those beside the fields of pictures."""
    rows = [Mark(x, sheet.row_y(row), sheet.ROW_MARK) for row in range(sheet.ROWS) for x in sheet.ROW_MARKS_X]
    corners = [Mark(x, y, sheet.CORNER) for x, y in sheet.CORNERS]
    return rows + corners + [Mark(sheet.CODE_MARK_X, sheet.code_mark_y(at), sheet.ROW_MARK) for at in range(LENGTH)]


def code_corners() -> Points:
    """The corners of the code's squares, clockwise from the upper left."""
    edge = sheet.QR_SIDE * QUIET / sheet.QR_SQUARES
    left, top = sheet.QR_X + edge, sheet.QR_Y + edge
    side = sheet.QR_SIDE - 2 * edge
    return numpy.array([(left, top), (left + side, top), (left + side, top + side), (left, top + side)])


def placed(picture: Gray, corners: Points, contrast: float) -> Placed:
    """The sheet whose code has its `corners` there; `contrast` is how bright paper is above the code's black.

    From mark to mark: each is looked for where the map has it, moved by what the map is wrong about its neighbour.
    """
    known, seen = [*code_corners()], [*corners]
    flat = fitted(numpy.array(known), numpy.array(seen))
    found: dict[Mark, Points] = {}
    left = marks()
    while left:
        (away, beside), mark = min(((_nearest(one, known), one) for one in left), key=lambda pair: pair[0])
        left.remove(mark)
        wrong = seen[beside] - flat.at(known[beside][None])[0]
        at = _look(picture, flat, wrong, mark, LEAST_REACH + REACH * away, contrast)
        if at is None:
            continue
        found[mark] = at
        known.append(numpy.array((mark.x, mark.y)))
        seen.append(at)
        flat = fitted(numpy.array(known), numpy.array(seen))
    return _settled(flat, found)


def _settled(flat: Flat, found: dict[Mark, Points]) -> Placed:
    """By the last map: what is left over at each mark is how the paper is bent."""
    back = Flat(numpy.asarray(numpy.linalg.inv(flat.matrix), dtype=numpy.float64))
    drift = numpy.zeros((sheet.ROWS, 2, 2))
    seen = numpy.zeros((sheet.ROWS, 2), dtype=bool)
    all_marks = marks()
    rows, corners = all_marks[: 2 * sheet.ROWS], all_marks[2 * sheet.ROWS : -LENGTH]
    off = {mark: back.at(at[None])[0] - (mark.x, mark.y) for mark, at in found.items()}
    for place, mark in enumerate(rows):
        if mark in found:
            row, end = divmod(place, 2)
            drift[row, end] = off[mark]
            seen[row, end] = True
    fields = numpy.array([off.get(mark, (numpy.nan, numpy.nan)) for mark in all_marks[-LENGTH:]])
    return Placed(flat, drift, seen, sum(mark in found for mark in corners), fields)


def _nearest(mark: Mark, known: list[Points]) -> tuple[float, int]:
    """How far the nearest known place is, and which it is."""
    return min((float(numpy.hypot(mark.x - x, mark.y - y)), place) for place, (x, y) in enumerate(known))


def _look(picture: Gray, flat: Flat, wrong: Points, mark: Mark, reach: float, contrast: float) -> Points | None:
    """Where in the picture the mark seems to lie; `None` when there is nothing like it."""
    border = 0.35 * mark.side
    half = reach + mark.side / 2 + border
    places, shape = grid((mark.x, mark.y), (half, half), STEP)
    patch = sampled(picture, flat.at(places) + wrong).reshape(shape)
    inside, outside = round(mark.side / 2 / STEP), round((mark.side / 2 + border) / STEP)
    small, large = means(patch, inside, outside), means(patch, outside, outside)
    sizes = (2 * inside + 1) ** 2, (2 * outside + 1) ** 2
    around = (large * sizes[1] - small * sizes[0]) / (sizes[1] - sizes[0])
    darker = around - small
    row, column = numpy.unravel_index(int(numpy.argmax(darker)), darker.shape)
    if darker[row, column] < CLEAR * contrast:
        return None
    middle = _middle(patch, places, shape, (int(row) + outside, int(column) + outside), outside)
    return numpy.asarray(flat.at(middle[None])[0] + wrong)


def _middle(patch: Gray, places: Points, shape: tuple[int, int], at: tuple[int, int], half: int) -> Points:
    """The middle of the dark around `at`."""
    rows = slice(at[0] - half, at[0] + half + 1)
    columns = slice(at[1] - half, at[1] + half + 1)
    cut = patch[rows, columns]
    dark = numpy.clip(float(numpy.percentile(cut, 75)) * 0.5 + float(cut.min()) * 0.5 - cut, 0, None)
    there = places.reshape(*shape, 2)[rows, columns]
    return numpy.asarray((there * dark[..., None]).sum(axis=(0, 1)) / dark.sum())


def means(patch: Gray, half: int, edge: int) -> Gray:
    """The mean of each square of `2 * half + 1` points, for middles at least `edge` from the rim."""
    sums = numpy.pad(patch.astype(numpy.float64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    rows, columns = patch.shape
    top, left = numpy.arange(edge, rows - edge), numpy.arange(edge, columns - edge)
    y0, y1 = top - half, top + half + 1
    x0, x1 = left - half, left + half + 1
    boxes = sums[numpy.ix_(y1, x1)] - sums[numpy.ix_(y0, x1)] - sums[numpy.ix_(y1, x0)] + sums[numpy.ix_(y0, x0)]
    return numpy.asarray(boxes / (2 * half + 1) ** 2, dtype=numpy.float32)
