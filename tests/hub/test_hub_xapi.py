"""Statements to a store that behaves as real ones do: whole requests refused, re-sends in conflict, gzip a fault."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub import xapi
from kiosk.hub.commands import main
from kiosk.hub.hub import Hub
from kiosk.hub.store.down_tables import forwarder, quarantine
from tests.hub.wire_help import Speaker, rows

POISON = 7


class _Store(ThreadingHTTPServer):
    """Keeps statements by id. `poison` are ids that it refuses; `away` has it answer 503."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.kept: dict[str, Any] = {}
        self.poison: set[str] = set()
        self.away = False
        self.posts = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/xapi"


class _Handler(BaseHTTPRequestHandler):
    server: _Store
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """One statement, or a list."""
        id = self.path.partition("statementId=")[2]
        self._answer(200 if not id or id in self.server.kept else 404)

    def do_POST(self) -> None:
        """All of them or none, as ADL's store does it."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        store = self.server
        store.posts += 1
        if store.away:
            return self._answer(503)
        if self.headers["Content-Encoding"] == "gzip":
            return self._answer(500)
        given = {one["id"]: one for one in json.loads(body)}
        if given.keys() & store.poison:
            return self._answer(400)
        if given.keys() & store.kept.keys():
            return self._answer(409)
        store.kept |= given
        return self._answer(200)

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"[]")

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def store() -> Iterator[_Store]:
    made = _Store()
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def test_every_answer_arrives_once_and_poison_is_set_aside(hub: Hub, store: _Store) -> None:
    given = rows(450)
    Speaker(hub).push(given)
    ids = [str(UUID(bytes=one.id)) for one in given]
    store.poison = {ids[POISON]}
    store.kept = {ids[3]: {}, ids[300]: {}}
    xapi.configure(hub.data, xapi.RecordStore(store.url, "hub", "secret"))
    store.away = True
    assert xapi.forward(hub) == 0
    with hub.database.read() as connection:
        row = connection.execute(sa.select(forwarder)).one()
        assert (row.error, row.arrival) == ("hub.xapi_away", 0)
    store.away = False
    assert xapi.forward(hub) == 450
    assert store.kept.keys() == set(ids) - store.poison
    with hub.database.read() as connection:
        (aside,) = connection.execute(sa.select(quarantine))
        assert (aside.event, aside.status) == (given[POISON].id, 400)
        assert connection.execute(sa.select(forwarder)).one().error == ""
    statement = store.kept[ids[20]]
    assert statement["verb"]["id"].endswith("/answered")
    assert statement["result"] == {"response": "B", "duration": "PT8.00S", "success": True}
    posts = store.posts
    assert xapi.forward(hub) == 0
    assert store.posts == posts, "nothing goes twice"
    with hub.database.write() as connection:
        connection.execute(forwarder.update().values(arrival=0))
    assert xapi.forward(hub) == 450
    assert len(store.kept) == 449, "a hub that was set back doubles nothing"


def test_simulated_answers_stay_here(hub: Hub, store: _Store) -> None:
    Speaker(hub).push(rows(5, origin=1))
    xapi.configure(hub.data, xapi.RecordStore(store.url, "hub", "secret"))
    assert xapi.forward(hub) == 0
    assert store.kept == {}


def test_gzip_only_when_told(hub: Hub, store: _Store) -> None:
    Speaker(hub).push(rows(5))
    xapi.configure(hub.data, xapi.RecordStore(store.url, "hub", "secret", gzip=True))
    assert xapi.forward(hub) == 0
    assert store.posts == 1, "this one answers 500 to it"


def test_the_command_tries_the_store_first(store: _Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    password = tmp_path / "password"
    command = ["--data", str(tmp_path / "hub"), "xapi", store.url, "--user", "hub", "--password-file", str(password)]
    assert main(command) == 2
    password.write_text("secret\n")
    assert main(command) == 0
    assert xapi.configured(tmp_path / "hub") == xapi.RecordStore(store.url, "hub", "secret")
    command[3] = "http://store.example/xapi"
    assert main(command) == 2
    with pytest.raises(KioskError, match="xapi_away"):
        xapi.tested(xapi.RecordStore("http://127.0.0.1:1", "a", "b"))
    capsys.readouterr()
