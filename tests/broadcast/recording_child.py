"""A screen process with a take under way, for a test to kill. Arguments: home, sound file, `once` or `consent`.

Says `recording <key> <process>` once something is on the disk, and waits for its end.
"""

import sys
from pathlib import Path
from threading import Event

from kiosk.broadcast.booth import TakeBooth
from kiosk.broadcast.rendering import Renderer
from kiosk.core.booth import Heard, Script, Started
from kiosk.devices.recorder import ChildRecorder
from kiosk.devices.sound import SilentPlayer
from tests.broadcast.conftest import SOUNDS
from tests.devices.microphone import Notes, heard
from tests.devices.sound_daemon import wait_for
from tests.privacy.home import Home


def main() -> None:
    """Record until killed."""
    home = Home(Path(sys.argv[1]))
    home.settings["booth_mode"] = sys.argv[3]
    recorder = ChildRecorder(f"file:1:{sys.argv[2]}")
    booth = TakeBooth(
        guardian=home.guardian, store=home.store, recorder=recorder, player=SilentPlayer(), renderer=Renderer(SOUNDS),
        home=home.folder, settings=lambda: home.settings, post=lambda call: call(),
    )  # fmt: skip
    booth.listener = notes = Notes()
    booth.arm()
    heard(notes, Heard)
    booth.record(Script("s"), [home.voice()] if sys.argv[3] == "consent" else [])
    heard(notes, Started)
    wait_for(lambda: booth._now and booth._now.files.raw.exists() and booth._now.files.raw.stat().st_size > 200_000)
    assert booth._now
    print("recording", booth._now.files.key.hex(), recorder.child_pid, flush=True)  # noqa: T201
    Event().wait()


if __name__ == "__main__":
    main()
