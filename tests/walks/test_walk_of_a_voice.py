"""The walk of a voice: forms brought in, a take by touch, kept, approved, heard on the wall, withdrawn, silent.

A whole kiosk with the real booth, player and sound daemon; the microphone hears a file twenty times as fast as in life.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app import Devices, Kiosk
from kiosk.broadcast.guests import Guest
from kiosk.core.booth import CONSENT_KINDS
from kiosk.core.clock import ShiftedClock
from kiosk.core.places import program_folder
from kiosk.devices.child_player import ChildPlayer
from kiosk.devices.recorder import ChildRecorder
from kiosk.devices.speech import SilentSpeech
from kiosk.rehearsal.finger import Finger, hurried
from kiosk.shell.wall_show import DEMO_S
from kiosk.store import settings
from tests.devices.conftest import daemon, ear
from tests.devices.sound_daemon import Daemon, Ear

__all__ = ["daemon", "ear"]
SOUNDS = program_folder() / "assets" / "sounds"
ENOUGH = 60
"""So many pieces of sound are about a second of it."""
QUIET_S = 0.3
"""`test_devices_player` holds the player to 0.1 s; here a whole screen works beside it."""


@pytest.fixture
def kiosk(qapp: QCoreApplication, daemon: Daemon, tmp_path: Path) -> Iterator[Kiosk]:
    """A kiosk that asks for consents, and that can be heard."""
    clock = ShiftedClock()
    recorder = ChildRecorder(f"file:20:{SOUNDS / 'booth-jingle.wav'}")
    devices = Devices(SilentSpeech(), ChildPlayer(SOUNDS), recorder)
    one = Kiosk(tmp_path / "home", devices, clock=clock, random=Random(3))
    wanted: dict[str, str | float] = {"booth_mode": "consent", "privacy_officer": "德育主任", "wall_volume": 0.5}
    for key, value in wanted.items():
        settings.save(one.store, key, value).result()
        one._settings[key] = value
    one.library.ensure_built_in()
    one.show(windowed=True, size=(1280, 720))
    yield one
    one.close()


def test_the_walk_of_a_voice(kiosk: Kiosk, ear: Ear) -> None:
    """From the staff's desk to silence."""
    finger = hurried(kiosk.engine, kiosk.window)
    finger.wait(kiosk.window.isExposed, "the window")
    guardian = kiosk.keeper.guardian()
    voice = guardian.consents.give("2026001", "2026-11-01", CONSENT_KINDS, guardian.terms(), "teacher")
    kiosk.keeper.guests.bring([Guest(voice, "2026001")])
    take = _made(kiosk, finger)
    assert guardian.wall() == []
    guardian.review(take, "approved", "teacher")

    finger.touch("enter")
    _into_booth(kiosk, finger)
    station: Any = kiosk.shell.station_now
    finger.touch("wall")
    finger.wait(lambda: len(station.wall.works) == 1, "the work on the wall")
    before = monotonic()
    finger.touch("work-0")
    finger.wait(lambda: len(ear.loud_since(before)) > ENOUGH, "its sound")
    finger.touch("work-0")
    finger.wait(lambda: not station.wall.playing, "silence")
    _silent(ear)
    kiosk.shell.endVisit()

    show = kiosk.shell.wall_show
    finger.wait(lambda: show._works, "the wall at the attract screen")
    _show(show, finger, ear)
    kiosk.shell.touched()
    _silent(ear)
    _show(show, finger, ear)
    guardian.withdraw(voice, {"play"}, "admin")
    finger.wait(lambda: not show.showing, "gone")
    _silent(ear)
    assert guardian.wall() == []
    assert not list((kiosk.home / "takes").glob("t*"))


def _made(kiosk: Kiosk, finger: Finger) -> str:
    """A visit in which a child makes a broadcast and lets it be played at the base; the take."""
    finger.touch("enter")
    _into_booth(kiosk, finger)
    station: Any = kiosk.shell.station_now
    finger.touch("script-0")
    finger.wait(lambda: station.phase == "script", "the script")
    finger.touch("primary")
    finger.wait(lambda: station.armed, "the microphone")
    finger.touch("primary")
    finger.wait(lambda: station.phase == "take" and station.elapsed > 21, "enough said")
    finger.touch("stop")
    finger.wait(lambda: station.phase == "hear" and station.hearing["render"] == "ready", "the broadcast")
    finger.touch("primary")
    finger.wait(lambda: station.phase == "release", "the choice")
    finger.touch("release-play")
    finger.touch("primary")
    finger.wait(lambda: station.phase == "done", "the lantern")
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.now == "result", "the card")
    kiosk.shell.endVisit()
    (take,) = kiosk.keeper.guardian().takes.all("pending")
    return take.id


def _into_booth(kiosk: Kiosk, finger: Finger) -> None:
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    finger.touch("station-broadcast_booth")
    finger.wait(lambda: kiosk.shell.now in ("who", "station"), "who plays")
    if kiosk.shell.now == "who":
        kiosk.shell.start()
    finger.wait(lambda: kiosk.shell.now == "station", "the booth")


def _show(show: Any, finger: Finger, ear: Ear) -> None:
    """The demo's time passes and a work is heard."""
    finger.wait(lambda: show._works, "the wall")
    before = monotonic()
    for _ in range(DEMO_S):
        show.tick()
    assert show.showing
    finger.wait(lambda: len(ear.loud_since(before)) > ENOUGH, "its sound")


def _silent(ear: Ear) -> None:
    """Nothing is heard any more."""
    now = monotonic()
    ear.wait_silence(0.5)
    assert max([now, *ear.loud_since(now)]) - now <= QUIET_S
