"""The diagnostics zip: enough for whoever maintains the kiosk, and nobody's data in it."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.events import ItemAnswered, StaffActed, VisitorNamed, VisitStarted
from kiosk.core.visit import Visit
from kiosk.devices.state import DeviceState
from kiosk.packs.library import Library
from kiosk.staff.diagnostics import write_diagnostics
from kiosk.staff.door import Door
from kiosk.staff.fonts import FontState
from kiosk.staff.health import Ground, examine
from kiosk.store import settings
from kiosk.store.store import Store

from .conftest import PINS, Screen
from .test_staff_pictures import play

PLANTED = (
    *("示例小名", "五年级（9）班", "示例基地", "示例主任", "boat-kite-moon", "FORM-2026-77", "13800000000"),
    *("名册-示例.xlsx", "示例路", "https://hub.example/secret", "示例卷宗"),
)
"""What people have typed, chosen or brought: names, classes, codes, numbers, file names, addresses."""
LOG = """\
2026-11-20 08:00:00,123 WARNING kiosk.staff.bringing: cannot read 名册-示例.xlsx of 示例小名
Traceback (most recent call last):
  File "/home/示例路/kiosk/packs/roster.py", line 12, in read
    raise ValueError("FORM-2026-77 13800000000")
ValueError: boat-kite-moon 示例主任
2026-11-20 08:00:01,000 kiosk.sync.client ERROR https://hub.example/secret said 403
kiosk.core.errors.KioskError: 五年级（9）班
"""


@pytest.fixture
def ground(home: Path, store: Store, clock: SteppedClock, library: Library, door: Door) -> Ground:
    """A kiosk with names, codes and numbers wherever they can come to lie."""
    visit = Visit("visit-planted")
    store.append(VisitStarted(), visit)
    store.append(VisitorNamed("五年级（9）班", "示例小名"), visit)
    answer = ("anti_fraud", "game_skin", "示例卷宗", "h", "p", "ph", ("A",), ("A",), "right", 4000)
    store.append(ItemAnswered(*answer), visit)
    store.append(StaffActed("admin", "exported", "名册-示例.xlsx FORM-2026-77"), None)
    values: dict[str, settings.Value] = {"base_name": "示例基地", "privacy_officer": "示例主任"}
    values |= {"service_number": "13800000000", "classes": ["五年级（9）班"], "marker_folder": "/mnt/示例路"}
    values |= {"take_home_url": "https://hub.example/secret", "microphone": "示例主任的话筒", "volume": 0.3}
    settings.save_all(store, values).result(10)
    (home / "logs").mkdir(exist_ok=True)
    (home / "logs" / "screen-示例小名.log").write_text(LOG, "utf-8")
    (home / "keys").mkdir(exist_ok=True)
    (home / "keys" / "hub.json").write_text('{"url": "https://hub.example/secret", "credential": "boat-kite-moon"}')
    assert store.flush(10)
    silent = DeviceState("devices.sound_off", False)
    return Ground(home, store, clock, "zh", lambda: silent, lambda: silent, lambda: FontState(found=True))


def inside(path: Path) -> dict[str, str]:
    """The zip's files."""
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def told(files: dict[str, str], name: str) -> Any:
    return json.loads(files[name])


def test_nobodys_data_is_in_it(ground: Ground, tmp_path: Path) -> None:
    """Neither in any file nor in the name of one; the same words are found in the home, so the search can find."""
    out = tmp_path / "diagnostics.zip"
    write_diagnostics(ground, examine(ground), out)
    files = inside(out)
    everything = "\n".join([*files, *files.values()])
    assert [word for word in PLANTED if word in everything] == []
    assert str(ground.home) not in everything and str(Path.home()) + "/" not in everything
    kept = b"".join(path.read_bytes() for path in ground.home.rglob("*") if path.is_file())
    assert all(word.encode() in kept for word in PLANTED[:4])


def test_it_tells_what_helps(ground: Ground, tmp_path: Path) -> None:
    """Version, settings that are no texts, counts, and where something failed."""
    out = tmp_path / "diagnostics.zip"
    assert write_diagnostics(ground, examine(ground), out).bytes == out.stat().st_size
    files = inside(out)
    assert told(files, "machine.json")["kiosk"] == ground.store.kiosk
    base = told(files, "settings.json")
    assert (base["volume"], base["base_name"], base["classes"]) == (0.3, "4 characters", "1 texts")
    assert told(files, "database.json")["tables"]["journal_entry"] > 3
    assert {"visit_started", "item_answered"} <= {one["kind"] for one in told(files, "database.json")["facts"]}
    assert told(files, "logs.json")["log-0"] == [
        "2026-11-20 08:00:00 WARNING kiosk.staff.bringing",
        "  kiosk/packs/roster.py:12 read",
        "  ValueError",
        "2026-11-20 08:00:01 ERROR kiosk.sync.client",
        "  kiosk.core.errors.KioskError",
    ]
    assert {"name": "sound", "level": "warning"} in told(files, "health.json")


def test_it_is_written_whole_or_not_at_all(ground: Ground, tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        write_diagnostics(ground, examine(ground), tmp_path / "missing" / "out.zip")
    assert not (tmp_path / "missing").exists()


def test_the_page_puts_it_onto_the_stick(
    make_screen: Callable[..., Screen], ground: Ground, store: Store, clock: SteppedClock, stick: Path
) -> None:
    """Else into the kiosk's own folder; where it is stands on the page."""
    play(store, clock)
    screen = make_screen()
    screen.begin()
    screen.type(PINS["guide"])
    screen.wait(lambda: screen.page != "pad")
    screen.touch("page-health")
    screen.wait(lambda: not screen.of_page("looking"))
    screen.touch("diagnostics")
    screen.wait_for("health-message", "展台诊断-")
    assert [path.suffix for path in (ground.home / "exports").iterdir()] == [".zip"]
    stick.mkdir()
    screen.model._parts.drives.look()
    screen.touch("diagnostics")
    screen.wait(lambda: any(stick.glob("*.zip")))
    screen.settle()
