"""反诈关 on the screen: map → question → after → … → won. Rules decide; this turns them into what QML shows."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import Event, LanternLit, StationOpened
from kiosk.stations.anti_fraud.after import after_reading, question_reading, show_after
from kiosk.stations.anti_fraud.facts import STATION, answered, finished, result, shown_ability
from kiosk.stations.anti_fraud.fight import show_fight, show_won, won_reading
from kiosk.stations.anti_fraud.levels import LOCAL, MARK, Level, make_levels, places, show_levels
from kiosk.stations.anti_fraud.question import primary_label, show_ended, show_question
from kiosk.stations.anti_fraud.rules import ITEMS, PLAYED, Run, begin, bring_back, choose, confirm
from kiosk.stations.station import BankItem, StationContext

QML_IMPORT_NAME = "kiosk.stations.anti_fraud"
QML_IMPORT_MAJOR_VERSION = 1
SOUNDS = {"right": ("right", "lie-falls"), "wrong": ("try-again",), "ask_ok": ("lantern",)}


@QmlElement
class AntiFraudViewModel(QObject):
    """`phase` is map, question, after or won; `busy` while what was done is on its way to the disk."""

    phaseChanged = Signal()
    levelsChanged = Signal()
    questionChanged = Signal()
    choiceChanged = Signal()
    fightChanged = Signal()
    barChanged = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        families = context.items.families()
        self._levels = make_levels([one for one in families if one.id != LOCAL], context.language)
        self._local = make_levels([one for one in families if one.id == LOCAL], context.language)
        self._all_met: set[str] = set()
        self._phase = "map"
        self._level: Level | None = None
        self._run: Run | None = None
        self._question: dict[str, Any] = {}
        self._fight: dict[str, Any] = {}
        self._after: dict[str, Any] = {}
        self._won: dict[str, Any] = {}
        self._greeting = [context.say("anti_fraud.map_hello"), context.say("anti_fraud.map_hello_strong")]
        self._chosen: tuple[str, ...] = ()
        self._appeared_ms = 0
        self._busy = self._closed = False
        context.record(StationOpened(STATION, context.players), None)

    # What a rehearsal asks

    @property
    def hanging(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._busy

    @property
    def right_now(self) -> tuple[str, ...]:
        """What to choose now for a right answer."""
        return self._run.right_now if self._run else ()

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase

    @Property(str, constant=True)
    def title(self) -> str:
        return self._say("anti_fraud.name")

    @Property(str, notify=phaseChanged)
    def subtitle(self) -> str:
        if self._level is None:
            return self._say("anti_fraud.map_title")
        if self._level.family.id == LOCAL:
            return self._level.name
        return self._say("anti_fraud.level", number=self._level.number, name=self._level.name)

    @Property(list, notify=levelsChanged)
    def levels(self) -> list[dict[str, Any]]:
        return show_levels(self._levels, self._context.kept, self._all_met, self._say)

    @Property(list, constant=True)
    def widePlaces(self) -> list[list[int]]:
        """Where the levels stand on the wide map, in its pixels."""
        return places("landscape", len(self._levels))

    @Property(list, constant=True)
    def tallPlaces(self) -> list[list[int]]:
        """Where the levels stand on the tall map, in its pixels."""
        return places("portrait", len(self._levels))

    @Property(str, notify=phaseChanged)
    def backdrop(self) -> str:
        """The picture behind the level: the monster's own."""
        return self._level.family.monster.replace("monster-", "backdrop-", 1) if self._level else "canal"

    @Property(list, constant=True)
    def greeting(self) -> list[str]:
        return self._greeting

    @Property(dict, notify=questionChanged)
    def question(self) -> dict[str, Any]:
        return self._question

    @Property(list, notify=choiceChanged)
    def chosen(self) -> list[str]:
        """Keys; they stay while the answer is on its way to the disk."""
        return list(self._chosen)

    @Property(str, constant=True)
    def chosenLabel(self) -> str:
        return self._say("anti_fraud.chosen")

    @Property(dict, notify=fightChanged)
    def fight(self) -> dict[str, Any]:
        return self._fight

    @Property(dict, notify=phaseChanged)
    def after(self) -> dict[str, Any]:
        return self._after

    @Property(dict, notify=phaseChanged)
    def won(self) -> dict[str, Any]:
        return self._won

    @Property(str, notify=barChanged)
    def primaryLabel(self) -> str:
        match self._phase:
            case "question":
                return self._question_label()
            case "after":
                return self._say("anti_fraud.to_won" if self._run and self._run.finished else "anti_fraud.next")
            case "won":
                return self._say("anti_fraud.to_card")
        return self._local[0].name if self._local and LOCAL not in self._all_met else ""

    @Property(bool, notify=barChanged)
    def primaryUsable(self) -> bool:
        ready = self._phase in ("map", "after", "won") or (
            self._phase == "question" and self._run is not None and self._run.ready
        )
        return ready and not self._busy

    @Property(str, notify=barChanged)
    def primaryHint(self) -> str:
        waits = self._phase == "question" and bool(self._chosen) and not self._busy
        return self._say("anti_fraud.can_change") if waits else ""

    @Property(bool, notify=barChanged)
    def busy(self) -> bool:
        return self._busy

    @Property(str, constant=True)
    def moreLabel(self) -> str:
        return self._say("anti_fraud.more")

    @Property(str, constant=True)
    def lookLabel(self) -> str:
        return self._say("anti_fraud.look_why")

    @Property(str, constant=True)
    def mapLabel(self) -> str:
        return self._say("anti_fraud.to_map")

    @Property(str, constant=True)
    def missedLabel(self) -> str:
        return self._say("anti_fraud.missed_mark")

    @Property(str, notify=phaseChanged)
    def readingText(self) -> str:
        match self._phase:
            case "question":
                return question_reading(self._run.turn, self._say, self._run.said) if self._run else ""
            case "after":
                return after_reading(self._after)
            case "won":
                return won_reading(self._won)
        return "".join(self._greeting)

    # What QML asks

    @Slot(str)
    def openLevel(self, family: str) -> None:
        """Start a run of the level of `family`; nothing happens when this visit has met all its items."""
        context = self._context
        level = next((one for one in (*self._levels, *self._local) if one.family.id == family), None)
        if level is None or self._phase != "map":
            return
        ability = shown_ability(context.abilities)
        picked = context.items.pick(
            family, ITEMS, kinds=PLAYED, avoid=context.met, random=context.random, ability=ability
        )
        if not picked:
            self._all_met.add(family)
            self.levelsChanged.emit()
            self.barChanged.emit()
            return
        context.play("open")
        self._level = level
        self._run = begin(family, picked, context.players, context.random)
        self._ask()

    @Slot(str)
    def choose(self, key: str) -> None:
        """An answer was touched; it can be changed until it is confirmed."""
        if self._phase != "question" or self._busy or self._run is None:
            return
        self._run = choose(self._run, key)
        self._chosen = self._run.chosen
        self._context.play("choose")
        self.choiceChanged.emit()
        self.barChanged.emit()

    @Slot()
    def primary(self) -> None:
        """The primary button: confirm, go on, finish."""
        if self._busy:
            return
        match self._phase:
            case "map":
                self.openLevel(LOCAL)
            case "question":
                self._confirm()
            case "after":
                self._go_on()
            case "won":
                assert self._run is not None and self._level is not None
                self._context.finish(result(self._run, self._level, self._say))

    @Slot()
    def toMap(self) -> None:
        """From a won level back to the map, for another one."""
        if self._phase != "won":
            return
        self._context.play("close")
        self._level = self._run = None
        self.levelsChanged.emit()
        self._show("map")

    def close(self) -> None:
        """The station goes off the screen; a run that did not come to its end is recorded as such."""
        if not self._closed and self._run is not None and self._phase != "won":
            self._context.record(finished(self._run), None)
        self._closed = True

    # What happens

    def _ask(self) -> None:
        run = self._run
        assert run is not None
        self._context.met.add(run.turn.bank.hash)
        self._appeared_ms = self._context.clock.monotonic_ms()
        self._show_question(run)

    def _show_question(self, run: Run) -> None:
        self._question = show_question(run.turn, len(run.answers) + 1, run.players, self._say, run.said)
        self._chosen = ()
        self._show("question")
        self.questionChanged.emit()
        self.choiceChanged.emit()

    def _confirm(self) -> None:
        """Record the answer; what it was worth is shown once it is on disk. A reply may only lead a chat on."""
        run = self._run
        assert run is not None
        if not run.ready:
            return
        given = confirm(run)
        if len(given.answers) == len(run.answers):
            self._run = given
            self._context.play("choose")
            self._show_question(given)
            return
        run = self._run = bring_back(given, self._another, self._context.met, self._context.random)
        answer = run.answers[-1]
        events: list[Event] = [answered(run, self._context.clock.monotonic_ms() - self._appeared_ms)]
        if answer.verdict == "right":
            events.append(LanternLit(STATION, answer.turn.bank.item.id))
        self._hang(events, self._show_after)

    def _another(self, trick: str, avoid: Any) -> BankItem | None:
        return self._context.items.another(trick, kinds=PLAYED, avoid=avoid, random=self._context.random)

    def _go_on(self) -> None:
        run = self._run
        assert run is not None
        if not run.finished:
            self._ask()
            return
        mark = MARK + run.level
        self._context.kept[mark] = max(run.stars, self._context.kept.get(mark, 0))
        self._hang([finished(run)], self._show_won)

    def _hang(self, events: Sequence[Event], then: Callable[[], None]) -> None:
        """Hand `events` to the journal; `then` once the last is on disk, or only in memory and staff know of it."""
        self._busy = True
        self.barChanged.emit()
        left = len(events)

        def written(_on_disk: bool) -> None:
            nonlocal left
            left -= 1
            if not left and not self._closed:
                self._busy = False
                then()

        for event in events:
            self._context.record(event, written)

    def _show_after(self) -> None:
        assert self._level is not None and self._run is not None
        answer = self._run.answers[-1]
        if answer.said:
            self._question = show_ended(self._run, self._say)
            self.questionChanged.emit()
        self._after = show_after(self._run, self._level.monster_name, self._say)
        for sound in SOUNDS[answer.verdict]:
            self._context.play(sound)
        self._show("after")

    def _show_won(self) -> None:
        assert self._run is not None and self._level is not None
        self._won = show_won(self._run, self._level, self._say)
        self._context.play("level-won")
        self._show("won")

    def _show(self, phase: str) -> None:
        self._phase = phase
        if self._run and self._level:
            self._fight = show_fight(self._run, self._level, phase == "after", self._say)
        self.phaseChanged.emit()
        self.fightChanged.emit()
        self.barChanged.emit()

    def _question_label(self) -> str:
        run = self._run
        if self._busy or run is None:
            return self._say("anti_fraud.hanging")
        return primary_label(run, self._say)

    def _say(self, code: str, **params: object) -> str:
        return self._context.say(code, **params)
