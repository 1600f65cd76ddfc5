"""Whole puzzles by synthetic touch, by drag and by tap, by one child and by four; and what stands on the screen."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.stations.convention_puzzle.jigsaw_table import Rest
from kiosk.stations.convention_puzzle.jigsaw_tally import JigsawTally
from tests.stations.jigsaw_screen import JigsawScreen

ShowJigsaw = Callable[..., JigsawScreen]


@pytest.fixture
def jigsaw(qapp: QCoreApplication) -> Iterator[ShowJigsaw]:
    """`jigsaw(players=…, pieces=…, …)`: a table on a window of its own."""
    shown: list[JigsawScreen] = []

    def show(**wishes: object) -> JigsawScreen:
        shown.append(JigsawScreen(**wishes))  # type: ignore[arg-type]
        return shown[-1]

    yield show
    for one in shown:
        one.close()


@pytest.mark.parametrize("players", [1, 4])
@pytest.mark.parametrize("way", ["drag", "tap"])
def test_a_whole_puzzle_by_touch(jigsaw: ShowJigsaw, players: int, way: str) -> None:
    screen = jigsaw(players=players)
    screen.deal()
    screen.solve_by_drag() if way == "drag" else screen.solve_by_tap()
    assert screen.table.whole
    screen.finger.wait(lambda: screen.view_model.phase == "whole", "the whole picture")
    assert screen.finger.find("jigsaw-whole") is not None
    screen.together([(600, 300)], [(600, 300)])
    assert screen.finished == [screen.view_model.tally]
    tally = screen.finished[0]
    assert (tally.moves, tally.misses, tally.help_used, tally.players) == (24, 0, 0, players)
    assert tally.seconds_active > 4


def test_a_puzzle_in_motion_is_solved_without_waiting(jigsaw: ShowJigsaw) -> None:
    """Nothing is dead while something slides: each piece is taken while the last one is still under way."""
    screen = jigsaw(switches={"calm": False}, pieces=12)
    screen.deal()
    caught = 0
    while pieces := screen.next_pieces():
        caught += bool(screen.table.glides)
        screen.together([screen.table.shown(pieces[0])], [screen.home(pieces[0])])
    assert caught > 4
    assert screen.table.whole
    screen.finger.wait(lambda: screen.finished, "the end of looking at it")


def test_the_pieces_on_the_screen_are_where_the_rules_have_them(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw(pieces=12)
    screen.deal()
    piece = screen.next_pieces()[0]
    screen.together([screen.table.shown(piece)], [screen.home(piece)])
    item = screen.finger.find(f"jigsaw-piece-{piece}")
    assert item is not None
    middle = item.x() + item.width() / 2, item.y() + item.height() / 2
    assert middle == pytest.approx(screen.home(piece), abs=40)
    hidden = [one for one in range(12) if not screen.table.visible(one)]
    assert hidden
    assert not any(screen.finger.find(f"jigsaw-piece-{one}") for one in hidden)


def test_the_finished_pieces_show_the_picture(jigsaw: ShowJigsaw) -> None:
    """What lies on the board, piece by piece, is the picture but for its seams."""
    screen = jigsaw()
    screen.deal()
    while screen.next_pieces():
        if len(screen.table.groups) == 2:
            break
        piece = screen.next_pieces()[0]
        screen.together([screen.table.shown(piece)], [screen.home(piece)])
    screen.finger.rest(900)
    seen = screen.view.grabWindow()
    whole = _picture(screen)
    board = screen.table.layout.board
    last = screen.next_pieces()[0]
    off = []
    for x in range(5, int(board.width), 17):
        for y in range(5, int(board.height), 17):
            if not screen.table.cut.contains(last, x, y):
                off.append(_difference(seen.pixelColor(x + int(board.x), y + int(board.y)), whole.pixelColor(x, y)))
    assert sum(off) / len(off) < 2


def _picture(screen: JigsawScreen) -> QImage:
    picture = screen.view_model._laid.maker.picture
    assert isinstance(picture, QImage)
    return picture


def _difference(one: QColor, other: QColor) -> int:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))


def test_a_page_is_turned_by_touch_and_the_border_can_come_first(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw()
    screen.deal()
    before = list(screen.table.trays[0].shown)
    screen.finger.touch("jigsaw-page-0")
    screen.finger.wait(lambda: screen.table.trays[0].shown != before, "another page")
    screen.view_model.helper.toggleBorders()
    assert screen.view_model.helper.borders
    while (pieces := screen.next_pieces()) and screen.view_model.helper.borders:
        assert screen.table.cut.on_border(pieces[0])
        screen.together([screen.table.shown(pieces[0])], [screen.home(pieces[0])])
    assert len(screen.table.trays[0].pieces) == 8
    assert screen.next_pieces()


def test_a_hint_lights_up_and_help_comes_by_itself_after_three_misses(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw()
    lit: list[tuple[str, bool]] = []
    screen.view_model.glowed.connect(lambda image, x, y, hint: lit.append((image, hint)))
    screen.deal()
    screen.view_model.helper.hint()
    assert [hint for _, hint in lit] == [True, True]
    assert screen.view_model.tally.help_used == 1
    piece = screen.next_pieces()[0]
    wrong = screen.home((piece + 9) % 24)
    for _ in range(3):
        screen.together([screen.table.shown(piece)], [wrong])
    assert screen.view_model.tally == JigsawTally(3, 3, 2, screen.view_model.tally.seconds_active, 1)
    assert f"/{piece}/" in lit[-1][0]


@pytest.mark.parametrize("turning", [False, True])
def test_a_hint_that_is_asked_for_twice_lays_the_piece(jigsaw: ShowJigsaw, turning: bool) -> None:
    """All of it from the bar below: for a child who cannot reach the upper end of the board."""
    screen = jigsaw(pieces=12, turning=turning)
    screen.deal()
    for _ in range(24):
        screen.view_model.helper.hint()
    assert screen.table.whole
    assert screen.view_model.tally.help_used == 24


def test_turned_pieces_are_turned_by_taps_and_placed(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw(turning=True, pieces=12)
    screen.deal()
    while pieces := screen.next_pieces():
        piece = pieces[0]
        at = screen.table.shown(piece)
        screen.together([at], [at])
        while screen.table.group(piece).turn:
            screen.together([at], [at])
        screen.together([screen.home(piece)], [screen.home(piece)])
    assert screen.table.whole


def test_a_jigsaw_goes_on_after_a_crash_and_on_another_screen(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw(players=2)
    assert screen.view_model.state() == {}
    screen.deal()
    for piece in screen.next_pieces():
        screen.together([screen.table.shown(piece)], [screen.home(piece)])
    kept = json.loads(json.dumps(screen.view_model.state()))
    again = jigsaw(players=2, resume=kept, seed=99)
    assert again.view_model.phase == "play"
    assert again.view_model.state() == kept
    assert again.view_model.tally.moves == 2
    again.view.resize(984, 1344)
    again.finger.wait(lambda: again.table.layout.area.width == 984, "the new layout")
    home = next(group for group in again.table.groups.values() if group.rest is Rest.HOME)
    assert len(home.pieces) == 2
    again.solve_by_drag()
    assert again.table.whole
    assert again.view_model.tally.moves == 24


def test_pieces_that_were_to_be_turned_still_are_after_a_crash(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw(turning=True, pieces=12)
    screen.deal()
    again = jigsaw(pieces=12, resume=screen.view_model.state())
    piece = again.next_pieces()[0]
    turn, at = again.table.group(piece).turn, again.table.shown(piece)
    again.together([at], [at])
    again.together([at], [at])
    assert again.table.group(piece).turn == (turn + 1) % 4


def test_a_broken_state_begins_anew(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw(resume={"version": 1, "seed": 1, "grid": [6, 4], "trays": [], "groups": []})
    assert screen.view_model.phase == "picture"
    screen.deal()
    assert len(screen.table.trays[0].pieces) == 24


def test_a_picture_that_cannot_be_used_gives_way_to_ours(jigsaw: ShowJigsaw, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
    screen = jigsaw(source=str(broken), pieces=12)
    assert screen.view_model.notice
    screen.deal()
    screen.solve_by_tap()
    assert screen.table.whole


def test_nothing_is_laid_on_an_item_that_is_being_taken_down(jigsaw: ShowJigsaw) -> None:
    """Such an item belongs to no engine any more: a kiosk died of it in the soak."""
    screen = jigsaw()
    table = screen.table
    screen.view_model.lay(QQuickItem(), 900.0, 900.0, 1.0, 0.0, False, True)
    assert screen.table is table


def test_who_is_gone_is_told_nothing(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw(pieces=12)
    screen.deal()
    screen.view_model.close()
    screen.view_model.close()
    assert screen.finished == []


def test_a_child_chooses_how_many_pieces_and_whether_they_turn(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw(switches={"calm": True, "pixelsPerMillimetre": 1.6})
    assert screen.view_model.choice.counts == [12, 24, 48, 96]
    screen.finger.rest(400)
    screen.finger.touch("jigsaw-turning")
    screen.finger.wait(lambda: screen.view_model.choice.turning, "turned pieces")
    assert screen.view_model.phase == "picture"
    screen.finger.touch("jigsaw-count-48")
    screen.finger.wait(lambda: screen.view_model.phase == "play", "the pieces")
    assert screen.table.cut.count == 48
    assert len({screen.table.group(piece).turn for piece in range(48)}) == 4


def test_the_picture_falls_apart_by_itself_but_not_by_a_touch_that_was_meant_for_what_was_there_before(
    jigsaw: ShowJigsaw,
) -> None:
    screen = jigsaw()
    screen.view_model.press(1, 300, 300)
    assert screen.view_model.phase == "picture"
    screen.step(8_100)
    assert screen.view_model.phase == "play"


def test_a_small_panel_offers_what_fits_its_fingers(jigsaw: ShowJigsaw) -> None:
    screen = jigsaw(pieces=96, switches={"calm": True, "pixelsPerMillimetre": 5.5})
    assert screen.view_model.choice.counts == [12, 24, 48]
    assert screen.view_model.choice.count == 48
