"""辟谣台 on the screen: hub → (bait → pulled …) → claim → after → … → card. Rules decide; this shows."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import Event, LanternLit, StationOpened
from kiosk.stations.rumour_desk import rules, shown, speech
from kiosk.stations.rumour_desk.claims import CHECKS, read_bank
from kiosk.stations.rumour_desk.facts import STATION, answered, cast, finished, item_of, result
from kiosk.stations.station import StationContext, record_all

QML_IMPORT_NAME = "kiosk.stations.rumour_desk"
QML_IMPORT_MAJOR_VERSION = 1
SOUNDS = {"right": "right", "wrong": "try-again", "ask_ok": "lantern"}
log = logging.getLogger(__name__)


@QmlElement
class RumourDeskViewModel(QObject):
    """`phase` is hub, bait, pulled, claim or after; `busy` while an answer is on its way to the disk."""

    phaseChanged = Signal()
    draftChanged = Signal()
    barChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._english = context.language == "en"
        self._bank = read_bank(context.content.brought("claims")[0])
        self._phase = "hub"
        self._run = self._begin(rules.DESK)
        self._shown: dict[str, dict[str, Any]] = {"claim": {}, "found": {}, "after": {}, "bait": {}, "pulled": {}}
        self._lanterns = self._appeared_ms = 0
        self._busy = self._closed = False
        context.record(StationOpened(STATION, context.players), None)
        if context.resumed:
            self._come_back(context.resumed)

    # What a rehearsal and tests ask

    @property
    def now(self) -> str:
        """The phase."""
        return self._phase

    @property
    def run(self) -> rules.Run:
        """The run so far."""
        return self._run

    @property
    def hanging(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._busy

    @property
    def verdict(self) -> str:
        """What the last rating was worth."""
        return str(self._shown["after"]["verdict"])

    @property
    def _usable(self) -> bool:
        if self._busy:
            return False
        match self._phase:
            case "claim":
                return self._run.ready
            case "bait":
                return self._run.bait >= 0
        return self._phase in ("after", "pulled")

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase

    @Property(str, constant=True)
    def title(self) -> str:
        return self._say("name")

    @Property(str, notify=phaseChanged)
    def progressText(self) -> str:
        if self._phase not in ("claim", "after"):
            return ""
        number = len(self._run.answers) + (self._phase == "claim")
        return self._say("progress", number=number, total=len(self._run.tasks))

    @Property(str, constant=True)
    def hello(self) -> str:
        return self._say("hub_hello")

    @Property(str, constant=True)
    def baitHello(self) -> str:
        return self._say("bait_hello")

    @Property(list, constant=True)
    def modes(self) -> list[dict[str, Any]]:
        return shown.show_modes(self._run, self._context.say)

    @Property(dict, notify=phaseChanged)
    def claim(self) -> dict[str, Any]:
        return self._shown["claim"]

    @Property(dict, notify=draftChanged)
    def found(self) -> dict[str, Any]:
        return self._shown["found"]

    @Property(list, notify=draftChanged)
    def checks(self) -> list[dict[str, Any]]:
        return shown.show_checks(self._run, self._context.say)

    @Property(list, constant=True)
    def ratings(self) -> list[dict[str, Any]]:
        return shown.show_ratings(self._context.say)

    @Property(list, constant=True)
    def sures(self) -> list[dict[str, Any]]:
        return shown.show_sure(self._context.say)

    @Property(bool, notify=draftChanged)
    def looked(self) -> bool:
        return bool(self._run.draft.looked)

    @Property(str, notify=draftChanged)
    def rating(self) -> str:
        return self._run.draft.rating

    @Property(str, notify=draftChanged)
    def sure(self) -> str:
        return self._run.draft.sure

    @Property(dict, notify=phaseChanged)
    def after(self) -> dict[str, Any]:
        return self._shown["after"]

    @Property(dict, notify=phaseChanged)
    def bait(self) -> dict[str, Any]:
        return self._shown["bait"]

    @Property(int, notify=draftChanged)
    def chosenBait(self) -> int:
        return self._run.bait

    @Property(dict, notify=phaseChanged)
    def pulled(self) -> dict[str, Any]:
        return self._shown["pulled"]

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        return speech.primary_label(self._run, self._phase, self._context.say, busy=self._busy)

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        return self._usable

    @Property(str, notify=barChanged)
    def readingText(self) -> str:
        return speech.read(self._phase, self._shown, self._context.say)

    # What QML asks

    @Slot(str)
    def play(self, mode: str) -> None:
        """A way to play was touched: `desk` or `trickster`."""
        if self._phase == "hub":
            self._run = self._begin(rules.TRICKSTER if mode == rules.TRICKSTER else rules.DESK)
            self._context.play("open")
            self._next()

    @Slot(str)
    def look(self, check: str) -> None:
        """One of the four was touched."""
        if self._phase == "claim" and check in CHECKS and not self._busy:
            self._shown["found"] = shown.show_found(self._run, self._run.task, check, self._context.say)
            self._draft(rules.look(self._run, check))

    @Slot(str)
    def rate(self, rating: str) -> None:
        """How the child rates the claim."""
        self._draft(rules.rate(self._run, rating))

    @Slot(str)
    def beSure(self, sure: str) -> None:
        """How sure the child is."""
        self._draft(rules.be_sure(self._run, sure))

    @Slot(int)
    def takeBait(self, place: int) -> None:
        """A bait was touched."""
        if self._phase == "bait" and not self._busy:
            self._run = rules.take_bait(self._run, place)
            self._context.play("choose")
            self._tell()

    @Slot()
    def primary(self) -> None:
        """The primary button: confirm, go on, finish."""
        if not self._usable:
            return
        match self._phase:
            case "claim":
                self._confirm()
            case "bait":
                self._run = rules.cast_bait(self._run)
                self._hang([cast(self._run)], self._show_pulled)
            case "after" if self._run.over:
                self._hang([finished(self._run, completed=True)], self._to_card)
            case _:
                self._next()

    def close(self) -> None:
        """The station goes off the screen; a run that was begun is recorded as left."""
        if not self._closed and self._run.answers:
            self._context.record(finished(self._run, completed=False), None)
        self._closed = True

    # What happens

    def _begin(self, mode: str) -> rules.Run:
        context = self._context
        met = {one.id for one in self._bank.claims if f"{self._bank.id}.{one.id}" in context.met}
        return rules.begin(self._bank, mode, context.players, met, context.random, context.ages)

    def _next(self) -> None:
        """The next bait, or the next claim."""
        if self._run.fishing:
            self._shown["bait"] = shown.show_bait(self._run, self._context.say)
            self._show("bait")
            return
        task = self._run.task
        self._context.met.add(f"{self._bank.id}.{task.claim.id}")
        self._shown["claim"] = shown.show_claim(self._run, task, self._context.say, english=self._english)
        self._shown["found"] = shown.show_found(self._run, task, "", self._context.say)
        self._appeared_ms = self._context.clock.monotonic_ms()
        self._show("claim")

    def _draft(self, run: rules.Run) -> None:
        if self._phase == "claim" and not self._busy:
            self._run = run
            self._context.play("choose")
            self._tell()

    def _confirm(self) -> None:
        """The rating goes to the disk; what it was worth is shown once it is there."""
        task, answer = self._run.task, self._run.draft
        item = item_of(self._bank, task.claim)
        reading_ms = self._context.clock.monotonic_ms() - self._appeared_ms
        events: list[Event] = [
            answered(self._run, task, answer, item, self._context.keep_text(item), reading_ms),
        ]
        if rules.verdict(task.claim, answer) == "right":
            self._lanterns += 1
            events.append(LanternLit(STATION, item.id))
        self._run = rules.confirm(self._run)
        self._snap()
        self._hang(events, lambda: self._show_after(task, answer))

    def _show_after(self, task: rules.Task, answer: rules.Answer) -> None:
        self._shown["after"] = shown.show_after(task, answer, self._context.say)
        self._context.play(SOUNDS[self.verdict])
        self._show("after")

    def _show_pulled(self) -> None:
        self._shown["pulled"] = shown.show_pulled(self._run, self._context.say)
        self._context.play("open")
        self._snap()
        self._show("pulled")

    def _to_card(self) -> None:
        self._context.snapshot({})
        self._closed = True
        self._context.finish(result(self._run, self._lanterns, self._context.say, english=self._english))

    def _hang(self, events: Sequence[Event], then: Callable[[], None]) -> None:
        """Hand `events` to the journal; `then` once the last is on disk, or only in memory and staff know of it."""
        self._busy = True
        self._tell()

        def kept() -> None:
            if not self._closed:
                self._busy = False
                then()

        record_all(self._context.record, events, kept)

    def _snap(self) -> None:
        self._context.snapshot({"run": rules.keep(self._run), "lanterns": self._lanterns})

    def _come_back(self, state: Mapping[str, Any]) -> None:
        """Where the last screen stood before it died; what does not fit any more begins at the hub."""
        try:
            self._run = rules.restore(self._bank, state["run"])
            self._lanterns = int(state["lanterns"])
        except (KeyError, TypeError, ValueError):
            log.warning("what was kept of a run does not fit any more")
            return
        if self._run.over:
            last = len(self._run.answers) - 1
            self._show_after(self._run.tasks[last], self._run.answers[last])
        else:
            self._next()

    def _say(self, name: str, **params: object) -> str:
        return self._context.say(f"rumour_desk.{name}", **params)

    def _show(self, phase: str) -> None:
        self._phase = phase
        self.phaseChanged.emit()
        self._tell()

    def _tell(self) -> None:
        self.draftChanged.emit()
        self.barChanged.emit()
