"""童声播报站 on the stage of the tests: over the real booth of a real home, hearing a file, or nothing at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from kiosk.broadcast.booth import TakeBooth
from kiosk.broadcast.rendering import Renderer
from kiosk.core.booth import Booth, ClosedBooth
from kiosk.core.places import program_folder
from kiosk.core.wall import EmptyWall, Wall
from kiosk.devices.record import DeafRecorder, Recorder
from kiosk.devices.recorder import ChildRecorder
from kiosk.devices.sound import SilentPlayer
from kiosk.stations.broadcast_booth.card import CARD
from kiosk.stations.station import StationContext
from tests.privacy.home import Home
from tests.stations.convention_stage import NoItems
from tests.stations.stage import Stage

SOUNDS = program_folder() / "assets" / "sounds"
SPEED = 20


@dataclass
class BoothStage(Stage):
    """The station with a booth; `stays` are what it asked of the idle clock, `snapshots` what it kept."""

    booth: Booth = field(default_factory=ClosedBooth)
    voices: tuple[str, ...] = ()
    sayings: list[str] = field(default_factory=list)
    stays: list[bool] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    snapshots: list[dict[str, Any]] = field(default_factory=list)
    resumed: dict[str, Any] = field(default_factory=dict)
    wall: Wall = field(default_factory=EmptyWall)

    def context(self) -> StationContext:
        """What the station is handed."""
        return replace(
            super().context(), booth=lambda: self.booth, wall=lambda: self.wall, voices=self.voices,
            sayings=self.sayings, stay=self.stays.append, leave=lambda: self.left.append("left"), resumed=self.resumed,
            snapshot=lambda state: self.snapshots.append(dict(state)),
        )  # fmt: skip


def stage(booth: Booth, **fields: Any) -> BoothStage:
    """The station with our scripts."""
    return BoothStage(NoItems(), CARD, booth=booth, **fields)


@dataclass
class Studio:
    """A home and its real booth; what it tells waits in `posted` until `step` hands it on."""

    home: Home
    booth: TakeBooth
    posted: SimpleQueue[Callable[[], None]]

    def step(self, seconds: float = 0.02) -> None:
        """Hand on all that was told so far; wait a moment for it if there is nothing."""
        try:
            self.posted.get(timeout=seconds)()
            while True:
                self.posted.get_nowait()()
        except Empty:
            return

    def until(self, there: Callable[[], Any], what: str, steps: int = 1500) -> None:
        """Hand on what is told until `there`."""
        for _ in range(steps):
            if there():
                return
            self.step()
        raise AssertionError(f"never came: {what}")


@contextmanager
def studio(folder: Path, mode: str = "once", *, deaf: bool = False, speed: int = SPEED) -> Iterator[Studio]:
    """A real booth, hearing our jingle `speed` times as fast as in life, or deaf."""
    home = Home(folder)
    home.settings["booth_mode"] = mode
    library = f"file:{speed}:{SOUNDS / 'booth-jingle.wav'}"
    recorder: Recorder = DeafRecorder() if deaf else ChildRecorder(library)
    posted: SimpleQueue[Callable[[], None]] = SimpleQueue()
    booth = TakeBooth(
        guardian=home.guardian, store=home.store, recorder=recorder, player=SilentPlayer(), renderer=Renderer(SOUNDS),
        home=folder, settings=lambda: home.settings, post=posted.put,
    )  # fmt: skip
    try:
        yield Studio(home, booth, posted)
    finally:
        booth.close()
        recorder.close()
        home.close()
