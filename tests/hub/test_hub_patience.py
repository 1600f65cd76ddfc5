"""Slow clients, really slow ones, before a real hub: each is hung up on, and others are served meanwhile."""

import socket
import ssl
from collections.abc import Iterator

import httpx
import pytest

from kiosk.sync.client import context
from tests.hub.hub_help import Served, free_port
from tests.hub.pages_help import PASSWORD, person
from tests.hub.test_hub_security import opened, status_of

PATIENCE_S = 30.0
"""For what comes after half a second, on a busy machine."""
FEW = 20
IMPATIENT = (
    "from kiosk.hub import patience; patience.HANDSHAKE_S = patience.HEADERS_S = 0.5; "
    f"patience.MOST_FROM_ONE = {FEW}; "
    "from kiosk.hub.pages import site; site.FORM_S, site.SLOWEST = 0.5, 1e9"
)


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A hub that waits half a second wherever the real one waits longer."""
    made = Served(tmp_path_factory.mktemp("patience") / "hub", "", free_port(), first=IMPATIENT).start()
    with made.opened() as hub:
        person(hub, "city", "region")
    yield made
    made.stop()


def is_hung_up_on(connection: socket.socket) -> bool:
    """Whether the hub ends the connection, saying nothing."""
    connection.settimeout(PATIENCE_S)
    try:
        return connection.recv(1_000) == b""
    except (ConnectionResetError, ssl.SSLEOFError, ssl.SSLZeroReturnError):
        return True
    finally:
        connection.close()


def test_whoever_says_nothing_is_hung_up_on(impatient: Served) -> None:
    assert is_hung_up_on(socket.create_connection(("127.0.0.1", impatient.port))), "not even a handshake"
    assert is_hung_up_on(opened(impatient))


@pytest.mark.parametrize("said", [b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: hub\r\nX-Slow: "])
def test_headers_that_never_end(impatient: Served, said: bytes) -> None:
    connection = opened(impatient)
    connection.sendall(said)
    assert is_hung_up_on(connection)


def test_a_byte_now_and_then_does_not_help(impatient: Served) -> None:
    """Slowloris: the time is from the first byte to the last, not between two; each is sent when the kernel lets us."""
    connection = opened(impatient)
    connection.settimeout(0.05)
    connection.sendall(b"GET / HTTP/1.1\r\nX: ")
    try:
        for _ in range(int(PATIENCE_S / 0.05)):
            connection.sendall(b"x")
            try:
                assert connection.recv(1) == b""
                break
            except TimeoutError:
                continue
        else:
            pytest.fail("it was let go on")
    except (ConnectionError, ssl.SSLError):
        pass
    connection.close()


def test_a_second_request_may_not_be_slow_either(impatient: Served) -> None:
    connection = opened(impatient)
    connection.settimeout(PATIENCE_S)
    connection.sendall(b"GET /hub.css HTTP/1.1\r\nHost: hub\r\n\r\n")
    answer = b""
    while b"max-width" not in answer:
        answer += connection.recv(65_536)
    connection.sendall(b"GET / HTTP/1.1\r\nHo")
    while part := _received(connection):
        assert part, "the rest of the style sheet"
    connection.close()


def _received(connection: ssl.SSLSocket) -> bytes:
    try:
        return connection.recv(65_536)
    except (ConnectionError, ssl.SSLError):
        return b""


def test_forms_that_never_end(impatient: Served) -> None:
    """Somebody at the login, and somebody who is logged in."""
    with httpx.Client(base_url=impatient.url, verify=context(pinned=True), timeout=PATIENCE_S) as browser:
        ticket = browser.get("/login").text.partition('name="ticket" value="')[2].partition('"')[0]
        form = {"name": "city", "password": PASSWORD, "ticket": ticket}
        assert browser.post("/login", data=form).status_code == 303
        cookie = "; ".join(f"{one.name}={one.value}" for one in browser.cookies.jar)
    for path in ("/login", "/bases", "/packs"):
        head = (
            f"POST {path} HTTP/1.1\r\nHost: hub\r\nCookie: {cookie}\r\nContent-Length: 900\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\nname="
        )
        connection = opened(impatient)
        connection.settimeout(PATIENCE_S)
        connection.sendall(head.encode())
        assert status_of(connection) == 408, path


def test_one_address_does_not_take_all(impatient: Served) -> None:
    """Beyond its share it is told so at once, and served again when it lets go."""
    held = [opened(impatient) for _ in range(FEW + 5)]
    told = 0
    for connection in held:
        connection.settimeout(PATIENCE_S)
        told += _received(connection).startswith(b"HTTP/1.1 429 ")
        connection.close()
    assert told >= 1
    assert impatient.answers()


def test_a_flood_of_what_nobody_may_send(impatient: Served) -> None:
    """Who has no session uploads no pack: what comes is not kept, and the answer is where to log in."""
    with httpx.Client(base_url=impatient.url, verify=context(pinned=True), timeout=PATIENCE_S) as browser:
        answer = browser.post("/packs", files={"file": ("x.fgpack", bytes(3 << 20))})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    with httpx.Client(base_url=impatient.url, verify=context(pinned=True), timeout=PATIENCE_S) as browser:
        assert browser.post("/login", content=bytes(1 << 20)).status_code == 413
