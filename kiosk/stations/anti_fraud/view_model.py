"""反诈关 on the screen: map → how to play together → play → won. Rules decide; this turns them into what QML shows."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import StationOpened
from kiosk.stations.anti_fraud.draw import Drawing, aim_of, draw_run
from kiosk.stations.anti_fraud.experience import KEPT, gained
from kiosk.stations.anti_fraud.facts import STATION, finished, result, shown_ability
from kiosk.stations.anti_fraud.fight import show_children, show_won, won_reading
from kiosk.stations.anti_fraud.hanging import hang
from kiosk.stations.anti_fraud.levels import LOCAL, MARK, Level
from kiosk.stations.anti_fraud.map_view_model import MapViewModel
from kiosk.stations.anti_fraud.match import MODES, Mode, begin_sides
from kiosk.stations.anti_fraud.modes_view_model import ModesViewModel
from kiosk.stations.anti_fraud.play import Play
from kiosk.stations.anti_fraud.rules import BOSS_LIES, LIES, PLAYED, Run, begin
from kiosk.stations.anti_fraud.side_view_model import SideViewModel
from kiosk.stations.anti_fraud.trickster import FOX, TRICKSTER
from kiosk.stations.anti_fraud.trickster_view_model import TricksterViewModel
from kiosk.stations.anti_fraud.way_back import restore
from kiosk.stations.station import BankItem, StationContext

QML_IMPORT_NAME = "kiosk.stations.anti_fraud"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AntiFraudViewModel(QObject):
    """`phase` is map, modes, trickster, question, after, split or won.

    In question and after the whole screen is the first of `sides`; in split each child has one of them.
    """

    phaseChanged = Signal()
    sidesChanged = Signal()
    barChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._say = context.say
        self._map = MapViewModel(context, self)
        self._modes = ModesViewModel(context, self)
        self._phase = "map"
        self._level: Level | None = None
        self._play = Play(context, lambda trick, avoid: self._find(trick, avoid), self)
        self._play.moved.connect(self._side_moved)
        self._play.barMoved.connect(self.barChanged)
        self._play.ended.connect(self._end)
        self._won: dict[str, Any] = {}
        self._split_text = ""
        self._busy = self._closed = False
        self._trickster = TricksterViewModel(context, self._rate, self)
        if run := restore(context.resumed):
            self._begin("turns", self._map.level_of(run.level), [run])
        context.record(StationOpened(STATION, context.players), None)

    # What a rehearsal and tests ask

    @property
    def hanging(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._busy or self._play.hanging

    @property
    def playing(self) -> Sequence[SideViewModel]:
        """The sides in play: one, or one for each child."""
        return self._play.sides

    @property
    def levels(self) -> list[dict[str, Any]]:
        """The levels as the map shows them."""
        return self._map.shown

    @property
    def right_now(self) -> tuple[str, ...]:
        """What to choose now for a right answer, where all share the screen."""
        return self._play.board.run.right_now

    @property
    def question(self) -> dict[str, Any]:
        """What is asked where all share the screen."""
        return self._play.board.asked

    @property
    def chosen(self) -> list[str]:
        """What is chosen where all share the screen."""
        return list(self._play.board.chosen_now)

    @property
    def mode(self) -> Mode:
        """How the children play."""
        return self._modes.mode

    @property
    def modes_usable(self) -> list[Mode]:
        """How they may play on this screen."""
        return self._modes.usable

    @property
    def modes_played(self) -> set[Mode]:
        """How they have played since they came in."""
        return self._modes.played

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        if self._phase != "play":
            return self._phase
        return "after" if self._play.board.now == "done" else self._play.board.now

    @Property(str, constant=True)
    def title(self) -> str:
        return self._say("anti_fraud.name")

    @Property(str, notify=phaseChanged)
    def subtitle(self) -> str:
        if self._level is None:
            return self._say("anti_fraud.map_title")
        if self._level.boss or self._level.family.id in (LOCAL, TRICKSTER):
            return self._level.name
        return self._say("anti_fraud.level", number=self._level.number, name=self._level.name)

    @Property(MapViewModel, constant=True)
    def map(self) -> MapViewModel:
        return self._map

    @Property(str, notify=phaseChanged)
    def backdrop(self) -> str:
        """The picture behind the level: its monster's own."""
        if self._level is None:
            return "canal"
        return self._map.monster_before(self._level).replace("monster-", "backdrop-", 1)

    @Property(TricksterViewModel, constant=True)
    def trickster(self) -> TricksterViewModel:
        """小骗子模式 up to its ratings."""
        return self._trickster

    @Property(ModesViewModel, constant=True)
    def modes(self) -> ModesViewModel:
        return self._modes

    @Property(SideViewModel, notify=sidesChanged)
    def board(self) -> SideViewModel | None:
        """The side that fills the screen."""
        return self._play.board if self._play.sides else None

    @Property(list, notify=sidesChanged)
    def sides(self) -> list[SideViewModel]:
        """Each child's own side."""
        return self._play.sides if self._phase == "split" else []

    @Property(dict, notify=phaseChanged)
    def won(self) -> dict[str, Any]:
        return self._won

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        if self._phase == "play":
            return str(self._play.board.primaryLabel)
        if self._phase == "won":
            return self._say("anti_fraud.to_card")
        return self._map.local_name if self._phase == "map" else ""

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        return bool(self._play.board.primaryUsable) if self._phase == "play" else not self._busy

    @Property(str, notify=barChanged)
    def primaryHint(self) -> str:
        return str(self._play.board.primaryHint) if self._phase == "play" else ""

    @Property(str, constant=True)
    def mapLabel(self) -> str:
        return self._say("anti_fraud.to_map")

    @Property(str, constant=True)
    def backLabel(self) -> str:
        return self._say("anti_fraud.back_to_map")

    @Property(str, notify=phaseChanged)
    def readingText(self) -> str:
        """While the screen is shared it does not change: each side reads its own aloud."""
        match self._phase:
            case "play":
                return self._play.board.reading()
            case "won":
                return won_reading(self._won)
            case "modes":
                return self._modes.reading()
            case "split":
                return self._split_text
        return self._map.said

    # What QML asks

    @Slot(str)
    def openLevel(self, family: str) -> None:
        """A level was touched. Several children are asked how to play it; a child alone begins at once."""
        level = self._map.enter(family) if self._phase == "map" else None
        if level is None:
            return
        self._level = level
        if self._context.players > 1:
            self._context.play("open")
            self._modes.ask(level)
            self._show("modes")
        else:
            self._take_turns(level)

    @Slot(str)
    def playAs(self, mode: str) -> None:
        """The children chose how to play."""
        if self._phase != "modes" or self._level is None:
            return
        if mode == "turns":
            self._take_turns(self._level)
        for shared_screen in MODES[1:]:
            if mode == shared_screen:
                self._split(self._level, shared_screen)

    @Slot()
    def openTrickster(self) -> None:
        """From the map to the pond; it leads on to ratings, which are a run like any other."""
        if self._phase == "map" and self._trickster.begin():
            self._show("trickster")

    @Slot()
    def primary(self) -> None:
        """The primary button: confirm, go on, finish."""
        if self._busy:
            return
        match self._phase:
            case "map":
                self.openLevel(LOCAL)
            case "play":
                self._play.board.primary()
            case "won":
                assert self._level is not None
                self._context.finish(result(self._play.run, self._level, self._say))

    @Slot()
    def toMap(self) -> None:
        """From a won level, or from the question how to play, back to the map."""
        if self._phase not in ("won", "modes"):
            return
        self._context.play("close")
        self._level, self._play.sides = None, []
        self._map.greet()
        self._trickster.doorChanged.emit()
        self._show("map")

    def close(self) -> None:
        """The station goes off the screen; a run that did not come to its end is recorded as such."""
        if not self._closed and self._phase in ("play", "split"):
            self._gain(self._play.run)
            self._context.record(finished(self._play.run), None)
        self._trickster.close()
        self._closed = True
        self._play.close()

    # What happens

    def _drawing(self, level: Level) -> Drawing:
        context = self._context
        aim = shown_ability(context.abilities) if level.family.id == LOCAL else aim_of(level.stretch, context.abilities)
        return Drawing(context.items, context.random, context.met, aim)

    def _take_turns(self, level: Level) -> None:
        """One run over the whole screen; nothing but a word on the map when this visit has met all its items."""
        picked = draw_run(level, self._drawing(level))
        if not picked:
            self._map.all_met(level)
            self._level = None
            self._show("map")
            return
        self._context.play("open")
        lies = BOSS_LIES if level.boss else LIES
        run = begin(level.family.id, picked, self._context.players, self._context.random, most_lies=lies)
        self._begin("turns", level, [run])

    def _rate(self, messages: Sequence[BankItem]) -> None:
        """The ratings after 小骗子模式."""
        run = begin(TRICKSTER, messages, self._context.players, self._context.random)
        self._begin("turns", self._map.level_of(FOX.id), [run])

    def _split(self, level: Level, mode: Mode) -> None:
        """A run for each child, unless the screen is too small or too few items are left."""
        if self._modes.shares is None:
            return
        runs = begin_sides(level, mode, self._context.players, self._drawing(level))
        if not runs:
            self._modes.run_short()
            return
        self._context.play("open")
        self._begin(mode, level, runs)

    def _begin(self, mode: Mode, level: Level, runs: Sequence[Run]) -> None:
        self._level = level
        self._modes.begin(mode)
        self._play.begin(mode, level, runs)
        self._split_text = self._play.reading()
        # The screen that comes now reads the sides: they stand before it is told of the phase.
        self._phase = "split" if self._play.split else "play"
        self.sidesChanged.emit()
        self._show(self._phase)

    def _end(self) -> None:
        """All are through: the end is recorded, then celebrated."""
        run, kept = self._play.run, self._context.kept
        kept[MARK + run.level] = max(run.stars, kept.get(MARK + run.level, 0))
        self._gain(run)
        self._busy = True
        self.barChanged.emit()
        hang(self._context.record, [finished(run)], self._show_won)

    def _gain(self, run: Run) -> None:
        self._context.kept[KEPT] = self._context.kept.get(KEPT, 0) + gained(run)

    def _show_won(self) -> None:
        if self._closed or self._level is None:
            return
        self._busy = False
        self._won = show_won(self._play.run, self._level, self._say)
        if self._play.split:
            self._won["children"] = show_children(self._play.runs, self._say)
        self._context.play("level-won")
        self._show("won")
        self.sidesChanged.emit()

    def _find(self, trick: str, avoid: Collection[str]) -> BankItem | None:
        return self._context.items.another(trick, kinds=PLAYED, avoid=avoid, random=self._context.random)

    def _side_moved(self) -> None:
        if self._phase == "play":
            self.phaseChanged.emit()

    def _show(self, phase: str) -> None:
        self._phase = phase
        self.phaseChanged.emit()
        self.barChanged.emit()
