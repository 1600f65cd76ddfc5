"""The door on a real store, with a clock that is stepped by hand."""

import json
import re
from contextlib import closing
from pathlib import Path
from typing import Literal

import pytest
from argon2 import PasswordHasher

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.staff.door import Door
from kiosk.staff.roles import ROLES, Role
from kiosk.store.store import Store

from .conftest import PINS, QUICK

WRONG = "314260"


def acts(store: Store) -> list[tuple[str, str, str]]:
    """What the journal says staff did: role, act, detail."""
    store.write(lambda db: None).result(5)
    with store.read() as connection:
        bodies = connection.execute("SELECT body FROM journal WHERE kind = 'staff_acted' ORDER BY position").fetchall()
    return [(body["role"], body["act"], body["detail"]) for body in (json.loads(row[0]) for row in bodies)]


def test_a_fresh_kiosk_asks_for_the_first_pin(store: Store, clock: SteppedClock) -> None:
    """Only the first one sets it, and a weak one is refused with its sentence."""
    door = Door(store, clock, QUICK)
    assert door.state().fresh
    with pytest.raises(KioskError) as refused:
        door.set_first_pin("123456")
    assert refused.value.code == "staff.pin_run"
    assert door.state().fresh
    code = door.set_first_pin(PINS["admin"])
    assert re.fullmatch(r"\d{16}", code)
    assert not door.state().fresh
    with pytest.raises(KioskError) as refused:
        door.set_first_pin(PINS["guide"])
    assert refused.value.code == "staff.pin_already_set"


@pytest.mark.parametrize("role", ROLES)
def test_the_pin_decides_the_role(door: Door, store: Store, role: Role) -> None:
    """Nobody says who they are: the PIN does."""
    assert door.enter(PINS[role]).role == role
    assert acts(store)[-1] == (role, "opened", "")


def test_two_roles_never_share_a_pin(door: Door) -> None:
    """Else the PIN could not decide."""
    with pytest.raises(KioskError) as refused:
        door.set_pin("teacher", PINS["guide"])
    assert refused.value.code == "staff.pin_taken"
    door.set_pin("teacher", PINS["teacher"])
    assert door.enter(PINS["teacher"]).role == "teacher"


def test_a_removed_pin_opens_nothing(door: Door) -> None:
    """Only the admin's cannot be removed."""
    door.remove_pin("guide")
    assert door.enter(PINS["guide"]).role is None
    assert door.roles() == {"teacher", "admin", "auditor"}
    with pytest.raises(KioskError) as refused:
        door.remove_pin("admin")
    assert refused.value.code == "staff.pin_admin_stays"


def test_five_wrong_pins_shut_the_door_and_each_more_for_longer(door: Door, store: Store, clock: SteppedClock) -> None:
    """30 s, 1, 5, 15, 60, 60 minutes; a right PIN is not even looked at meanwhile."""
    tries = [door.enter(WRONG) for _ in range(5)]
    assert [entry.tries_left for entry in tries] == [4, 3, 2, 1, 1]
    for seconds in (30, 60, 300, 900, 3600, 3600):
        assert door.state().locked_ms == seconds * 1000
        clock.step(seconds * 1000 - 1)
        assert door.enter(PINS["admin"]).locked_ms == 1
        clock.step(1)
        assert door.state().locked_ms == 0
        door.enter(WRONG)
    clock.step(3_600_000)
    assert door.enter(PINS["guide"]).role == "guide"
    assert door.enter(WRONG).tries_left == 4
    said = [act for _, act, _ in acts(store)]
    assert (said.count("wrong_pin"), said.count("locked")) == (12, 7)
    assert ("", "locked", "3600 s") in acts(store)


def test_the_lock_survives_a_restart(tmp_path: Path, clock: SteppedClock) -> None:
    """A new process counts on from the time of day, whatever the monotonic clock begins with."""
    with closing(Store.open(tmp_path / "home", clock)) as store:
        door = Door(store, clock, QUICK)
        door.set_first_pin(PINS["admin"])
        for _ in range(5):
            door.enter(WRONG)
    clock.step(10_000)
    clock.monotonic = 0
    with closing(Store.open(tmp_path / "home", clock)) as store:
        assert Door(store, clock, QUICK).state().locked_ms == 20_000
        clock.utc -= 400 * 86_400_000
        assert Door(store, clock, QUICK).state().locked_ms == 30_000
        clock.step(29_000)
        assert Door(store, clock, QUICK).state().locked_ms == 1_000


def test_a_try_counts_even_when_the_plug_is_pulled_meanwhile(door: Door, store: Store, clock: SteppedClock) -> None:
    """The count is on disk before the PIN is compared."""

    class Pulled(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            raise SystemExit

    for _ in range(5):
        victim = Door(store, clock, Pulled())
        with pytest.raises(SystemExit):
            victim.enter(PINS["admin"])
    assert Door(store, clock, QUICK).state().locked_ms == 30_000


def test_the_recovery_code_sets_a_new_admin_pin_and_nothing_else(store: Store, clock: SteppedClock) -> None:
    """It works while the door is locked, once, and everything stays."""
    door = Door(store, clock, QUICK)
    code = door.set_first_pin(PINS["admin"])
    door.set_pin("guide", PINS["guide"])
    for _ in range(5):
        door.enter(WRONG)
    with pytest.raises(KioskError) as refused:
        door.recover("0" * 16, "584027")
    assert refused.value.code == "staff.recovery_wrong"
    with pytest.raises(KioskError) as refused:
        door.recover(code, PINS["guide"])
    assert refused.value.code == "staff.pin_taken"
    following = door.recover(code, "584027")
    assert following != code
    assert door.enter("584027").role == "admin"
    assert door.enter(PINS["admin"]).role is None
    assert door.enter(PINS["guide"]).role == "guide"
    assert not door.knows_recovery(code)
    assert door.knows_recovery(following)
    assert ("admin", "recovery_used", "admin") in acts(store)


def test_a_new_recovery_code_ends_the_old_one(store: Store, clock: SteppedClock) -> None:
    """The admin can print another."""
    door = Door(store, clock, QUICK)
    first = door.set_first_pin(PINS["admin"])
    second = door.new_recovery_code()
    assert (door.knows_recovery(first), door.knows_recovery(second)) == (False, True)


def test_no_pin_and_no_code_is_readable_anywhere(door: Door, store: Store, home: Path) -> None:
    """Neither in the database file nor in its log nor in any event."""
    code = door.new_recovery_code()
    door.enter(PINS["teacher"])
    door.enter(WRONG)
    store.write(lambda db: None).result(5)
    for file in [path for path in home.rglob("*") if path.is_file()]:
        data = file.read_bytes()
        for secret in (*PINS.values(), WRONG, code):
            assert secret.encode() not in data, f"{file.name} holds {secret}"


def test_the_real_hash_is_argon2id_and_neither_cheap_nor_slow(store: Store, clock: SteppedClock) -> None:
    """Four roles are compared within what a person waits for; a guess costs something."""
    door = Door(store, clock)
    door.set_first_pin(PINS["admin"])
    with store.read() as connection:
        kept = connection.execute("SELECT hash FROM staff_pin WHERE role = 'admin'").fetchone()[0]
    assert kept.startswith("$argon2id$v=19$m=19456,t=3,p=1$")
    assert door.enter(PINS["admin"]).role == "admin"
