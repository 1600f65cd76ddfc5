"""Whoever means harm at the door: bodies too large, too slow, without end; credentials stolen or taken back."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import httpx
import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from kiosk.hub import app, enrolment, openapi
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.sync import wire
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import Served, free_port, held, incidents, same_at_both_ends
from tests.hub.wire_help import NOW, Speaker, rows


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A hub that gives a body half a second."""
    first = "from kiosk.hub.routes import wired; wired.BODY_S = 0.5"
    made = Served(tmp_path_factory.mktemp("impatient") / "hub", "", free_port(), first=first).start()
    yield made
    made.stop()


def opened(served: Served) -> ssl.SSLSocket:
    """A connection on which nothing has been said yet."""
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    secure.check_hostname, secure.verify_mode = False, ssl.CERT_NONE
    return secure.wrap_socket(socket.create_connection(("127.0.0.1", served.port), timeout=60))


def begun(served: Served, length: int, body: bytes) -> ssl.SSLSocket:
    """A connection on which a request has begun that says it is `length` bytes long."""
    connection = opened(served)
    head = f"POST {wire.EVENTS} HTTP/1.1\r\nHost: hub\r\nContent-Length: {length}\r\n\r\n"
    connection.sendall(head.encode() + body)
    return connection


def status_of(connection: ssl.SSLSocket) -> int:
    """What is answered on it."""
    with connection:
        return int(connection.makefile("rb").readline().split()[1])


def test_slow_bodies_hold_nobody_up(impatient: Served, pushing: MakeKiosk) -> None:
    """Forty requests that never end: a kiosk delivers beside them, and each of them is ended."""
    slow = [begun(impatient, 5_000, b"{") for _ in range(40)]
    kiosk = pushing("kiosk")
    kiosk.enrol(impatient.url, impatient.code())
    kiosk.record(50)
    same_at_both_ends([kiosk], impatient)
    assert {status_of(one) for one in slow} == {408}


def test_a_body_that_claims_a_terabyte(impatient: Served) -> None:
    claiming = begun(impatient, 10**12, b"x" * 1_000)
    assert status_of(claiming) == 408
    flooding = begun(impatient, 10**12, b"x" * wire.MOST_BYTES)
    flooding.sendall(b"x" * 1_000)
    assert status_of(flooding) == 413
    assert impatient.answers()


def test_headers_without_end(impatient: Served) -> None:
    """The hub hangs up long before they fill its memory."""
    sent = 0
    with opened(impatient) as connection, suppress(OSError):
        connection.sendall(b"GET / HTTP/1.1\r\n")
        while sent < 64 << 20:
            connection.sendall(b"X: " + b"x" * 65_533)
            sent += 1 << 16
    assert sent < 64 << 20
    assert impatient.answers()


def test_a_stolen_credential_is_one_kiosks_only(hub: Hub) -> None:
    """It neither writes in another's name nor learns anything; the owner's staff are told; taken back, it ends."""
    victim, owner = Speaker(hub), Speaker(hub, kiosk="k222222222222", machine="machine-2")
    owner.push(rows(3, epoch=b"epoch002"))
    thief = Speaker(hub, kiosk="k333333333333", holder="thief", machine="machine-9")
    thief.credential = owner.credential
    told = thief.push(rows(2, epoch=b"epoch666"), kiosk=victim.kiosk)
    assert told["stored"] == 2
    with hub.database.read() as connection:
        whose = (
            sa.select(tables.kiosk.c.id).join(tables.event, tables.event.c.kiosk == tables.kiosk.c.number).distinct()
        )
        assert list(connection.execute(whose).scalars()) == [owner.kiosk]
    again = owner.post(wire.EVENTS, owner.batch(rows(1, epoch=b"epoch002", first=4)))
    assert (again.status_code, again.json()["code"]) == (409, "sync.other_holder"), "the owner hears of it"
    asked = {"v": 1, "kiosk": "k444444444444", "credential": "44" * 32, "holder": owner.holder, "machine": "machine-2"}
    owner.say(wire.SPLIT, asked)
    assert "hub.incident_cloned" in [code for code, _ in incidents(hub)], "and so do people at the hub"
    with hub.database.write() as connection:
        enrolment.revoke(connection, enrolment.who(connection, owner.credential), NOW)
    assert thief.post(wire.EVENTS, thief.batch(rows(1, epoch=b"epoch666", first=3))).status_code == 401
    assert len(held(hub)) == 5


def test_guesses_tell_nothing(hub: Hub) -> None:
    """Whatever is tried without a credential is answered alike."""
    speaker, chance = Speaker(hub), Random(1)
    answers: set[tuple[int, str]] = set()
    for length in (0, 1, 31, 32, 33, 4_000):
        speaker.credential = chance.randbytes(length)
        for path in (wire.EVENTS, wire.STATE, wire.SPLIT, wire.OFFER, wire.TEXTS):
            answer: httpx.Response = speaker.post(path, speaker.batch([]))
            answers.add((answer.status_code, answer.json()["code"]))
    assert answers == {(401, "sync.unknown_credential")}


def test_every_route_is_described(hub: Hub) -> None:
    """What schemathesis throws itself at is all that there is."""
    made = app.make(hub)
    told = TestClient(made).get("/openapi.json").json()
    assert told == openapi.document(made.routes)
    assert {wire.EVENTS, wire.ENROL, "/healthz", "/"} <= set(told["paths"])
    assert set(told["components"]["schemas"]["Batch"]["required"]) >= {"v", "events", "token"}


def test_no_word_of_a_body_reaches_the_log(hub: Hub, caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    speaker = Speaker(hub)
    speaker.post(wire.EVENTS, b'{"v":1,"secret-word":')
    speaker.push(rows(1, body='{"secret-word":1}', kind="item_answered"))
    assert "secret-word" not in caplog.text
