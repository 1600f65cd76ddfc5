"""How a rehearsal plays this station: every game once, each about another line, some pieces wrong, to the end."""

from collections.abc import Collection
from random import Random
from typing import Any

from kiosk.stations.convention_puzzle import rules
from kiosk.stations.convention_puzzle.games import GAMES
from kiosk.stations.station import Move

WRONG_SHARE = 0.2


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch; `None` while something is on its way to the disk, or glides."""
    if view_model.hanging:
        return None
    match view_model.now:
        case "hub":
            return _at_hub(view_model)
        case "game" if view_model.ready:
            return Move("primary", "match-full" if view_model.game_now == "match" else "")
        case "jigsaw":
            return _lay(view_model.jigsaw_now)
        case "game":
            return _play(view_model.board_now, random)
    return Move("to-hub", f"done-{view_model.game_now}" if view_model.game_now in ("jigsaw", "match") else "")


def _at_hub(view_model: Any) -> Move:
    """A game that was not played yet, each about another line; the result card when all were."""
    hub = view_model.hub_now
    lines = hub.convention.lines
    left = [game for game in GAMES if not any(hub.run.progress.grade(line.id, game) for line in lines)]
    if not left:
        return Move("primary" if hub.all_known else "finish", "hub-lit")
    line = lines[GAMES.index(left[0]) % len(lines)]
    if hub.line is not line:
        return Move(f"line-{line.id}")
    return Move(f"game-{left[0]}", "hub")


def _play(board_now: Any, random: Random) -> Move:
    """A piece into the hand, then to a place: mostly the right one."""
    board = board_now.play.board
    keys = [piece.key for piece in board.pieces]
    held = next(iter(board.held.values()), "")
    if not held:
        wanted = next(key for key in board.seats if key and board.piece(key).label)
        picture = {"ask": board.game, "right": "", "again": f"{board.game}-again"}[board_now.mood_now]
        return Move(f"piece-{keys.index(wanted)}", picture, quick=True)
    opened = sorted(rules.open_places(board, held))
    right = next(place.key for place in board.places if rules.fits(board, held, place.key))
    target = random.choice(opened) if random.random() < WRONG_SHARE else right
    number = [place.key for place in board.places].index(target)
    return Move(f"place-{number}", "match-held" if board.game == "match" else "", quick=True)


def _lay(jigsaw: Any) -> Move | None:
    """Choose how many pieces; then a piece into the hand, and to its place on the board."""
    if jigsaw.phase == "picture":
        return Move("jigsaw-count-12", "jigsaw-choice")
    table = jigsaw.table
    if table is None or table.glides:
        return None  # or the whole picture is looked at: its line comes by itself
    area, board = table.layout.area, table.layout.board

    def touch(at: tuple[float, float], picture: str) -> Move:
        return Move(
            "jigsaw-fingers", picture, ((at[0] - area.x) / area.width, (at[1] - area.y) / area.height), quick=True
        )

    if chosen := jigsaw.chosen:
        x, y = table.cut.centre(chosen[0])
        return touch((board.x + x, board.y + y), "jigsaw-held")
    shown = [piece for tray in table.trays for piece in tray.shown if piece is not None]
    if shown:
        return touch(table.centre(shown[0]), "jigsaw")
    page = next((number for number, tray in enumerate(table.trays) if tray.hidden), None)
    return None if page is None else Move(f"jigsaw-page-{page}", "jigsaw-page")
