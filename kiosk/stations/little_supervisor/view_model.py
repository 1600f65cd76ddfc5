"""督导亭 on the screen: town → post → after → … → Sunday. Rules decide; this turns them into what QML shows."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import Event, LanternLit, StationOpened
from kiosk.stations.little_supervisor import rules, shown, speech
from kiosk.stations.little_supervisor.facts import STATION, answered, finished, result
from kiosk.stations.little_supervisor.town import Town, read_town
from kiosk.stations.station import StationContext, record_all

QML_IMPORT_NAME = "kiosk.stations.little_supervisor"
QML_IMPORT_MAJOR_VERSION = 1
log = logging.getLogger(__name__)


@QmlElement
class LittleSupervisorViewModel(QObject):
    """`phase` is town, post or after; `passing` while days go by; `busy` while an answer is on its way to the disk."""

    phaseChanged = Signal()
    weekChanged = Signal()
    draftChanged = Signal()
    barChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._english = context.language == "en"
        self._towns = [read_town(one) for one in context.content.brought("feeds")]
        self._phase = "town"
        self._week = self._fresh(self._towns[0])
        self._after: dict[str, Any] = {}
        self._post: dict[str, Any] = {}
        self._lanterns = 0
        self._passing = self._busy = self._closed = False
        self._since_ms = self._what_ms = 0
        context.record(StationOpened(STATION, context.players), None)
        if context.resumed:
            self._come_back(context.resumed)

    # What a rehearsal and tests ask

    @property
    def now(self) -> str:
        """The phase."""
        return self._phase

    @property
    def week(self) -> rules.Week:
        """The week so far."""
        return self._week

    @property
    def hanging(self) -> bool:
        """Whether something is on its way: to the disk, or the next day."""
        return self._busy or self._passing

    @property
    def mood(self) -> str:
        """What the last answer was worth: right, near or again."""
        return str(self._after["mood"])

    @property
    def _usable(self) -> bool:
        return not self.hanging and (self._phase != "post" or self._week.ready)

    @property
    def _changeable(self) -> bool:
        return len(self._towns) > 1 and self._phase == "town" and not self._week.answers

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase

    @Property(str, constant=True)
    def title(self) -> str:
        return self._say("name")

    @Property(str, notify=phaseChanged)
    def subtitle(self) -> str:
        town = self._week.town
        return self._say("town_title", town=town.title_en if self._english else town.title)

    @Property(dict, notify=phaseChanged)
    def map(self) -> dict[str, str]:
        """The pictures of the town."""
        town = self._week.town
        return {"from": town.pictures, "wide": town.map, "tall": town.map_tall}

    @Property(int, notify=phaseChanged)
    def streetCount(self) -> int:
        return len(self._week.town.streets)

    @Property(list, notify=weekChanged)
    def streets(self) -> list[dict[str, Any]]:
        return shown.show_streets(self._week, self._context.say, english=self._english)

    @Property(list, notify=weekChanged)
    def days(self) -> list[dict[str, Any]]:
        return shown.show_days(self._week, self._context.say)

    @Property(list, notify=weekChanged)
    def board(self) -> list[dict[str, Any]]:
        return shown.show_board(self._week, self._context.say, english=self._english)

    @Property(str, constant=True)
    def boardTitle(self) -> str:
        return self._say("board")

    @Property(str, constant=True)
    def boardEmpty(self) -> str:
        return self._say("board_empty")

    @Property(str, notify=weekChanged)
    def message(self) -> str:
        """What the guide says over the town."""
        return speech.greeting(self._week, self._context.say, passing=self._passing)

    @Property(dict, notify=phaseChanged)
    def post(self) -> dict[str, Any]:
        return self._post

    @Property(str, notify=draftChanged)
    def step(self) -> str:
        return self._week.step

    @Property(list, constant=True)
    def whats(self) -> list[dict[str, Any]]:
        return shown.show_whats(self._context.say)

    @Property(list, notify=phaseChanged)
    def reasons(self) -> list[str]:
        return list(self._week.task.post.reasons) if self._week.open else []

    @Property(list, constant=True)
    def acts(self) -> list[dict[str, Any]]:
        return shown.show_acts(self._context.say)

    @Property(str, notify=draftChanged)
    def what(self) -> str:
        return self._week.draft.what

    @Property(str, notify=draftChanged)
    def reason(self) -> str:
        return self._week.draft.reason

    @Property(list, notify=draftChanged)
    def chosenActs(self) -> list[str]:
        return list(self._week.draft.acts)

    @Property(bool, notify=draftChanged)
    def asksWhy(self) -> bool:
        return speech.asks_why(self._week)

    @Property(str, constant=True)
    def askWhat(self) -> str:
        return self._say("ask_what")

    @Property(str, constant=True)
    def think(self) -> str:
        return self._say("think")

    @Property(str, constant=True)
    def askWhy(self) -> str:
        return self._say("ask_why")

    @Property(str, constant=True)
    def askActs(self) -> str:
        return self._say("ask_acts")

    @Property(dict, notify=phaseChanged)
    def after(self) -> dict[str, Any]:
        return self._after

    @Property(bool, notify=weekChanged)
    def passing(self) -> bool:
        return self._passing

    @Property(int, notify=weekChanged)
    def done(self) -> int:
        return len(self._week.answers)

    @Property(int, notify=weekChanged)
    def total(self) -> int:
        return len(self._week.all_tasks)

    @Property(bool, notify=weekChanged)
    def canChange(self) -> bool:
        """Whether another town can be taken."""
        return self._changeable

    @Property(str, constant=True)
    def otherLabel(self) -> str:
        return self._say("other_town")

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        return speech.primary_label(self._week, self._phase, self._context.say, busy=self._busy)

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        return self._usable

    @Property(str, notify=barChanged)
    def readingText(self) -> str:
        if self._phase == "town":
            return speech.greeting(self._week, self._context.say, passing=self._passing)
        if self._phase == "after":
            return speech.read_after(self._after)
        return speech.read_post(self._week, self._post, self._context.say)

    # What QML asks

    @Slot(str)
    def openStreet(self, street: str) -> None:
        """A street was touched: its new post opens."""
        waiting = [one for one in self._week.waiting if one.post.street == street]
        if self._phase == "town" and waiting and not self.hanging:
            self._open(waiting[0])

    @Slot(str)
    def sayWhat(self, what: str) -> None:
        """What the child finds the post to be."""
        self._draft(rules.say_what(self._week, what))

    @Slot(int)
    def sayWhy(self, place: int) -> None:
        """By what the child can tell: the number of a reason."""
        if self._phase == "post" and 0 <= place < len(self._week.task.post.reasons):
            self._draft(rules.say_why(self._week, self._week.task.post.reasons[place]))

    @Slot(str)
    def toggleAct(self, act: str) -> None:
        """What the child would do."""
        self._draft(rules.toggle_act(self._week, act))

    @Slot()
    def back(self) -> None:
        """Back to what the post is."""
        self._draft(rules.go_back(self._week))

    @Slot()
    def primary(self) -> None:
        """The primary button: open, confirm, go on, let a day pass, finish."""
        if not self._usable:
            return
        match self._phase:
            case "post":
                self._go_on()
            case "after":
                self._leave_post()
            case "town" if self._week.over:
                self._hang([finished(self._week, completed=True)], self._to_card)
            case "town" if self._week.waiting:
                self._open(self._week.waiting[0])
            case "town":
                self._passing = True
                self._context.play("open")
                self._tell_week()

    @Slot()
    def tick(self) -> None:
        """A day goes by; the next day with posts, or Sunday, stands still."""
        if self._passing:
            before = [rules.weather(self._week, one.id) for one in self._week.town.streets]
            self._week = rules.next_day(self._week)
            self._passing = not (self._week.waiting or self._week.over)
            if before != [rules.weather(self._week, one.id) for one in self._week.town.streets]:
                self._context.play("lantern")
            self._snap()
            self._tell_week()

    @Slot()
    def otherTown(self) -> None:
        """The next town that packs brought."""
        if self._changeable:
            ids = [one.id for one in self._towns]
            at = ids.index(self._week.town.id)
            self._week = self._fresh(self._towns[(at + 1) % len(self._towns)])
            self._context.play("open")
            self._show("town")

    def close(self) -> None:
        """The station goes off the screen; a week that was begun is recorded as left."""
        if not self._closed and self._week.answers:
            self._context.record(finished(self._week, completed=False), None)
        self._closed = True

    # What happens

    def _fresh(self, town: Town) -> rules.Week:
        context = self._context
        met = {one.id for one in town.posts if f"{town.id}.{one.id}" in context.met}
        return rules.draw(town, context.players, met, context.random, context.ages)

    def _open(self, task: rules.Task) -> None:
        self._week = rules.open_post(self._week, task.post.id)
        self._context.met.add(f"{self._week.town.id}.{task.post.id}")
        self._post = shown.show_post(self._week, task, self._context.say, english=self._english)
        self._since_ms = self._context.clock.monotonic_ms()
        self._context.play("open")
        self._show("post")

    def _draft(self, week: rules.Week) -> None:
        if self._phase == "post" and not self._busy and week is not self._week:
            self._week = week
            self._context.play("choose")
            self._tell_draft()

    def _go_on(self) -> None:
        """To the acts, or the answer goes to the disk; what it was worth is shown once it is there."""
        now = self._context.clock.monotonic_ms()
        before, task = self._week, self._week.task
        self._week = rules.go_on(before)
        if task.post.id not in self._week.answers:
            self._what_ms, self._since_ms = now - self._since_ms, now
            self._context.play("choose")
            self._tell_draft()
            return
        first = before.step == "what"
        what_ms, act_ms = (now - self._since_ms, 0) if first else (self._what_ms, now - self._since_ms)
        answer = self._week.answers[task.post.id]
        town = self._week.town
        events: list[Event] = [*answered(town, task, answer, self._context.keep_text, what_ms, act_ms)]
        good = answer.what == task.post.what and rules.acts_right(task.post, answer)
        if good:
            self._lanterns += 1
            events.append(LanternLit(STATION, f"{town.id}.{task.post.id}"))
        self._snap()
        self._hang(events, lambda: self._show_after(task, answer))

    def _show_after(self, task: rules.Task, answer: rules.Answer) -> None:
        self._after = shown.show_after(self._week, task, answer, self._context.say, english=self._english)
        self._context.play("right" if self._after["mood"] != "again" else "try-again")
        self._show("after")

    def _leave_post(self) -> None:
        self._week = rules.close_post(self._week)
        if self._week.waiting and self._week.players == 1:
            self._open(self._week.waiting[0])
        else:
            self._context.play("close")
            self._show("town")

    def _to_card(self) -> None:
        self._context.snapshot({})
        self._closed = True
        self._context.finish(result(self._week, self._lanterns, self._context.say, english=self._english))

    def _hang(self, events: Sequence[Event], then: Callable[[], None]) -> None:
        """Hand `events` to the journal; `then` once the last is on disk, or only in memory and staff know of it."""
        self._busy = True
        self._tell_draft()

        def kept() -> None:
            if not self._closed:
                self._busy = False
                then()

        record_all(self._context.record, events, kept)

    def _snap(self) -> None:
        self._context.snapshot({"week": rules.keep(self._week), "lanterns": self._lanterns})

    def _come_back(self, state: Mapping[str, Any]) -> None:
        """Where the last screen stood before it died; what does not fit any more begins anew."""
        try:
            town = next(one for one in self._towns if one.id == state["week"]["town"])
            self._week = rules.restore(town, state["week"])
            self._lanterns = int(state["lanterns"])
        except (KeyError, TypeError, ValueError, StopIteration):
            log.warning("what was kept of a week does not fit any more")
        else:
            self._passing = self._week.day not in self._week.tasks and not self._week.over

    def _say(self, name: str, **params: object) -> str:
        return self._context.say(f"little_supervisor.{name}", **params)

    def _show(self, phase: str) -> None:
        self._phase = phase
        self.phaseChanged.emit()
        self._tell_week()
        self._tell_draft()

    def _tell_week(self) -> None:
        self.weekChanged.emit()
        self.barChanged.emit()

    def _tell_draft(self) -> None:
        self.draftChanged.emit()
        self.barChanged.emit()
