"""Where everything stands: inside, apart, large enough for a finger; for conventions of any shape, in three layouts."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest

from kiosk.stations.convention_puzzle import hub
from kiosk.stations.convention_puzzle.convention import Convention, read_convention
from kiosk.stations.convention_puzzle.games import GAMES, HARDEST, make, offered
from kiosk.stations.convention_puzzle.layout import Area, Box, inside, plan
from kiosk.stations.convention_puzzle.rules import Board
from tests.stations.convention_help import brought, data, official, solved

LYING, UPRIGHT = (1824.0, 768.0), (984.0, 1366.0)
AREAS = [
    Area(*size, upright, pinyin, target)
    for size, upright in ((LYING, False), (UPRIGHT, True))
    for pinyin in (False, True)
    for target in (120, 140)
]
SHAPES = [(1, 4), (1, 60), (5, 4), (5, 24), (5, 60), (12, 12), (12, 60)]
CONVENTIONS = [official(), *(read_convention(brought(data(lines, length))) for lines, length in SHAPES)]
APART = 4


def overlap(one: Box, other: Box) -> bool:
    """Whether the two share more than a line."""
    return (
        min(one.x + one.w, other.x + other.w) - max(one.x, other.x) > 1
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 1
    )


def within(box: Box, area: Area) -> bool:
    return box.x >= -1 and box.y >= -1 and box.x + box.w <= area.w + 1 and box.bottom <= area.h + 1


def check(board: Board, area: Area) -> None:
    """Everything of one board."""
    made = plan(board, area)
    free = [*made.seats, *made.places.values(), made.strip]
    for box in (*free, *made.tokens, made.tray):
        assert within(box, area), (box, area)
        assert box.w > 0 and box.h > 0
    for one, other in combinations(free, 2):
        assert not overlap(one, other), (one, other)
    for one, other in combinations(made.tokens, 2):
        assert not overlap(one, other)
    for box in (*made.seats, *made.places.values()):
        assert min(box.w, box.h) >= min(area.target, 120) - 1, box
    assert made.strip.h >= 90
    done = solved(board)
    for key in done.placed:
        assert within(inside(made, done, key), area)


@pytest.mark.parametrize("area", AREAS, ids=str)
@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda one: one.id)
def test_boards_fit(convention: Convention, area: Area) -> None:
    line = convention.lines[0]
    for game in [one for one in GAMES[1:] if one in offered(convention, line)]:
        for level in range(HARDEST + 1):
            for players in (1, 4):
                boards: Sequence[Board] = make(
                    game, convention, line, level=level, players=players, random=Random(level)
                )
                for board in boards:
                    check(board, area)


@pytest.mark.parametrize("count", range(1, 13))
@pytest.mark.parametrize(("size", "upright"), [((1824.0, 418.0), False), ((984.0, 720.0), True)])
def test_pictures_of_the_hub_fit(count: int, size: tuple[float, float], upright: bool) -> None:
    boxes = hub.places(count, Area(*size, upright))
    assert len(boxes) == count
    for box in boxes:
        assert within(box, Area(*size)) and min(box.w, box.h) >= 120
    for one, other in combinations(boxes, 2):
        assert not overlap(one, other)
