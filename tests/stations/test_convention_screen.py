"""公约坊 by synthetic touch: every game by tap and by drag, one child and four; nothing clipped in any layout."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.core.events import ItemAnswered, LinePractised
from kiosk.stations.convention_puzzle import rules
from kiosk.stations.convention_puzzle.games import GAMES
from tests.stations.anti_fraud_screen import SCREENS, Screen
from tests.stations.convention_help import brought, data, loose, official, right_place, wrong_place
from tests.stations.convention_stage import finish_game, stage

ShowStation = Callable[..., Screen]
LYING, UPRIGHT, LARGE = (1920, 1080), (1080, 1920), (3840, 2160)
STEPS = 6
WORDS = GAMES[1:]


def piece_name(board: rules.Board, key: str) -> str:
    return f"piece-{[piece.key for piece in board.pieces].index(key)}"


def place_name(board: rules.Board, key: str) -> str:
    return f"place-{[place.key for place in board.places].index(key)}"


def drag(screen: Screen, ways: Sequence[tuple[str, str]]) -> None:
    """Fingers that carry pieces to places, all at once."""
    starts = [screen.finger.point(one) for one, _ in ways]
    ends = [screen.finger.point(other) for _, other in ways]
    view, device = screen.view, screen.finger._device

    def each(act: Callable[[Any, int, QPoint], Any], points: Sequence[QPoint]) -> None:
        event = QTest.touchEvent(view, device, False)
        for number, point in enumerate(points):
            act(event, number, point)
        event.commit()
        screen.finger.rest(12)

    each(lambda event, number, point: event.press(number, point, view), starts)
    for step in range(1, STEPS + 1):
        between = [
            QPoint(start.x() + (end.x() - start.x()) * step // STEPS, start.y() + (end.y() - start.y()) * step // STEPS)
            for start, end in zip(starts, ends, strict=True)
        ]
        each(lambda event, number, point: event.move(number, point, view), between)
    each(lambda event, number, point: event.release(number, point, view), ends)


def open_game(screen: Screen, game: str) -> Any:
    """Through the hub by touch; the game's view model."""
    screen.finger.rest(410)
    screen.tap(f"game-{game}")
    screen.finger.wait(lambda: screen.view_model.now == "game", game)
    screen.finger.wait(lambda: screen.finger.find("piece-0"), "the pieces")
    screen.view.grabWindow()
    return screen.view_model.board_now


@pytest.mark.parametrize("players", [1, 4])
@pytest.mark.parametrize("way", ["tap", "drag"])
def test_every_game_is_played_by_touch(way: str, players: int, show: ShowStation) -> None:
    """Each piece by itself, one of them first to a wrong place."""
    world = stage(players=players)
    screen = show(world, calm=True)
    for game in WORDS:
        if game == WORDS[0]:
            board_now = open_game(screen, game)
        else:
            screen.view_model.open(game)
            board_now = screen.view_model.board_now
            screen.view.grabWindow()
        missed = False
        while screen.view_model.now == "game":
            board = board_now.play.board
            pieces = loose(board)
            if not pieces:
                press_primary(screen) if game == WORDS[-1] else screen.view_model.primary()
                continue
            wrong = "" if missed else wrong_place(board, pieces[0])
            target, missed = wrong or right_place(board, pieces[0]), missed or bool(wrong)
            move(screen, way, board, pieces[0], target)
            moves = board.moves.get(pieces[0], 0)
            arrived = partial(moved_more, board_now, pieces[0], moves)
            screen.finger.wait(arrived, f"{pieces[0]} at {target} in {game}")
        assert missed, game
        screen.view_model.toHub()
    assert {one.game for one in world.of(LinePractised)} == set(WORDS)
    assert {one.player for one in world.of(ItemAnswered)} == set(range(1, players + 1))


def moved_more(board_now: Any, key: str, moves: int) -> bool:
    """Whether the piece was put down once more."""
    return bool(board_now.play.board.moves.get(key, 0) > moves)


def press_primary(screen: Screen) -> None:
    """The primary button, when it can be used."""
    screen.ready()
    screen.finger.rest(410)
    screen.tap("primary")


def move(screen: Screen, way: str, board: rules.Board, key: str, place: str) -> None:
    """One piece to a place."""
    if way == "drag":
        drag(screen, [(piece_name(board, key), place_name(board, place))])
        return
    screen.tap(piece_name(board, key))
    screen.tap(place_name(board, place))


def test_four_children_carry_four_pieces_at_once(show: ShowStation) -> None:
    """Four fingers at the same time: each piece arrives, and each counts for its own child."""
    world = stage(players=4)
    world.kept["convention_puzzle.built_in.national-2001.learn.match.level"] = 1
    screen = show(world)
    board_now = open_game(screen, "match")
    board = board_now.play.board
    own = {rules.player_of(board, key): key for key in reversed(board.seats)}
    drag(screen, [(piece_name(board, key), place_name(board, right_place(board, key))) for key in own.values()])
    screen.finger.wait(lambda: len(board_now.play.board.placed) == 4, "four pieces in their places")
    assert sorted(one.player for one in world.of(ItemAnswered)) == [1, 2, 3, 4]


def test_a_piece_let_go_anywhere_else_drifts_back(show: ShowStation) -> None:
    screen = show(stage())
    board_now = open_game(screen, "match")
    name = piece_name(board_now.play.board, loose(board_now.play.board)[0])
    home = screen.finger.point(name)
    drag(screen, [(name, "leave")])
    screen.finger.wait(lambda: screen.finger.point(name) == home, "the piece at home")
    assert not board_now.play.board.moves and not board_now.play.board.held


def test_a_finger_that_slips_a_little_still_picks(show: ShowStation) -> None:
    screen = show(stage(), calm=True)
    board_now = open_game(screen, "match")
    board = board_now.play.board
    key = loose(board)[0]
    at, device = screen.finger.point(piece_name(board, key)), screen.finger._device
    QTest.touchEvent(screen.view, device).press(0, at, screen.view)
    for step in range(4):
        QTest.touchEvent(screen.view, device).move(0, at + QPoint(6 * step, 2), screen.view)
        screen.finger.rest(10)
    QTest.touchEvent(screen.view, device).release(0, at + QPoint(18, 2), screen.view)
    screen.finger.wait(lambda: list(board_now.play.board.held.values()) == [key], "the piece in hand")
    screen.tap(place_name(board, right_place(board, key)))
    screen.finger.wait(lambda: key in board_now.play.board.placed, "the piece in its place")


def look(screen: Screen, name: str) -> list[str]:
    """What cannot be read whole; a picture is kept."""
    image = screen.view.grabWindow()
    SCREENS.mkdir(parents=True, exist_ok=True)
    assert image.save(str(SCREENS / f"convention-{image.width()}x{image.height()}-{name}.png"))
    return [f"{name}: {fault}" for fault in screen.clipped()]


def tour(screen: Screen, name: str, games: Sequence[str] = WORDS) -> list[str]:
    """Hub, every game with a piece in hand, after a miss, shown its place, done; what is clipped."""
    found = look(screen, f"{name}-hub")
    station = screen.view_model
    for game in [one for one in station.hub_now.offered if one in games]:
        station.open(game)
        screen.finger.wait(lambda: screen.finger.find("piece-0"), "the pieces")
        board_now = station.board_now
        key = loose(board_now.play.board)[0]
        for _ in range(3):
            if wrong := wrong_place(board_now.play.board, key):
                board_now.pick(key)
                board_now.touchPlace(wrong)
        board_now.pick(key)
        screen.finger.rest(20)
        found += look(screen, f"{name}-{game}")
        finish_game(station)
        screen.finger.wait(lambda: station.now == "done", "the end")
        screen.finger.rest(20)
        found += look(screen, f"{name}-{game}-done")
        station.toHub()
    return found


@pytest.mark.parametrize(
    ("size", "players", "switches"),
    [
        (LYING, 1, {}),
        (LYING, 4, {"pinyin": True}),
        (UPRIGHT, 4, {"leftHanded": True}),
        (UPRIGHT, 1, {"pinyin": True}),
        (LARGE, 1, {}),
    ],
)
def test_nothing_of_our_convention_is_clipped(
    size: tuple[int, int], players: int, switches: dict[str, bool], show: ShowStation
) -> None:
    world = stage(players=players)
    screen = show(world, size, calm=True, **switches)
    name = "-".join(["ours", str(players), *switches])
    assert tour(screen, name, ("match", "sort") if size == LARGE else WORDS) == []
    assert official().lines[0].id == screen.view_model.hub_now.line.id


@pytest.mark.parametrize("size", [LYING, UPRIGHT])
@pytest.mark.parametrize(("lines", "length"), [(1, 4), (1, 60), (5, 24), (12, 12), (12, 60)])
def test_nothing_of_other_conventions_is_clipped(
    lines: int, length: int, size: tuple[int, int], show: ShowStation
) -> None:
    world = stage(brought(data(lines, length)))
    screen = show(world, size, calm=True)
    assert tour(screen, f"{lines}-{length}") == []


def test_nothing_is_clipped_in_english(show: ShowStation) -> None:
    for size in (LYING, UPRIGHT):
        screen = show(stage(language="en", players=2), size, calm=True)
        assert tour(screen, "english") == []
