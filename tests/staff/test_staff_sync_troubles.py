"""What keeps a kiosk from its hub, by real strangers on the network: each told in its sentence, counted honestly."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.core.events import VisitStarted
from kiosk.core.visit import Visit
from kiosk.core.words import say
from kiosk.staff.door import Door
from kiosk.store.store import Store
from kiosk.sync import link, marks, status
from kiosk.sync.link import Link
from tests.sync.strangers import Say, answer, cut, listening, silent

from .conftest import Screen, Stay
from .layout import faults

HUB = "h0"
REFUSED = '{"code": "%s", "what": ""}'


def no(code: str, status: str) -> Say:
    """A hub that says no."""
    return answer(status, (REFUSED % code).encode(), hub=HUB)


TROUBLES: tuple[tuple[str, Say], ...] = (
    ("sync.revoked", no("sync.revoked", "401 Unauthorized")),
    ("sync.unknown_credential", no("sync.unknown_credential", "401 Unauthorized")),
    ("sync.version", no("sync.version", "409 Conflict")),
    ("sync.busy", no("sync.busy", "503 Service Unavailable")),
    ("sync.portal", answer("200 OK", b"<html>Please log in</html>")),
    ("sync.portal", answer("302 Found", more="Location: http://login.example/\r\n")),
    ("sync.proxy", answer("502 Bad Gateway", b"")),
    ("sync.proxy_login", answer("407 Proxy Authentication Required", b"")),
    ("sync.stranger", answer("404 Not Found", b"{}", kind="application/json")),
    ("sync.answer_odd", answer("200 OK", b"{}", hub=HUB)),
    ("sync.cut", cut),
)


SIZES = ((1920, 1080), (1080, 1920), (3840, 2160))
"""All troubles on the first, the longest sentences and the fullest card on the others."""


def tells(screen: Screen, code: str) -> bool:
    """Whether the sentence of `code` stands on the screen."""
    return any(say(code) in text for text in screen.texts())


@pytest.mark.parametrize("size", SIZES)
def test_each_trouble_has_its_sentence(
    make_screen: Callable[..., Screen], door: Door, store: Store, home: Path, stay: Stay, size: tuple[int, int],
    tmp_path: Path,
) -> None:  # fmt: skip
    screen = make_screen(*size)
    screen.enter("admin")
    store.append(VisitStarted(), Visit("0190a0b0-0000-7000-8000-000000000001"))
    assert store.flush(20)
    whole = size == SIZES[0]
    for number, (code, strange) in enumerate(TROUBLES if whole else TROUBLES[:2]):
        with listening(strange) as url:
            tie(home, store, url)
            look(screen, stay, code, f"sync-trouble-{number}-{code.split('.')[1]}")
    with listening(silent, tls=tmp_path) as url:
        tie(home, store, url, "ab" * 16)
        look(screen, stay, "sync.certificate_changed", "sync-trouble-certificate")
    for name in ("timeout", "clock_or_certificate", "name_unknown", "disk_full", "memory_away"):
        code = f"sync.{name}"
        marks.failed(store, HUB, code, 1)
        screen.model.open("health")
        screen.model.open("sync")
        screen.wait(partial(tells, screen, code))
        screen.settle()
        screen.grab(f"sync-trouble-{name}")
        assert faults(screen.view.rootObject(), 1.0) == []
    with store.read() as connection:
        waiting = marks.newest(connection)
    found = status.read(home, store, 0)
    assert (found.waiting, found.sent, found.accepted, found.success_ms) == (waiting, 0, 0, 0)


def tie(home: Path, store: Store, url: str, fingerprint: str = "") -> None:
    """Tie it to whoever is at `url`."""
    link.write(home, Link(url, fingerprint, "00" * 32, HUB, store.kiosk, "石牛山基地"))


def look(screen: Screen, stay: Stay, code: str, picture: str) -> None:
    """Sync now: what is said at once, what stays on the page, and that nothing counts as delivered; in both tongues."""
    screen.model.open("health")
    screen.model.open("sync")
    screen.wait(lambda: screen.find("primary") is not None)
    screen.touch("primary")
    screen.wait_for("sync-message", say(code))
    screen.settle()
    assert not any(line["what"] == say(code) for line in screen.of_page("lines")), "not twice"
    screen.grab(picture)
    screen.model.open("health")
    screen.model.open("sync")
    screen.wait(lambda: any(line["what"] == say(code) for line in screen.of_page("lines")))
    bundle, refused = screen.find("sync-bundle"), screen.find("sync-fact-3")
    assert refused is not None and (bundle is None or below(bundle, refused)), "the figures are to be seen"
    facts = [fact["value"] for fact in screen.of_page("facts")]
    assert int(facts[0]) > 0
    assert facts[2:] == [say("sync.never"), "0"], "never a success"
    screen.settle()
    assert faults(screen.view.rootObject(), 1.0) == []


def below(one: QQuickItem, other: QQuickItem) -> bool:
    """Whether `one` stands under `other`."""
    return one.mapToScene(QPointF(0, 0)).y() >= other.mapToScene(QPointF(0, other.height())).y()
