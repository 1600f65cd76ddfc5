"""The 播报墙 in the booth: covers by theme, a touch plays and stops, what is withdrawn goes; a word while empty."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.core.booth import ClosedBooth, Mode
from kiosk.core.wall import EmptyWall
from kiosk.stations.broadcast_booth.view_model import BroadcastBoothViewModel
from tests.stations.anti_fraud_screen import SCREENS, Screen
from tests.stations.booth_stage import BoothStage, stage
from tests.stations.hanging_wall import WORKS, HangingWall

ShowStation = Callable[..., Screen]
LAYOUTS: list[tuple[tuple[int, int], str, dict[str, bool]]] = [
    ((1920, 1080), "zh", {}),
    ((1920, 1080), "zh", {"pinyin": True, "leftHanded": True}),
    ((1920, 1080), "en", {}),
    ((1080, 1920), "zh", {"pinyin": True}),
    ((1080, 1920), "en", {"leftHanded": True}),
    ((3840, 2160), "zh", {}),
]


class OpenBooth(ClosedBooth):
    """A booth that lets children in and has no microphone."""

    def opening(self) -> str:
        return ""

    def mode(self) -> Mode:
        return "once"


def world(wall: HangingWall | None = None, **fields: Any) -> BoothStage:
    """The station with that wall."""
    return stage(OpenBooth(), wall=wall or HangingWall(), **fields)


def test_a_touch_plays_and_another_stops(qapp: QCoreApplication) -> None:
    """Nobody is asked whether they are there meanwhile; listening aloud is not offered over it."""
    wall = HangingWall()
    around = world(wall)
    view_model: Any = BroadcastBoothViewModel(around.context())
    view_model.openWall()
    shown = view_model.wall
    assert (view_model.phase, wall.watched, shown.empty) == ("wall", True, False)
    assert [one["key"] for one in shown.themes][:2] == ["all", "civility"]
    assert view_model.readingText
    shown.touch("t02")
    assert (wall.playing, around.stays[-1], view_model.readingText) == ("t02", True, "")
    assert [one["playing"] for one in shown.works] == [False, True, False, False, False, False]
    shown.touch("t01")
    assert (wall.playing, shown.playing) == ("t01", "t01")
    shown.touch("t01")
    assert (wall.playing, shown.playing, around.stays[-1]) == ("", "", False)
    shown.touch("t01")
    wall.over()
    assert (shown.playing, around.stays[-1]) == ("", False)
    shown.touch("t01")
    view_model.worried()
    assert wall.playing == ""
    shown.touch("t01")
    view_model.back()
    assert (view_model.phase, wall.playing, wall.watched, around.stays[-1]) == ("shelf", "", False, False)
    view_model.openWall()
    shown.touch("t03")
    view_model.close()
    assert (wall.playing, wall.watched) == ("", False)


def test_themes_and_pages(qapp: QCoreApplication) -> None:
    """All of them, or one theme; a page that is gone is not stood on."""
    wall = HangingWall()
    view_model: Any = BroadcastBoothViewModel(world(wall).context())
    view_model.openWall()
    shown = view_model.wall
    assert (len(shown.works), shown.more) == (6, True)
    shown.turn()
    assert [one["id"] for one in shown.works] == ["t07"]
    wall.take_down("t07")
    assert (len(shown.works), shown.more) == (6, False)
    shown.pickTheme("rumour")
    assert [one["id"] for one in shown.works] == ["t03"]
    shown.touch("t03")
    wall.take_down("t03")
    assert (shown.playing, len(shown.works)) == ("", 5)
    assert [one["key"] for one in shown.themes if one["chosen"]] == ["all"]
    for work in WORKS:
        wall.take_down(work.id)
    assert shown.empty
    assert "第一位小播报员" in view_model.readingText
    view_model.close()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: f"{one[0][0]}x{one[0][1]}-{one[1]}{'-'.join(one[2])}")
def test_nothing_is_clipped(
    layout: tuple[tuple[int, int], str, dict[str, bool]], show: ShowStation, english: Callable[[], None]
) -> None:
    """Full, one playing, and empty; the pictures are kept for looking at."""
    size, language, switches = layout
    if language == "en":
        english()
    around = world(language=language)
    screen = show(around, size, calm=True, **switches)
    mark = f"{size[0]}x{size[1]}-{language}{'-pinyin' if 'pinyin' in switches else ''}"
    faults: list[str] = []

    def look(name: str) -> None:
        screen.finger.rest(30)
        faults.extend(f"{name}: {fault}" for fault in screen.clipped())
        SCREENS.mkdir(parents=True, exist_ok=True)
        assert screen.view.grabWindow().save(str(SCREENS / f"booth-{mark}-{name}.png"))

    screen.tap("wall")
    screen.finger.wait(lambda: screen.view_model.phase == "wall", "the wall")
    screen.tap("work-2")
    screen.finger.wait(lambda: screen.view_model.wall.playing, "a work")
    look("wall")
    screen.tap("wall-theme-civility")
    screen.finger.wait(lambda: len(screen.view_model.wall.works) == 2, "a theme")
    look("wall-theme")
    screen.view_model.back()
    around.wall = EmptyWall()
    screen.view_model.wall._wall = around.wall
    screen.view_model.openWall()
    look("wall-empty")
    assert faults == []
