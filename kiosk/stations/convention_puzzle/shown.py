"""What QML shows of a board: plain maps, in pixels. Pure."""

from collections.abc import Collection, Mapping
from typing import Any

from kiosk.stations.convention_puzzle.layout import Box, Plan, inside
from kiosk.stations.convention_puzzle.rules import SHOW, Board, help_for, lit_places, open_places

Shown = dict[str, Any]
ASIDE = Box(0, 0, 0, 0)


def show_box(box: Box, u: float) -> Shown:
    """A box of the design in pixels."""
    return {"x": box.x * u, "y": box.y * u, "width": box.w * u, "height": box.h * u}


def show_pieces(board: Board, plan: Plan, praised: Collection[str], u: float) -> list[Shown]:
    """Every piece, where it lies now; those that wait for a seat are not there yet."""
    holders = {key: player for player, key in board.held.items()}
    found = []
    for piece in board.pieces:
        placed = piece.key in board.placed
        seat = board.seats.index(piece.key) if piece.key in board.seats else -1
        box = inside(plan, board, piece.key) if placed else plan.seats[seat] if seat >= 0 else ASIDE
        mini = placed and board.place(board.placed[piece.key]).room > 1
        found.append(
            show_box(box, u)
            | {
                "key": piece.key,
                "text": piece.text,
                "mark": piece.mark,
                "picture": piece.picture,
                "there": placed or seat >= 0,
                "placed": placed,
                "mini": mini,
                "praised": piece.key in praised,
                "holder": holders.get(piece.key, 0),
            }
        )
    return found


def show_places(board: Board, plan: Plan, praised: Collection[str], u: float) -> list[Shown]:
    """Every place, with what helps the pieces in hand."""
    hands = list(board.held.values())
    lit = frozenset[str]().union(*(lit_places(board, key) for key in hands))
    opened = frozenset[str]().union(*(open_places(board, key) for key in hands))
    found = []
    for place in board.places:
        lying = [key for key, where in board.placed.items() if where == place.key]
        found.append(
            show_box(plan.places[place.key], u)
            | {
                "key": place.key,
                "text": place.text.replace("，", "，\n") if place.room > 1 else place.text,
                "mark": place.mark,
                "full": len(lying) >= place.room,
                "count": len(lying),
                "praised": len(lying) >= place.room and all(key in praised for key in lying),
                "lit": place.key in lit,
                "closed": bool(hands) and place.key not in opened,
                "ghost": _ghost(board, place.key, hands),
            }
        )
    return found


def show_tokens(board: Board, plan: Plan, u: float) -> list[Shown]:
    """The fixed words of a sentence."""
    return [
        show_box(box, u) | {"text": token.text, "mark": token.mark}
        for token, box in zip(board.tokens, plan.tokens, strict=True)
        if not token.place
    ]


def _ghost(board: Board, place: str, hands: Collection[str]) -> str:
    """The words of a piece in hand that has been shown its place, there."""
    shown = (key for key in hands if help_for(board, key) >= SHOW and place in lit_places(board, key))
    return next((board.piece(key).text for key in shown if board.piece(key).label), "")


def progress_params(board: Board) -> Mapping[str, int]:
    """How many pieces lie and how many are left."""
    return {"done": board.right, "left": len(board.wanted) - board.right}
