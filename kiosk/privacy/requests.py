"""Guardians' requests to see, copy, correct or delete what is kept of a child: a register with due days.

Which paper form a request is about lies sealed with a key of its own, which is destroyed when it is answered: what
stays is in the journal, by a random number. Methods block for a transaction and raise KioskError.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import SubjectAnswered, SubjectAsked
from kiosk.privacy.keys import KeyRing
from kiosk.privacy.withdrawals import Withdrawals
from kiosk.store.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

Right = Literal["access", "copy", "correct", "delete"]
RIGHTS: tuple[Right, ...] = ("access", "copy", "correct", "delete")
"""查阅、复制、更正、删除."""
Outcome = Literal["done", "nothing_kept", "refused"]
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Request:
    """One that waits. `form` is the paper form's number, `due` the last day on which it may be answered."""

    id: str
    what: Right
    asked_ms: int
    due: date
    form: str

    def days_left(self, today: date) -> int:
        """Days until it is due; below 0 when it is late."""
        return (self.due - today).days


class Requests:
    """The requests of one home. `settings()` gives `days_request`, in working days."""

    def __init__(
        self,
        store: Store,
        keys: KeyRing,
        clock: Clock,
        settings: Callable[[], Mapping[str, Any]],
        notes: Withdrawals,
    ) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock
        self._settings = settings
        self._notes = notes

    def ask(self, form: str, what: Right, role: str) -> Request:
        """Register a request about the form with this number. Raises KioskError `privacy.request_empty`."""
        if not form.strip():
            raise KioskError("privacy.request_empty")
        now, request = self._clock.utc_ms(), "q" + os.urandom(4).hex()
        due = due_day(local_date(now), int(self._settings()["days_request"]))
        nonce = os.urandom(NONCE_BYTES)
        told = json.dumps({"form": form.strip()}).encode()
        sealed = nonce + AESGCM(self._keys.make(request)).encrypt(nonce, told, None)
        row = [request, what, now, due.isoformat(), sealed]
        self._store.write(lambda db: db.execute("INSERT INTO subject_request VALUES (?, ?, ?, ?, ?)", row)).result()
        self._store.append(SubjectAsked(role, request, what, due.isoformat()), None)
        return Request(request, what, now, due, form.strip())

    def waiting(self) -> list[Request]:
        """All that wait, the most pressing first. One that a restored backup brought back without its key is not."""
        with self._store.read() as connection:
            rows = connection.execute("SELECT * FROM subject_request").fetchall()
        found = [
            Request(row["id"], row["what"], row["asked_ms"], date.fromisoformat(row["due"]), form)
            for row in rows
            if (form := self._form(row["id"], row["sealed"]))
        ]
        return sorted(found, key=lambda one: (one.due, one.asked_ms, one.id))

    def answer(self, request: Request, outcome: Outcome, role: str) -> None:
        """It is answered: its row and key go, the journal keeps that it was."""
        self._notes.answered(request.id, self._clock.utc_ms())
        self._keys.destroy(request.id)
        self._delete(request.id)
        day = local_date(self._clock.utc_ms()).isoformat()
        self._store.append(SubjectAnswered(role, request.id, request.what, outcome, day), None)

    def tidy(self) -> int:
        """Remove rows without a key, which a restored backup brought back; how many."""
        with self._store.read() as connection:
            ids = [row[0] for row in connection.execute("SELECT id FROM subject_request")]
        stray = [one for one in ids if not self._keys.holds(one)]
        for one in stray:
            self._delete(one)
        return len(stray)

    def _delete(self, request: str) -> None:
        def work(db: "Database") -> None:
            db.execute("DELETE FROM subject_request WHERE id = ?", [request])

        self._store.write(work).result()

    def _form(self, request: str, sealed: bytes) -> str:
        key = self._keys.find(request)
        try:
            plain = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None) if key else b"{}"
        except InvalidTag:
            return ""
        return str(json.loads(plain).get("form", ""))


def due_day(asked: date, working_days: int) -> date:
    """The last of so many working days after `asked`. Public holidays are not known: they only make it earlier."""
    day = asked
    while working_days > 0:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return day


def local_date(utc_ms: int) -> date:
    """The day on this machine's clock."""
    return datetime.fromtimestamp(utc_ms / 1000).date()
