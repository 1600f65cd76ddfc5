"""Cuts: pieces tile the picture, knobs stay in bounds, no two cuts alike, the same seed cuts the same."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.stations.convention_puzzle.jigsaw_cut import REACH, Cut, Point, cut

CUTS = st.builds(
    cut,
    st.integers(0, 2**32),
    st.integers(1, 12),
    st.integers(1, 9),
    st.integers(240, 1920),
    st.integers(200, 1080),
)


def area(corners: list[Point]) -> float:
    """By the shoelace formula."""
    ring = [*corners, corners[0]]
    return sum(one[0] * other[1] - other[0] * one[1] for one, other in pairwise(ring)) / 2


@given(CUTS)
@settings(max_examples=60, deadline=None)
def test_pieces_tile_the_picture_exactly(made: Cut) -> None:
    areas = [area(made.polygon(piece)) for piece in range(made.count)]
    assert min(areas) > 0
    assert sum(areas) == pytest.approx(made.width * made.height)


@given(CUTS, st.floats(0.001, 0.999), st.floats(0.001, 0.999))
@settings(max_examples=150, deadline=None)
def test_every_point_lies_on_one_piece(made: Cut, right: float, down: float) -> None:
    x, y = made.width * right, made.height * down
    assert sum(made.contains(piece, x, y) for piece in range(made.count)) == 1


@given(CUTS)
@settings(max_examples=60, deadline=None)
def test_knobs_stay_in_bounds_and_never_leave_the_picture(made: Cut) -> None:
    reach = REACH * min(made.cell)
    for piece in range(made.count):
        column, row = made.place(piece)
        left, top = column * made.cell[0], row * made.cell[1]
        for edge, _ in made.sides(piece):
            for x, y in edge.points:
                assert -1e-9 <= x <= made.width + 1e-9
                assert -1e-9 <= y <= made.height + 1e-9
                assert left - reach <= x <= left + made.cell[0] + reach
                assert top - reach <= y <= top + made.cell[1] + reach


@given(CUTS)
@settings(max_examples=40, deadline=None)
def test_the_same_seed_cuts_the_same_and_another_does_not(made: Cut) -> None:
    size = made.columns, made.rows, made.width, made.height
    assert cut(made.seed, *size) == made
    if made.count > 1:
        assert cut(made.seed + 1, *size).across + cut(made.seed + 1, *size).down != made.across + made.down


@given(CUTS)
@settings(max_examples=40, deadline=None)
def test_only_the_border_is_straight_and_no_two_knobs_are_alike(made: Cut) -> None:
    for piece in range(made.count):
        straight = [edge.straight for edge, _ in made.sides(piece)]
        assert straight == [beside is None for beside in made.around(piece)[:4]]
    shapes = [
        tuple((round(x - edge.points[0][0], 6), round(y - edge.points[0][1], 6)) for x, y in edge.points)
        for line in (*made.across, *made.down)
        for edge in line
        if not edge.straight
    ]
    assert len(set(shapes)) == len(shapes)


def test_neighbours_are_named_from_the_right_sides() -> None:
    made = cut(1, 3, 3, 300, 300)
    assert made.around(4) == (1, 5, 7, 3, 2, 8, 6, 0)
    assert made.around(0) == (None, 1, 3, None, None, 4, None, None)
    assert made.centre(4) == (150, 150)
    assert not made.on_border(4)
    assert made.on_border(3)
