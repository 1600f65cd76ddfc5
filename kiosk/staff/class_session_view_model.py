"""The page 课堂: a teacher begins a class session, sees how far the class is, moves it on and ends it."""

import sqlite3
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.classroom import Session
from kiosk.classroom.progress import Progress
from kiosk.classroom.rules import CODE_DIGITS, ENDED, MINUTE_MS
from kiosk.core.errors import KioskError
from kiosk.forms.class_view_model import places_of
from kiosk.staff.background import Background
from kiosk.staff.class_session_asking import Asking
from kiosk.staff.class_session_choices import MOST_PRESENT, show_parts, show_tests
from kiosk.staff.class_session_kiosks import ClassKiosksViewModel
from kiosk.staff.class_session_whole import ClassWholeViewModel
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.stations.anti_fraud.sides import Panel

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
REFRESH_MS = 1_000


@QmlElement
class ClassSessionViewModel(QObject):
    """`stage`: `ask` (with `class`, `packs`, `present`, `code` opened from it), `board`, `whole`, `over`.

    `ended` comes when staff have ended a session: the class report follows.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        assert parts.classroom is not None
        self._parts = parts
        self._room = parts.classroom
        self._background = background
        self._role = role
        self._asking = Asking()
        self._stage = "ask"
        self._typed = ""
        self._message = ""
        self._good = True
        self._sure = ""
        self._progress = Progress()
        self._reading = False
        self._whole: ClassWholeViewModel | None = None
        self._kiosks = ClassKiosksViewModel(parts, background, role, self)
        self._kiosks.told.connect(self._show_message)
        self._kiosks.brought.connect(self._refresh)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self._refresh)

    @property
    def working(self) -> bool:
        """A whole class looks at the screen: nobody is sent away while its time box lasts."""
        session = self._room.now
        return self._stage == "whole" and session is not None and session.left_ms(self._parts.clock.utc_ms()) > 0

    def arrive(self) -> None:
        """See what runs and what can be chosen."""
        self._message = self._sure = self._typed = ""
        self._room.look()
        self._asking.look(self._parts, self._room)
        self._stage = "board" if self._room.now else "ask"
        self._timer.start()
        self._refresh()

    def stop(self) -> None:
        """Staff leave; the session goes on."""
        self._timer.stop()

    # What QML shows

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Property(dict, notify=changed)
    def choices(self) -> dict[str, Any]:
        """The rows of choices, each a list of `{"key", "name", "chosen"}`."""
        return self._asking.rows(self._parts.say)

    @Property(dict, notify=changed)
    def asked(self) -> dict[str, Any]:
        """What was chosen besides, in words: class, children present, packs."""
        return self._asking.in_words(self._parts.say)

    @Property(list, notify=changed)
    def fit(self) -> list[dict[str, Any]]:
        """Whether the class fits its time: lines with `good` and `text`."""
        return self._asking.fit(self._parts.say)

    @Property(list, notify=changed)
    def classes(self) -> list[dict[str, Any]]:
        """The closed list, and a session without a class."""
        return self._asking.classes(self._parts.say)

    @Property(list, notify=changed)
    def packs(self) -> list[dict[str, Any]]:
        """The banks that children can play from; none chosen means all."""
        return self._asking.packs()

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What stands on the pad: a class code, or how many children are present."""
        return self._typed

    @Property(bool, notify=changed)
    def typedReady(self) -> bool:
        if self._stage == "code":
            return len(self._typed) == CODE_DIGITS
        return self._typed != "" and 0 < int(self._typed) <= MOST_PRESENT

    @Property(dict, notify=changed)
    def board(self) -> dict[str, Any]:
        """What matters while it runs; empty when nothing does."""
        session = self._room.now or self._room.last
        if session is None:
            return {}
        say, told = self._parts.say, self._progress
        left = session.left_ms(self._parts.clock.utc_ms())
        return {
            "code": session.code,
            "class": session.asked.class_label or say("classroom.no_class"),
            "moment": say(f"classroom.moment_{session.moment}"),
            "testing": session.testing,
            "parts": show_parts(say, session),
            "tests": show_tests(say, session, told.whole),
            "done": told.done,
            "present": session.asked.present,
            "underWay": told.under_way,
            "counted": told.counted,
            "kiosks": told.kiosks,
            "left": -(-left // MINUTE_MS) if left > 0 else 0,
            "over": left <= 0,
            "following": session.following,
            "followingName": say(f"classroom.moment_{session.following}"),
        }

    @Property(str, notify=changed)
    def sure(self) -> str:
        """What a second touch would do: `move` or `end`; empty when nothing is asked."""
        return self._sure

    @Property(QObject, notify=changed)
    def whole(self) -> QObject | None:
        return self._whole

    @Property(ClassKiosksViewModel, constant=True)
    def kiosks(self) -> ClassKiosksViewModel:
        """The class's other kiosks, by stick and on the local network."""
        return self._kiosks

    # What QML asks

    @Slot(float, float, float)
    def screenIs(self, width: float, height: float, per_mm: float) -> None:
        """The window in pixels, and pixels a millimetre of the panel (0: it does not say)."""
        if min(width, height) > 0:
            self._asking.places = places_of(Panel(width, height, per_mm))[0]
            self.changed.emit()

    @Slot(str, str)
    def pick(self, what: str, key: str) -> None:
        """Choose a plan, a time box, forms, a bank; a class closes its list."""
        self._asking.pick(what, key)
        if what == "class":
            self._go("ask")
        else:
            self.changed.emit()

    @Slot(str)
    def open(self, stage: str) -> None:
        """Go to a list, to the pad, to the whole class, or back."""
        if stage == "whole":
            self._open_whole()
            return
        self._go("board" if stage in ("ask", "board") and self._room.now else stage)

    @Slot()
    def allPacks(self) -> None:
        """Play from all banks."""
        self._asking.all_packs()
        self._go("ask")

    @Slot(str)
    def press(self, digit: str) -> None:
        """A key of the pad."""
        most = CODE_DIGITS if self._stage == "code" else len(str(MOST_PRESENT))
        if len(self._typed) < most:
            self._typed += digit
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._typed = ""
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        """What stands on the pad counts."""
        typed = self._typed
        if self._stage == "present":
            self._asking.set_present(int(typed or 0))
            self._go("ask")
        elif self._stage == "code":
            self._begin(lambda: self._room.join(self._asking.asked, self._role, typed))

    @Slot()
    def start(self) -> None:
        """Begin."""
        self._begin(lambda: self._room.start(self._asking.asked, self._role))

    @Slot()
    def startWithTyped(self) -> None:
        """Begin here with the code on the pad: the one that stands on sheets printed ahead."""
        typed = self._typed
        self._begin(lambda: self._room.start(self._asking.asked, self._role, typed))

    @Slot()
    def moveOn(self) -> None:
        """The next part; a second touch, when children are in the middle of a form."""
        session = self._room.now
        if session is None or session.following == ENDED:
            self.end()
        elif self._progress.under_way and self._sure != "move":
            self._ask_again("move", "classroom.sure_move", count=self._progress.under_way)
        else:
            self._room.move(session.following)
            self._progress = Progress()
            self._go("board")

    @Slot()
    def end(self) -> None:
        """End the session, at the second touch; the report follows."""
        if self._room.now is None:
            return
        if self._sure != "end":
            self._ask_again("end", "classroom.sure_end", count=self._progress.under_way)
            return
        self._room.end()
        self._go("over")
        self._refresh()
        self.ended.emit()

    @Slot()
    def again(self) -> None:
        """Another session: the last choices stay, without the number of children."""
        self._asking.set_present(0)
        self._go("ask")

    # What happens

    def _open_whole(self) -> None:
        session = self._room.now
        if session is None or not session.testing:
            return
        try:
            self._whole = ClassWholeViewModel(self._parts, session, self)
        except KioskError as error:
            self._refuse(error)
            return
        self._go("whole")

    def _begin(self, begin: Callable[[], Session]) -> None:
        try:
            begin()
        except KioskError as error:
            self._typed = ""
            self._refuse(error)
            return
        self._progress = Progress()
        self._go("board")

    def _refresh(self) -> None:
        """How far the class is; the session may have ended by itself meanwhile."""
        session = self._room.now or self._room.last
        if self._stage in ("board", "whole") and self._room.now is None:
            self._go("over")
        if session is None or self._reading:
            return
        self._reading = True

        def read() -> Progress:
            with self._parts.store.read() as connection:
                return self._room.progress(connection, session)

        def show(told: Progress) -> None:
            self._reading = False
            if session == (self._room.now or self._room.last):
                self._progress = told
                self._kiosks.look()
                self.changed.emit()

        def failed(_: Exception) -> None:
            self._reading = False

        self._background.run(read, show, failed=failed, expected=sqlite3.Error)

    def _ask_again(self, what: str, code: str, **params: int) -> None:
        self._sure = what
        self._tell(code, good=False, **params)

    def _go(self, stage: str) -> None:
        self._stage = stage
        self._message = self._sure = self._typed = ""
        self.changed.emit()

    def _tell(self, code: str, *, good: bool = True, **params: object) -> None:
        self._show_message(self._parts.say(code, **params), good)

    def _show_message(self, message: str, good: bool) -> None:
        self._message, self._good = message, good
        self.changed.emit()

    def _refuse(self, error: KioskError) -> None:
        self._show_message(self._parts.tell(error), False)
