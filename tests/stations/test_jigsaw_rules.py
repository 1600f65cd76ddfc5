"""The table's rules without a screen: snapping, joining, trays, taps, turning, many hands, and laying it again."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.stations.convention_puzzle.jigsaw_cut import Point, cut
from kiosk.stations.convention_puzzle.jigsaw_glide import Glides
from kiosk.stations.convention_puzzle.jigsaw_hands import Hands
from kiosk.stations.convention_puzzle.jigsaw_help import piece_to_show, upright
from kiosk.stations.convention_puzzle.jigsaw_layout import Screen, lay_out
from kiosk.stations.convention_puzzle.jigsaw_snap import keep_inside
from kiosk.stations.convention_puzzle.jigsaw_state import cut_of, export_table, import_table
from kiosk.stations.convention_puzzle.jigsaw_table import Rest, Table, turned

FAR = 1000.0


def make(players: int = 1, columns: int = 6, rows: int = 4, *, turning: bool = False, seed: int = 3) -> Table:
    """A table that was dealt, everything at rest."""
    layout = lay_out(Screen(1824, 768, 1, turning=turning), players, 4 / 3, columns, rows)
    made = cut(seed, columns, rows, int(layout.board.width), int(layout.board.height))
    table = Table(made, layout, Glides(calm=True))
    table.deal(Random(seed), turning)
    table.happened.clear()
    return table


def home_of(table: Table, piece: int) -> Point:
    """The middle of its place on the board."""
    x, y = table.cut.centre(piece)
    return table.layout.board.x + x, table.layout.board.y + y


def in_sight(table: Table, tray: int = 0) -> int:
    """A piece on the tray's present page."""
    return next(piece for piece in table.trays[tray].shown if piece is not None)


def drag(hands: Hands, start: Point, end: Point, finger: int = 1) -> None:
    hands.press(finger, *start)
    hands.move(finger, (start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    hands.move(finger, *end)
    hands.release(finger)


def tap(hands: Hands, at: Point) -> None:
    hands.press(9, *at)
    hands.release(9)


def told(table: Table) -> list[str]:
    """What happened since this was last asked."""
    found = [one.what for one in table.happened]
    table.happened.clear()
    return found


def beside(table: Table, piece: int, anchor: int, where: Point) -> Point:
    """Where `piece` fits to `anchor` when that one's middle is at `where`."""
    (x, y), (ax, ay) = table.cut.centre(piece), table.cut.centre(anchor)
    return where[0] + x - ax, where[1] + y - ay


def sight_both(table: Table) -> tuple[int, int]:
    """Two neighbours that both lie on the tray's present page."""
    for _ in range(4):
        shown = [piece for piece in table.trays[0].shown if piece is not None]
        for piece in shown:
            for other in table.cut.around(piece)[:4]:
                if other in shown:
                    assert other is not None
                    return piece, other
        table.trays[0].turn()
        table.arrange()
    raise AssertionError("no neighbours on one page")


def test_dealing_gives_every_child_as_many_pieces_and_keeps_them_all() -> None:
    for players in (1, 2, 3, 4):
        table = make(players)
        assert [len(tray.pieces) for tray in table.trays] == [24 // players] * players
        assert sorted(piece for tray in table.trays for piece in tray.pieces) == list(range(24))
        for tray in table.trays:
            for piece in tray.shown:
                assert piece is not None
                assert table.shown(piece) == pytest.approx(tray.slot(piece))


def test_a_drag_near_its_place_snaps_home_and_one_far_away_drifts_back() -> None:
    table = make()
    hands = Hands(table, 1)
    piece = in_sight(table)
    slot = table.shown(piece)
    wrong = home_of(table, (piece + 9) % 24)
    drag(hands, slot, wrong)
    assert told(table) == ["back"]
    assert table.shown(piece) == pytest.approx(slot)
    home = home_of(table, piece)
    drag(hands, slot, (home[0] + 50, home[1] - 40))
    assert told(table) == ["home"]
    assert table.shown(piece) == pytest.approx(home)
    assert table.hit(*home) is None
    assert piece not in table.trays[0].pieces


def test_a_piece_laid_down_in_the_tray_is_no_miss() -> None:
    table = make()
    piece = in_sight(table)
    slot = table.shown(piece)
    drag(Hands(table, 1), slot, (slot[0] + 90, slot[1] + 20))
    assert told(table) == ["aside"]
    assert table.shown(piece) == pytest.approx(slot)


def test_a_tap_picks_and_a_tap_anywhere_in_its_cell_places() -> None:
    table = make()
    hands = Hands(table, 1)
    piece = in_sight(table)
    tap(hands, table.shown(piece))
    assert hands.chosen == [piece]
    assert piece in hands.raised
    home, (wide, high) = home_of(table, piece), table.cut.cell
    tap(hands, (home[0] + wide * 0.45, home[1] - high * 0.45))
    assert told(table) == ["home"]
    assert hands.chosen == []


def test_a_tap_on_a_wrong_cell_drifts_back_and_a_second_tap_on_a_piece_lets_go() -> None:
    table = make()
    hands = Hands(table, 1)
    piece = in_sight(table)
    slot = table.shown(piece)
    tap(hands, slot)
    tap(hands, home_of(table, (piece + 9) % 24))
    assert told(table) == ["back"]
    assert table.shown(piece) == pytest.approx(slot)
    tap(hands, slot)
    tap(hands, slot)
    assert hands.chosen == []
    assert hands.taken_moves() == 1


def test_neighbours_join_off_the_board_move_as_one_and_go_home_as_one() -> None:
    table = make()
    hands = Hands(table, 1)
    piece, other = sight_both(table)
    place = table.shown(other)
    drag(hands, table.shown(piece), beside(table, piece, other, (place[0] + 15, place[1] - 12)))
    assert told(table) == ["joined"]
    group = table.group(piece)
    assert sorted(group.pieces) == sorted((piece, other))
    assert group.rest is Rest.FREE
    assert table.shown(piece) == pytest.approx(beside(table, piece, other, table.shown(other)))
    before = table.shown(other)
    drag(hands, table.shown(piece), (table.shown(piece)[0] - 100, table.shown(piece)[1] + 60))
    assert table.shown(other) == pytest.approx((before[0] - 100, before[1] + 60))
    home = home_of(table, other)
    drag(hands, table.shown(other), (home[0] - 30, home[1] + 30))
    assert told(table)[-1] == "home"
    assert table.shown(piece) == pytest.approx(home_of(table, piece))


def test_two_children_bring_their_pieces_together_in_the_air() -> None:
    table = make(2)
    hands = Hands(table, 1)
    one = next(piece for piece in table.trays[0].pieces if table.group(piece).tray == 0 and table.visible(piece))
    wanted = {p for p in table.cut.around(one)[:4] if p is not None}
    other = next(piece for piece in wanted if piece != one)
    table.trays[table.group(other).tray].show(other)
    table.arrange()
    if not table.visible(one):
        pytest.skip("both pieces are in one tray and on different pages")
    hands.press(1, *table.shown(one))
    hands.press(2, *table.shown(other))
    hands.move(1, 900, 700)
    hands.move(2, *beside(table, other, one, (905, 705)))
    hands.release(2)
    assert table.group(other) is table.group(one)
    hands.move(1, 800, 600)
    assert table.shown(one) == pytest.approx((800, 600))
    assert table.shown(other) == pytest.approx(beside(table, other, one, (800, 600)))
    hands.release(1)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_nothing_ever_leaves_the_reachable_area(data: st.DataObject) -> None:
    turning = data.draw(st.booleans())
    table = make(data.draw(st.integers(1, 4)), turning=turning)
    hands = Hands(table, 1, turning)
    area = table.layout.area
    place = st.tuples(st.floats(-FAR, area.width + FAR), st.floats(-FAR, area.height + FAR))
    for _ in range(data.draw(st.integers(5, 40))):
        finger = data.draw(st.integers(1, 5))
        act = data.draw(st.sampled_from(["press", "piece", "move", "move", "release", "cancel", "tap", "place"]))
        if act == "press":
            hands.press(finger, *data.draw(place))
        elif act == "piece":
            hands.press(finger, *table.shown(data.draw(st.integers(0, 23))))
        elif act == "move":
            hands.move(finger, *data.draw(place))
        elif act == "release":
            hands.release(finger)
        elif act == "tap":
            piece = data.draw(st.integers(0, 23))
            tap(hands, data.draw(st.sampled_from([table.shown(piece), home_of(table, piece)])))
        elif act == "place":
            shown = piece_to_show(table, hands.chosen)
            if shown is not None:
                upright(table, shown)
                hands.place(shown)
        else:
            hands.cancel(finger)
    hands.cancel_all()
    for piece in range(24):
        x, y = table.shown(piece)
        assert area.holds(x, y), piece
    named = [piece for tray in table.trays for piece in tray.pieces]
    named += [piece for group in table.groups.values() if group.rest is not Rest.TRAY for piece in group.pieces]
    assert sorted(named) == list(range(24))


def test_a_group_pushed_over_the_edge_comes_back_inside() -> None:
    table = make()
    first = table.group(0)
    for piece in (1, 2, 6, 7, 8):
        table.leave_tray(table.group(piece))
        table.merge(table.group(piece), first)
    table.leave_tray(first)
    table.move(first, 1790, 740)
    keep_inside(table, first)
    for piece in first.pieces:
        x, y = table.shown(piece)
        assert x + table.cut.cell[0] / 2 <= 1824.01
        assert y + table.cut.cell[1] / 2 <= 768.01


def test_what_is_picked_up_lies_above_all_else() -> None:
    table = make()
    hands = Hands(table, 1)
    first, second = [piece for piece in table.trays[0].shown if piece is not None][:2]
    hands.press(1, *table.shown(first))
    hands.press(2, *table.shown(second))
    assert (
        table.heights[second]
        > table.heights[first]
        > max(height for piece, height in enumerate(table.heights) if piece not in (first, second))
    )


def test_a_second_tap_turns_and_two_fingers_turn_by_quarters() -> None:
    table = make(turning=True)
    hands = Hands(table, 1, turning=True)
    piece = in_sight(table)
    at, turn = table.shown(piece), table.group(piece).turn
    tap(hands, at)
    tap(hands, at)
    assert table.group(piece).turn == (turn + 1) % 4
    hands.press(1, *at)
    hands.move(1, 600, 380)
    hands.press(2, 760, 380)
    hands.move(2, 700, 500)
    assert table.group(piece).turn == (turn + 2) % 4
    hands.move(2, 600, 540)
    assert table.group(piece).turn == (turn + 2) % 4
    hands.move(2, 480, 470)
    assert table.group(piece).turn == (turn + 3) % 4
    assert table.shown(piece) == pytest.approx((600, 380))
    hands.release(1)
    hands.move(2, 400, 400)
    assert table.shown(piece) != pytest.approx((600, 380))
    hands.release(2)
    assert not table.held


def test_a_turned_piece_does_not_fit_its_place() -> None:
    table = make(turning=True)
    hands = Hands(table, 1, turning=True)
    piece = in_sight(table)
    table.group(piece).turn = 1
    table.arrange()
    tap(hands, table.shown(piece))
    tap(hands, home_of(table, piece))
    assert told(table) == ["back"]


def test_turning_four_quarters_changes_nothing() -> None:
    for point in ((3.0, 4.0), (-1.5, 2.0)):
        assert turned(turned(point, 1), 3) == pytest.approx(point)
        assert turned(turned(turned(turned(point, 1), 1), 1), 1) == pytest.approx(point)


def test_a_page_keeps_its_gaps_and_turns_round() -> None:
    table = make()
    tray, hands = table.trays[0], Hands(table, 1)
    shown = list(tray.shown)
    piece = shown[1]
    assert piece is not None
    drag(hands, table.shown(piece), home_of(table, piece))
    assert tray.shown == [shown[0], None, *shown[2:]]
    seen = {one for one in tray.shown if one is not None}
    for _ in range(4):
        tray.turn()
        seen |= {one for one in tray.shown if one is not None}
    assert seen == set(tray.pieces)


def test_a_tray_turns_to_the_page_of_a_piece_and_stays_for_one_that_is_not_in_it() -> None:
    table = make()
    tray = table.trays[0]
    for piece in tray.pieces:
        tray.show(piece)
        assert piece in tray.shown
    shown = list(tray.shown)
    tray.show(99)
    assert tray.shown == shown


def test_only_the_border_is_shown_where_that_is_wanted() -> None:
    table = make()
    tray = table.trays[0]
    tray.wanted = table.cut.on_border
    tray.refresh()
    border = [piece for piece in tray.pieces if table.cut.on_border(piece)]
    assert tray.hidden + len(tray.shown) == len(border) == 16


def test_a_piece_can_be_given_to_another_child() -> None:
    table = make(2)
    hands = Hands(table, 1)
    piece = in_sight(table, 0)
    other = table.trays[1].place.box
    drag(hands, table.shown(piece), (other.x + other.width / 2, other.y + 40))
    assert piece in table.trays[1].pieces
    assert piece not in table.trays[0].pieces
    assert told(table) == ["aside"]


def test_each_of_four_children_may_have_a_piece_chosen() -> None:
    table = make(4)
    hands = Hands(table, 1)
    chosen = [in_sight(table, tray) for tray in range(4)]
    for piece in chosen:
        tap(hands, table.shown(piece))
    assert hands.chosen == chosen
    for piece in chosen:
        tap(hands, home_of(table, piece))
    assert told(table) == ["home"] * 4


@given(st.integers(0, 10_000), st.integers(1, 4), st.booleans())
@settings(max_examples=20, deadline=None)
def test_a_table_laid_again_is_the_same_on_any_screen(seed: int, players: int, turning: bool) -> None:
    table = make(players, turning=turning, seed=seed)
    hands, random = Hands(table, 1, turning), Random(seed)
    for _ in range(12):
        piece = random.randrange(24)
        if table.visible(piece):
            drag(hands, table.shown(piece), home_of(table, random.choice((piece, random.randrange(24)))))
    kept = json.loads(json.dumps(export_table(table)))
    assert len(json.dumps(kept)) < 4_000
    for screen in (Screen(1824, 768, 1, turning=turning), Screen(984, 1344, 1, turning=turning)):
        layout = lay_out(screen, players, 4 / 3, 6, 4)
        made = cut_of(kept, int(layout.board.width), int(layout.board.height))
        again = import_table(kept, made, layout, Glides())
        assert not again.glides
        assert export_table(again)["trays"] == kept["trays"]
        homes = [sorted(one["pieces"]) for one in kept["groups"] if one["home"]]
        assert homes == [sorted(one["pieces"]) for one in export_table(again)["groups"] if one["home"]]


@pytest.mark.parametrize(
    "broken",
    [
        {"version": 9},
        {"grid": [0, 4]},
        {"grid": "much"},
        {"trays": [[[0, 0]]]},
        {"groups": [{"pieces": [0]}]},
        {"seed": None},
    ],
)
def test_a_broken_state_is_refused(broken: dict[str, object]) -> None:
    table = make()
    kept = {**export_table(table), **broken}
    with pytest.raises(ValueError):
        import_table(kept, cut_of(kept, 800, 600), table.layout, Glides())
