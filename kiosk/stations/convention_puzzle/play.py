"""One game at play: its boards one after the other, and all that came of it. Pure; what is kept against a crash."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from kiosk.stations.convention_puzzle.convention import Convention, Line
from kiosk.stations.convention_puzzle.games import make
from kiosk.stations.convention_puzzle.progress import Tally, tally
from kiosk.stations.convention_puzzle.rules import Board

KEPT = ("placed", "misses", "hints", "moves", "seats", "waiting", "turn")
"""What of a board is not made again from the seed."""


@dataclass(frozen=True, slots=True)
class Play:
    """`seed` makes the same boards again; `at` is the number of the one at play."""

    game: str
    line: Line
    level: int
    seed: int
    boards: tuple[Board, ...]
    at: int = 0

    @property
    def board(self) -> Board:
        """The board at play."""
        return self.boards[self.at]

    @property
    def last(self) -> bool:
        """Whether no board follows."""
        return self.at + 1 == len(self.boards)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """What was done, for each line that the game asked about."""
        lines = dict.fromkeys(place.line for board in self.boards for place in board.places)
        found = (tally(self.boards, line) for line in lines)
        return tuple(one for one in found if one.pieces)


def begin(game: str, convention: Convention, line: Line, level: int, players: int, seed: int) -> Play:
    """A game about `line`, not yet played."""
    boards = make(game, convention, line, level=level, players=players, random=Random(seed))
    return Play(game, line, level, seed, boards)


def moved(play: Play, board: Board) -> Play:
    """The game with its present board as it is after a move."""
    return replace(play, boards=(*play.boards[: play.at], board, *play.boards[play.at + 1 :]))


def onward(play: Play) -> Play:
    """The next board."""
    return replace(play, at=play.at + 1)


def keep(play: Play) -> dict[str, Any]:
    """The game as JSON values."""
    boards = [{name: getattr(board, name) for name in KEPT} for board in play.boards[: play.at + 1]]
    return {"game": play.game, "line": play.line.id, "level": play.level, "seed": play.seed, "boards": boards}


def restore(kept: Mapping[str, Any], convention: Convention, players: int) -> Play:
    """The game that `keep` gave. Raises KeyError, TypeError, ValueError or StopIteration where it does not fit."""
    line = convention.line(kept["line"])
    play = begin(kept["game"], convention, line, kept["level"], players, kept["seed"])
    boards = tuple(
        replace(board, **{**fields, "seats": tuple(fields["seats"]), "waiting": tuple(fields["waiting"])})
        for board, fields in zip(play.boards, kept["boards"], strict=False)
    )
    return replace(play, boards=boards + play.boards[len(boards) :], at=len(boards) - 1)
