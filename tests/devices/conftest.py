"""The sound daemon and the ear that listens to its speaker, as fixtures."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.devices.sound_daemon import Daemon, Ear

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def daemon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Daemon]:
    """A running sound daemon that everything started from this test uses."""
    folder = tmp_path / "pulse"
    folder.mkdir()
    running = Daemon(folder)
    monkeypatch.setenv("PULSE_SERVER", f"unix:{running.socket}")
    yield running
    running.kill()


@pytest.fixture
def ear(daemon: Daemon) -> Iterator[Ear]:
    """Somebody who hears what the speaker plays."""
    listener = Ear(daemon)
    yield listener
    listener.close()
