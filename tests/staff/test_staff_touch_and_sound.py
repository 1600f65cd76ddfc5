"""Touch panel, microphone and clock tried out on the screen; the screen locked while it is wiped."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import VisitStarted
from kiosk.core.visit import Visit
from kiosk.staff.door import Door
from kiosk.staff.staff_view_model import StaffViewModel
from kiosk.staff.touch_test import FINGERS, MARKS, QUIET_MS, TouchTest
from kiosk.staff.touch_test_view_model import SETTLE_MS
from kiosk.store.store import Store

from .booth_parts import BoothHome
from .conftest import Screen
from .layout import faults
from .test_staff_pictures import SIZES

REACH = (0.05, 0.05)


def acts(store: Store) -> list[tuple[str, str]]:
    """What staff did, and its detail."""
    assert store.flush(5)
    query = "SELECT json_extract(body, '$.act'), json_extract(body, '$.detail') FROM journal_entry"
    with store.read() as connection:
        return [tuple(row) for row in connection.execute(f"{query} WHERE kind = 'staff_acted' ORDER BY position")]


def test_each_part_of_the_touch_test_counts_its_own() -> None:
    """A mark needs a touch near it, fingers are counted in their part, ghosts in theirs; once more begins anew."""
    test = TouchTest()
    test.pressed((0.3, 0.3), REACH)
    assert not test.met
    for x, y in MARKS.values():
        test.pressed((abs(x - 0.03), abs(y - 0.03)), REACH)
    test.held(5)
    assert (len(test.met), test.fingers) == (len(MARKS), 0)
    test.next(0)
    test.held(3)
    test.held(FINGERS)
    test.held(1)
    test.next(1_000)
    assert test.seconds_left(1_000 + QUIET_MS - 1) == 1
    test.next(0)
    assert test.is_good
    test.ghosts.append((0.1, 0.9))
    assert not test.is_good
    test.next(0)
    assert test == TouchTest()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_touch_panel_is_tried_out(
    make_screen: Callable[..., Screen], door: Door, clock: SteppedClock, store: Store, size: tuple[int, int]
) -> None:
    """Every mark at its corner, four fingers, one ghost; the result says what to do, and is on record."""
    screen = make_screen(*size)
    screen.enter("guide")
    screen.touch("page-health")
    screen.touch("to-touch-test")
    screen.wait(lambda: screen.find("mark-top-left") is not None)
    for name in MARKS:
        screen.touch(f"mark-{name}")
    screen.wait(lambda: len(screen.of_page("met")) == len(MARKS))
    looked(screen, "touch-marks")
    screen.touch("touch-next")
    press = QTest.touchEvent(screen.view, screen._device, False)
    for number in range(FINGERS):
        press.press(number, QPoint(300 + 100 * number, 300), screen.view)
    press.commit()
    release = QTest.touchEvent(screen.view, screen._device, False)
    for number in range(FINGERS):
        release.release(number, QPoint(300 + 100 * number, 300), screen.view)
    release.commit()
    assert screen.of_page("fingers") == FINGERS
    looked(screen, "touch-fingers")
    screen.touch("touch-next")
    clock.step(SETTLE_MS + 100)
    QTest.touchEvent(screen.view, screen._device).press(0, QPoint(200, 200), screen.view).commit()
    QTest.touchEvent(screen.view, screen._device).release(0, QPoint(200, 200), screen.view).commit()
    clock.step(1_000)
    screen.model.property("model").tick()
    looked(screen, "touch-quiet")
    clock.step(QUIET_MS)
    screen.model.property("model").tick()
    screen.wait(lambda: screen.of_page("stage") == "done")
    assert "自己动了 1 次" in screen.text("touch-told")
    looked(screen, "touch-done")
    assert ("touch_tested", "marks=9 all=9 fingers=4 ghosts=1") in acts(store)
    screen.touch("touch-back")
    screen.wait(lambda: screen.page == "health")
    assert screen.find("touch-field") is None


def looked(screen: Screen, name: str) -> None:
    """A picture, and nothing wrong in it."""
    screen.frame()
    screen.grab(f"layout-{name}-zh")
    assert faults(screen.view.contentItem(), min(screen.view.width(), screen.view.height()) / 1080) == []


def test_microphone_and_speaker_are_tried_out(
    make_screen: Callable[..., Screen], door: Door, home: Path, store: Store, clock: SteppedClock
) -> None:
    """A machine without a microphone says so in a sentence; the tone's result stands beside it."""
    screen = make_screen()
    booth = BoothHome(home, store, clock)
    model: StaffViewModel = screen.model
    model._parts = replace(model._parts, keeper=booth.keeper)
    screen.enter("teacher")
    screen.touch("page-health")
    screen.touch("to-sound-test")
    screen.wait(lambda: screen.of_page("stage") in ("trouble", "live"))
    assert screen.text("sound-advice")
    screen.touch("primary")
    screen.wait(lambda: screen.text("sound-result") == model._parts.say("booth.staff_untried"))
    looked(screen, "sound")
    assert ("sound_tested", "staff_untried") in acts(store)
    screen.touch("back")
    screen.wait(lambda: screen.page == "health")
    booth.keeper.close()


def test_a_doubtful_clock_is_asked_about_and_nothing_is_rewritten(
    screen: Screen, door: Door, store: Store, clock: SteppedClock
) -> None:
    """The answer goes on record; with a yes the kiosk believes the clock from then on."""
    store.append(VisitStarted(), Visit("v1"))
    assert store.flush(5)
    with store.read() as connection:
        before = connection.execute("SELECT utc_ms FROM journal_entry ORDER BY position").fetchall()
    clock.utc -= 40 * 86_400_000
    screen.enter("guide")
    screen.touch("page-health")
    screen.wait_for("clock-asked", "请看看手表")
    screen.grab("layout-clock-zh")
    screen.touch("clock-wrong")
    screen.wait_for("health-message", "换主板电池")
    screen.wait(lambda: not screen.of_page("looking"))
    screen.touch("clock-right")
    screen.wait(lambda: screen.of_page("clockAsked") == "" and not screen.of_page("looking"))
    assert [act for act, _ in acts(store)][-2:] == ["clock_wrong", "clock_right"]
    with store.read() as connection:
        assert (
            connection.execute("SELECT utc_ms FROM journal_entry ORDER BY position").fetchall()[: len(before)] == before
        )


def test_the_screen_is_locked_for_wiping_with_or_without_a_pin(
    make_screen: Callable[..., Screen], door: Door, store: Store
) -> None:
    """From the pad and from the health page; both on record."""
    locked: list[bool] = []
    screen = make_screen()
    parts = replace(screen.model._parts, clean=lambda: locked.append(True))
    screen.model._parts = screen.model._pad._parts = parts
    screen.begin()
    screen.touch("clean")
    screen.enter("guide")
    screen.touch("page-health")
    screen.touch("clean")
    assert locked == [True, True]
    assert [act for act, _ in acts(store)].count("cleaned") == 2
