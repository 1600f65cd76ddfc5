"""How dark each bubble is beside the paper around it. NumPy; child process only."""

from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from kiosk.classroom.sheets_geometry import Gray, Points, grid, sampled
from kiosk.classroom.sheets_marks import Placed, means
from kiosk.core import answer_sheet as sheet
from kiosk.core.returning import LENGTH, PICTURES

STEP = 0.2
REACH = 2.6
"""So far from where it is expected a bubble's ring is looked for, in millimetres: paper bends between the squares."""
PAPER = (4.25, 4.95)
"""Paper between ring and line, in millimetres from a bubble's middle."""
RING = (3.25, 3.95)
INNER = 2.5
"""The part of a bubble whose mean darkness counts: the ring stays outside."""
WIDER = 2.8
"""The part in which a stroke is looked for."""
CODE_INNER, CODE_GAP = 2.4, 0.7
"""The part of a picture's bubble that counts, and the paper around it."""
LEAST_BLACK = 25.0
"""Paper and black that lie nearer together than this tell nothing."""
RING_SEEN = 0.12
"""How much darker than the paper around a ring is, at least, as a share of black."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A sheet's bubbles, ten rows of three, on a scale from 0 (paper) to 1 (the squares' black): their mean `dark`, the
    `peak` of what is drawn in them, and how `uneven` the paper around is. `rows` are those whose place is sure.

    `fields` are the mean darkness of the sixteen pictures in each of the three fields; empty where a field is not seen.
    """

    dark: list[list[float]]
    peak: list[list[float]]
    uneven: list[list[float]]
    rows: list[bool]
    fields: list[list[float]]


@dataclass(frozen=True, slots=True)
class Bubble:
    """One of them; `seen` when its ring is where it was looked for."""

    dark: float
    peak: float
    uneven: float
    seen: bool


def measured(picture: Gray, place: Placed) -> Measured:
    """All thirty."""
    blacks, drift = _blacks(picture, place), _filled_drift(place)
    rows = []
    for row in range(sheet.ROWS):
        bubbles = []
        for x in sheet.BUBBLES_X:
            left, right = sheet.ROW_MARKS_X
            share = (x - left) / (right - left)
            dx, dy = drift[row, 0] * (1 - share) + drift[row, 1] * share
            black = float(blacks[row, 0] * (1 - share) + blacks[row, 1] * share)
            bubbles.append(_bubble(picture, place, (x + float(dx), sheet.row_y(row) + float(dy)), black))
        rows.append(bubbles)
    return Measured(
        [[one.dark for one in row] for row in rows],
        [[one.peak for one in row] for row in rows],
        [[one.uneven for one in row] for row in rows],
        [all(one.seen for one in row) for row in rows],
        _fields(picture, place, blacks, drift),
    )


def _fields(picture: Gray, place: Placed, blacks: Points, drift: Points) -> list[list[float]]:
    """How dark the pictures of a return code are; between the squares beside a field and those of the rows."""
    if numpy.isnan(place.code_drift).any():
        return []
    black = float(numpy.median(blacks[:, 0]))
    return [
        [_picture(picture, place, drift, black, field, one) for one in range(len(PICTURES))] for field in range(LENGTH)
    ]


def _picture(picture: Gray, place: Placed, drift: Points, black: float, field: int, which: int) -> float:
    x, y = sheet.code_place(field, which)
    row = int(numpy.clip(round((y - sheet.ROW_TOP) / sheet.ROW_PITCH), 0, sheet.ROWS - 1))
    share = (x - sheet.CODE_MARK_X) / (sheet.ROW_MARKS_X[0] - sheet.CODE_MARK_X)
    dx, dy = place.code_drift[field] * (1 - share) + drift[row, 0] * share
    half = sheet.CODE_BUBBLE + CODE_GAP
    places, _ = grid((x + float(dx), y + float(dy)), (half, half), STEP)
    seen = sampled(picture, place.flat.at(places))
    away = numpy.hypot(*(places - (x + float(dx), y + float(dy))).T)
    light = float(numpy.percentile(seen[away >= sheet.CODE_BUBBLE + 0.3], 75))
    return float((light - seen[away <= CODE_INNER].mean()) / max(LEAST_BLACK, light - black))


def _bubble(picture: Gray, place: Placed, centre: tuple[float, float], black: float) -> Bubble:
    """One bubble whose middle is expected at `centre`."""
    half = REACH + PAPER[1]
    places, shape = grid(centre, (half, half), STEP)
    patch = means(sampled(picture, place.flat.at(places)).reshape(shape), 1, 1)
    size = round(PAPER[1] / STEP)
    y, x = numpy.mgrid[-size : size + 1, -size : size + 1] * STEP
    away = numpy.hypot(x, y)
    ring, paper = (_mask(away, bounds) for bounds in (RING, PAPER))
    windows = numpy.lib.stride_tricks.sliding_window_view(patch, away.shape)
    edge = (windows * (paper / paper.sum() - ring / ring.sum())).sum(axis=(2, 3))
    row, column = numpy.unravel_index(int(numpy.argmax(edge)), edge.shape)
    best = windows[row, column]
    around = best[paper]
    light = float(numpy.percentile(around, 60))
    depth = max(LEAST_BLACK, light - black)
    low, high = numpy.percentile(around, (15, 85))
    inside = (light - best) / depth
    at_rim = row in (0, edge.shape[0] - 1) or column in (0, edge.shape[1] - 1)
    return Bubble(
        float(inside[away <= INNER].mean()),
        float(numpy.percentile(inside[away <= WIDER], 96)),
        float(high - low) / depth,
        bool(edge[row, column] >= RING_SEEN * depth and not at_rim),
    )


def _mask(away: NDArray[numpy.float64], bounds: tuple[float, float]) -> NDArray[numpy.bool_]:
    return numpy.asarray((away >= bounds[0]) & (away <= bounds[1]))


def _blacks(picture: Gray, place: Placed) -> Points:
    """How black the squares at either end of each row are; where one is not seen, as the middle of those that are."""
    found = numpy.full((sheet.ROWS, 2), numpy.nan)
    for row, end in zip(*numpy.nonzero(place.seen), strict=True):
        dx, dy = place.drift[row, end]
        places, _ = grid((sheet.ROW_MARKS_X[end] + dx, sheet.row_y(int(row)) + dy), (0.8, 0.8), STEP)
        found[row, end] = numpy.median(sampled(picture, place.flat.at(places)))
    return numpy.where(numpy.isnan(found), numpy.nanmedian(found), found)


def _filled_drift(place: Placed) -> Points:
    """The drift of every row's ends; where one was not seen, that of the nearest row whose same end was."""
    drift = place.drift.copy()
    for end in (0, 1):
        seen = numpy.flatnonzero(place.seen[:, end])
        for row in numpy.flatnonzero(numpy.logical_not(place.seen[:, end])):
            drift[row, end] = place.drift[seen[numpy.argmin(abs(seen - row))], end]
    return drift
