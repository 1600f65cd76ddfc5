"""Works of the wall at the attract screen: in turn with the demo, gently, and silent at the first touch."""

from typing import Any

import pytest

from kiosk.shell.wall_show import DEMO_S, SHOWN_S, WallShow
from tests.conftest import MakeKiosk
from tests.stations.anti_fraud_screen import SCREENS
from tests.stations.hanging_wall import WORKS, HangingWall


def tick(show: WallShow, seconds: int) -> None:
    """So many seconds pass."""
    for _ in range(seconds):
        show.tick()


@pytest.fixture
def hung(make_kiosk: MakeKiosk) -> Any:
    """A kiosk at its attract screen with works on the wall, whose time is stepped by hand."""

    def make(size: tuple[int, int] = (1280, 720)) -> Any:
        kiosk, finger = make_kiosk(size)
        kiosk.wall.close()
        wall = HangingWall()
        kiosk.wall = wall  # type: ignore[assignment]
        kiosk.shell.look_at_wall()
        kiosk.shell.wall_show._timer.stop()
        return kiosk, finger, wall

    return make


def test_works_come_in_turn_with_the_demo(hung: Any) -> None:
    """Each once before one comes again, as loud as the setting says; over with its sound, and when it is withdrawn."""
    kiosk, _finger, wall = hung()
    show = kiosk.shell.wall_show
    tick(show, DEMO_S - 1)
    assert show.showing == ""
    for _ in WORKS:
        tick(show, 1)
        assert show.showing == wall.playing != ""
        tick(show, 100)
        assert show.showing == wall.playing
        wall.over()
        assert show.showing == ""
        tick(show, DEMO_S - 1)
    assert {one for one, _ in wall.asked} == {work.id for work in WORKS}
    assert {loudness for _, loudness in wall.asked} == {0.4}
    tick(show, 1)
    wall.take_down(show.showing)
    assert (show.showing, wall.playing) == ("", "")
    for work in WORKS:
        wall.take_down(work.id)
    tick(show, 200)
    assert show.showing == ""


@pytest.mark.parametrize("why", ["calm", "volume"])
def test_nothing_sounds_by_itself(why: str, hung: Any) -> None:
    """In calm mode and at volume 0 covers are only shown, for a while."""
    kiosk, _finger, wall = hung()
    show = kiosk.shell.wall_show
    if why == "calm":
        kiosk.shell.switches.toggleCalm()
    else:
        kiosk._settings["wall_volume"] = 0.0
    tick(show, DEMO_S)
    assert show.showing
    assert wall.asked == []
    tick(show, SHOWN_S)
    assert show.showing == ""


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_first_touch_ends_it(size: tuple[int, int], hung: Any) -> None:
    """Whatever is touched: silent at once; the cover stands where the demo was, nothing is clipped."""
    kiosk, finger, wall = hung(size)
    show = kiosk.shell.wall_show
    tick(show, DEMO_S)
    finger.rest(400)
    assert finger.find("wall-stage").isVisible()
    SCREENS.mkdir(parents=True, exist_ok=True)
    assert kiosk.window.grabWindow().save(str(SCREENS / f"attract-wall-{size[0]}x{size[1]}.png"))
    assert wall.playing
    kiosk.shell.touched()
    assert (wall.playing, show.showing) == ("", "")
    tick(show, DEMO_S)
    assert wall.playing
    finger.touch("enter")
    finger.wait(lambda: kiosk.shell.now == "home", "the home screen")
    assert (wall.playing, wall.watched, show.showing) == ("", False, "")
    kiosk.shell.endVisit()
    assert wall.watched
    kiosk.shell.openStaff()
    assert not wall.watched
