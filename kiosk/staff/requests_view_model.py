"""家长的申请: those that wait with their due days, a new one, one of them, and the receipt of an erasure."""

import sqlite3
from typing import Any, Literal

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.privacy.erasure import Receipt
from kiosk.privacy.requests import Request, local_date
from kiosk.staff.background import Background
from kiosk.staff.consents_receipts import ConsentsReceipt
from kiosk.staff.parts import StaffParts
from kiosk.staff.privacy_look import SOON_DAYS
from kiosk.staff.requests_entry import RequestsEntry
from kiosk.staff.requests_one import RequestsOne
from kiosk.staff.roles import Role

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
Stage = Literal["list", "entry", "one", "receipt"]


@QmlElement
class RequestsViewModel(QObject):
    """`rows` are `{"key", "name", "about", "left", "loud"}`, the most pressing first."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._waiting: list[Request] = []
        self._receipts: list[Receipt] = []
        self._stage: Stage = "list"
        self._message, self._good = "", True
        self._entry = RequestsEntry(parts, background, role, self._registered, self)
        self._one = RequestsOne(parts, background, role, self._answered, self)
        self._receipt = ConsentsReceipt(parts, background, self)

    working = False

    def arrive(self) -> None:
        """The list."""
        self._message = ""
        self._look()

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(RequestsEntry, constant=True)
    def entry(self) -> RequestsEntry:
        return self._entry

    @Property(RequestsOne, constant=True)
    def one(self) -> RequestsOne:
        return self._one

    @Property(ConsentsReceipt, constant=True)
    def receipt(self) -> ConsentsReceipt:
        return self._receipt

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        say, today = self._parts.say, local_date(self._parts.clock.utc_ms())
        return [
            {
                "key": one.id,
                "name": say("privacy_staff.request_row", form=one.form, what=say(f"privacy_staff.right_{one.what}")),
                "about": say(
                    "privacy_staff.request_about",
                    asked=local_date(one.asked_ms).strftime("%m-%d"),
                    due=one.due.strftime("%m-%d"),
                ),
                "left": self._left(one.days_left(today)),
                "loud": one.days_left(today) <= SOON_DAYS,
            }
            for one in self._waiting
        ]

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._good

    @Slot()
    def begin(self) -> None:
        """A new request."""
        self._entry.begin()
        self._turn("entry")

    @Slot(str)
    def open(self, key: str) -> None:
        """Look at one."""
        self._one.show(next(one for one in self._waiting if one.id == key))
        self._turn("one")

    @Slot()
    def back(self) -> None:
        """To the list; after one receipt the next."""
        if self._stage == "receipt" and self._receipts:
            self._receipt.show(self._receipts.pop(0))
            self.changed.emit()
            return
        self._message = "" if self._stage != "receipt" else self._message
        self._look()

    def _left(self, days: int) -> str:
        code = "request_left" if days > 0 else "request_today" if days == 0 else "request_late"
        return self._parts.say(f"privacy_staff.{code}", days=abs(days))

    def _turn(self, stage: Stage) -> None:
        self._stage, self._message = stage, ""
        self.changed.emit()

    def _registered(self, request: Request) -> None:
        due = request.due.strftime("%m-%d")
        self._message, self._good = self._parts.say("privacy_staff.request_taken", id=request.id, due=due), True
        self._look()

    def _answered(self, request: Request, receipts: list[Receipt]) -> None:
        what = self._parts.say(f"privacy_staff.right_{request.what}")
        self._message, self._good = self._parts.say("privacy_staff.answered", what=what), True
        self._receipts = receipts
        if receipts:
            self._receipt.show(self._receipts.pop(0))
            self._stage = "receipt"
            self.changed.emit()
        else:
            self._look()

    def _look(self) -> None:
        """Back on the list once the register is read."""
        keeper = self._parts.keeper
        if keeper is None:
            return

        def show(found: list[Request]) -> None:
            self._waiting, self._stage = found, "list"
            self.changed.emit()

        self._background.run(
            lambda: keeper.guardian().requests.waiting(),
            show,
            failed=self._failed,
            expected=(KioskError, sqlite3.Error),
        )

    def _failed(self, error: Exception) -> None:
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self._good = False
        self.changed.emit()
