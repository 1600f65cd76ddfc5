"""The hub on the screen: whose lines they are, which one is chosen, what is known of each."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.convention_puzzle.convention import Convention, Line, read_convention
from kiosk.stations.convention_puzzle.games import offered
from kiosk.stations.convention_puzzle.hub import places, show_beginning, show_games, show_lines
from kiosk.stations.convention_puzzle.layout import Area
from kiosk.stations.convention_puzzle.run import Run
from kiosk.stations.convention_puzzle.shown import show_box
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.convention_puzzle"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HubViewModel(QObject):
    """The run with one of the conventions that there are, and the line that the child has chosen."""

    changed = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._conventions = [read_convention(one) for one in context.content.brought("conventions")]
        self.take_up(0)

    # What Python asks

    @property
    def run(self) -> Run:
        """What this run has come to."""
        return self._run

    @property
    def line(self) -> Line:
        """The chosen line."""
        return self._line

    @property
    def convention(self) -> Convention:
        """The convention at play."""
        return self._run.convention

    @property
    def all_known(self) -> bool:
        """Whether every line is known."""
        return all(self._run.progress.known(line) for line in self.convention.lines)

    @property
    def next_game(self) -> str:
        """The game that is suggested for the chosen line."""
        return self._run.progress.suggested(self._line)

    @property
    def offered(self) -> tuple[str, ...]:
        """The games that the chosen line has."""
        return offered(self.convention, self._line)

    @property
    def number(self) -> int:
        """Which of the conventions it is."""
        return next(number for number, one in enumerate(self._conventions) if one is self.convention)

    @property
    def greeting(self) -> str:
        """What is said before anything is chosen."""
        return self._context.say("convention_puzzle.hub_again" if self._run.begun else "convention_puzzle.hub_hello")

    def come_back(self, convention: str, line: str) -> None:
        """To that convention and line. Raises StopIteration when they are gone."""
        self.take_up(next(number for number, one in enumerate(self._conventions) if one.id == convention))
        self.choose(self.convention.line(line))

    def take_up(self, number: int) -> None:
        """A new run with that convention, at the line to turn to."""
        self._run = Run(self._conventions[number % len(self._conventions)], self._context.kept, self._context.players)
        self.choose(self._run.progress.next_line())

    def choose(self, line: Line) -> None:
        """The child turns to that line."""
        self._line = line
        self.changed.emit()

    # What QML shows

    @Property(list, notify=changed)
    def lines(self) -> list[dict[str, Any]]:
        return show_lines(self.convention, self._run.progress, self._line.id)

    @Property(list, notify=changed)
    def games(self) -> list[dict[str, Any]]:
        return show_games(self.convention, self._line, self._run.progress, self._context.say)

    @Property(list, notify=changed)
    def halves(self) -> list[dict[str, str]]:
        """The chosen line."""
        return show_beginning(self._line)

    @Property(str, notify=changed)
    def hello(self) -> str:
        return self.greeting

    @Property(str, notify=changed)
    def knownText(self) -> str:
        known = sum(self._run.progress.known(line) for line in self.convention.lines)
        return self._context.say("convention_puzzle.known", known=known, total=len(self.convention.lines))

    @Property(bool, notify=changed)
    def canFinish(self) -> bool:
        """Whether there is something for the result card, beside the primary button."""
        return self._run.begun and not self.all_known

    @Property(bool, constant=True)
    def several(self) -> bool:
        return len(self._conventions) > 1

    @Property(int, notify=changed)
    def lineCount(self) -> int:
        return len(self.convention.lines)

    # What QML asks

    @Slot(float, float, bool, result=list)
    def places(self, width: float, height: float, upright: bool) -> list[dict[str, Any]]:
        """Where the pictures stand in that room; design pixels in and out."""
        return [show_box(box, 1) for box in places(len(self.convention.lines), Area(width, height, upright))]

    @Slot(str)
    def select(self, line: str) -> None:
        """A picture was touched."""
        self._context.play("choose")
        self.choose(self.convention.line(line))


def where(hub: HubViewModel, phase: str, game: str, level: int) -> dict[str, Any]:
    """Where the station stands, as JSON values, for `HubViewModel.come_back` and what follows it."""
    return {
        "convention": hub.convention.id,
        "line": hub.line.id,
        "run": hub.run.keep(),
        "phase": phase,
        "game": game,
        "level": level,
    }
