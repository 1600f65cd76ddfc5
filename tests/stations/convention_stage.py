"""公约坊 on the stage of the tests."""

from typing import Any

from kiosk.stations.convention_puzzle.card import CARD
from kiosk.stations.station import Brought
from tests.stations.convention_help import Shelf, loose, national, right_place
from tests.stations.stage import Stage


class NoItems:
    """No bank: the station asks for none."""

    def families(self) -> list[Any]:
        return []

    def pick(self, *_: Any, **__: Any) -> list[Any]:
        return []

    def another(self, *_: Any, **__: Any) -> None:
        return None


def stage(*conventions: Brought, **fields: Any) -> Stage:
    """The station with these conventions, or with ours."""
    return Stage(NoItems(), CARD, content=Shelf(*(conventions or (national(),))), **fields)


def finish_game(view_model: Any) -> None:
    """Every piece to its place, board after board, then the lantern."""
    while view_model.now == "game":
        board_now = view_model.board_now
        while pieces := loose(board_now.play.board):
            board_now.pick(pieces[0])
            board_now.touchPlace(right_place(board_now.play.board, pieces[0]))
        view_model.primary()
