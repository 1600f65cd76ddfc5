"""Every page behind the PIN, in the three layouts and both languages: nothing is cut off, nothing lies over another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.core.clock import SteppedClock
from kiosk.devices.qt_drives import DriveWatch
from kiosk.staff.door import Door
from kiosk.staff.staff_view_model import PAGE_TYPES
from kiosk.store.store import Store

from .conftest import Screen, Stay
from .layout import faults
from .test_staff_pictures import SIZES, play

HOURS = ["08:30-17:00"] * 6 + [""]
TOML = f"""format = 1
base_name = "示例青少年网络文明素养教育基地"
volume = 0.5
hand = "left"
opening_hours = {HOURS}
"""
GROUPS = ("child", "sound", "hours", "place", "stick")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_off_or_overlaps(
    make_screen: Callable[..., Screen],
    door: Door,
    store: Store,
    clock: SteppedClock,
    stick: Path,
    drives: DriveWatch,
    size: tuple[int, int],
    language: str,
    stay: Stay,
    qapp: QGuiApplication,
) -> None:
    """As an admin sees them after a week of visits, with a service stick plugged in."""
    play(store, clock)
    stick.mkdir()
    (stick / "kiosk.toml").write_text(TOML, "utf-8")
    drives.look()
    screen = make_screen(*size)
    found = [f"pad: {fault}" for fault in seen(screen, "pad", language)]
    screen.enter("admin")
    for name in walk(screen):
        found += [f"{name}: {fault}" for fault in seen(screen, name, language)]
    assert not found, "\n".join(found)


def walk(screen: Screen) -> Iterator[str]:
    """Opens one page after the other, and the pictures within settings and health."""
    for page in PAGE_TYPES:
        screen.model.open(page)
        screen.settle()
        yield page
    screen.model.open("settings")
    for group in GROUPS:
        screen.touch(f"group-{group}")
        screen.settle()
        yield f"settings-{group}"
    for group, key in (("place", "classes"), ("hours", "opening_hours"), ("sound", "volume_by_hour")):
        screen.touch(f"group-{group}")
        screen.touch(f"{key}-open")
        yield f"settings-{key}"
        if key == "opening_hours":
            screen.touch("always")
            yield "settings-week"
        screen.touch("primary")


def seen(screen: Screen, name: str, language: str) -> list[str]:
    """What is wrong with the page as it stands; a picture of it is kept."""
    screen.settle()
    screen.frame()
    screen.frame()  # a list lays its lines out anew once their heights are known
    screen.grab(f"layout-{name}-{language}")
    unit = min(screen.view.width(), screen.view.height()) / 1080
    return faults(screen.view.rootObject(), unit)
