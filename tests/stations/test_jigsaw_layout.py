"""Board and trays: nothing overlaps, everything is on the screen, pieces are large enough for fingers."""

from itertools import combinations

import pytest

from kiosk.stations.convention_puzzle.jigsaw_layout import COUNTS, Box, Screen, fitting_grid, grid, lay_out

SCREENS = [
    Screen(1824, 768, 1),
    Screen(1824, 768, 1, 4.0),
    Screen(1824, 768, 1, 1.6, left_handed=True),
    Screen(984, 1344, 1),
    Screen(984, 1344, 1, 1.6),
    Screen(3648, 1536, 2, 3.2),
    Screen(1216, 512, 0.667, 4.0),
    Screen(1824, 768, 1, turning=True),
]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("players", [1, 2, 3, 4])
@pytest.mark.parametrize("aspect", [3 / 4, 4 / 3, 16 / 9])
def test_everything_has_its_own_place_on_the_screen(screen: Screen, players: int, aspect: float) -> None:
    whole = Box(-0.01, -0.01, screen.width + 0.02, screen.height + 0.02)
    for wanted in COUNTS:
        columns, rows = fitting_grid(wanted, aspect, screen, players)
        layout = lay_out(screen, players, aspect, columns, rows)
        boxes = [layout.board, *(tray.box for tray in layout.trays)]
        assert len(layout.trays) == players
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))
        for box in boxes:
            assert whole.holds(box.x, box.y)
            assert whole.holds(box.x + box.width, box.y + box.height)
        for tray in layout.trays:
            assert tray.slots
            assert all(tray.box.holds(*slot) for slot in tray.slots)
            assert tray.box.holds(tray.turner.x, tray.turner.y)
            assert len(set(tray.slots)) == len(tray.slots)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("players", [1, 4])
def test_a_piece_is_never_under_20_mm(screen: Screen, players: int) -> None:
    for wanted in COUNTS:
        columns, rows = fitting_grid(wanted, 4 / 3, screen, players)
        board = lay_out(screen, players, 4 / 3, columns, rows).board
        assert columns * rows <= wanted
        side = min(board.width / columns, board.height / rows)
        assert side >= screen.least or columns * rows == COUNTS[0]


def test_a_large_panel_takes_what_is_asked_and_a_small_one_fewer() -> None:
    large, small, silent = Screen(1824, 768, 1, 1.6), Screen(1824, 768, 1, 5.5), Screen(1824, 768, 1)
    counts = [columns * rows for columns, rows in (fitting_grid(96, 4 / 3, one, 1) for one in (large, small, silent))]
    assert counts == [96, 48, 48]


def test_grids_are_as_square_as_can_be() -> None:
    assert [grid(count, 4 / 3) for count in COUNTS] == [(4, 3), (6, 4), (8, 6), (12, 8)]
    assert grid(12, 3 / 4) == (3, 4)
    assert grid(500, 16 / 9) == (25, 20)


def test_the_left_hand_mirrors_board_and_tray() -> None:
    right, left = (lay_out(Screen(1824, 768, 1, left_handed=hand), 1, 4 / 3, 6, 4) for hand in (False, True))
    assert right.board.x < right.trays[0].box.x
    assert left.board.x > left.trays[0].box.x
    assert left.trays[0].turner.x < left.trays[0].box.x + left.trays[0].box.width / 2
