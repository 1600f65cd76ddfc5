"""承诺桥 on the screen: hello → (code → how it went →) and for each choose to done."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import Event, StationOpened
from kiosk.stations.pledge import rules, speech
from kiosk.stations.pledge.bridge_view_model import BridgeViewModel
from kiosk.stations.pledge.choose_view_model import ChooseViewModel
from kiosk.stations.pledge.facts import STATION, Pledge, finished, promised, result
from kiosk.stations.pledge.paint_view_model import PaintViewModel
from kiosk.stations.pledge.plan_view_model import PlanViewModel
from kiosk.stations.pledge.practice_view_model import PracticeViewModel
from kiosk.stations.pledge.promises import read_promises
from kiosk.stations.pledge.return_view_model import ReturnViewModel
from kiosk.stations.pledge.shown import show_made
from kiosk.stations.station import StationContext, record_all

QML_IMPORT_NAME = "kiosk.stations.pledge"
QML_IMPORT_MAJOR_VERSION = 1
log = logging.getLogger(__name__)


@QmlElement
class PledgeViewModel(QObject):
    """`phase` is hello, code, back, choose, plan, practice, paint, sign, hang or done.

    Of a signature comes here only that there is one.
    """

    phaseChanged = Signal()
    wordsChanged = Signal()
    barChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        content = context.content
        self._promises = read_promises(content.brought("promises"), content.brought("conventions"), context.language)
        offered = self._promises.for_ages(context.ages, rules.LEAST)
        icons = {one.id: one.icon for one in self._promises.all}
        self.choose_now = ChooseViewModel(context, offered, self._chosen, self)
        self.bridge_now = BridgeViewModel(context, icons, self)
        self.back_now = ReturnViewModel(context, self._promises, self.barChanged.emit, self)
        self.plan_now = PlanViewModel(context, self.barChanged.emit, self)
        self.practice_now = PracticeViewModel(context, self.barChanged.emit, self)
        self.paint_now = PaintViewModel(context, self)
        self._phase = "hello"
        self._player = 1
        self._signed = self._busy = self._closed = False
        self._begin_child()
        self._take_up(context.resumed)
        context.record(StationOpened(STATION, context.players), None)

    def _begin_child(self) -> None:
        self.choose_now.begin()
        self._signed = False
        self._since_ms = self._context.clock.monotonic_ms()

    # What a rehearsal and tests ask

    @property
    def now(self) -> str:
        """The phase."""
        return self._phase

    @property
    def hanging(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._busy

    @property
    def signed_now(self) -> bool:
        """Whether a finger has written."""
        return self._signed

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase

    @Property(str, constant=True)
    def title(self) -> str:
        return self._say("name")

    @Property(str, notify=phaseChanged)
    def subtitle(self) -> str:
        return speech.subtitle(self._phase, self._context.say)

    @Property(QObject, constant=True)
    def back(self) -> Any:
        return self.back_now

    @Property(QObject, constant=True)
    def choose(self) -> Any:
        return self.choose_now

    @Property(QObject, constant=True)
    def plan(self) -> Any:
        return self.plan_now

    @Property(QObject, constant=True)
    def practice(self) -> Any:
        return self.practice_now

    @Property(QObject, constant=True)
    def paint(self) -> Any:
        return self.paint_now

    @Property(QObject, constant=True)
    def bridge(self) -> Any:
        return self.bridge_now

    @Property(bool, notify=phaseChanged)
    def mayReturn(self) -> bool:
        """Whether the way with a code is offered."""
        return self._phase == "hello" and self.back_now.offered_now

    @Property(int, notify=phaseChanged)
    def player(self) -> int:
        """Whose turn it is, where several play; else 0."""
        return self._player if self._context.players > 1 and self._phase in rules.TURNS else 0

    @Property(str, notify=phaseChanged)
    def playerText(self) -> str:
        return self._say("turn", player=self._player) if self.player else ""

    @Property(list, notify=phaseChanged)
    def made(self) -> list[dict[str, Any]]:
        """The three that were chosen."""
        return show_made(self.choose_now.made, self.plan_now.sentence)

    @Property(str, constant=True)
    def signNote(self) -> str:
        return self._say("sign_note")

    @Property(str, notify=wordsChanged)
    def words(self) -> str:
        """What stands below the bridge."""
        returned = self.back_now.returned is not None
        return speech.below_the_bridge(self._phase, self.paint_now.lantern, self._context.say, returned=returned)

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        last = self._player == self._context.players
        ends = {"plan": self.plan_now.now.done, "practice": self.practice_now.now.last}
        step = speech.LASTS[self._phase] if ends.get(self._phase) else self._phase
        return speech.primary_label(step, self._context.say, last=last)

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        ready = {
            "code": self.back_now.complete,
            "choose": self.choose_now.complete,
            "sign": self._signed,
            "plan": self.plan_now.complete,
            "practice": self.practice_now.now.found,
            "hang": self.paint_now.lantern.place >= 0,
        }
        return not self._busy and ready.get(self._phase, True)

    @Property(str, notify=barChanged)
    def readingText(self) -> str:
        match self._phase:
            case "hello":
                return speech.greeting(self.bridge_now.told, self._context.say)
            case "code":
                return f"{self._say('code_title')}。{self.back_now.note_now}"
            case "back":
                return f"{self.back_now.backTitle}{self.back_now.backNote}{self.back_now.read}"
            case "choose":
                return self.choose_now.read
            case "plan":
                return self.plan_now.read
            case "practice":
                return self.practice_now.read
            case "paint":
                return self.paint_now.read
            case "sign":
                return f"{self._say('sign_title')}。{self._say('sign_note')}{speech.listed(self.choose_now.made)}"
        return str(self.words) + (speech.listed(self.choose_now.made) if self._phase == "done" else "")

    # What QML asks

    @Slot(bool)
    def sign(self, written: bool) -> None:
        """Whether there is something on the paper. What it is stays on the paper."""
        if self._phase == "sign":
            self._signed = written
            self.barChanged.emit()

    @Slot(float, float)
    def hangAt(self, x: float, y: float) -> None:
        """The bridge was touched, at pixels of its picture."""
        if self._phase == "hang" and not self._busy:
            self._context.play("choose")
            self.paint_now.tie(self.bridge_now.nearest(x, y))
            self.bridge_now.offer(self.paint_now.lantern.hung(self.choose_now.chosen[0]))
            self.wordsChanged.emit()
            self.barChanged.emit()

    @Slot()
    def enterCode(self) -> None:
        """Somebody has a code."""
        if self.back_now.offered_now and self._phase == "hello":
            self._context.play("open")
            self._show("code")

    @Slot()
    def withoutCode(self) -> None:
        """Rather without."""
        if self._phase == "code":
            self._context.play("close")
            self._show("hello")

    @Slot()
    def primary(self) -> None:
        """The primary button: on to the next step."""
        if not self.primaryUsable:
            return
        match self._phase:
            case "code":
                self._look_up()
            case "back":
                self._record(self.back_now.look_back(), lambda: self._open("choose"))
            case "choose":
                self._begin_plans()
            case "plan":
                if not self.plan_now.onward():
                    practises = self.practice_now.begin(self.plan_now.now, self._promises.all)
                    self._open("practice" if practises else "paint")
                self.barChanged.emit()
            case "practice":
                if not self.practice_now.onward():
                    self._open("paint")
                self.barChanged.emit()
            case "hang":
                self._light()
            case "done" if self._player < self._context.players:
                self._player += 1
                self._begin_child()
                self._open("choose")
            case "done":
                self._record([finished(completed=True)], self._to_card)
            case phase:
                self._open({"hello": "choose", "paint": "sign", "sign": "hang"}[phase])

    def close(self) -> None:
        """The station goes off the screen; one that was begun and left is recorded as such."""
        if not self._closed and self._phase != "hello":
            self._context.record(finished(completed=False), None)
        self._closed = True

    # What happens

    def _chosen(self) -> None:
        self._snap()
        self.barChanged.emit()

    def _begin_plans(self) -> None:
        self.paint_now.begin(self.choose_now.made[0].icon)
        self.plan_now.begin(self.choose_now.made)
        self._open("plan" if self.plan_now.now.wanted else "paint")

    def _look_up(self) -> None:
        if self.back_now.look_up():
            self._show("back")
        elif not self.back_now.offered_now:
            self._show("code")
        self.barChanged.emit()

    def _light(self) -> None:
        """The lantern hangs: recorded first, then it shines."""
        hashes = [self._context.keep_text(one.item) for one in self.choose_now.made]
        reading_ms = self._context.clock.monotonic_ms() - self._since_ms
        planned, lantern = self.plan_now.now.planned, self.paint_now.lantern
        pledge = Pledge(self.choose_now.made, hashes, planned, lantern, self._player, reading_ms)
        self._record(promised(self._promises, pledge), self._shine)

    def _shine(self) -> None:
        self.bridge_now.light(self.paint_now.lantern.hung(self.choose_now.chosen[0]))
        if self._player == 1:
            self.back_now.keep(self.choose_now.made, self.plan_now.now.planned)
        self._context.play("lantern")
        self._show("done")

    def _to_card(self) -> None:
        self._closed = True
        self._context.snapshot({})
        self._context.finish(result(self.choose_now.made, self.bridge_now.lit_here, self._context.say))

    def _open(self, phase: str) -> None:
        self._context.play("open")
        self._show(phase)

    def _scanned(self, text: str) -> None:
        """A card lay under the scanner."""
        if self._phase == "code" and not self._busy and self.back_now.scan(text):
            self._look_up()
        self.barChanged.emit()

    def _show(self, phase: str) -> None:
        self._phase = phase
        self._context.listen(self._scanned if phase == "code" else None)
        self._snap()
        for signal in (self.phaseChanged, self.wordsChanged, self.barChanged):
            signal.emit()

    def _snap(self) -> None:
        """Against a crash: whose turn it is and what is chosen. Neither code nor signature."""
        self._context.snapshot(
            {"player": self._player, "chosen": list(self.choose_now.chosen), "lanterns": self.bridge_now.lit_here}
        )

    def _take_up(self, state: Mapping[str, Any]) -> None:
        """Where the last screen stood before it died, as far as it fits."""
        if not state:
            return
        try:
            player, chosen = int(state["player"]), [str(one) for one in state["chosen"]]
        except (KeyError, TypeError, ValueError) as error:
            log.warning("the way back does not fit: %r", error)
            return
        self._player = min(max(player, 1), self._context.players)
        self.choose_now.begin(chosen)
        self._phase = "choose" if self.choose_now.chosen else "hello"

    def _record(self, events: Sequence[Event], then: Callable[[], None]) -> None:
        """Hand `events` to the journal; `then` once the last is on disk, or only in memory and staff know of it."""
        if not events:
            then()
            return
        self._busy = True
        self.barChanged.emit()

        def kept() -> None:
            if not self._closed:
                self._busy = False
                then()

        record_all(self._context.record, events, kept)

    def _say(self, name: str, **params: object) -> str:
        return self._context.say(f"{STATION}.{name}", **params)
