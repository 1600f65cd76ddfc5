"""The staff door: which PIN opens it for which role, how long it stays shut, and what is kept of all that. Qt-free."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from typing import Any

from argon2 import PasswordHasher

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import StaffActed
from kiosk.staff import pins
from kiosk.staff.lockout import Lock, Shutter
from kiosk.staff.roles import ROLES, Role
from kiosk.store.store import Store

log = logging.getLogger(__name__)
RECOVERY = "recovery"
"""The row that keeps the recovery code's hash; no role."""
DISK_PATIENCE_S = 2.0
TROUBLED_PATIENCE_S = 0.3


@dataclass(frozen=True, slots=True)
class DoorState:
    """`fresh`: nobody has set the admin's PIN yet; `locked_ms`: until the next PIN may be entered, 0 when it may.

    `blind`: a database in memory stands in for the home's, so that no PIN is known and none can be set.
    """

    fresh: bool
    locked_ms: int
    blind: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What a PIN did: the role it opened for, else `locked_ms` (0 when not locked) and how many tries are left."""

    role: Role | None
    locked_ms: int = 0
    tries_left: int = 0


class Door:
    """One a kiosk, kept as long as the program runs. Every method that takes a PIN works for 0.1–0.5 s: off the
    screen's thread.

    All raise KioskError: `staff.pin_*` when a PIN will not do, `staff.not_kept` when the database does not take it,
    `staff.not_read` when it cannot be read.
    """

    def __init__(self, store: Store, clock: Clock, hasher: PasswordHasher | None = None) -> None:
        self._store = store
        self._clock = clock
        self._hasher = hasher or pins.default_hasher()
        self._one_at_a_time = threading.Lock()
        self.opened_ms = clock.monotonic_ms()
        """When a right PIN was entered last, on the monotonic clock."""
        lock = self._kept_lock()
        self._shutter = Shutter(lock, clock.utc_ms(), clock.monotonic_ms())
        if self._shutter.was_set_back:
            self._keep_lock(self._shutter.lock)

    def state(self) -> DoorState:
        """How the door stands. Quick: one small query."""
        unknown = "admin" not in self._hashes()
        blind = unknown and self._store.state().temporary
        return DoorState(unknown and not blind, self.locked_ms(), blind)

    def locked_ms(self) -> int:
        """Milliseconds until the next PIN may be entered; 0 when it may."""
        return self._shutter.remaining_ms(self._clock.monotonic_ms())

    def roles(self) -> frozenset[str]:
        """The roles that have a PIN."""
        return frozenset(self._hashes()) - {RECOVERY}

    def enter(self, pin: str) -> Entry:
        """Try `pin` at the door."""
        with self._one_at_a_time:
            if locked := self.locked_ms():
                return Entry(None, locked)
            # The try is on disk before it is looked at: pulling the plug gives no free tries.
            now = self._clock.utc_ms()
            self._keep_lock(Lock(self._shutter.lock.wrong + 1, now))
            role = self._role_of(pin)
            if role is None:
                return self._refuse(now)
            self._shutter.right()
            self._keep_lock(self._shutter.lock)
            self.opened_ms = self._clock.monotonic_ms()
            self.record(role, "opened")
            return Entry(role)

    def refuse_unfit(self, role: Role, pin: str) -> None:
        """Raise KioskError when `pin` cannot become the PIN of `role`."""
        if self._store.state().temporary:
            raise KioskError("staff.not_kept", "a database in memory stands in for the home's")
        pins.refuse_weak(pin)
        if self._role_of(pin, but=role) is not None:
            raise KioskError("staff.pin_taken")

    def set_first_pin(self, pin: str) -> str:
        """The admin's PIN on a fresh kiosk; gives the recovery code, which is never shown again."""
        with self._one_at_a_time:
            if "admin" in self._hashes():
                raise KioskError("staff.pin_already_set")
            return self._keep_admin(pin, "pin_set")

    def set_pin(self, role: Role, pin: str, *, by: Role = "admin") -> None:
        """A new PIN for `role`, set by a person who is inside as `by`."""
        with self._one_at_a_time:
            self.refuse_unfit(role, pin)
            changed = role in self._hashes()
            self._keep({role: self._hasher.hash(pin)})
            self.record(by, "pin_changed" if changed else "pin_set", role)

    def remove_pin(self, role: Role, *, by: Role = "admin") -> None:
        """`role` can no longer open the door. The admin's PIN stays: the door would open for anybody."""
        if role == "admin":
            raise KioskError("staff.pin_admin_stays")
        self._write(lambda db: db.execute("DELETE FROM staff_pin WHERE role = ?", [role]))
        self.record(by, "pin_removed", role)

    def new_recovery_code(self, *, by: Role = "admin") -> str:
        """Another recovery code; the old one is worth nothing from now on."""
        code = pins.new_recovery_code()
        self._keep({RECOVERY: self._hasher.hash(code)})
        self.record(by, "recovery_made")
        return code

    def knows_recovery(self, code: str) -> bool:
        """Whether `code` is the recovery code; also while the door is locked."""
        kept = self._hashes().get(RECOVERY, "")
        known = bool(kept) and pins.matches(self._hasher, kept, code)
        if not known:
            self.record("", "recovery_wrong")
        return known

    def recover(self, code: str, pin: str) -> str:
        """A new PIN for the admin who lost it; gives the next recovery code. Nothing else changes."""
        with self._one_at_a_time:
            if not self.knows_recovery(code):
                raise KioskError("staff.recovery_wrong")
            fresh = self._keep_admin(pin, "recovery_used")
            self._shutter.right()
            self._keep_lock(self._shutter.lock)
            return fresh

    def record(self, role: str, act: str, detail: str = "") -> None:
        """Put on record what staff did; `detail` carries no secret."""
        self._store.append(StaffActed(role, act, detail), None)

    def _keep_admin(self, pin: str, act: str) -> str:
        self.refuse_unfit("admin", pin)
        code = pins.new_recovery_code()
        self._keep({"admin": self._hasher.hash(pin), RECOVERY: self._hasher.hash(code)})
        self.record("admin", act, "admin")
        return code

    def _refuse(self, now: int) -> Entry:
        self._shutter.wrong(now, self._clock.monotonic_ms())
        locked = self.locked_ms()
        self.record("", "wrong_pin")
        if locked:
            self.record("", "locked", f"{locked // 1000} s")
        return Entry(None, locked, self._shutter.tries_left())

    def _role_of(self, pin: str, *, but: str = RECOVERY) -> Role | None:
        """The role that `pin` belongs to. All hashes are tried, so that time tells nothing."""
        kept = self._hashes()
        found = [role for role in ROLES if role in kept and role != but and pins.matches(self._hasher, kept[role], pin)]
        return found[0] if found else None

    def _hashes(self) -> dict[str, str]:
        return dict(self._rows("SELECT role, hash FROM staff_pin"))

    def _kept_lock(self) -> Lock:
        return next((Lock(*row) for row in self._rows("SELECT wrong, utc_ms FROM staff_lock")), Lock())

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        try:
            with self._store.read() as connection:
                return [tuple(row) for row in connection.execute(query)]
        except sqlite3.Error as failure:
            raise KioskError("staff.not_read", repr(failure)) from failure

    def _keep(self, hashes: dict[str, str]) -> None:
        rows = [(role, kept, self._clock.utc_ms()) for role, kept in hashes.items()]

        def work(db: Any) -> None:
            db.conn.executemany("INSERT OR REPLACE INTO staff_pin (role, hash, set_utc_ms) VALUES (?, ?, ?)", rows)

        self._write(work)

    def _keep_lock(self, lock: Lock) -> None:
        """Write the lock-out down; a disk that does not take it must not open the door nor freeze it."""
        statement = "INSERT OR REPLACE INTO staff_lock (one, wrong, utc_ms) VALUES (1, ?, ?)"
        patience = TROUBLED_PATIENCE_S if self._store.state().trouble else DISK_PATIENCE_S
        try:
            self._write(lambda db: db.execute(statement, [lock.wrong, lock.utc_ms]), patience)
        except KioskError as trouble:
            log.warning("lock-out kept in memory only: %s", trouble.detail or trouble.code)

    def _write(self, work: Callable[[Any], Any], patience_s: float = DISK_PATIENCE_S) -> None:
        """Run `work` on the store and wait for the disk. Raises KioskError `staff.not_kept` or the disk's own."""
        try:
            self._store.write(work).result(patience_s)
        except FutureTimeoutError as failure:
            raise KioskError("staff.not_kept", repr(failure)) from failure
