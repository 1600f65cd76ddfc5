"""A visit from the first touch to the last, on the real screen."""

import gc
import json
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.core.clock import ShiftedClock
from kiosk.core.visit import Visit
from kiosk.rehearsal.finger import Finger, items

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160)]


def rows(kiosk: Kiosk) -> list[tuple[str, dict[str, Any]]]:
    """Kind and body of every journal row, in order."""
    with kiosk.store.read() as connection:
        return [(row["kind"], json.loads(row["body"])) for row in connection.execute("SELECT * FROM journal")]


def kinds(kiosk: Kiosk) -> list[str]:
    return [kind for kind, _ in rows(kiosk) if kind != "pack_installed"]


def texts(finger: Finger) -> list[str]:
    """Everything written on the screen."""
    return [str(text) for one in items(finger.window.contentItem()) if (text := one.property("text"))]


def enter(kiosk: Kiosk, finger: Finger) -> None:
    finger.touch("enter")
    finger.wait(lambda: kiosk.shell.now == "home", "home")


def visits(visit_id: str) -> int:
    """How many objects in memory are this visit."""
    gc.collect()
    return sum(isinstance(one, Visit) and one.id == visit_id for one in gc.get_objects())


def walk_away(kiosk: Kiosk, finger: Finger, clock: ShiftedClock) -> None:
    """Let time pass, second by second, until the kiosk asks whether anybody is there."""

    def asked() -> bool:
        clock.step(1_000)
        kiosk.shell.tick()
        return finger.find("still-here") is not None

    finger.wait(asked, "the countdown")


def test_a_visit_is_kept_from_first_touch_to_thanks(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    enter(kiosk, finger)
    finger.touch("leave")
    finger.wait(lambda: kiosk.shell.now == "thanks", "thanks")
    finger.touch("face-3")
    finger.wait(lambda: kiosk.shell.now == "attract", "attract")
    finger.wait(lambda: "visit_ended" in kinds(kiosk), "the end on disk")
    assert kinds(kiosk) == ["visit_started", "satisfaction_given", "visit_ended"]
    assert dict(rows(kiosk))["satisfaction_given"] == {"face": 3}
    assert dict(rows(kiosk))["visit_ended"] == {"why": "left"}


def test_nickname_and_class_are_optional_and_from_closed_lists(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    enter(kiosk, finger)
    finger.touch("station-anti_fraud")
    finger.wait(lambda: kiosk.shell.now == "who", "who")
    finger.touch("nickname-2")
    picked = next(one.property("label") for one in [finger.find("nickname-2")] if one)
    finger.touch("players-2")
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.now == "station", "the station")
    finger.wait(lambda: "station_opened" in kinds(kiosk), "the opening on disk")
    assert dict(rows(kiosk))["visitor_named"] == {"class_label": "", "nickname": picked}
    assert dict(rows(kiosk))["station_opened"] == {"station": "anti_fraud", "players": 2}


@pytest.mark.usefixtures("memory_of_this_test")
def test_an_abandoned_visit_ends_and_leaves_no_trace(make_kiosk: MakeKiosk, clock: ShiftedClock) -> None:
    kiosk, finger = make_kiosk()
    enter(kiosk, finger)
    finger.touch("calm")
    finger.touch("station-anti_fraud")
    finger.wait(lambda: kiosk.shell.now == "who", "who")
    finger.touch("nickname-0")
    nickname = next(one.property("label") for one in [finger.find("nickname-0")] if one)
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.now == "station", "the station")
    finger.wait(lambda: "station_opened" in kinds(kiosk), "the opening on disk")
    with kiosk.store.read() as connection:
        (mine,) = connection.execute("SELECT visit FROM journal WHERE kind = 'visit_started'").fetchone()
    station = weakref.ref(kiosk.shell.station_now)
    assert station() is not None
    assert visits(mine)
    walk_away(kiosk, finger, clock)
    clock.step(60_000)
    finger.wait(lambda: kiosk.shell.now == "attract", "attract")
    finger.wait(lambda: "visit_ended" in kinds(kiosk), "the end on disk")
    assert dict(rows(kiosk))["visit_ended"] == {"why": "idle"}
    assert not kiosk.shell.switches.now.calm

    finger.wait(lambda: not visits(mine), "memory without the visit")
    finger.wait(lambda: station() is None, "memory without the station")
    assert nickname not in texts(finger)
    assert kiosk.shell.who_now.nickname_picked == ""


def test_any_touch_ends_the_countdown(make_kiosk: MakeKiosk, clock: ShiftedClock) -> None:
    kiosk, finger = make_kiosk()
    enter(kiosk, finger)
    walk_away(kiosk, finger, clock)
    finger.touch("still-here")
    finger.wait(lambda: finger.find("still-here") is None, "the countdown's end")
    assert kiosk.shell.now == "home"


def test_worry_is_one_touch_away_and_records_nothing(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    enter(kiosk, finger)
    before = len(kinds(kiosk))
    finger.touch("worry")
    finger.wait(lambda: finger.find("worry-close"), "the worry page")
    shown = " ".join(texts(finger))
    assert "110" in shown
    assert "12355" in shown
    finger.touch("worry-close")
    finger.wait(lambda: finger.find("worry-close") is None, "home again")
    assert len(kinds(kiosk)) == before


def test_nothing_below_the_worry_page_can_be_touched(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    enter(kiosk, finger)
    below = finger.point("station-anti_fraud")
    finger.touch("worry")
    finger.wait(lambda: finger.find("worry-close"), "the worry page")
    finger.rest(450)
    finger.touch_at(below)
    assert kiosk.shell.now == "home"


def test_language_switches_at_run_time(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    enter(kiosk, finger)
    assert "反诈关" in texts(finger)
    finger.touch("language")
    finger.wait(lambda: "Fraud Gate" in texts(finger), "English")
    assert not [text for text in texts(finger) if any("\u4e00" <= char <= "\u9fff" for char in text) and text != "中文"]
    finger.touch("language")
    finger.wait(lambda: "反诈关" in texts(finger), "Chinese")


def test_a_new_screen_ignores_touches_at_first(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    theme = kiosk.engine.singletonInstance("kiosk.ui", "Theme")
    assert isinstance(theme, QObject)
    theme.setProperty("guardMs", 3_600_000)
    kiosk.shell.enter()
    finger.wait(lambda: finger.find("leave"), "home")
    device = QTest.createTouchDevice()
    at = finger.point("leave")
    QTest.touchEvent(kiosk.window, device).press(0, at, kiosk.window)
    QTest.touchEvent(kiosk.window, device).release(0, at, kiosk.window)
    assert kiosk.shell.now == "home"
    theme.setProperty("guardMs", 400)
    finger.rest(400)
    finger.touch("leave")
    assert kiosk.shell.now == "thanks"


def test_the_staff_door_needs_a_long_press(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    finger.touch("staff-door")
    assert kiosk.shell.now == "attract"
    finger.touch("staff-door", hold_ms=3_300)
    finger.wait(lambda: kiosk.shell.now == "staff", "the staff door")
    assert "visit_started" not in kinds(kiosk)


def touchable(finger: Finger) -> list[QQuickItem]:
    """Every item that takes a tap, but the hidden door."""
    return [one for one in items(finger.window.contentItem()) if one.objectName() not in ("", "staff-door")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", ["home", "who", "thanks"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_targets_are_large_apart_and_within_reach(
    make_kiosk: MakeKiosk, size: tuple[int, int], screen: str, language: str
) -> None:
    kiosk, finger = make_kiosk(size)
    kiosk.shell.enter()
    if language == "en":
        kiosk.shell.switches.toggleLanguage()
    if screen == "who":
        kiosk.shell.openStation("anti_fraud")
    if screen == "thanks":
        kiosk.shell.showThanks()
    finger.rest(400)
    unit = min(size) / 1080
    boxes = {one.objectName(): one.mapRectToScene(one.boundingRect()) for one in touchable(finger)}
    assert len(boxes) >= 3
    for name, box in boxes.items():
        assert box.width() >= 119 * unit, name
        assert box.height() >= 119 * unit, name
        assert box.left() >= 0, name
        assert box.right() <= size[0] + 0.5, name
        assert box.bottom() <= size[1] + 0.5, name
        assert box.bottom() >= size[1] / 3, f"{name} is out of a small child's reach"
        for other, there in boxes.items():
            if other != name:
                grown = box.adjusted(-11 * unit, -11 * unit, 11 * unit, 11 * unit)
                assert not grown.intersects(there), f"{name} is too near to {other}"
