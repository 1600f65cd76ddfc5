"""Why a piece belongs where it was put, or does not: every move gets one. Pure; the texts come from the convention."""

from collections.abc import Callable

from kiosk.stations.convention_puzzle.convention import Convention, Half, Verb
from kiosk.stations.convention_puzzle.rules import Board, Move

Say = Callable[..., str]
QUOTED = 14
"""Longer texts are quoted by their beginning."""


def reason(convention: Convention, board: Board, move: Move, say: Say) -> str:
    """What is said to that move. `board` is as it stands after it."""
    match board.game:
        case "match":
            return _match(convention, move, say)
        case "sort":
            return _sort(convention, move, say)
        case "fill":
            return _fill(convention, move, say)
    return _word(convention, board, move, say)


def quoted(text: str) -> str:
    """The beginning of what is spoken of: who has read it knows it by that."""
    return text if len(text) <= QUOTED else text[: QUOTED - 2] + "……"


def start(game: str, by_turns: bool, say: Say) -> str:
    """What to do in that game, said before the first move."""
    return say(f"convention_puzzle.how_{game}") + (say("convention_puzzle.by_turns") if by_turns else "")


def _match(convention: Convention, move: Move, say: Say) -> str:
    place, piece = convention.line(move.place.line), convention.line(move.piece.line)
    if move.right:
        return place.together or place.meaning
    return say(
        "convention_puzzle.not_a_pair",
        place=quoted(move.place.mark + move.place.text),
        place_theme=place.theme,
        piece=quoted(move.piece.mark + move.piece.text),
        piece_theme=piece.theme,
    )


def _sort(convention: Convention, move: Move, say: Say) -> str:
    situation = next(one for one in convention.situations if f"situation-{one.id}" == move.piece.key)
    if move.right:
        return situation.why
    if move.place.line == situation.line:
        return say("convention_puzzle.other_half")
    return say("convention_puzzle.not_here", theme=convention.line(move.place.line).theme) + situation.look


def _fill(convention: Convention, move: Move, say: Say) -> str:
    line = convention.line(move.place.line)
    verb, half = verb_at(move, line.halves)
    if move.right:
        return verb.why
    told = next((one.why for one in verb.decoys if one.text == move.piece.text), "")
    return told or say(
        "convention_puzzle.reads_wrong", read=_around(half, verb.text, move.piece.text), theme=line.theme
    )


def _around(half: Half, verb: str, instead: str) -> str:
    """The words about the verb, with another one in its place."""
    at = half.text.index(verb)
    return (half.mark if at <= 4 else "") + half.text[max(0, at - 4) : at] + instead + half.text[at + len(verb) :][:6]


def verb_at(move: Move, halves: tuple[Half, ...]) -> tuple[Verb, Half]:
    """The verb that belongs into the gap of that move, and the half it stands in."""
    half = halves[int(move.place.key.split("-")[1])]
    assert half.verb is not None
    return half.verb, half


def _word(convention: Convention, board: Board, move: Move, say: Say) -> str:
    line = convention.line(move.place.line)
    if move.right:
        return line.meaning if board.finished else say("convention_puzzle.reads_well", read=_read(board, move))
    if not move.piece.label:
        return say("convention_puzzle.foreign_word", word=move.piece.text, theme=convention.line(move.piece.line).theme)
    told = line.order_why or say("convention_puzzle.about", theme=line.theme)
    return say("convention_puzzle.word_not_here", word=move.piece.text) + told


def _read(board: Board, move: Move) -> str:
    """What stands around the piece that was just put down, as far as the words beside it are known."""
    at = next(number for number, token in enumerate(board.tokens) if token.place == move.place.key)
    before = board.tokens[at - 1] if at else None
    lying = {place: board.piece(key).text for key, place in board.placed.items()}
    known = (before.mark + (before.text or lying.get(before.place, ""))) if before else ""
    return known + move.piece.text
