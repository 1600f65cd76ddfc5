"""公约坊 on the screen: hub → game or jigsaw → done → hub … Rules decide; this turns them into what QML shows."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import StationOpened
from kiosk.stations.convention_puzzle.board_view_model import BoardViewModel
from kiosk.stations.convention_puzzle.done import reading, show_done
from kiosk.stations.convention_puzzle.facts import STATION, result
from kiosk.stations.convention_puzzle.games import JIGSAW
from kiosk.stations.convention_puzzle.hanging import Hanging
from kiosk.stations.convention_puzzle.hub_view_model import HubViewModel, where
from kiosk.stations.convention_puzzle.jigsaw_seam import make_jigsaw, tally_of
from kiosk.stations.convention_puzzle.jigsaw_tally import JigsawTally
from kiosk.stations.convention_puzzle.jigsaw_view_model import JigsawViewModel
from kiosk.stations.convention_puzzle.labels import primary_label
from kiosk.stations.convention_puzzle.play import Play, begin, keep, restore
from kiosk.stations.convention_puzzle.progress import Tally
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.convention_puzzle"
QML_IMPORT_MAJOR_VERSION = 1
log = logging.getLogger(__name__)


@QmlElement
class ConventionPuzzleViewModel(QObject):
    """`phase` is hub, game, jigsaw or done; `busy` while the end of a game is on its way to the disk."""

    phaseChanged = Signal()
    barChanged = Signal()
    readingChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hub = HubViewModel(context, self)
        self._hub.changed.connect(self._selected)
        self._phase, self._game = "hub", ""
        self._board: BoardViewModel | None = None
        self._jigsaw: JigsawViewModel | None = None
        self._whole: JigsawTally | None = None
        self._done: dict[str, Any] = {}
        self._hanging = Hanging(context.record, self.barChanged.emit)
        self._level = self._since_ms = 0
        self._hanging.tell(StationOpened(STATION, context.players))
        if context.resumed:
            self._come_back(context.resumed)

    # What a rehearsal and tests ask

    @property
    def now(self) -> str:
        """The phase."""
        return self._phase

    @property
    def game_now(self) -> str:
        """The game at play, or the one that is over."""
        return self._game

    @property
    def hub_now(self) -> HubViewModel:
        """The hub."""
        return self._hub

    @property
    def board_now(self) -> BoardViewModel | None:
        """The game of words at play."""
        return self._board

    @property
    def jigsaw_now(self) -> JigsawViewModel | None:
        """The jigsaw at play."""
        return self._jigsaw

    @property
    def whole_now(self) -> bool:
        """Whether a jigsaw is whole and looked at."""
        return self._whole is not None

    @property
    def hanging(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._hanging.busy or (self._board is not None and self._board.hanging)

    @property
    def ready(self) -> bool:
        """Whether the primary button can be used."""
        if self._jigsaw:
            return self._whole is not None and not self._hanging.busy
        return not self._hanging.busy and (self._board is None or self._board.finished_now)

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase

    @Property(str, constant=True)
    def title(self) -> str:
        return self._say("name")

    @Property(str, notify=phaseChanged)
    def subtitle(self) -> str:
        return self._hub.convention.title if self._phase == "hub" else self._say(f"{self._game}_title")

    @Property(QObject, constant=True)
    def hub(self) -> Any:
        return self._hub

    @Property(QObject, notify=phaseChanged)
    def board(self) -> Any:
        return self._board

    @Property(QObject, notify=phaseChanged)
    def jigsaw(self) -> Any:
        return self._jigsaw

    @Property(dict, notify=phaseChanged)
    def done(self) -> dict[str, Any]:
        return self._done

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        return primary_label(self._phase, self._hub, self._board, self._say, whole=self.whole_now, more=self._more)

    @Property(bool, notify=barChanged)
    def whole(self) -> bool:
        return self.whole_now

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        return self.ready

    @Property(str, notify=readingChanged)
    def readingText(self) -> str:
        match self._phase:
            case "hub":
                return f"{self._hub.greeting}{self._hub.line.text}。"
            case "game" if self._board:
                return self._board.reading
            case "done":
                return reading(self._done)
        return f"{self._hub.line.text}。"

    # What QML asks

    @Slot(str)
    def open(self, game: str) -> None:
        """A game was touched."""
        if self._phase not in ("hub", "done") or self._hanging.busy or game not in self._hub.offered:
            return
        self._context.play("open")
        self._game, self._level = game, self._hub.run.progress.level(self._hub.line.id, game)
        self._since_ms = self._context.clock.monotonic_ms()
        if game == JIGSAW:
            self._lay_jigsaw({})
            return
        seed = self._context.random.randrange(2**31)
        players = self._context.players
        self._lay_board(begin(game, self._hub.convention, self._hub.line, self._level, players, seed))

    @Slot()
    def primary(self) -> None:
        """The primary button: play what is suggested, go on, finish."""
        if not self.ready:
            return
        match self._phase:
            case "game":
                self._end_board()
            case "jigsaw" if self._whole:
                self._end_game([tally_of(self._hub.line, self._whole)])
            case "hub" if self._hub.all_known:
                self.finish()
            case "hub":
                self.open(self._hub.next_game)
            case "done" if self._more:
                self.open(self._hub.next_game)
            case "done":
                self._hub.choose(self._hub.run.progress.next_line())
                self.toHub()

    @Slot()
    def hint(self) -> None:
        """More help."""
        if self._board:
            self._board.hint()

    @Slot()
    def toHub(self) -> None:
        """Back to the pictures; a game that is left so is recorded as far as it came."""
        if self._phase != "hub" and not self._hanging.busy:
            self._context.play("close")
            self._leave_game()
            self._show("hub")

    @Slot()
    def finish(self) -> None:
        """The child is done: the result card."""
        if self._phase == "hub" and not self._hanging.busy:
            self._hanging.hang([self._hub.run.over(completed=True)], self._to_card)

    @Slot()
    def otherConvention(self) -> None:
        """The next convention that packs brought."""
        if self._phase == "hub" and not self._hanging.busy:
            if self._hub.run.begun:
                self._hanging.tell(self._hub.run.over(completed=False))
            self._context.play("open")
            self._hub.take_up(self._hub.number + 1)
            self._show("hub")

    def close(self) -> None:
        """The station goes off the screen; what did not come to its end is recorded as such."""
        if not self._hanging.closed:
            self._leave_game()
            if self._hub.run.begun:
                self._hanging.tell(self._hub.run.over(completed=False))
        self._hanging.closed = True

    # What happens

    @property
    def _more(self) -> bool:
        """Whether another game about the same line comes next."""
        return not self._hub.run.progress.known(self._hub.line) and bool(self._hub.next_game)

    def _lay_board(self, play: Play) -> None:
        self._board = BoardViewModel(self._context, self._hub.convention, play, self._told, self)
        self._board.changed.connect(self.barChanged)
        self._show("game")

    def _told(self, first_right: bool | None) -> None:
        """A move was answered; of a first try, whether it was right."""
        if first_right is not None:
            self._hub.run.answer(first_right)
        self._snap()
        self.barChanged.emit()
        self.readingChanged.emit()

    def _end_board(self) -> None:
        board = self._board
        assert board is not None
        if not board.play.last:
            board.go_on()
            self._snap()
            return
        self._end_game(board.play.tallies)

    def _lay_jigsaw(self, state: Mapping[str, Any]) -> None:
        self._jigsaw = make_jigsaw(self._context, self._hub, self._level, state, self._jigsaw_whole, self)
        self._jigsaw.movingChanged.connect(self._snap)
        self._show("jigsaw")

    def _jigsaw_whole(self, told: JigsawTally) -> None:
        """The picture is seen whole for a while, then its line."""
        self._whole = told
        self.barChanged.emit()

    def _end_game(self, tallies: Sequence[Tally]) -> None:
        """A game came to its end: lanterns and facts first, then what it has shown."""
        convention, game = self._hub.convention, self._game
        events = self._hub.run.end(game, tallies, self._level, self._seconds())
        grade = min(one.grade for one in tallies)
        lines = [convention.line(one.line) for one in tallies]

        def shown() -> None:
            self._clear()
            self._done = show_done(
                convention, self._hub.run.progress, game, self._hub.line, lines, grade, self._context.say
            )
            self._context.play("lantern")
            self._show("done")
            self._context.read_aloud.stop()
            self._context.read_aloud.read(reading(self._done))

        self._hanging.hang(events, shown)

    def _leave_game(self) -> None:
        """Record what was done in a game that does not come to its end."""
        tallies = self._board.play.tallies if self._board else ()
        if self._jigsaw:
            tallies = (tally_of(self._hub.line, self._jigsaw.tally),)
        leave = self._hub.run.end if self._whole else self._hub.run.leave
        for event in leave(self._game, tallies, self._level, self._seconds()):
            self._hanging.tell(event)
        self._clear()

    def _clear(self) -> None:
        """No game is at play any more."""
        if self._jigsaw:
            self._jigsaw.close()
        self._board = self._jigsaw = self._whole = None

    def _to_card(self) -> None:
        run = self._hub.run
        self._context.snapshot({})
        card = result(run.convention, run.progress, run.answers, run.right, run.lanterns, self._context.say)
        self._hanging.closed = True
        self._context.finish(card)

    def _seconds(self) -> int:
        return (self._context.clock.monotonic_ms() - self._since_ms) // 1000

    def _snap(self) -> None:
        """Keep where it stands against a crash."""
        state = where(self._hub, self._phase, self._game, self._level)
        if self._board:
            state["play"] = keep(self._board.play)
        if self._jigsaw:
            state["jigsaw"] = self._jigsaw.state()
        self._context.snapshot(state)

    def _come_back(self, state: Mapping[str, Any]) -> None:
        """Where the last screen stood before it died; what does not fit any more begins at the hub."""
        try:
            self._hub.come_back(state["convention"], state["line"])
            self._hub.run.restore(state["run"])
            self._game, self._level = str(state["game"]), int(state["level"])
            self._since_ms = self._context.clock.monotonic_ms()
            if state["phase"] == "game":
                self._lay_board(restore(state["play"], self._hub.convention, self._context.players))
            elif state["phase"] == "jigsaw":
                self._lay_jigsaw(state.get("jigsaw", {}))
        except (KeyError, TypeError, ValueError, StopIteration, IndexError) as error:
            log.warning("the way back does not fit: %r", error)
            self._clear()
            self._phase = "hub"

    def _selected(self) -> None:
        self.barChanged.emit()
        self.readingChanged.emit()

    def _show(self, phase: str) -> None:
        self._phase = phase
        if phase != "game":
            self._board = None
        self._snap()
        self._hub.changed.emit()
        self.phaseChanged.emit()
        self.barChanged.emit()
        self.readingChanged.emit()

    def _say(self, name: str, **params: object) -> str:
        return self._context.say(f"{STATION}.{name}", **params)
