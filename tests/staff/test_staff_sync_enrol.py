"""Coming in at a real hub by touch: its picture read by a scanner, or its digits on our own keys. No typing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.hub import certificate, enrolment
from kiosk.shell.keys import KeyGuard
from kiosk.staff.door import Door
from kiosk.store import settings
from kiosk.store.store import Store
from kiosk.sync import link
from kiosk.sync.code import EnrolCode
from tests.hub.hub_help import Served, free_port

from .conftest import Screen, Stay
from .layout import faults


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A hub on SQLite with TLS, a process of its own."""
    made = Served(tmp_path / "hub", "", free_port()).start()
    yield made
    made.stop()


def code_of(served: Served) -> EnrolCode:
    """A new code."""
    with served.opened() as hub:
        return enrolment.new_code(hub, "石牛山基地", certificate.own(served.data).fingerprint)[0]


@pytest.fixture
def sync(make_screen: Callable[..., Screen], door: Door) -> Screen:
    """The page, the admin before it."""
    made = make_screen()
    made.enter("admin")
    made.model.open("sync")
    made.wait_for("sync-hub", "没有接入云端")
    return made


def scan(screen: Screen, text: str) -> None:
    """A scanner types, two milliseconds a key by their own stamps, through the guard that hears it for the shell."""
    guard = KeyGuard(screen.view, keep_full=False)
    guard.scanned.connect(screen.model.scanned)
    for place, letter in enumerate(f"{text}\r"):
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_unknown
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(1_000 + 2 * place)
        QCoreApplication.sendEvent(screen.view, event)
    guard.release()
    guard.deleteLater()


def test_the_hubs_picture_by_a_scanner(sync: Screen, served: Served, home: Path, stay: Stay) -> None:
    scan(sync, "6901234567892 tea")
    sync.wait_for("sync-message", "扫到的不是云端的接入码")
    sync.model.scanned(f"{served.url} AAAAAA-BBBBBB")
    sync.wait_for("sync-message", "接入码不对")
    code = code_of(served)
    scan(sync, f"{served.url} {code}")
    sync.wait_for("sync-scanned", served.url)
    mark = code.fingerprint.hex()
    assert any(mark[:4] in text and mark[-4:] in text for text in sync.texts())
    sync.settle()
    assert faults(sync.view.rootObject(), 1.0) == []
    sync.grab("sync-scanned")
    sync.touch("sync-enrol-cancel")
    sync.wait_for("sync-hub", "没有接入云端")
    assert link.read(home) is None, "nothing without being sure"
    scan(sync, f"{served.url} {code}")
    sync.wait_for("sync-scanned", served.url)
    sync.touch("primary")
    sync.wait_for("sync-message", "已接入“石牛山基地”")
    tie = link.read(home)
    assert tie is not None and (tie.url, tie.fingerprint) == (served.url, mark)
    sync.wait(lambda: stay.settings.get("hub_sending") is True)
    sync.wait_for("sync-hub", served.url)
    sync.settle()
    sync.touch("primary")
    sync.wait_for("sync-message", "云端收下")
    sync.wait_for("sync-message", "云端没有新的安排")
    sync.settle()
    sync.grab("sync-enrolled")
    assert faults(sync.view.rootObject(), 1.0) == []


def press(screen: Screen, digits: str) -> None:
    """On our own keys."""
    for digit in digits:
        screen.touch(f"key-{digit}")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_hubs_digits_on_our_keys(
    make_screen: Callable[..., Screen], door: Door, served: Served, store: Store, home: Path, size: tuple[int, int]
) -> None:
    code = code_of(served)
    settings.save(store, "hub_address", code.address(served.url)).result()
    sync = make_screen(*size)
    sync.enter("admin")
    sync.model.open("sync")
    sync.wait_for("sync-type", "")
    sync.grab(f"sync-alone-{size[0]}")
    sync.touch("sync-type")
    wrong = code.number[:-1] + str((int(code.number[-1]) + 1) % 10)
    press(sync, wrong)
    sync.wait_for("message", "接入码的数字不对")
    sync.settle()
    sync.grab(f"sync-number-{size[0]}")
    assert faults(sync.view.rootObject(), 1.0) == []
    sync.touch("key-erase")
    press(sync, code.number[-1])
    sync.settle()
    assert sync.find("message") is None
    sync.grab(f"sync-number-right-{size[0]}")
    sync.touch("primary")
    sync.wait_for("sync-message", "已接入“石牛山基地”")
    sync.wait_for("sync-hub", served.url)
    assert link.read(home) is not None
    assert sync.find("sync-type") is None, "who is in needs no code"
    again = code_of(served)
    sync.model.open("health")
    sync.model.open("sync")
    with served.opened() as hub, hub.database.write() as connection:
        enrolment.revoke(connection, 1, 1)
    sync.settle()
    sync.touch("primary")
    sync.wait_for("sync-message", "停用了这台展台的凭证")
    sync.wait(lambda: sync.find("sync-type") is not None)
    sync.touch("sync-type")
    press(sync, again.number)
    sync.settle()
    sync.touch("primary")
    sync.wait_for("sync-message", "已接入“石牛山基地”")


def test_who_is_not_the_admin_lets_no_hub_in(make_screen: Callable[..., Screen], door: Door, store: Store) -> None:
    settings.save(store, "hub_address", "https://hub.example:8443").result()
    screen = make_screen()
    screen.enter("teacher")
    screen.model.open("sync")
    if screen.page != "sync":
        return
    screen.settle()
    screen.model.scanned(f"https://hub.example:8443 {EnrolCode.new(b'')}")
    screen.wait_for("sync-message", "基地管理员")
    assert screen.find("sync-type") is None
