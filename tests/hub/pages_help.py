"""Somebody at a browser, in this process: logs in as people do, and sends forms with what the pages gave."""

import re
from dataclasses import dataclass, field

import httpx
from starlette.applications import Starlette
from starlette.testclient import TestClient

from kiosk.hub.hub import Hub
from kiosk.hub.people import persons
from kiosk.hub.people.persons import New

PASSWORD = "lantern-canal-8"
_TICKET = re.compile(r'name="ticket" value="([^"]+)"')
_CSRF = re.compile(r'name="csrf" value="([^"]+)"')


def person(hub: Hub, name: str, role: str, base: str = "", district: str = "") -> None:
    """Let somebody in, with `PASSWORD`."""
    with hub.database.read() as connection:
        number = persons.base_number(connection, base) if base else None
    persons.add(hub, New(name, role, number, district), password=PASSWORD)


@dataclass(slots=True)
class Visitor:
    """A browser at the hub's application."""

    app: Starlette
    client: TestClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = TestClient(self.app, base_url="https://hub.example", raise_server_exceptions=False)

    def ticket(self) -> str:
        """What the login form carries."""
        found = _TICKET.search(self.get("/login").text)
        assert found
        return found[1]

    def login(self, name: str, password: str = PASSWORD) -> httpx.Response:
        """Try to come in."""
        form = {"name": name, "password": password, "ticket": self.ticket(), "next": "/"}
        answer: httpx.Response = self.client.post("/login", data=form, follow_redirects=False)
        return answer

    def get(self, path: str) -> httpx.Response:
        """Open a page."""
        answer: httpx.Response = self.client.get(path)
        return answer

    @property
    def csrf(self) -> str:
        """The session's token, as every page has it."""
        found = _CSRF.search(self.get("/me").text)
        assert found, "not logged in"
        return found[1]

    def send(self, path: str, **fields: str) -> httpx.Response:
        """Send a form of ours."""
        answer: httpx.Response = self.client.post(path, data={"csrf": self.csrf, **fields})
        return answer
