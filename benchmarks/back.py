"""How soon attract is back after the screen process was killed: from SIGKILL to the next first frame.

Usage: python -m benchmarks.back
"""

import os
import signal
import statistics
import tempfile
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from benchmarks.children import children_of, display
from benchmarks.figures import Figure, run, say
from benchmarks.start import bare
from kiosk.supervisor import Supervisor

LIVES = 4
PATIENCE_S = 30.0


def frame_after(supervisor: Supervisor, moment: float) -> float:
    """Wait for the first frame after `moment`; when it stood."""
    end = monotonic() + PATIENCE_S
    while supervisor.first_frame_at <= moment:
        if monotonic() > end:
            raise RuntimeError("the screen did not come back")
        sleep(0.001)
    return supervisor.first_frame_at


def screen() -> int:
    """The screen process of this process's supervisor."""
    return next(pid for pid in children_of(os.getpid()) if b"kiosk.app" in Path(f"/proc/{pid}/cmdline").read_bytes())


def back(home: Path) -> list[float]:
    """Milliseconds of two returns: a third within a minute would be a crash loop."""
    supervisor = Supervisor(home, ["--windowed", "--size", "1920x1080"])
    thread = Thread(target=supervisor.run)
    thread.start()
    frame_after(supervisor, 0.0)
    took = []
    for _ in range(2):
        sleep(2.0)
        killed = monotonic()
        os.kill(screen(), signal.SIGKILL)
        took.append((frame_after(supervisor, killed) - killed) * 1000)
    supervisor.stop()
    thread.join()
    return took


def measure() -> list[Figure]:
    """Each kill comes when the screen has stood for two seconds."""
    took = []
    with display() as environment, tempfile.TemporaryDirectory() as name:
        os.environ.update(environment)
        for number in range(LIVES):
            say(f"back {number + 1} of {LIVES}")
            took += back(Path(name) / "home")
        floor = statistics.median(bare(environment) for _ in range(3))
    return [
        Figure("attract back after a kill, median", statistics.median(took), "ms", floor=floor, aim=1000),
        Figure("attract back after a kill, worst", max(took), "ms", aim=1000, note=f"of {len(took)}"),
    ]


if __name__ == "__main__":
    run("back", measure)
