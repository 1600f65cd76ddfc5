"""Persons: making them, closing them, letting them log in. Wrong passwords in a row close the door for a while."""

import re
from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.hub import Hub
from kiosk.hub.people import audit, passwords
from kiosk.hub.people.audit import Act
from kiosk.hub.people.roles import OF_A_BASE, RIGHTS, ROLES, Right, Role
from kiosk.hub.people.scope import Scope
from kiosk.hub.store import tables
from kiosk.hub.store.people_tables import person, session

FIRST = "admin"
"""The name of the person that a new hub begins with."""
TRIES = 5
LOCKED_MS = 15 * 60_000
_PERSON = person.c
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is logged in."""

    number: int
    name: str
    role: Role
    scope: Scope
    language: str

    def may(self, right: Right) -> bool:
        """Whether the role has that right; the hub's settings are for who sees the whole."""
        return right in RIGHTS[self.role] and (right != "settings" or self.scope.whole)


@dataclass(frozen=True, slots=True)
class New:
    """A person to be made; `base` is the number of theirs."""

    name: str
    role: str
    base: int | None = None
    district: str = ""


def first(hub: Hub) -> str:
    """Give a hub without people its first admin: the password, to be told once; empty when there are people."""
    password = passwords.new()
    with hub.database.write() as connection:
        if connection.execute(sa.select(_PERSON.number)).first():
            return ""
        _insert(connection, hub.clock.utc_ms(), New(FIRST, "region"), password, by="")
    return password


def add(hub: Hub, new: New, by: str = "", password: str = "") -> str:
    """Make a person; the password, which is made up if none is given. Raises KioskError `hub_people.…`."""
    chosen = password or passwords.new()
    _check(new)
    with hub.database.write() as connection:
        _insert(connection, hub.clock.utc_ms(), new, chosen, by)
    return chosen


def _check(new: New) -> None:
    if not _NAME.fullmatch(new.name):
        raise KioskError("hub_people.name_wrong")
    if new.role not in ROLES:
        raise KioskError("hub_people.role_unknown", role=new.role, roles="、".join(ROLES))
    if new.role in OF_A_BASE and new.base is None:
        raise KioskError("hub_people.base_needed")
    if new.role == "region" and new.base is not None:
        raise KioskError("hub_people.base_not_wanted")


def _insert(connection: sa.Connection, now: int, new: New, password: str, by: str) -> None:
    if connection.execute(sa.select(_PERSON.number).where(_PERSON.name == new.name)).first():
        raise KioskError("hub_people.name_taken", name=new.name)
    row = {"name": new.name, "role": new.role, "base": new.base, "district": new.district, "made_ms": now}
    connection.execute(person.insert().values(**row, password=passwords.hashed(password, new.name)))
    audit.note(connection, now, Act(by, "user_added", f"{new.name} {new.role}", new.base))


def base_number(connection: sa.Connection, name: str) -> int:
    """The number of the base called `name`. Raises KioskError `hub_people.base_unknown`."""
    found = connection.execute(sa.select(tables.base.c.number).where(tables.base.c.name == name)).scalar()
    if found is None:
        raise KioskError("hub_people.base_unknown", base=name)
    return int(found)


def by_name(connection: sa.Connection, name: str) -> int:
    """The number of the person called `name`. Raises KioskError `hub_people.user_unknown`."""
    found = connection.execute(sa.select(_PERSON.number).where(_PERSON.name == name.lower())).scalar()
    if found is None:
        raise KioskError("hub_people.user_unknown", name=name)
    return int(found)


def get(connection: sa.Connection, number: int) -> Person | None:
    """The person of that number, unless closed."""
    row = connection.execute(sa.select(person).where(_PERSON.number == number, _PERSON.closed_ms.is_(None))).first()
    if row is None:
        return None
    return Person(row.number, row.name, row.role, Scope(row.base, row.district), row.language)


def check_password(hub: Hub, name: str, password: str) -> int:
    """The number of the person called `name`. Raises KioskError `hub_people.login_wrong` or `hub_people.locked`.

    The try is counted before the password is looked at: guesses side by side gain nothing.
    """
    name, now = name.strip().lower()[:40], hub.clock.utc_ms()
    with hub.database.write() as connection:
        row = connection.execute(sa.select(person).where(_PERSON.name == name).with_for_update()).first()
        known = row is not None and row.closed_ms is None
        locked = row is not None and row.locked_until_ms > now
        if row is not None and not locked:
            failures = row.failures + 1
            until = now + LOCKED_MS if failures >= TRIES else 0
            changed = {"failures": failures % TRIES, "locked_until_ms": until}
            connection.execute(person.update().where(_PERSON.number == row.number).values(changed))
    right = passwords.matches(row.password if row is not None and known else None, password)
    if locked:
        raise KioskError("hub_people.locked", minutes=LOCKED_MS // 60_000)
    with hub.database.write() as connection:
        if row is None or not right:
            shown = name if row is not None else "?"
            audit.note(connection, now, Act(shown, "login_failed", base=row.base if row is not None else None))
        else:
            opened = {"failures": 0, "locked_until_ms": 0}
            connection.execute(person.update().where(_PERSON.number == row.number).values(opened))
    if row is None or not right:
        raise KioskError("hub_people.login_wrong")
    return int(row.number)


def set_password(connection: sa.Connection, now: int, number: int, password: str, by: str) -> None:
    """Give a person a new password; every session of theirs ends. Raises KioskError `hub_people.password_…`."""
    row = connection.execute(sa.select(_PERSON.name, _PERSON.base).where(_PERSON.number == number)).one()
    kept = passwords.hashed(password, row.name)
    connection.execute(
        person.update().where(_PERSON.number == number).values(password=kept, failures=0, locked_until_ms=0)
    )
    connection.execute(session.delete().where(session.c.person == number))
    audit.note(connection, now, Act(by, "password_set", row.name, row.base))


def close(connection: sa.Connection, now: int, number: int, by: str) -> None:
    """Let a person in no more; their name stays on record."""
    row = connection.execute(sa.select(_PERSON.name, _PERSON.base).where(_PERSON.number == number)).one()
    connection.execute(person.update().where(_PERSON.number == number).values(closed_ms=now))
    connection.execute(session.delete().where(session.c.person == number))
    audit.note(connection, now, Act(by, "user_closed", row.name, row.base))
