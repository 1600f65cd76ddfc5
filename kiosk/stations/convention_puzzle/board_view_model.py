"""A game of words on the screen: picks, drops, what is said to them. The rules decide; this lays out and records."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.convention_puzzle import rules
from kiosk.stations.convention_puzzle.convention import Convention
from kiosk.stations.convention_puzzle.facts import answered, asked
from kiosk.stations.convention_puzzle.hub import picture_of
from kiosk.stations.convention_puzzle.layout import Area, Box, Plan, plan
from kiosk.stations.convention_puzzle.play import Play, moved, onward
from kiosk.stations.convention_puzzle.reasons import reason, start
from kiosk.stations.convention_puzzle.shown import progress_params, show_box, show_pieces, show_places, show_tokens
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.convention_puzzle"
QML_IMPORT_MAJOR_VERSION = 1
NEAR = 90
"""Design pixels by which a piece may miss a place when it is dropped."""


@QmlElement
class BoardViewModel(QObject):
    """`told` is called after each move: whether it was right if it was a first try. `mood` is ask, right or again."""

    changed = Signal()
    said = Signal()
    boardChanged = Signal()

    def __init__(
        self,
        context: StationContext,
        convention: Convention,
        play: Play,
        told: Callable[[bool | None], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._convention, self._told = context, convention, told
        self._play = play
        self._area = Area(1824, 768)
        self._u = 1.0
        self._plan: Plan = plan(play.board, self._area)
        self._praised = set(play.board.placed)
        self._waits = 0
        self._appeared_ms = context.clock.monotonic_ms()
        self._mood = "ask"
        self._message = start(play.game, play.board.by_turns and play.board.players > 1, context.say)

    # What Python asks

    @property
    def play(self) -> Play:
        """The game as it stands."""
        return self._play

    @property
    def mood_now(self) -> str:
        """How the last move was answered."""
        return self._mood

    @property
    def reading(self) -> str:
        """What was said last, and the words that can be placed."""
        board = self._play.board
        return self._message + "。".join(board.piece(key).mark + board.piece(key).text for key in board.seats if key)

    @property
    def finished_now(self) -> bool:
        """Whether every piece lies where it belongs, and was answered."""
        return self._play.board.finished and not self._waits

    @property
    def hanging(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._waits > 0

    # What QML shows

    @Property(str, constant=True)
    def game(self) -> str:
        return self._play.game

    @Property(list, notify=changed)
    def pieces(self) -> list[dict[str, Any]]:
        return show_pieces(self._play.board, self._plan, self._praised, self._u)

    @Property(list, notify=changed)
    def places(self) -> list[dict[str, Any]]:
        return show_places(self._play.board, self._plan, self._praised, self._u)

    @Property(list, notify=boardChanged)
    def tokens(self) -> list[dict[str, Any]]:
        return show_tokens(self._play.board, self._plan, self._u)

    @Property(int, notify=boardChanged)
    def pieceCount(self) -> int:
        return len(self._play.board.pieces)

    @Property(int, notify=boardChanged)
    def placeCount(self) -> int:
        return len(self._play.board.places)

    @Property(dict, notify=boardChanged)
    def strip(self) -> dict[str, Any]:
        return show_box(self._plan.strip, self._u)

    @Property(dict, notify=boardChanged)
    def tray(self) -> dict[str, Any]:
        return show_box(self._plan.tray, self._u)

    @Property(dict, notify=boardChanged)
    def panel(self) -> dict[str, Any]:
        return show_box(self._plan.panel, self._u)

    @Property(dict, notify=boardChanged)
    def picturePlace(self) -> dict[str, Any]:
        """Where the line's picture stands; empty where there is no room for it."""
        return show_box(self._plan.picture, self._u) if self._plan.picture else {}

    @Property(str, constant=True)
    def picture(self) -> str:
        return picture_of(self._convention, self._play.line)

    @Property(float, notify=boardChanged)
    def beam(self) -> float:
        """How high the beam with the lanterns is, in pixels; 0 where there is none."""
        return self._plan.beam * self._u

    @Property(int, notify=boardChanged)
    def size(self) -> int:
        """How high the words of pieces are, in design pixels."""
        return self._plan.size

    @Property(list, notify=changed)
    def owners(self) -> list[dict[str, Any]]:
        """Whose piece lies in each seat, where several play at once."""
        board = self._play.board
        if board.by_turns or board.players == 1:
            return []
        taken = [(seat, box) for seat, box in enumerate(self._plan.seats) if board.seats[seat]]
        return [show_box(box, self._u) | {"player": rules.player_of_seat(board, seat)} for seat, box in taken]

    @Property(int, notify=changed)
    def turn(self) -> int:
        """Whose turn it is, where several take turns; else 0."""
        board = self._play.board
        return board.turn if board.by_turns and board.players > 1 and not board.finished else 0

    @Property(str, notify=changed)
    def turnText(self) -> str:
        return self._context.say("convention_puzzle.turn", player=self.turn) if self.turn else ""

    @Property(str, notify=said)
    def message(self) -> str:
        return self._message

    @Property(str, notify=said)
    def mood(self) -> str:
        return self._mood

    @Property(str, notify=changed)
    def progressText(self) -> str:
        return self._context.say(f"convention_puzzle.done_{self._play.game}", **progress_params(self._play.board))

    @Property(str, constant=True)
    def hereLabel(self) -> str:
        return self._context.say("convention_puzzle.put_here")

    # What QML asks

    @Slot(float, float, float, bool, bool, float)
    def layOut(self, width: float, height: float, u: float, upright: bool, pinyin: bool, target: float) -> None:
        """The room on the screen, in pixels, `u` of them a pixel of the design."""
        if u > 0 and width > 0 and height > 0:
            self._area, self._u = Area(width / u, height / u, upright, pinyin, target / u), u
            self._plan = plan(self._play.board, self._area)
            self.boardChanged.emit()
            self.changed.emit()

    @Slot(str)
    def pick(self, key: str) -> None:
        """A piece was touched."""
        if rules.movable(self._play.board, key):
            self._context.play("choose")
            self._set(rules.pick(self._play.board, key))

    @Slot(str)
    def lift(self, key: str) -> None:
        """A finger began to carry a piece."""
        board = self._play.board
        if rules.movable(board, key) and key not in board.held.values():
            self._set(rules.pick(board, key))

    @Slot(str)
    def touchPlace(self, place: str) -> None:
        """A place was touched: a piece in hand goes there."""
        board = self._play.board
        if key := rules.taker(board, place):
            self._put(key, place)
        elif not board.finished and rules.has_room(board, board.place(place)):
            self._tell("ask", self._context.say("convention_puzzle.pick_first"))

    @Slot(str, float, float)
    def drop(self, key: str, x: float, y: float) -> None:
        """A piece was let go with its middle at `x`, `y` pixels of the board."""
        nearest = min(
            self._play.board.places,
            key=lambda one: _distance(self._plan.places[one.key], x / self._u, y / self._u),
        )
        if _distance(self._plan.places[nearest.key], x / self._u, y / self._u) <= NEAR:
            self._put(key, nearest.key)
        else:
            self._set(rules.lay_back(self._play.board, key))

    @Slot()
    def hint(self) -> None:
        """More help."""
        self._context.play("choose")
        board = rules.hint(self._play.board)
        self._set(board)
        if key := next(iter(board.held.values()), ""):
            self._tell("ask", self._context.say(f"convention_puzzle.help_{rules.help_for(board, key)}"))

    def go_on(self) -> None:
        """To the next board of the game."""
        self._play = onward(self._play)
        self._praised = set(self._play.board.placed)
        self._plan = plan(self._play.board, self._area)
        self._appeared_ms = self._context.clock.monotonic_ms()
        self.boardChanged.emit()
        self.changed.emit()
        self._tell("ask", self._context.say("convention_puzzle.more_faded"))
        self._told(None)

    # What happens

    def _put(self, key: str, place: str) -> None:
        board, move = rules.put(self._play.board, key, place)
        if move is None:
            self._set(rules.lay_back(board, key))
            return
        self._waits += 1
        self._set(board)
        if move.first and move.piece.label:
            item = asked(self._convention, board, move)
            now = self._context.clock.monotonic_ms()
            reading_ms, self._appeared_ms = now - self._appeared_ms, now
            hash = self._context.keep_text(item)
            fact = answered(self._convention, board, move, item, hash, reading_ms)
            self._context.record(fact, lambda _on_disk: self._answer(board, move))
        else:
            self._answer(board, move)

    def _answer(self, board: rules.Board, move: rules.Move) -> None:
        """The move is on disk, or staff know that it is not: say what it was worth."""
        self._waits -= 1
        if move.right:
            self._praised.add(move.piece.key)
        self._context.play("right" if move.right else "try-again")
        self.changed.emit()
        self._tell("right" if move.right else "again", reason(self._convention, board, move, self._context.say))
        self._told(move.right if move.first and move.piece.label else None)

    def _set(self, board: rules.Board) -> None:
        self._play = moved(self._play, board)
        self.changed.emit()

    def _tell(self, mood: str, message: str) -> None:
        self._mood, self._message = mood, message
        self.said.emit()


def _distance(box: Box, x: float, y: float) -> float:
    """How far the point lies outside the box; inside, how far from its middle, as less than nothing."""
    aside = max(box.x - x, x - box.x - box.w, 0.0)
    off = max(box.y - y, y - box.bottom, 0.0)
    if aside or off:
        return max(aside, off)
    return -1 / (1 + abs(box.x + box.w / 2 - x) + abs(box.y + box.h / 2 - y))
