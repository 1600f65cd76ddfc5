"""A booth with a real sound daemon, a microphone to speak into, and a home."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.broadcast.booth import TakeBooth
from kiosk.broadcast.rendering import Renderer
from kiosk.core.places import program_folder
from kiosk.devices.child_player import ChildPlayer
from kiosk.devices.recorder import ChildRecorder
from tests.devices.conftest import daemon, ear
from tests.devices.microphone import Notes, VirtualMicrophone
from tests.devices.sound_daemon import Daemon
from tests.privacy.conftest import home
from tests.privacy.home import Home

__all__ = ["daemon", "ear", "home"]
SOUNDS = program_folder() / "assets" / "sounds"


@pytest.fixture
def microphone(daemon: Daemon, tmp_path: Path) -> Iterator[VirtualMicrophone]:
    """A microphone that is plugged in."""
    one = VirtualMicrophone(daemon, tmp_path)
    yield one
    one.close()


@pytest.fixture
def player(daemon: Daemon) -> Iterator[ChildPlayer]:
    """The real player."""
    one = ChildPlayer(SOUNDS)
    yield one
    one.close()


@pytest.fixture
def booth(home: Home, microphone: VirtualMicrophone, player: ChildPlayer) -> Iterator[TakeBooth]:
    """A booth that tells `Notes`, on whatever thread."""
    recorder = ChildRecorder()
    one = TakeBooth(
        guardian=home.guardian, store=home.store, recorder=recorder, player=player, renderer=Renderer(SOUNDS),
        home=home.folder, settings=lambda: home.settings, post=lambda call: call(),
    )  # fmt: skip
    one.listener = Notes()
    yield one
    one.close()
    recorder.close()
