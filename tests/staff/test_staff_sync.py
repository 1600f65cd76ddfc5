"""The page about the hub, by touch, with a real hub as a process: a code on a stick, sending, a bundle, its receipt."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.core.events import VisitStarted
from kiosk.core.visit import Visit
from kiosk.devices.qt_drives import DriveWatch
from kiosk.hub import bundles, stick_answers
from kiosk.staff.door import Door
from kiosk.store.store import Store
from tests.hub.hub_help import Served, free_port

from .conftest import Screen, Stay
from .layout import faults


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A hub on SQLite."""
    made = Served(tmp_path / "hub", "", free_port()).start()
    yield made
    made.stop()


def record(store: Store, count: int) -> None:
    """Visits that begin."""
    store.append_many((VisitStarted(), Visit(f"0190a0b0-0000-7000-8000-{number:012}")) for number in range(count))
    assert store.flush(5)


def test_the_page_walks_with_a_real_hub(
    make_screen: Callable[..., Screen], door: Door, store: Store, stick: Path, drives: DriveWatch, served: Served,
    stay: Stay,
) -> None:  # fmt: skip
    screen = make_screen()
    screen.enter("admin")
    screen.touch("page-health")
    screen.touch("to-sync")
    screen.wait_for("sync-hub", "没有接入云端")
    screen.grab("sync-alone")
    stick.mkdir()
    (stick / "broken.glowcode").write_text("{}")
    drives.look()
    screen.touch("sync-file-0")
    screen.wait_for("sync-message", "没有接入码")
    (stick / "broken.glowcode").write_text(json.dumps({"url": served.url, "code": served.code()}))
    screen.touch("sync-file-0")
    screen.wait_for("sync-message", "已接入“石牛山基地”")
    screen.wait_for("sync-hub", served.url)
    assert stay.settings["hub_sending"] is True
    record(store, 40)
    screen.touch("primary")
    screen.wait_for("sync-message", "云端收下")
    record(store, 25)
    screen.touch("sync-bundle")
    screen.wait_for("sync-message", "glowbundle")
    screen.settle()
    assert int(screen.of_page("facts")[0]["value"]) >= 25, "a bundle marks nothing"
    (bundle,) = stick.glob("*.glowbundle")
    with served.opened() as hub:
        stick_answers.write(hub, bundles.take(hub, bundle), bundle.with_suffix(".glowreceipt"))
    (stick / "broken.glowcode").unlink()
    drives.look()
    screen.model.open("health")
    screen.model.open("sync")
    screen.settle()
    screen.touch("sync-file-0")
    screen.wait_for("sync-message", "新标记送达")
    screen.settle()
    assert int(screen.of_page("facts")[0]["value"]) <= 2, "the page's own acts"
    screen.grab("sync-done")
    assert faults(screen.view.rootObject(), 1.0) == []
    upright = make_screen(1080, 1920)
    upright.enter("admin")
    upright.model.open("sync")
    upright.settle()
    upright.grab("sync-upright")
    assert faults(upright.view.rootObject(), 1.0) == []
    upright.touch("back")
    upright.settle()
    upright.grab("health-upright")
    assert faults(upright.view.rootObject(), 1.0) == []
    served.stop()
    screen.model.open("sync")
    screen.touch("primary")
    screen.wait_for("sync-message", "没有接受连接")
    screen.grab("sync-away")
    screen.model.open("health")
    screen.settle()
    screen.grab("health")
    assert faults(screen.view.rootObject(), 1.0) == []


def test_an_auditor_only_looks(screen: Screen, door: Door) -> None:
    screen.enter("auditor")
    screen.model.open("sync")
    screen.settle()
    assert screen.find("sync-bundle") is None
    assert screen.find("primary") is None
    assert not screen.of_page("mayAct")
