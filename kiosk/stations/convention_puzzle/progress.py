"""What this visit has shown of each line: by what the child did, never by time. Pure, over the visit's `kept` marks."""

from collections.abc import MutableMapping
from dataclasses import dataclass

from kiosk.stations.convention_puzzle.convention import Convention, Line
from kiosk.stations.convention_puzzle.games import FILL, GAMES, HARDEST, JIGSAW, ORDER, RECALL, offered
from kiosk.stations.convention_puzzle.rules import SHOW, Board, help_for

DONE, GOOD, CLEAN = 1, 2, 3
"""How a game about a line went: to its end; with few misses and without being shown a place; without any help."""
FEW = 2
PROOFS = 2
"""A line is known when so many games of words about it went well."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was done about one line in one game. `helped` counts pieces that got any help, `shown` those led home."""

    line: str
    pieces: int = 0
    moves: int = 0
    misses: int = 0
    helped: int = 0
    shown: int = 0

    @property
    def grade(self) -> int:
        """`DONE`, `GOOD` or `CLEAN`."""
        if not self.misses and not self.helped:
            return CLEAN
        return GOOD if self.misses <= FEW and not self.shown else DONE


def tally(boards: tuple[Board, ...], line: str) -> Tally:
    """What was done about `line` on those boards; a decoy counts for the line it was tried in, its place's."""
    own = [(board, piece) for board in boards for piece in board.pieces if _about(board, piece.key) == line]
    return Tally(
        line,
        pieces=len(own),
        moves=sum(board.moves.get(piece.key, 0) for board, piece in own),
        misses=sum(board.misses.get(piece.key, 0) for board, piece in own),
        helped=sum(bool(board.hints.get(piece.key)) for board, piece in own),
        shown=sum(help_for(board, piece.key) >= SHOW for board, piece in own if piece.label),
    )


def _about(board: Board, key: str) -> str:
    """Which line a piece says something about: in a game about one line, that one."""
    lines = {place.line for place in board.places}
    return next(iter(lines)) if len(lines) == 1 else board.piece(key).line


class Progress:
    """The marks of one convention among what the visit keeps (`StationContext.kept`)."""

    def __init__(self, convention: Convention, kept: MutableMapping[str, int]) -> None:
        self._convention = convention
        self._kept = kept
        self._root = f"convention_puzzle.{convention.pack}.{convention.id}"

    def grade(self, line: str, game: str) -> int:
        """The best it has gone; 0 while it was not played to its end."""
        return self._kept.get(f"{self._root}.{line}.{game}", 0)

    def level(self, line: str, game: str) -> int:
        """How hard it is next time, 0 to `HARDEST`: one up after it went well, one down after it did not."""
        return self._kept.get(f"{self._root}.{line}.{game}.level", 0)

    def keep(self, line: str, game: str, grade: int) -> bool:
        """A game about `line` came to its end; whether that is the first time in this visit."""
        first = not self.grade(line, game)
        level = self.level(line, game) + (1 if grade >= GOOD else -1)
        self._kept[f"{self._root}.{line}.{game}"] = max(grade, self.grade(line, game))
        self._kept[f"{self._root}.{line}.{game}.level"] = max(0, min(HARDEST, level))
        return first

    def lit(self, line: Line) -> bool:
        """Whether anything about it was brought to its end."""
        return any(self.grade(line.id, game) for game in GAMES)

    def known(self, line: Line) -> bool:
        """Whether enough games of words about it went well, one of them about this line alone if it has such.

        A jigsaw shows its picture, not that the line is known.
        """
        games = [game for game in offered(self._convention, line) if game != JIGSAW]
        good = {game for game in games if self.grade(line.id, game) >= GOOD}
        own = {ORDER, FILL, RECALL} & set(games)
        return len(good) >= min(PROOFS, max(1, len(games))) and (not own or bool(own & good))

    def suggested(self, line: Line) -> str:
        """The game to play next: the first not played, else the one that went least well.

        The jigsaw comes first; each line begins with another game of words, so that a visit meets all of them.
        """
        games = [game for game in offered(self._convention, line) if game != JIGSAW]
        turn = self._convention.lines.index(line) % max(1, len(games))
        picture = [JIGSAW] if line.picture else []
        return min(picture + games[turn:] + games[:turn], key=lambda game: self.grade(line.id, game), default="")

    def next_line(self) -> Line:
        """The line to turn to: the first that is not known, else the first."""
        lines = self._convention.lines
        return next((one for one in lines if not self.known(one)), lines[0])
