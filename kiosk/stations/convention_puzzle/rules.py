"""The one rule of all games of words here: pieces go to places. Pure and without randomness.

A piece in the wrong place drifts back; each miss makes the help for that piece grow: some places light up, then only
two stay open, then the place itself is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

LIGHT, NARROW, SHOW = 1, 2, 3
"""How much help a piece gets: as many misses as that, or hints that were asked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to place. It fits where its `label` is taken; an empty label (a decoy) fits nowhere."""

    key: str
    line: str
    label: str
    text: str
    mark: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where pieces go: `takes` is the label that fits, `room` how many of them. `text` and `mark` stand on it."""

    key: str
    line: str
    takes: str
    text: str = ""
    mark: str = ""
    room: int = 1


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a sentence with gaps: fixed words, or the place with that key."""

    text: str = ""
    place: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """One piece put down: where, by whom, whether it fits, and whether it was that piece's first try."""

    piece: Piece
    place: Place
    player: int
    right: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Board:
    """A game at play. `seats` are the pieces in the tray, empty where one has left; `waiting` take seats that get free.

    `held` is each player's piece in hand; with `by_turns` only the player whose `turn` it is moves.
    """

    game: str
    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]
    seats: tuple[str, ...]
    waiting: tuple[str, ...] = ()
    tokens: tuple[Token, ...] = ()
    players: int = 1
    by_turns: bool = False
    turn: int = 1
    placed: Mapping[str, str] = field(default_factory=dict)
    held: Mapping[int, str] = field(default_factory=dict)
    misses: Mapping[str, int] = field(default_factory=dict)
    hints: Mapping[str, int] = field(default_factory=dict)
    moves: Mapping[str, int] = field(default_factory=dict)

    def piece(self, key: str) -> Piece:
        """The piece called `key`. Raises StopIteration when there is none."""
        return next(one for one in self.pieces if one.key == key)

    def place(self, key: str) -> Place:
        """The place called `key`. Raises StopIteration when there is none."""
        return next(one for one in self.places if one.key == key)

    @property
    def wanted(self) -> tuple[Piece, ...]:
        """The pieces that must find a place: all but decoys."""
        return tuple(one for one in self.pieces if one.label)

    @property
    def finished(self) -> bool:
        """Whether every piece that has a place lies there."""
        return all(one.key in self.placed for one in self.wanted)

    @property
    def right(self) -> int:
        """How many lie where they belong."""
        return len(self.placed)


def deal(board: Board, shown: int) -> Board:
    """The board with its first `shown` pieces in the tray and the others waiting."""
    keys = tuple(one.key for one in board.pieces)
    return replace(board, seats=keys[:shown], waiting=keys[shown:])


def player_of(board: Board, key: str) -> int:
    """Who moves that piece: whose turn it is, or whose part of the tray it lies in."""
    if board.by_turns or key not in board.seats:
        return board.turn
    return player_of_seat(board, board.seats.index(key))


def player_of_seat(board: Board, seat: int) -> int:
    """Whose part of the tray that seat belongs to."""
    return 1 + seat * board.players // len(board.seats)


def movable(board: Board, key: str) -> bool:
    """Whether the piece lies in the tray."""
    return bool(key) and key in board.seats


def pick(board: Board, key: str) -> Board:
    """Take that piece in hand; a piece already in hand is laid back."""
    if not movable(board, key):
        return board
    player = player_of(board, key)
    held = {who: piece for who, piece in board.held.items() if who != player}
    return replace(board, held=held if board.held.get(player) == key else held | {player: key})


def lay_back(board: Board, key: str) -> Board:
    """The piece leaves the hand that holds it, if one does."""
    return replace(board, held={who: piece for who, piece in board.held.items() if piece != key})


def taker(board: Board, place: str) -> str:
    """Which piece in hand a touch on `place` means: one that fits, else the one held longest; empty when none is."""
    held = list(board.held.values())
    fitting = [key for key in held if fits(board, key, place)]
    return next(iter(fitting or held), "")


def fits(board: Board, key: str, place: str) -> bool:
    """Whether the piece belongs there and there is room."""
    where = board.place(place)
    return board.piece(key).label == where.takes and has_room(board, where)


def has_room(board: Board, place: Place) -> bool:
    """Whether one more piece can lie there."""
    return sum(one == place.key for one in board.placed.values()) < place.room


def put(board: Board, key: str, place: str) -> tuple[Board, Move | None]:
    """Put the piece there; a decoy that was tried leaves the tray. Nothing happens where it cannot be tried."""
    if not movable(board, key) or place not in open_places(board, key):
        return board, None
    right = fits(board, key, place)
    move = Move(board.piece(key), board.place(place), player_of(board, key), right, key not in board.moves)
    moved = replace(lay_back(board, key), moves=_counted(board.moves, key))
    if not right and move.piece.label:
        return replace(moved, misses=_counted(board.misses, key)), move
    seats, waiting = _next_seats(board, key)
    if not right:
        return replace(moved, misses=_counted(board.misses, key), seats=seats, waiting=waiting), move
    turn = board.turn % board.players + 1 if board.by_turns else board.turn
    return replace(moved, placed={**board.placed, key: place}, seats=seats, waiting=waiting, turn=turn), move


def help_for(board: Board, key: str) -> int:
    """0 to `SHOW`: grows with that piece's misses and with hints."""
    return min(SHOW, board.misses.get(key, 0) + board.hints.get(key, 0))


def open_places(board: Board, key: str) -> frozenset[str]:
    """Where that piece can be tried: all with room, two of them from `NARROW` on, the right one at `SHOW`."""
    free = [one for one in board.places if has_room(board, one)]
    return _near(board, key, free, {NARROW: 2, SHOW: 1}.get(help_for(board, key), len(free)))


def lit_places(board: Board, key: str) -> frozenset[str]:
    """The places that glow as help for that piece: half of them, then two, then the right one."""
    level = help_for(board, key)
    free = [one for one in board.places if has_room(board, one)]
    half = max(2, (len(free) + 1) // 2)
    return _near(board, key, free, {LIGHT: half, NARROW: 2, SHOW: 1}[level]) if level else frozenset()


def hint(board: Board) -> Board:
    """More help: for a piece in hand, else for the first in the tray that has a place, which is taken in hand."""
    held = next(iter(board.held.values()), "")
    key = held or next((one for one in board.seats if one and board.piece(one).label), "")
    if not key:
        return board
    helped = replace(board, hints=_counted(board.hints, key))
    return helped if held else pick(helped, key)


def _near(board: Board, key: str, free: list[Place], count: int) -> frozenset[str]:
    """The right place of the piece and those after it, `count` in all; for a decoy, which has none, all of them."""
    label = board.piece(key).label
    right = next((number for number, one in enumerate(free) if one.takes == label), None)
    if right is None:
        return frozenset(one.key for one in free)
    return frozenset(one.key for one in (free[right:] + free[:right])[:count])


def _next_seats(board: Board, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tray after `key` left it: the next piece that waits takes its seat, and no other piece moves."""
    following = board.waiting[0] if board.waiting else ""
    return tuple(following if one == key else one for one in board.seats), board.waiting[1:]


def _counted(counts: Mapping[str, int], key: str) -> dict[str, int]:
    return {**counts, key: counts.get(key, 0) + 1}
