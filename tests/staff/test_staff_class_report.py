"""Class reports on the staff screen: chosen, looked at, taken along on a stick."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.core.clock import SteppedClock
from kiosk.devices.qt_drives import DriveWatch
from kiosk.packs.library import Library
from kiosk.shell.translator import TsTranslator
from kiosk.staff.door import Door
from kiosk.store.store import Store

from .class_lesson import CLASS, teach
from .conftest import ROOT, Screen, Stay
from .test_staff_pictures import SIZES, has_content


def on_reports(screen: Screen) -> None:
    """The teacher opens the reports."""
    screen.enter("teacher")
    screen.model.open("report")
    screen.settle()


def test_a_session_that_has_just_ended_is_reported_on_at_once(
    screen: Screen, door: Door, store: Store, clock: SteppedClock, library: Library, stick: Path, drives: DriveWatch
) -> None:
    """Pictures first, figures at a touch, the paper on the stick, and back to the choice."""
    teach(store, clock, library)
    stick.mkdir()
    drives.look()
    on_reports(screen)
    screen.wait(lambda: screen.of_page("stage") == "report")
    assert CLASS in screen.text("report-name")
    said = "\n".join(screen.texts())
    assert "学会了多少" in said and "接下来练什么" in said and "最生疏的一句" in said
    assert "95% 区间）" not in said
    screen.touch("numbers-effect")
    assert "前测：分辨力 d′（95% 区间）" in screen.texts()
    screen.touch("numbers-effect")
    assert "前测：分辨力 d′（95% 区间）" not in screen.texts()
    screen.touch("save")
    screen.wait(lambda: "读回来核对过" in screen.text("message"))
    (file,) = stick.iterdir()
    assert file.name.startswith(f"班级报告-{CLASS}-") and file.read_bytes().startswith(b"%PDF")
    screen.touch("back")
    assert screen.of_page("stage") == "choose"
    screen.model.open("report")
    screen.settle()
    assert screen.of_page("stage") == "choose", "seen is seen"


def test_an_older_session_and_a_class_are_chosen(
    make_screen: Callable[..., Screen], door: Door, store: Store, clock: SteppedClock, library: Library, home: Path
) -> None:
    """Without a stick the kiosk keeps the paper, and says where."""
    session = teach(store, clock, library)
    clock.step(3 * 86_400_000)
    screen = make_screen()
    on_reports(screen)
    assert [one["key"] for one in screen.of_page("sessions")] == [session]
    screen.touch("session-0")
    screen.wait(lambda: screen.of_page("stage") == "report")
    screen.touch("save")
    screen.wait(lambda: "没有插 U 盘" in screen.text("message"))
    assert [one.suffix for one in (home / "exports").iterdir()] == [".pdf"]
    screen.touch("back")
    screen.touch("span-all")
    screen.touch(f"class-{CLASS}")
    screen.wait(lambda: screen.of_page("stage") == "report")
    assert screen.of_page("about") == "到目前为止的全部"


def test_before_any_session(screen: Screen, door: Door) -> None:
    """It says where sessions are begun."""
    on_reports(screen)
    assert "还没有上过课" in screen.text("no-sessions")


def test_a_folder_that_takes_nothing(
    screen: Screen, door: Door, store: Store, clock: SteppedClock, library: Library, home: Path
) -> None:
    """A sentence that names the file, and the report still stands."""
    teach(store, clock, library)
    (home / "exports").write_bytes(b"")
    on_reports(screen)
    screen.wait(lambda: screen.of_page("stage") == "report")
    screen.touch("save")
    screen.wait(lambda: "班级报告-" in screen.text("message"))
    assert not screen.of_page("good") and screen.of_page("stage") == "report"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_pages_can_be_looked_at(
    make_screen: Callable[..., Screen],
    request: pytest.FixtureRequest,
    qapp: QGuiApplication,
    door: Door,
    stay: Stay,
    store: Store,
    clock: SteppedClock,
    library: Library,
    size: tuple[int, int],
) -> None:
    """In three layouts, the upright one in English: for a person's eyes."""
    language = "en" if size == (1080, 1920) else "zh"
    stay.language = language
    if language == "en":
        translator = TsTranslator(ROOT / "assets/i18n/en.ts")
        qapp.installTranslator(translator)
        request.addfinalizer(lambda: qapp.removeTranslator(translator))
    teach(store, clock, library)
    screen = make_screen(*size)
    on_reports(screen)
    screen.wait(lambda: screen.of_page("stage") == "report")
    screen.settle()
    taken = [screen.grab(f"staff-class-report-{language}")]
    flick = screen.find("report")
    assert flick is not None
    flick.setProperty("contentY", flick.property("contentHeight") - flick.height())
    screen.model.property("model").toggleNumbers("little_supervisor")
    screen.frame()
    taken.append(screen.grab(f"staff-class-report-stations-{language}"))
    screen.touch("back")
    screen.settle()
    screen.frame()
    taken.append(screen.grab(f"staff-class-report-choose-{language}"))
    assert all(map(has_content, taken))
