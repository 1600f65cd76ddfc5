"""Whatever answers instead of the hub is told apart, and never mistaken for success."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.hub import certificate
from kiosk.sync import client, wire
from kiosk.sync.client import Address, Client, HubError
from tests.sync.strangers import Say, answer, cut, drip, listening, silent

HTML = b"<html><title>Log in to the network</title></html>"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of the tests' machine does not count."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def trouble(address: Address, timeout_s: float = 5.0) -> KioskError:
    """What comes of asking there."""
    asking = Client(address, "00" * 32, timeout_s=timeout_s)
    try:
        with pytest.raises(KioskError) as told:
            asking.post(wire.EVENTS, b"{}")
    finally:
        asking.close()
    for language in ("zh", "en"):
        assert say(told.value.code, language, **told.value.params)
    return told.value


@pytest.mark.parametrize(
    ("strange", "code"),
    [
        (answer("200 OK", HTML), "portal"),
        (answer("302 Found", more="Location: http://login.example/\r\n"), "portal"),
        (answer("511 Network Authentication Required", HTML), "portal"),
        (answer("407 Proxy Authentication Required", HTML), "proxy_login"),
        (answer("502 Bad Gateway", HTML), "proxy"),
        (answer("503 Service Unavailable"), "proxy"),
        (answer("200 OK", b'{"accepted_through": {}}', kind="application/json"), "stranger"),
        (answer("401 Unauthorized", HTML), "stranger"),
        (answer("200 OK", HTML, hub="h0"), "answer_odd"),
        (answer("200 OK", b"[1]", hub="h0"), "answer_odd"),
        (answer("409 Conflict", b'{"code": "sync.moon", "what": "moon"}', hub="h0"), "hub_says"),
        (cut, "cut"),
        (drip, "timeout"),
    ],
)
def test_strangers(strange: Say, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_MOST_ANSWER", 1 << 20)
    with listening(strange) as url:
        assert trouble(Address(url)).code == f"sync.{code}"


def test_a_half_open_connection_ends() -> None:
    with listening(silent) as url:
        assert trouble(Address(url), timeout_s=0.2).code == "sync.timeout"


def test_nobody_there() -> None:
    with listening(silent) as url:
        pass
    assert trouble(Address(url)).code == "sync.refused_connection"
    assert trouble(Address("https://hub.invalid:8443")).code == "sync.name_unknown"


def test_plain_http_where_tls_should_be() -> None:
    with listening(answer("200 OK", HTML)) as url:
        secure = Address(url.replace("http:", "https:"), "00" * 16)
        assert trouble(secure).code == "sync.not_tls"


def test_another_certificate_gets_nothing(tmp_path: Path) -> None:
    """Not a byte of the credential is sent to whoever shows another one."""
    heard: list[bytes] = []

    with listening(lambda connection: heard.append(b""), tmp_path / "theirs") as url:
        ours = certificate.own(tmp_path / "ours").fingerprint
        assert trouble(Address(url, ours[:16].hex())).code == "sync.certificate_changed"
        assert trouble(Address(url)).code == "sync.certificate_unknown", "nor by the system's trust"


def test_the_pinned_certificate(tmp_path: Path) -> None:
    pinned = certificate.own(tmp_path).fingerprint
    with listening(answer("401 Unauthorized", b'{"code": "sync.revoked"}', hub="h0"), tmp_path) as url:
        told = trouble(Address(url, pinned[:16].hex()))
        assert (told.code, isinstance(told, HubError)) == ("sync.revoked", True)


def test_a_proxy_that_wants_a_login(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(answer("407 Proxy Authentication Required", HTML)) as url:
        monkeypatch.setenv("https_proxy", url)
        assert trouble(Address("https://hub.example:8443", "00" * 16)).code == "sync.proxy_login"


@pytest.mark.parametrize(
    "url", ["hub.example", "ftp://hub.example", "https://", "https://hub.example:x", "https://h:0"]
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(KioskError, match=r"sync\.url_wrong"):
        Client(Address(url))


def test_children_do_not_travel_in_the_clear() -> None:
    with pytest.raises(KioskError, match=r"sync\.not_encrypted"):
        Client(Address("http://hub.example:8443"))


@pytest.fixture
def kept() -> Iterator[tuple[str, list[int]]]:
    """A hub that closes each connection after one answer, unannounced."""
    counted: list[int] = []

    def say(connection: object) -> None:
        counted.append(1)
        answer("200 OK", b"{}", hub="h0", kind="application/json")(connection)  # type: ignore[arg-type]

    with listening(say) as url:
        yield url, counted


def test_a_connection_that_was_let_go_is_made_anew(kept: tuple[str, list[int]]) -> None:
    url, counted = kept
    asking = Client(Address(url))
    assert [asking.post(wire.EVENTS, b"{}") for _ in range(3)] == [{}, {}, {}]
    assert len(counted) == 3
    asking.close()
