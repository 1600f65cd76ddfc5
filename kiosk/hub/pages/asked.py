"""One request of somebody who is logged in, as pages see it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import sqlalchemy as sa
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kiosk.core.errors import KioskError
from kiosk.core.events import ORIGINS
from kiosk.hub.hub import Hub
from kiosk.hub.pages import look
from kiosk.hub.people import audit
from kiosk.hub.people.audit import Act
from kiosk.hub.people.persons import Person
from kiosk.hub.people.scope import Scope
from kiosk.hub.people.sessions import Session
from kiosk.hub.queries.period import Period
from kiosk.hub.rollups.days import today

if TYPE_CHECKING:
    from kiosk.hub.pages.site import Site

DAYS = (7, 30, 90, 365)
PAGE = 50
"""Rows of a list on one page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for what. `form` is there where one was sent."""

    site: "Site"
    request: Request
    session: Session
    form: FormData | None = None

    @property
    def hub(self) -> Hub:
        return self.site.hub

    @property
    def person(self) -> Person:
        return self.session.person

    @property
    def scope(self) -> Scope:
        """What the person may see; every query takes it."""
        return self.person.scope

    @property
    def language(self) -> str:
        return self.person.language

    @property
    def now(self) -> int:
        """The hub's clock, in ms since 1970 UTC."""
        return self.hub.clock.utc_ms()

    def text(self, name: str) -> str:
        """A field of the form, without spaces around it; empty when it is not there."""
        value = self.form.get(name, "") if self.form else ""
        return value.strip().replace("\0", "") if isinstance(value, str) else ""

    def form_secret(self, name: str) -> str:
        """A password of the form, exactly as it was typed."""
        value = self.form.get(name, "") if self.form else ""
        return value if isinstance(value, str) else ""

    def query(self, name: str) -> str:
        """A part of the address after `?`."""
        return self.request.query_params.get(name, "").strip().replace("\0", "")

    def number(self, name: str) -> int:
        """A number in the path. Raises KioskError `hub_pages.not_found` for one that no table has."""
        found = int(self.request.path_params[name])
        if found >= 1 << 31:
            raise KioskError("hub_pages.not_found")
        return found

    @property
    def place(self) -> int:
        """From which row on a list is asked for."""
        given = self.query("from")
        return min(int(given), 10_000_000) if given.isascii() and given.isdigit() and len(given) < 9 else 0

    @property
    def today(self) -> date:
        """The date in China."""
        return today(self.now)

    @property
    def period(self) -> Period:
        """The days and origins that are asked for: 30 days of real visitors, if nothing else is said."""
        given, origin = self.query("days"), self.query("origin")
        days = int(given) if given in map(str, DAYS) else 30
        found = ORIGINS.index(origin) if origin in ORIGINS else 0
        return Period(self.today - timedelta(days=days - 1), self.today, found)

    def base(self, connection: sa.Connection, number: int) -> int:
        """`number`, if that base is in sight. Raises KioskError `hub_pages.not_found`."""
        if not self.scope.holds(connection, number):
            raise KioskError("hub_pages.not_found")
        return number

    def note(self, connection: sa.Connection, act: str, detail: str = "", base: int | None = None) -> None:
        """Put on record what the person does."""
        whose = base if base is not None else self.scope.base
        audit.note(connection, self.now, Act(self.person.name, act, detail, whose))

    def render(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page."""
        return look.html(template, self.language, status, asked=self, person=self.person, **values)

    def link(self, **changed: object) -> str:
        """This page with other parameters."""
        params = {**self.request.query_params, **{name: str(value) for name, value in changed.items()}}
        return "?" + urlencode({name: value for name, value in params.items() if value})

    def go(self, path: str, done: str = "") -> Response:
        """On to another page, which says what was done: a words code `hub_pages.done_<done>`."""
        return RedirectResponse(f"{path}?done={done}" if done else path, 303)
