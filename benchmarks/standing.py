"""A kiosk that stands there, as `kiosk run` starts it: its memory at home, its processor time with nobody touching it.

Usage: python -m benchmarks.standing
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.children import SIZE, Child, children_of, cpu_s, display, pss_kb, together_kb
from benchmarks.figures import Figure, run, say

RUNS = 3
SETTLE_S = 6.0
"""The built-in banks, the look through the database and the first backup are over by then."""
WATCH_S = 20.0


@contextmanager
def running(environment: Mapping[str, str], home: Path) -> Iterator[tuple[int, int]]:
    """`kiosk run` on full screen: the supervisor and the screen process."""
    program = str(Path(sys.executable).with_name("kiosk"))
    process = subprocess.Popen([program, "run", "--home", str(home)], env=dict(environment), stderr=subprocess.DEVNULL)
    try:
        time.sleep(SETTLE_S)
        yield process.pid, children_of(process.pid)[0]
    finally:
        process.terminate()
        process.wait()


def enter(environment: Mapping[str, str]) -> None:
    """Touch the attract screen as a finger does: press, wait, lift. A mouse has to stand in for it under X."""
    for act in (("mousemove", str(SIZE[0] // 2), str(SIZE[1] - 150)), ("mousedown", "1"), ("mouseup", "1")):
        subprocess.run(["xdotool", *act], env=dict(environment), check=True)
        time.sleep(0.1)


def share(pids: list[int]) -> float:
    """Processor time of `pids`, as percent of one core, over `WATCH_S` seconds."""
    before, begun = sum(map(cpu_s, pids)), time.monotonic()
    time.sleep(WATCH_S)
    return 100 * (sum(map(cpu_s, pids)) - before) / (time.monotonic() - begun)


def bare(environment: Mapping[str, str], figure: Callable[[list[int]], float]) -> float:
    """The same figure of the floor: a bare PySide6 window."""
    child = Child(environment, "benchmarks.bare_window")
    child.hear("frame")
    time.sleep(1.0)
    value = figure([child.pid])
    child.end()
    return value


def pss_mb(pids: list[int]) -> float:
    return sum(map(pss_kb, pids)) / 1024


def alone_mb(pids: list[int]) -> float:
    return together_kb(pids) / 1024


def measure() -> list[Figure]:
    """Memory as the median of several starts; processor time over one long look each at attract and home."""
    pss, alone, shares, floors = [], [], [0.0, 0.0], []
    with display() as environment, tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        for number in range(RUNS):
            say(f"standing {number + 1} of {RUNS}")
            with running(environment, home) as pids:
                if number == 0:
                    shares[0] = share(list(pids))
                enter(environment)
                time.sleep(2.0)
                if number == 0:
                    shares[1] = share(list(pids))
                pss.append(pss_mb(list(pids)))
                alone.append(alone_mb(list(pids)))
            floors.append(bare(environment, alone_mb))
        idle_floor = bare(environment, share)
    floor = statistics.median(floors)
    return [
        Figure("memory at home, PSS", statistics.median(pss), "MB", aim=110, note="screen + supervisor, now"),
        Figure(
            "memory at home, nobody else on the PC", statistics.median(alone), "MB", floor, 110, note="the same two"
        ),
        Figure("processor with home untouched", shares[1], "% core", idle_floor, 1),
        Figure("processor with attract running", shares[0], "% core", idle_floor, 25),
    ]


if __name__ == "__main__":
    run("standing", measure)
