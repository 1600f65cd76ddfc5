"""承诺桥 on the screen: hello → (code → how it went →) choose → sign → hang, child after child → done."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.bridge import Hung
from kiosk.core.events import Event, StationOpened
from kiosk.stations.pledge import rules, speech
from kiosk.stations.pledge.facts import STATION, finished, promised, result
from kiosk.stations.pledge.promises import Promise, read_promises
from kiosk.stations.pledge.return_view_model import ReturnViewModel
from kiosk.stations.pledge.rules import PROMISES, Lantern
from kiosk.stations.pledge.shown import choosing, show_bridge, show_lanterns, show_made, show_promises
from kiosk.stations.station import StationContext, record_all

QML_IMPORT_NAME = "kiosk.stations.pledge"
QML_IMPORT_MAJOR_VERSION = 1
log = logging.getLogger(__name__)


@QmlElement
class PledgeViewModel(QObject):
    """`phase` is hello, code, back, choose, sign, hang or done. Of a signature only comes here that there is one."""

    phaseChanged = Signal()
    chosenChanged = Signal()
    bridgeChanged = Signal()
    barChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        content = context.content
        self._promises = read_promises(content.brought("promises"), content.brought("conventions"), context.language)
        self._bridge = context.bridge()
        self._hung: list[Hung] = []
        self._back = ReturnViewModel(context, self._promises, self.barChanged.emit, self)
        self._phase = "hello"
        self._player = 1
        self._upright = self._signed = self._busy = self._closed = False
        self._begin_child()
        self._take_up(context.resumed)
        context.record(StationOpened(STATION, context.players), None)

    def _begin_child(self) -> None:
        self._chosen: tuple[str, ...] = ()
        self._touched: Promise | None = None
        self._lantern, self._signed = Lantern(), False
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
    def chosen_now(self) -> tuple[str, ...]:
        """The promises that are chosen."""
        return self._chosen

    @property
    def offered_now(self) -> list[str]:
        """All promises."""
        return [one.id for one in self._promises.all]

    @property
    def signed_now(self) -> bool:
        """Whether a finger has written."""
        return self._signed

    @property
    def lantern_now(self) -> Lantern:
        """The lantern to hang."""
        return self._lantern

    @property
    def back_now(self) -> ReturnViewModel:
        """Coming back."""
        return self._back

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
        return self._back

    @Property(bool, notify=phaseChanged)
    def mayReturn(self) -> bool:
        """Whether the way with a code is offered."""
        return self._phase == "hello" and self._back.offered_now

    @Property(int, notify=phaseChanged)
    def player(self) -> int:
        """Whose turn it is, where several play; else 0."""
        return self._player if self._context.players > 1 and self._phase in ("choose", "sign", "hang") else 0

    @Property(str, notify=phaseChanged)
    def playerText(self) -> str:
        return self._say("turn", player=self._player) if self.player else ""

    @Property(list, notify=chosenChanged)
    def promises(self) -> list[dict[str, Any]]:
        return show_promises(self._promises, self._chosen)

    @Property(int, constant=True)
    def promiseCount(self) -> int:
        return len(self._promises.all)

    @Property(dict, notify=chosenChanged)
    def choosing(self) -> dict[str, Any]:
        return choosing(self._touched, self._chosen, self._context.say)

    @Property(list, notify=phaseChanged)
    def made(self) -> list[dict[str, Any]]:
        """The three that were chosen."""
        return show_made(self._made)

    @Property(str, constant=True)
    def signNote(self) -> str:
        return self._say("sign_note")

    @Property(list, notify=bridgeChanged)
    def lanterns(self) -> list[dict[str, Any]]:
        hung = [*self._bridge.hung, *self._hung]
        own = {one.place % len(rules.places(self._upright)) for one in self._hung}
        icons = {one.id: one.icon for one in self._promises.all}
        new = self._lantern if self._phase == "hang" else None
        return show_lanterns(hung, own, new, icons, upright=self._upright)

    @Property(str, notify=bridgeChanged)
    def lanternIcon(self) -> str:
        """The icon on the lantern to hang: that of the first promise."""
        return self._made[0].icon if self._made else ""

    @Property(int, notify=bridgeChanged)
    def shape(self) -> int:
        return self._lantern.shape

    @Property(dict, notify=bridgeChanged)
    def board(self) -> dict[str, Any]:
        return self._shown_board()

    @Property(str, notify=bridgeChanged)
    def words(self) -> str:
        """What stands below the bridge."""
        returned = self._back.returned is not None
        return speech.below_the_bridge(self._phase, self._lantern, self._context.say, returned=returned)

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        last = self._player == self._context.players
        return speech.primary_label(self._phase, self._context.say, last=last)

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        ready = {
            "code": self._back.complete,
            "choose": len(self._chosen) == PROMISES,
            "sign": self._signed,
            "hang": self._lantern.place >= 0,
        }
        return not self._busy and ready.get(self._phase, True)

    @Property(str, notify=barChanged)
    def readingText(self) -> str:
        match self._phase:
            case "hello":
                return speech.greeting(self._shown_board(), self._context.say)
            case "code":
                return f"{self._say('code_title')}。{self._back.note_now}"
            case "back":
                return f"{self._back.backTitle}{self._back.backNote}{speech.listed(self._back.made)}"
            case "choose":
                told = choosing(self._touched, self._chosen, self._context.say)
                return speech.choosing_read(self._touched, told, self._promises.all)
            case "sign":
                return f"{self._say('sign_title')}。{self._say('sign_note')}{speech.listed(self._made)}"
        return str(self.words) + (speech.listed(self._made) if self._phase == "done" else "")

    # What QML asks

    @Slot(bool)
    def layOut(self, upright: bool) -> None:
        """Which picture of the bridge is shown."""
        self._upright = upright
        self.bridgeChanged.emit()

    @Slot(str)
    def choose(self, promise: str) -> None:
        """A promise was touched."""
        if self._phase == "choose" and not self._busy:
            self._context.play("choose")
            self._chosen = rules.toggle(self._chosen, promise)
            self._touched = next(iter(self._promises.named([promise])), None)
            self._snap()
            self.chosenChanged.emit()
            self.barChanged.emit()

    @Slot(bool)
    def sign(self, written: bool) -> None:
        """Whether there is something on the paper. What it is stays on the paper."""
        if self._phase == "sign":
            self._signed = written
            self.barChanged.emit()

    @Slot(int)
    def pickShape(self, shape: int) -> None:
        """A lantern was touched."""
        self._hang(Lantern(shape, self._lantern.place))

    @Slot(float, float)
    def hangAt(self, x: float, y: float) -> None:
        """The bridge was touched, at pixels of its picture."""
        taken = rules.shown([*self._bridge.hung, *self._hung], upright=self._upright)
        self._hang(Lantern(self._lantern.shape, rules.nearest(x, y, taken, upright=self._upright)))

    @Slot()
    def enterCode(self) -> None:
        """Somebody has a code."""
        if self._back.offered_now and self._phase == "hello":
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
                self._record(self._back.look_back(), lambda: self._open("choose"))
            case "hang":
                self._light()
            case "done" if self._player < self._context.players:
                self._player += 1
                self._begin_child()
                self._open("choose")
            case "done":
                self._record([finished(completed=True)], self._to_card)
            case phase:
                self._open({"hello": "choose", "choose": "sign", "sign": "hang"}[phase])

    def close(self) -> None:
        """The station goes off the screen; one that was begun and left is recorded as such."""
        if not self._closed and self._phase != "hello":
            self._context.record(finished(completed=False), None)
        self._closed = True

    # What happens

    @property
    def _made(self) -> tuple[Promise, ...]:
        return self._promises.named(self._chosen)

    def _shown_board(self) -> dict[str, Any]:
        return show_bridge(self._bridge, self._bridge.total + len(self._hung), self._context.say)

    def _hang(self, lantern: Lantern) -> None:
        if self._phase == "hang" and not self._busy:
            self._context.play("choose")
            self._lantern = lantern
            self.bridgeChanged.emit()
            self.barChanged.emit()

    def _look_up(self) -> None:
        if self._back.look_up():
            self._show("back")
        elif not self._back.offered_now:
            self._show("code")
        self.barChanged.emit()

    def _light(self) -> None:
        """The lantern hangs: recorded first, then it shines."""
        hashes = [self._context.keep_text(one.item) for one in self._made]
        reading_ms = self._context.clock.monotonic_ms() - self._since_ms
        events = promised(self._promises, self._made, hashes, self._lantern, self._player, reading_ms)
        self._record(events, self._shine)

    def _shine(self) -> None:
        self._hung.append(Hung(self._lantern.place, self._lantern.shape, self._chosen[0]))
        if self._player == 1:
            self._back.keep(self._made)
        self._context.play("lantern")
        self._show("done")

    def _to_card(self) -> None:
        self._closed = True
        self._context.snapshot({})
        self._context.finish(result(self._made, len(self._hung), self._context.say))

    def _open(self, phase: str) -> None:
        self._context.play("open")
        self._show(phase)

    def _scanned(self, text: str) -> None:
        """A card lay under the scanner."""
        if self._phase == "code" and not self._busy and self._back.scan(text):
            self._look_up()
        self.barChanged.emit()

    def _show(self, phase: str) -> None:
        self._phase = phase
        self._context.listen(self._scanned if phase == "code" else None)
        self._snap()
        for signal in (self.phaseChanged, self.chosenChanged, self.bridgeChanged, self.barChanged):
            signal.emit()

    def _snap(self) -> None:
        """Against a crash: whose turn it is and what is chosen. Neither code nor signature."""
        self._context.snapshot({"player": self._player, "chosen": list(self._chosen), "lanterns": len(self._hung)})

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
        self._chosen = tuple(one.id for one in self._promises.named(chosen))[:PROMISES]
        self._phase = "choose" if self._chosen else "hello"

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
