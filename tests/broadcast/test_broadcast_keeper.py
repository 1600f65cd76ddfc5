"""Guardian and booth are made when needed, and looked after once a day."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.broadcast.keeper import BoothKeeper
from kiosk.broadcast.self_test import remembered
from kiosk.core.booth import ClosedBooth, Played, Script, TakeEnd, Told, Trouble
from kiosk.devices.record import DeafRecorder
from kiosk.devices.sound import SilentPlayer
from tests.broadcast.conftest import SOUNDS
from tests.devices.sound_daemon import Daemon, wait_for
from tests.privacy.home import DAY_MS, Home


@pytest.fixture
def keeper(home: Home) -> Iterator[BoothKeeper]:
    """A keeper of a kiosk without sound."""
    one = BoothKeeper(
        home.folder, home.store, home.clock, lambda: home.settings, recorder=DeafRecorder(), player=SilentPlayer(),
        sounds=SOUNDS, post=lambda call: call(), self_test=False,
    )  # fmt: skip
    yield one
    one.close()


def test_a_kiosk_that_keeps_nothing_loads_nothing(tmp_path: Path) -> None:
    """Neither cryptography nor NumPy for a start whose home is empty, self-test included."""
    code = (
        "import sys; from pathlib import Path; from kiosk.broadcast.keeper import BoothKeeper;"
        "from kiosk.core.clock import SystemClock; from kiosk.devices.recorder import ChildRecorder;"
        "from kiosk.devices.sound import SilentPlayer;"
        "keeper = BoothKeeper(Path(sys.argv[1]), None, SystemClock(), lambda: {'booth_mode': 'closed'},"
        "recorder=ChildRecorder(), player=SilentPlayer(), sounds=Path(), post=print, self_test=True);"
        "keeper.replay(); keeper.look_after(); keeper.close();"
        "sys.exit(any(name in sys.modules for name in ('cryptography', 'numpy', 'PySide6')))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 0


def test_a_day_begins(home: Home, keeper: BoothKeeper) -> None:
    """Cut-off takes are mended once, terms run once a day, visits' leavings are gone before the first screen."""
    passing = home.guardian.takes.begin_passing()
    cut = home.take(home.voice(), settle=False)
    home.guardian.takes.begun.clear()
    keeper.replay()
    assert not passing.folder.exists()
    keeper.soon()
    keeper.soon()
    assert keeper._thread
    keeper._thread.join()
    assert [take.id for take in keeper.guardian().takes.all("pending")] == [cut.id]
    keeper.look_after()
    assert len(home.events("retention_ran")) == 1
    home.clock.step(8 * DAY_MS)
    keeper.look_after()
    assert len(home.events("retention_ran")) == 2
    assert keeper.guardian().takes.all() == []
    assert keeper.microphone().works is False
    assert keeper.test_microphone().works is None


def test_the_self_test_sounds_once_a_day(home: Home, daemon: Daemon) -> None:
    """After a restart its result is still known; the next day it is made again."""

    def made() -> BoothKeeper:
        return BoothKeeper(
            home.folder, home.store, home.clock, lambda: home.settings, recorder=DeafRecorder(), player=SilentPlayer(),
            sounds=SOUNDS, post=lambda call: call(), self_test=True,
        )  # fmt: skip

    first = made()
    first.look_after()
    first.close()
    day, state = remembered(home.folder)
    assert day
    assert state.code == "booth.staff_no_microphone"
    home.settings["microphone"] = "speaker.monitor"
    again = made()
    again.look_after()
    assert remembered(home.folder)[1] == state
    home.clock.step(DAY_MS)
    again.look_after()
    assert remembered(home.folder)[1].code == "booth.staff_digital_silence"
    again.close()
    (home.folder / "cache/self-test.json").write_text("{}")
    assert remembered(home.folder)[0] == 0


def test_a_booth_without_a_microphone_says_so(home: Home, keeper: BoothKeeper) -> None:
    """The real booth over a deaf recorder, and the closed one: every request is answered."""
    home.settings["booth_mode"] = "once"
    for booth in (keeper.booth(), ClosedBooth()):
        told: list[Told] = []
        booth.listener = told.append
        booth.arm()
        booth.record(Script())
        booth.play()
        wait_for(lambda told=told: len(told) == 3)  # type: ignore[misc]
        assert {type(one) for one in told} == {Trouble, TakeEnd, Played}
        booth.leave()
    assert keeper.booth().rights(["nobody"]).record
