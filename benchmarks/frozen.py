"""How long the frozen program in `dist/kiosk/` takes to its first frame, warm, beside a bare PySide6 window.

Usage: python -m benchmarks.frozen [FOLDER] (after `make dist`; not among `make bench`, which needs no frozen program).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.children import ROOT, display
from benchmarks.figures import Figure, run, say
from benchmarks.start import bare
from kiosk.core.programs import RUN_MODULE, SHOWN, SUPERVISED

RUNS = 9
FOLDER = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "dist" / "kiosk"


def start(environment: Mapping[str, str], home: Path) -> float:
    """Milliseconds from starting the screen process until it tells its supervisor that its first frame stands."""
    command = [str(FOLDER / "kiosk"), RUN_MODULE, "kiosk.app", "--home", str(home), "--size", "1920x1080"]
    begun = time.monotonic()
    with subprocess.Popen(command, env={**environment, SUPERVISED: "1"}, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        shown = next((time.monotonic() - begun for line in process.stdout if line.strip() == SHOWN), None)
        process.terminate()
    if shown is None:
        raise RuntimeError("the frozen program showed nothing")
    return shown * 1000


def measure() -> list[Figure]:
    """The second start and on, in turn with the floor."""
    with display() as environment, tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        start(environment, home)
        frames, floors = [], []
        for number in range(RUNS):
            say(f"start {number + 1} of {RUNS}")
            frames.append(start(environment, home))
            floors.append(bare(environment))
    load = f"load {os.getloadavg()[0]:.0f}; best {min(frames):.0f}, floor's best {min(floors):.0f}"
    middle, floor = statistics.median(frames), statistics.median(floors)
    return [Figure("frozen: start to first frame, warm", middle, "ms", floor=floor, aim=300, note=load)]


if __name__ == "__main__":
    run("frozen", measure)
