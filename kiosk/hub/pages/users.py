"""用户: who may look at the hub; and one's own password and language."""

from typing import Any

import sqlalchemy as sa
from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.core.words import LANGUAGES
from kiosk.hub.pages.asked import Asked
from kiosk.hub.pages.site import COOKIE, Site
from kiosk.hub.people import passwords, persons
from kiosk.hub.people.persons import New
from kiosk.hub.people.roles import OF_A_BASE, ROLES
from kiosk.hub.queries import people as queries
from kiosk.hub.store.people_tables import person


def routes(site: Site) -> list[Route]:
    """The list, what admins change, and one's own page."""
    return [
        site.get("/users", "users", listed),
        site.post("/users", "users", added),
        site.post("/users/{user:int}/password", "users", renewed),
        site.post("/users/{user:int}/close", "users", closed),
        site.get("/me", None, me),
        site.post("/me/password", None, own_password),
        site.post("/me/language", None, language),
    ]


def listed(asked: Asked) -> Response:
    """Everybody in sight."""
    return _page(asked)


def _page(asked: Asked, told: tuple[str, str] | None = None) -> Response:
    """The list; `told` is a name with the password that is shown this once."""
    with asked.hub.database.read() as connection:
        found = queries.persons(connection, asked.scope)
        bases = queries.bases(connection, asked.scope)
    return asked.render("users.html", people=found, bases=bases, roles=_roles(asked), told=told, now=asked.now)


def _roles(asked: Asked) -> tuple[str, ...]:
    """The roles that one may give: a base's admin those of the base."""
    return OF_A_BASE if asked.scope.base is not None else ROLES


def added(asked: Asked) -> Response:
    """A new person, within what the one who adds may see."""
    role, scope = asked.text("role"), asked.scope
    given = asked.text("base")
    base = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None
    if role not in _roles(asked):
        raise KioskError("hub_pages.not_yours")
    with asked.hub.database.read() as connection:
        if base is not None:
            asked.base(connection, base)
    district = asked.text("district")[:40] if scope.whole else scope.district
    new = New(asked.text("name").lower(), role, scope.base or base, "" if base else district)
    if not scope.whole and new.base is None and not new.district:
        raise KioskError("hub_pages.not_yours")
    password = persons.add(asked.hub, new, by=asked.person.name)
    return _page(asked, (new.name, password))


def renewed(asked: Asked) -> Response:
    """A new password for somebody who forgot theirs, shown this once."""
    password = passwords.new()
    with asked.hub.database.write() as connection:
        row = _somebody(asked, connection)
        persons.set_password(connection, asked.now, row.number, password, asked.person.name)
    return _page(asked, (row.name, password))


def closed(asked: Asked) -> Response:
    """Let somebody in no more."""
    with asked.hub.database.write() as connection:
        row = _somebody(asked, connection)
        persons.close(connection, asked.now, row.number, asked.person.name)
    return asked.go("/users", "user_closed")


def _somebody(asked: Asked, connection: sa.Connection) -> sa.Row[Any]:
    """Somebody in sight, who is not oneself and not above one. Raises KioskError."""
    row = queries.in_sight(connection, asked.scope, asked.number("user"))
    if row is None:
        raise KioskError("hub_pages.not_found")
    if row.number == asked.person.number:
        raise KioskError("hub_pages.not_oneself")
    if row.role not in _roles(asked):
        raise KioskError("hub_pages.not_yours")
    return row


def me(asked: Asked) -> Response:
    """One's own page."""
    return asked.render("me.html", shortest=passwords.SHORTEST)


def own_password(asked: Asked) -> Response:
    """A new password, by who knows the old one; other sessions end."""
    old, new = asked.form_secret("old"), asked.form_secret("new")
    persons.check_password(asked.hub, asked.person.name, old)
    with asked.hub.database.write() as connection:
        persons.set_password(connection, asked.now, asked.person.number, new, asked.person.name)
    response = asked.go("/me", "password")
    cookie = asked.site.sessions.open(asked.person.number, "")
    asked.site.remember(response, asked.request, COOKIE, cookie)
    return response


def language(asked: Asked) -> Response:
    """The language of one's pages."""
    chosen = asked.text("language")
    if chosen in LANGUAGES:
        with asked.hub.database.write() as connection:
            connection.execute(person.update().where(person.c.number == asked.person.number).values(language=chosen))
    return asked.go("/me", "saved")
