"""Coming back on the screen: three pictures, then how the last promises went. Nothing of it is kept in a snapshot."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import PromiseLookedBack
from kiosk.core.returning import LENGTH, Planned, Returned, from_digits
from kiosk.stations.pledge import rules
from kiosk.stations.pledge.facts import STATION
from kiosk.stations.pledge.plans import Plan, sentence
from kiosk.stations.pledge.promises import Promise, Promises
from kiosk.stations.pledge.shown import ANSWERS, show_back, show_code
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.pledge"
QML_IMPORT_MAJOR_VERSION = 1
TRIED = "pledge.code_tries"


@QmlElement
class ReturnViewModel(QObject):
    """The code that is entered, and the answers of who came back."""

    changed = Signal()

    def __init__(
        self, context: StationContext, promises: Promises, told: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._promises, self._told = context, promises, told
        self._code: tuple[str, ...] = ()
        self._note = context.say("pledge.code_why")
        self._answers: dict[str, str] = {}
        self._offered = context.returns.offered()
        self.returned: Returned | None = None

    # What Python asks

    @property
    def offered_now(self) -> bool:
        """Whether a code may be entered: some are in use, nobody is back yet, and not too many were wrong."""
        return self._offered and self.returned is None and self._context.kept.get(TRIED, 0) < rules.CODE_TRIES

    @property
    def complete(self) -> bool:
        """Whether all pictures are there."""
        return len(self._code) == LENGTH

    @property
    def made(self) -> tuple[Promise, ...]:
        """What was promised last time, as far as it is still among the promises."""
        return self._promises.named(self.returned.promises) if self.returned else ()

    @property
    def note_now(self) -> str:
        """What is said to the code."""
        return self._note

    def scan(self, text: str) -> bool:
        """A card lay under the scanner; whether it is a card with three pictures. Anything else is not held against
        the child."""
        if (pictures := from_digits(text)) is None:
            self._note = self._context.say("pledge.code_no_card")
            self._context.play("try-again")
            self.changed.emit()
            return False
        self._code = pictures
        return True

    def look_up(self) -> bool:
        """Ask whose code this is; whether it is somebody's. The pictures are forgotten either way."""
        context = self._context
        if not self.offered_now:
            return False
        self.returned = context.returns.find(self._code)
        self._code = ()
        if self.returned is None:
            context.kept[TRIED] = context.kept.get(TRIED, 0) + 1
            self._note = context.say("pledge.code_wrong" if self.offered_now else "pledge.code_enough")
            context.play("try-again")
        else:
            context.play("right")
        self.changed.emit()
        return self.returned is not None

    def look_back(self) -> list[PromiseLookedBack]:
        """The facts of what was told."""
        return [PromiseLookedBack(STATION, promise, answer) for promise, answer in self._answers.items()]

    def keep(self, made: Sequence[Promise], planned: Sequence[Planned]) -> None:
        """Remember the new promises and plans for the next time."""
        if self.returned:
            self._context.returns.keep(self.returned, [one.id for one in made], planned)

    @property
    def read(self) -> str:
        """What stands on the screen to be read: the promises of last time, each with its plan or what is said to it."""
        return "".join(
            f"{one['text']}{one['said']}" for one in show_back(self.made, self._plan, self._answers, self._context.say)
        )

    def _plan(self, promise: Promise) -> str:
        """What was planned last time to keep `promise`."""
        planned = self.returned.plans if self.returned else ()
        found = next((Plan(when, way) for id, when, way in planned if id == promise.id), Plan())
        told = sentence(promise, found, self._context.say)
        return self._context.say("pledge.back_plan", plan=told) if told else ""

    # What QML shows

    @Property(dict, notify=changed)
    def code(self) -> dict[str, Any]:
        return show_code(self._code)

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._note

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        return show_back(self.made, self._plan, self._answers, self._context.say)

    @Property(str, notify=changed)
    def backTitle(self) -> str:
        return self._context.say("pledge.back_title" if self.made else "pledge.back_none")

    @Property(str, constant=True)
    def backNote(self) -> str:
        return self._context.say("pledge.back_note")

    # What QML asks

    @Slot(str)
    def enter(self, picture: str) -> None:
        """A picture was touched."""
        self._context.play("choose")
        self._code = rules.enter(self._code, picture)
        self.changed.emit()
        self._told()

    @Slot(str, str)
    def answer(self, promise: str, answer: str) -> None:
        """How a promise went."""
        if answer in ANSWERS and promise in (one.id for one in self.made):
            self._context.play("choose")
            self._answers[promise] = answer
            self.changed.emit()
            self._told()
