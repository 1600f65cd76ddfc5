"""How long a start takes, to the first frame and to home, warm and cold, beside a bare PySide6 window.

Usage: python -m benchmarks.start
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.children import ROOT, Child, display
from benchmarks.figures import Figure, run, say

WARM_RUNS, COLD_RUNS = 9, 3
DROP = Path("/proc/sys/vm/drop_caches")


def start(environment: Mapping[str, str], home: Path) -> tuple[float, float]:
    """Milliseconds to the first frame and to home: the second is touched as soon as the first stands."""
    child = Child(environment, "benchmarks.kiosk_window", home, "start")
    frame, more = float(child.hear("frame")), float(child.hear("home"))
    child.end()
    return frame, frame + more


def bare(environment: Mapping[str, str]) -> float:
    """Milliseconds to the floor's first frame."""
    child = Child(environment, "benchmarks.bare_window")
    frame = float(child.hear("frame"))
    child.end()
    return frame


def measure() -> list[Figure]:
    """Warm: the second start and on. Cold: with nothing of the program in the page cache."""
    with display() as environment, tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        start(environment, home)
        bare(environment)
        warm = series(environment, home, WARM_RUNS, lambda: None)
        forget = forgetting()
        cold = series(environment, home, COLD_RUNS, forget)
    how = "caches dropped" if forget is drop_caches else "the program's files let go of by posix_fadvise"
    return [
        Figure("start to first frame, warm", warm[0], "ms", floor=warm[2]),
        Figure("start to home, warm", warm[1], "ms", aim=500),
        Figure("start to first frame, cold", cold[0], "ms", floor=cold[2], note=how),
        Figure("start to home, cold", cold[1], "ms", note=how),
    ]


def series(
    environment: Mapping[str, str], home: Path, runs: int, before: Callable[[], None]
) -> tuple[float, float, float]:
    """Medians of first frame, home, and the floor's first frame, each start after `before`, in turn."""
    frames, homes, floors = [], [], []
    for number in range(runs):
        say(f"start {number + 1} of {runs}")
        before()
        frame, home_ms = start(environment, home)
        before()
        floors.append(bare(environment))
        frames.append(frame)
        homes.append(home_ms)
    return statistics.median(frames), statistics.median(homes), statistics.median(floors)


def forgetting() -> Callable[[], None]:
    """The best way to a cold start that this machine allows."""
    try:
        drop_caches()
    except OSError:
        return let_go_of_files
    return drop_caches


def drop_caches() -> None:
    """Empty the machine's page cache. Raises OSError where that is not allowed."""
    os.sync()
    DROP.write_text("1")


def let_go_of_files() -> None:
    """Have the kernel forget the program's files, Python's and Qt's included, unless others have them mapped."""
    for folder in (ROOT, Path(sys.base_prefix), Path("/usr/share/fonts")):
        for path in folder.rglob("*"):
            if path.is_file():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


if __name__ == "__main__":
    run("start", measure)
