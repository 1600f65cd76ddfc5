"""What the primary button says."""

from collections.abc import Callable

from kiosk.stations.convention_puzzle.board_view_model import BoardViewModel
from kiosk.stations.convention_puzzle.hub_view_model import HubViewModel

Say = Callable[..., str]


def primary_label(
    phase: str, hub: HubViewModel, board: BoardViewModel | None, say: Say, *, whole: bool, more: bool
) -> str:
    """The act of that phase: `whole` says that a jigsaw is, `more` that another game about the line comes next."""
    match phase:
        case "hub":
            return say("to_card" if hub.all_known else hub.next_game)
        case "game" if board:
            return say(_board_label(board))
        case "jigsaw" if whole:
            return say("light")
        case "done":
            return say(hub.next_game if more else "to_hub")
    return ""


def _board_label(board: BoardViewModel) -> str:
    """What is missing, or what comes when nothing is."""
    if board.finished_now:
        return "light" if board.play.last else "fade_more"
    return f"unfinished_{board.play.game}"
