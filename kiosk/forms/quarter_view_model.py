"""One child's place at the screen: start → (code) → question … → done, then the next child."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.classroom.attempt import Attempt, choose, confirmed, finished
from kiosk.core.errors import KioskError
from kiosk.core.events import Event
from kiosk.core.returning import LENGTH, PICTURES, Returns, from_digits
from kiosk.forms.parts import FormParts
from kiosk.forms.shown import enter, item_reading, show_code, show_item
from kiosk.stations.station import record_all

QML_IMPORT_NAME = "kiosk.forms"
QML_IMPORT_MAJOR_VERSION = 1
AWAY_MS = {"code": 60_000, "question": 180_000, "done": 20_000}
"""So long nobody touches a quarter until the child has gone. A question is broken off; nothing hurries who reads."""
CODE_TRIES = 3


@QmlElement
class QuarterViewModel(QObject):
    """`phase` is start, code, question or done; `busy` while an answer is on its way to the disk.

    A form is a visit of its own. Nothing here tells right from wrong: it is a test.
    """

    phaseChanged = Signal()
    itemChanged = Signal()
    choiceChanged = Signal()
    codeChanged = Signal()
    finishedForm = Signal()

    def __init__(self, parts: FormParts, place: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._place = place
        self._phase = "start"
        self._attempt: Attempt | None = None
        self._item: dict[str, Any] = {}
        self._code: tuple[str, ...] = ()
        self._tries = 0
        self._note = ""
        self._busy = self._closed = False
        self._touched_ms = self._appeared_ms = 0
        self._returns = self._class_returns()
        self._offered = self._returns.offered()

    # What Python asks

    @property
    def now(self) -> str:
        """The present phase."""
        return self._phase

    @property
    def attempt(self) -> Attempt | None:
        """The form that is being done."""
        return self._attempt

    @property
    def hanging(self) -> bool:
        """Whether an answer is on its way to the disk."""
        return self._busy

    @property
    def settled(self) -> bool:
        """Whether a child has begun here and nothing is on its way."""
        return self._phase in ("question", "done") and not self._busy

    @property
    def touched_ms(self) -> int:
        """When a finger was here last, by the monotonic clock."""
        return self._touched_ms

    def scan(self, text: str) -> None:
        """A card lay under the scanner; anything else is not held against the child."""
        if self._phase != "code" or self._busy:
            return
        self.touched()
        pictures = from_digits(text)
        if pictures is None:
            self._note = self._say("code_no_card")
            self._parts.play("try-again")
            self._tell_code()
        elif self._tries < CODE_TRIES:
            self._code = pictures
            self._look_up()

    def go_on(self, attempt: Attempt) -> None:
        """Come back to the form in whose middle the screen died."""
        self._attempt = attempt
        self._ask()

    def look(self) -> None:
        """Whether the child has gone."""
        away = AWAY_MS.get(self._phase)
        if away is None or self._busy or self._parts.clock.monotonic_ms() - self._touched_ms < away:
            return
        if self._phase == "question":
            self.break_off()
        self._begin_anew()

    def break_off(self) -> None:
        """The child left, or the class went on: what was answered stays."""
        attempt, self._attempt = self._attempt, None
        if attempt and not attempt.finished:
            self._parts.record(finished(attempt), self._parts.visit(attempt.visit), None)

    def close(self) -> None:
        """The forms are over: a late disk finds nothing to show."""
        self.break_off()
        self._closed = True

    # What QML shows

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase

    @Property(bool, notify=phaseChanged)
    def codeOffered(self) -> bool:
        return self._offered

    @Property(str, notify=phaseChanged)
    def title(self) -> str:
        return self._say(f"{self._phase}_title_{self._moment()}" if self._phase == "start" else f"{self._phase}_title")

    @Property(str, notify=codeChanged)
    def note(self) -> str:
        return self._note or self._say({"code": "code_why", "done": "done_thanks"}.get(self._phase, self._start_code()))

    @Property(dict, notify=itemChanged)
    def item(self) -> dict[str, Any]:
        return self._item

    @Property(int, notify=itemChanged)
    def answered(self) -> int:
        return self._attempt.answered if self._attempt else 0

    @Property(int, notify=itemChanged)
    def total(self) -> int:
        return len(self._attempt.items) if self._attempt else 0

    @Property(str, notify=choiceChanged)
    def chosen(self) -> str:
        return self._attempt.chosen if self._attempt else ""

    @Property(list, notify=codeChanged)
    def code(self) -> list[str]:
        return show_code(self._code)

    @Property(list, constant=True)
    def pictures(self) -> list[str]:
        """What a code is made of; always the same list, so that no touch meets a picture that is just made anew."""
        return list(PICTURES)

    @Property(str, notify=choiceChanged)
    def primaryLabel(self) -> str:
        if self._phase == "start":
            return self._say("start")
        if self._phase == "done":
            return self._say("next_child")
        if self._phase == "code":
            return self._say("code_ready" if len(self._code) == LENGTH else "code_choose", count=LENGTH)
        if self._busy:
            return self._say("keeping")
        return self._say(f"take_{self.chosen_now}") if self.chosen_now else self._say("read_first")

    @Property(bool, notify=choiceChanged)
    def primaryUsable(self) -> bool:
        ready = {"question": bool(self.chosen_now), "code": len(self._code) == LENGTH}.get(self._phase, True)
        return ready and not self._busy

    @Property(str, constant=True)
    def chosenLabel(self) -> str:
        return self._say("chosen")

    @property
    def chosen_now(self) -> str:
        """The chosen key; empty before."""
        return self._attempt.chosen if self._attempt else ""

    # What QML asks

    @Slot()
    def touched(self) -> None:
        """A finger on this quarter."""
        self._touched_ms = self._parts.clock.monotonic_ms()

    @Slot(str)
    def choose(self, key: str) -> None:
        """An answer was touched; it can be changed until it is confirmed."""
        if self._phase != "question" or self._busy or self._attempt is None:
            return
        self.touched()
        self._attempt = choose(self._attempt, key)
        self._parts.play("choose")
        self.choiceChanged.emit()

    @Slot(str)
    def enterPicture(self, picture: str) -> None:
        """A picture of the return code was touched."""
        self.touched()
        self._code = enter(self._code, picture)
        self._note = ""
        self._parts.play("choose")
        self._tell_code()

    @Slot()
    def useCode(self) -> None:
        """The child has a card with three pictures."""
        self._code, self._note = (), ""
        self._show("code")

    @Slot()
    def withoutCode(self) -> None:
        """No card: the form counts all the same."""
        self._begin("")

    @Slot()
    def primary(self) -> None:
        """Begin, look the code up, confirm, or make room for the next child."""
        if self._busy:
            return
        self.touched()
        if self._phase == "start":
            self._begin("")
        elif self._phase == "code" and len(self._code) == LENGTH:
            self._look_up()
        elif self._phase == "question" and self.chosen_now:
            self._confirm()
        elif self._phase == "done":
            self._begin_anew()

    @Slot()
    def listen(self) -> None:
        """Read this quarter aloud."""
        self.touched()
        if self._phase == "question" and self._attempt:
            self._parts.read(item_reading(self._attempt, self._parts.say))
        else:
            self._parts.read("。".join((str(self.title), str(self.note))))

    # What happens

    def _say(self, code: str, **params: object) -> str:
        return self._parts.say(f"classroom.{code}", **params)

    def _moment(self) -> str:
        session = self._parts.room.now
        return session.moment if session and session.testing else "pre"

    def _start_code(self) -> str:
        return "start_note_post" if self._moment() == "post" else "start_note"

    def _class_returns(self) -> Returns:
        session = self._parts.room.now
        return self._parts.returns(session.asked.class_label if session else "")

    def _look_up(self) -> None:
        returned = self._returns.find(self._code)
        self._code = ()
        if returned is not None:
            self._begin(self._returns.pseudonym(returned))
            return
        self._tries += 1
        self._note = self._say("code_wrong" if self._tries < CODE_TRIES else "code_enough")
        self._parts.play("try-again")
        self._tell_code()

    def _begin(self, returning: str) -> None:
        try:
            attempt, facts = self._parts.room.attempt(self._place, returning)
        except KioskError as trouble:
            self._note = self._parts.say(trouble.code, **trouble.params)
            self.codeChanged.emit()
            return
        self._attempt = attempt
        self._keep(facts, self._ask)

    def _keep(self, facts: list[Event], then: Any) -> None:
        """Record, and go on once it is on disk: the screen never runs ahead of it."""
        attempt = self._attempt
        assert attempt is not None
        visit = self._parts.visit(attempt.visit)
        self._busy = True
        self.choiceChanged.emit()

        def kept() -> None:
            if not self._closed:
                self._busy = False
                then()

        record_all(lambda event, done: self._parts.record(event, visit, done), facts, kept)

    def _ask(self) -> None:
        assert self._attempt is not None
        self._item = show_item(self._attempt, self._parts.say)
        self._appeared_ms = self._parts.clock.monotonic_ms()
        self.itemChanged.emit()
        self._show("question")

    def _confirm(self) -> None:
        assert self._attempt is not None
        reading_ms = self._parts.clock.monotonic_ms() - self._appeared_ms
        after, fact = confirmed(self._attempt, reading_ms)
        self._attempt = after
        facts: list[Event] = [fact]
        if after.finished:
            facts.append(finished(after))
        self._parts.play("choose")
        self._keep(facts, self._end if after.finished else self._ask)

    def _end(self) -> None:
        self._attempt = None
        self._parts.play("thanks")
        self._show("done")
        self.finishedForm.emit()

    def _begin_anew(self) -> None:
        self._attempt = None
        self._code, self._note, self._tries = (), "", 0
        self._offered = self._returns.offered()
        self._show("start")

    def _show(self, phase: str) -> None:
        self._phase = phase
        self.touched()
        self.phaseChanged.emit()
        self._tell_code()

    def _tell_code(self) -> None:
        self.codeChanged.emit()
        self.choiceChanged.emit()
