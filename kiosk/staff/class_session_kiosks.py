"""The class's other kiosks: their parts by stick, and the local network while the teacher wants it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.classroom import Session
from kiosk.core.errors import KioskError
from kiosk.devices.stick_writing import StickWriter
from kiosk.staff import class_session_sticks as class_sticks
from kiosk.staff.background import Background
from kiosk.staff.class_session_choices import show_lan
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
T = TypeVar("T")


@QmlElement
class ClassKiosksViewModel(QObject):
    """`told(message, good)` is what the page shows; `brought` comes when records of other kiosks were taken in."""

    changed = Signal()
    told = Signal(str, bool)
    brought = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        assert parts.classroom is not None
        self._parts, self._room, self._role = parts, parts.classroom, role
        self._background = background
        self._writer = StickWriter()

    def look(self) -> None:
        """The network may have got on."""
        self.changed.emit()

    @Property(bool, notify=changed)
    def linked(self) -> bool:
        """Whether the local network is on."""
        return self._room.lan is not None and not self._room.lan.over

    @Property(str, notify=changed)
    def lan(self) -> str:
        """How it goes there, in a sentence; empty while nobody has asked for it."""
        state, session = self._room.lan, self._room.now or self._room.last
        if state is None or session is None:
            return ""
        return show_lan(self._parts.say, state, session.code, self._parts.clock.utc_ms())

    @Property(bool, notify=changed)
    def well(self) -> bool:
        """Whether `lan` is good news."""
        state = self._room.lan
        return state is not None and bool(state.met) and not state.trouble

    @Slot()
    def toggleLan(self) -> None:
        """Exchange records with the other kiosks over the local network, or leave it alone again."""
        session = self._room.now
        if self.linked:
            self._room.unlink()
        elif session is not None:
            self._room.link()
            self._parts.door.record(self._role, "class_linked", session.code)
        self.changed.emit()

    @Slot()
    def putPart(self) -> None:
        """Write this kiosk's part to a stick."""
        session, sticks = self._last(), list(self._parts.drives.sticks)
        store, writer = self._parts.store, self._writer

        def then(put: class_sticks.Put) -> None:
            self._parts.door.record(self._role, "part_written", f"{session.code} {put.written.rows}")
            self._tell("classroom.part_written", name=put.name, stick=put.stick, rows=put.written.rows)

        self._work(lambda: class_sticks.put(store, session, sticks, writer), then)

    @Slot()
    def bringParts(self) -> None:
        """Read the other kiosks' parts that lie on the sticks."""
        session, sticks, store = self._last(), list(self._parts.drives.sticks), self._parts.store

        def then(brought: class_sticks.Brought) -> None:
            self._parts.door.record(self._role, "part_read", f"{session.code} {brought.new}")
            code = "part_read" if brought.new else "part_nothing_new"
            self._tell(f"classroom.{code}", kiosks=brought.kiosks, rows=brought.new)
            self.brought.emit()

        self._work(lambda: class_sticks.bring(store, session, sticks), then)

    def _last(self) -> Session:
        session = self._room.now or self._room.last
        assert session is not None
        return session

    def _tell(self, code: str, **params: object) -> None:
        self.told.emit(self._parts.say(code, **params), True)

    def _refuse(self, error: Exception) -> None:
        said = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("classroom.stick_failed")
        self.told.emit(said, False)

    def _work(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._tell("classroom.stick_busy")
        self._background.run(work, then, failed=self._refuse, expected=(KioskError, OSError))
