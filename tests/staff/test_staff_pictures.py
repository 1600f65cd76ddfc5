"""Pictures of every staff page in the three layouts and both languages, in `build/screens`, to be looked at."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.core.clock import SteppedClock
from kiosk.core.events import ItemAnswered, LanternLit, VisitStarted
from kiosk.core.visit import Visit
from kiosk.devices.qt_drives import DriveWatch
from kiosk.staff.door import Door
from kiosk.staff.packs_view_model import PIN_HOLDS_MS
from kiosk.store.store import Store

from .conftest import PINS, ROOT, Screen

FILES = ("考试宝-反诈题库.xlsx", "有错的-反诈题库.xlsx", "学生名册.xlsx")
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160)]


def play(store: Store, clock: SteppedClock) -> None:
    """A week of visits."""
    now = clock.utc
    for day, visits in enumerate((4, 19, 12, 31, 7, 0, 23)):
        clock.utc = now - (6 - day) * 86_400_000
        for number in range(visits):
            visit = Visit(f"visit-{day}-{number}")
            store.append(VisitStarted(), visit)
            for verdict in ("right", "right", "wrong"):
                store.append(
                    ItemAnswered("anti_fraud", "game_skin", "i", "h", "p", "ph", ("A",), ("A",), verdict, 4000), visit
                )
            store.append(LanternLit("anti_fraud", "answer"), visit)
    clock.utc = now
    assert store.flush(10)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_can_be_looked_at(
    make_screen: Callable[..., Screen],
    door: Door,
    store: Store,
    clock: SteppedClock,
    stick: Path,
    drives: DriveWatch,
    size: tuple[int, int],
    language: str,
) -> None:
    """No picture is empty; what they show is for a person's eyes."""
    play(store, clock)
    stick.mkdir()
    for name in FILES:
        shutil.copy(ROOT / "tests/packs/files" / name, stick)
    drives.look()
    screen = make_screen(*size)
    screen.begin()
    for digit in "4829":
        screen.touch(f"key-{digit}")
    taken = [screen.grab(f"staff-pad-{language}")]
    screen.touch("forgot")
    for digit in "4829105":
        screen.touch(f"key-{digit}")
    taken.append(screen.grab(f"staff-recover-{language}"))
    screen.touch("back")
    screen.enter("admin")
    screen.wait(lambda: screen.of_page("ready"))
    for tab in ("class", "settings"):
        screen.touch(f"tab-{tab}")
        taken.append(screen.grab(f"staff-menu-{tab}-{language}"))
        screen.touch("menu-beside")
    for page in ("today", "packs", "export", "settings", "people", "privacy", "health"):
        screen.touch(f"page-{page}")
        screen.settle()
        taken.append(screen.grab(f"staff-{page}-{language}"))
    screen.touch("page-settings")
    screen.touch("group-place")
    screen.touch("classes-open")
    for number in (1, 2, 3, 5):
        screen.touch(f"class-{number}")
    screen.settle()
    taken.append(screen.grab(f"staff-classes-{language}"))
    screen.touch("page-packs")
    screen.settle()
    for place, name in enumerate(one["name"] for one in screen.model.property("model").stick.property("files")):
        screen.touch(f"file-{place}")
        screen.wait(lambda: screen.of_page("stage") == "report")
        taken.append(screen.grab(f"staff-report-{FILES.index(name)}-{language}"))
        screen.touch("back")
    taken += way_of_a_file(screen, clock, stick, language)
    screen.touch("page-people")
    screen.touch("pin-guide")
    taken.append(screen.grab(f"staff-set-pin-{language}"))
    assert all(has_content(path) for path in taken)


def way_of_a_file(screen: Screen, clock: SteppedClock, stick: Path, language: str) -> list[Path]:
    """Pictures from the preview of a file with mistakes to its items that are completed by tap."""
    names = [one["name"] for one in screen.model.property("model").stick.files]
    screen.touch(f"file-{names.index(FILES[1])}")
    screen.wait(lambda: screen.of_page("stage") == "report")
    screen.touch("primary")
    screen.wait(lambda: screen.find("option-0") is not None)
    taken = [screen.grab(f"staff-preview-{language}")]
    clock.step(PIN_HOLDS_MS)
    screen.touch("install")
    screen.wait(lambda: screen.find("key-1") is not None)
    taken.append(screen.grab(f"staff-pin-again-{language}"))
    stick.chmod(0o500)
    screen.model._parts.drives.look()
    screen.type(PINS["admin"])
    screen.wait(lambda: screen.text("message") != "" and screen.of_page("stage") == "list")
    screen.settle()
    taken.append(screen.grab(f"staff-brought-{language}"))
    stick.chmod(0o700)
    pack = next(one["id"] for one in screen.model.property("model").shelf.banks if one["unfinished"])
    screen.touch(f"mend-{pack}")
    screen.wait(lambda: screen.of_page("stage") == "mend")
    screen.settle()
    for tab in ("family", "explanation", "nature"):
        screen.touch(f"mend-tab-{tab}")
        screen.touch("mend-choice-1")
        screen.touch(f"mend-tab-{tab}")
        taken.append(screen.grab(f"staff-mend-{tab}-{language}"))
    screen.touch("back")
    return taken


def has_content(path: Path) -> bool:
    """Whether a picture shows more than two colours."""
    image = QImage(str(path))
    step = max(1, image.width() // 97)
    colours = {image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)}
    return len(colours) > 8
