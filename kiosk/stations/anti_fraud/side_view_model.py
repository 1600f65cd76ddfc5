"""One child's play on the screen, or that of children who take turns: question → after → … → done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import Event, LanternLit
from kiosk.stations.anti_fraud.after import after_reading, question_reading, show_after
from kiosk.stations.anti_fraud.facts import STATION, answered
from kiosk.stations.anti_fraud.fight import show_done, show_fight
from kiosk.stations.anti_fraud.hanging import hang
from kiosk.stations.anti_fraud.levels import Level
from kiosk.stations.anti_fraud.practice import fit, learn
from kiosk.stations.anti_fraud.question import primary_label, show_ended, show_question
from kiosk.stations.anti_fraud.rules import Another, Run, bring_back, choose, confirm
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.anti_fraud"
QML_IMPORT_MAJOR_VERSION = 1
SOUNDS = {"right": ("right", "lie-falls"), "wrong": ("try-again",), "ask_ok": ("lantern",)}


@QmlElement
class SideViewModel(QObject):
    """`phase` is question, after or done; `busy` while an answer is on its way to the disk.

    It is used again for the next run. `answerGiven` and `ended` tell the station.
    """

    phaseChanged = Signal()
    questionChanged = Signal()
    choiceChanged = Signal()
    fightChanged = Signal()
    barChanged = Signal()
    answerGiven = Signal()
    ended = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._say = context.say
        self._phase = ""
        self._level: Level | None = None
        self._run: Run | None = None
        self._another: Another = lambda trick, avoid: None
        self._question: dict[str, Any] = {}
        self._fight: dict[str, Any] = {}
        self._after: dict[str, Any] = {}
        self._done: dict[str, Any] = {}
        self._chosen: tuple[str, ...] = ()
        self._appeared_ms = 0
        self._busy = self._closed = False

    # What Python asks

    @property
    def now(self) -> str:
        """The present phase."""
        return self._phase

    @property
    def hanging(self) -> bool:
        """Whether an answer is on its way to the disk."""
        return self._busy

    @property
    def run(self) -> Run:
        """The run. Only after `start`."""
        assert self._run is not None
        return self._run

    @property
    def asked(self) -> dict[str, Any]:
        """The present item as QML shows it."""
        return self._question

    @property
    def chosen_now(self) -> tuple[str, ...]:
        """The chosen keys."""
        return self._chosen

    def start(self, level: Level, run: Run, another: Another) -> None:
        """Begin `run` with its first item; `another` finds what a missed trick comes back as."""
        self._level, self._run, self._another = level, run, another
        self._busy = False
        self._ask()

    def share(self, change: Callable[[Run], Run]) -> None:
        """Another child's answer changed the monster of both."""
        self._run = change(self.run)
        self._show_fight()

    def close(self) -> None:
        """The station is gone: a late disk finds nothing to show."""
        self._closed = True

    def reading(self) -> str:
        """All that stands to be read."""
        if self._phase == "question":
            return question_reading(self.run.turn, self._say, self.run.said)
        if self._phase == "done":
            return "。".join(self._done.values())
        return after_reading(self._after) if self._after else ""

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase

    @Property(int, notify=questionChanged)
    def player(self) -> int:
        """Whose side it is."""
        return self._run.turns[0].player if self._run else 0

    @Property(dict, notify=questionChanged)
    def question(self) -> dict[str, Any]:
        return self._question

    @Property(list, notify=choiceChanged)
    def chosen(self) -> list[str]:
        """Keys; they stay while the answer is on its way to the disk."""
        return list(self._chosen)

    @Property(dict, notify=fightChanged)
    def fight(self) -> dict[str, Any]:
        return self._fight

    @Property(dict, notify=phaseChanged)
    def after(self) -> dict[str, Any]:
        return self._after

    @Property(dict, notify=phaseChanged)
    def done(self) -> dict[str, Any]:
        """What is said to a child who has come to the end."""
        return self._done

    @Property(bool, notify=barChanged)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        if self._phase == "question":
            return self._say("anti_fraud.hanging") if self._busy else primary_label(self.run, self._say)
        if self._phase == "after":
            return self._say("anti_fraud.to_won" if self.run.finished else "anti_fraud.next")
        return self._say("anti_fraud.hanging") if self._busy else ""

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        ready = self._phase == "after" or (self._phase == "question" and self.run.ready)
        return ready and not self._busy

    @Property(str, notify=barChanged)
    def primaryHint(self) -> str:
        waits = self._phase == "question" and bool(self._chosen) and not self._busy
        return self._say("anti_fraud.can_change") if waits else ""

    @Property(str, constant=True)
    def chosenLabel(self) -> str:
        return self._say("anti_fraud.chosen")

    @Property(str, constant=True)
    def missedLabel(self) -> str:
        return self._say("anti_fraud.missed_mark")

    @Property(str, constant=True)
    def moreLabel(self) -> str:
        return self._say("anti_fraud.more")

    @Property(str, constant=True)
    def lookLabel(self) -> str:
        return self._say("anti_fraud.look_why")

    # What QML asks

    @Slot(str)
    def choose(self, key: str) -> None:
        """An answer was touched; it can be changed until it is confirmed."""
        if self._phase != "question" or self._busy:
            return
        self._run = choose(self.run, key)
        self._chosen = self._run.chosen
        self._context.play("choose")
        self.choiceChanged.emit()
        self.barChanged.emit()

    @Slot()
    def primary(self) -> None:
        """Confirm, or go on."""
        if self._busy:
            return
        if self._phase == "question":
            self._confirm()
        elif self._phase == "after":
            self._go_on()

    @Slot()
    def listen(self) -> None:
        """Read this side aloud, whatever is being read for another."""
        self._context.read_aloud.stop()
        self._context.read_aloud.read(self.reading())

    # What happens

    def _ask(self) -> None:
        context = self._context
        self._run = fit(self.run, context.items, context.met, context.abilities, context.random)
        context.met.add(self.run.turn.bank.hash)
        self._appeared_ms = self._context.clock.monotonic_ms()
        self._show_question()

    def _show_question(self) -> None:
        run = self.run
        self._question = show_question(run.turn, len(run.answers) + 1, run.players, self._say, run.said)
        self._chosen = ()
        # The question first: what the phase brings in would else be made of the one before, and again.
        self.questionChanged.emit()
        self.choiceChanged.emit()
        self._show("question")

    def _confirm(self) -> None:
        """Record the answer; what it was worth is shown once it is on disk. A reply may only lead a chat on."""
        run = self.run
        if not run.ready:
            return
        given = confirm(run)
        if len(given.answers) == len(run.answers):
            self._run = given
            self._context.play("choose")
            self._show_question()
            return
        learn(self._context.abilities, given)
        run = self._run = bring_back(given, self._another, self._context.met, self._context.random)
        answer = run.answers[-1]
        events: list[Event] = [answered(run, self._context.clock.monotonic_ms() - self._appeared_ms)]
        if answer.verdict == "right":
            events.append(LanternLit(STATION, answer.turn.bank.item.id))
        self._busy = True
        self.barChanged.emit()
        self.answerGiven.emit()
        hang(self._context.record, events, self._show_after)

    def _show_after(self) -> None:
        if self._closed:
            return
        self._busy = False
        run, level = self.run, self._level
        assert level is not None
        answer = run.answers[-1]
        if answer.said:
            self._question = show_ended(run, self._say)
            self.questionChanged.emit()
        self._after = show_after(run, level.monster_name, self._say)
        for sound in SOUNDS[answer.verdict]:
            self._context.play(sound)
        self._show("after")

    def _go_on(self) -> None:
        if not self.run.finished:
            self._ask()
            return
        assert self._level is not None
        self._busy = True
        self._done = show_done(self.run, self._level, self._say)
        self._phase = "done"
        self.phaseChanged.emit()
        self.barChanged.emit()
        self.ended.emit()

    def _show(self, phase: str) -> None:
        self._phase = phase
        self._show_fight()
        self.phaseChanged.emit()
        self.barChanged.emit()

    def _show_fight(self) -> None:
        assert self._level is not None
        self._fight = show_fight(self.run, self._level, self._phase == "after", self._say)
        self.fightChanged.emit()
