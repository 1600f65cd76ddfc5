"""Closed hours, the sleeping screen and the wiping: no finger gets through, nothing of a visit is cut off."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.core.clock import ShiftedClock
from kiosk.core.hours import written
from kiosk.devices.screen_power import SilentScreen
from kiosk.rehearsal.finger import Finger
from kiosk.shell.resting import CLOSED_MS, STILL_MS
from kiosk.store import settings
from tests.conftest import SCREENS, MakeKiosk

MINUTE_MS = 60_000


@dataclass
class Place:
    """A kiosk, its finger, its clock and its panel."""

    kiosk: Kiosk
    finger: Finger
    clock: ShiftedClock
    screen: SilentScreen

    def set(self, **values: settings.Value) -> None:
        """As staff do."""
        settings.save_all(self.kiosk.store, values).result(10)
        for key, value in values.items():
            self.kiosk._setting_changed(key, value)
        self.kiosk.shell.resting.look()

    def step(self, milliseconds: int) -> None:
        """Time passes, and the shell looks at the clock."""
        self.clock.step(milliseconds)
        self.kiosk.shell.resting.look()

    def tap(self) -> None:
        """One finger in the middle, down and up."""
        window, device = self.kiosk.window, self.finger._device
        at = QPoint(window.width() // 2, window.height() - 150)
        QTest.touchEvent(window, device).press(0, at, window).commit()
        QTest.touchEvent(window, device).release(0, at, window).commit()


@pytest.fixture
def place(make_kiosk: MakeKiosk, clock: ShiftedClock) -> Iterator[Place]:
    """Nobody is there."""
    kiosk, finger = make_kiosk((1280, 720))
    screen = kiosk.devices.screen
    assert isinstance(screen, SilentScreen)
    kiosk.shell.resting._timer.stop()
    yield Place(kiosk, finger, clock, screen)


def closed_now(clock: ShiftedClock, opens_in_min: int = 30) -> list[str]:
    """A week that opens in so many minutes, or tomorrow."""
    now = datetime.fromtimestamp(clock.utc_ms() / 1000)
    start = now.hour * 60 + now.minute + opens_in_min
    if start >= 24 * 60 - 1:
        clock.step((24 * 60 - (now.hour * 60 + now.minute) + 60) * MINUTE_MS)
        return closed_now(clock, opens_in_min)
    return [written(start, 24 * 60)] * 7


def test_outside_opening_hours_the_base_rests(place: Place) -> None:
    """A visit goes on until it ends; then the resting screen, dark after five minutes; staff come in; time wakes it."""
    kiosk, shell = place.kiosk, place.kiosk.shell
    shell.enter()
    place.set(opening_hours=closed_now(place.clock))
    assert shell.now == "home"
    shell.endVisit()
    assert shell.now == "closed"
    place.finger.wait(lambda: place.finger.find("opens") is not None, "the resting screen")
    place.tap()
    assert shell.now == "closed"
    place.step(CLOSED_MS - 1_000)
    assert not place.screen.asleep
    place.step(1_000)
    assert place.screen.asleep and shell.resting.is_asleep
    place.tap()
    assert not place.screen.asleep and shell.now == "closed"
    shell.openStaff()
    place.step(CLOSED_MS)
    assert shell.now == "staff" and not place.screen.asleep
    shell.staff.leave()
    place.step(CLOSED_MS)
    assert place.screen.asleep
    place.step(30 * MINUTE_MS)
    assert shell.now == "attract" and not place.screen.asleep
    assert kiosk.window.isVisible()


def test_the_screen_sleeps_only_when_nobody_is_there(place: Place) -> None:
    """Never by itself, never in a visit; the touch that wakes it begins nothing, the next one does."""
    shell = place.kiosk.shell
    place.step(10 * MINUTE_MS)
    assert not place.screen.asleep
    shell.enter()
    place.set(sleep_after_min=10)
    place.step(11 * MINUTE_MS)
    assert not place.screen.asleep
    shell.endVisit()
    place.step(9 * MINUTE_MS)
    assert not place.screen.asleep
    place.step(MINUTE_MS)
    assert place.screen.asleep
    place.tap()
    assert (place.screen.asleep, shell.now) == (False, "attract")
    place.finger.touch("enter")
    assert shell.now == "home"


def test_while_it_is_wiped_no_finger_gets_through(place: Place) -> None:
    """Thirty seconds, longer while a hand is on it; then everything is as before."""
    shell = place.kiosk.shell
    shell.resting.clean()
    assert shell.resting.property("cleaning") == 30
    place.finger.wait(lambda: place.finger.find("cleaning-seconds") is not None, "the count")
    place.kiosk.window.grabWindow().save(str(SCREENS / "shell-cleaning-1280x720.png"))
    for _ in range(3):
        place.tap()
    assert shell.now == "attract"
    place.clock.step(29_900)
    place.tap()
    place.clock.step(100)
    shell.resting.tick()
    assert shell.resting.property("cleaning") == 0
    place.clock.step(STILL_MS)
    shell.resting.tick()
    assert shell.resting.property("cleaning") == -1
    place.finger.touch("enter")
    assert shell.now == "home"


def test_by_a_clock_that_cannot_be_right_nobody_is_sent_away(place: Place) -> None:
    """A dead battery sets the clock back to its beginning."""
    place.set(opening_hours=[""] * 7)
    assert place.kiosk.shell.now == "closed"
    place.clock.step(-30 * 365 * 86_400_000)
    place.kiosk.shell.resting.look()
    assert place.kiosk.shell.now == "attract"


def test_the_volume_follows_the_hour(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its share of the volume, at once and by the minute."""
    heard: list[float] = []
    monkeypatch.setattr(place.kiosk.devices.player, "set_volume", heard.append)
    place.set(volume=0.8, volume_by_hour=[50] * 24)
    assert heard[-1] == 0.4
    settings.save(place.kiosk.store, "volume_by_hour", [25] * 24).result(10)
    place.kiosk._look_at_settings()
    assert heard[-1] == 0.2


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=str)
def test_the_resting_screen_can_be_looked_at(make_kiosk: MakeKiosk, clock: ShiftedClock, size: tuple[int, int]) -> None:
    """In both languages, with the name of the base."""
    kiosk, finger = make_kiosk(size)
    place = Place(kiosk, finger, clock, SilentScreen())
    place.set(opening_hours=closed_now(clock), base_name="示例青少年网络文明素养教育基地")
    for language in ("zh", "en"):
        if language == "en":
            kiosk.shell.switches.toggleLanguage()
        finger.wait(lambda: finger.find("opens") is not None, "the resting screen")
        assert kiosk.window.grabWindow().save(str(SCREENS / f"shell-closed-{language}-{size[0]}x{size[1]}.png"))
