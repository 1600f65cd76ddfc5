"""A home of 100,000 answers beside an empty one: how long each takes to start. The answers are simulated.

Usage: python -m benchmarks.full_home [--answers N]
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.children import display
from benchmarks.figures import Figure, run, say
from benchmarks.start import start

RUNS = 9


def fill(home: Path, answers: int) -> float:
    """Seconds that `kiosk simulate` takes for so many answers."""
    program = str(Path(sys.executable).with_name("kiosk"))
    begun = time.monotonic()
    command = [program, "simulate", "--answers", str(answers), "--seed", "1", "--home", str(home)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


def measure() -> list[Figure]:
    """Starts in turn, so that both meet the same weather."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--answers", type=int, default=100_000)
    answers = parser.parse_args().answers
    times: dict[str, list[float]] = {"full": [], "empty": []}
    with display() as environment, tempfile.TemporaryDirectory() as name:
        say(f"simulating {answers} answers")
        took = fill(Path(name) / "full", answers)
        for number in range(RUNS + 1):
            say(f"start {number} of {RUNS}")
            for which, found in times.items():
                home_ms = start(environment, Path(name) / which)[1]
                found += [home_ms] if number else []
    full, empty = (statistics.median(times[which]) for which in ("full", "empty"))
    return [
        Figure(f"start to home with {answers} answers", full, "ms", empty, 500, note="floor: an empty home"),
        Figure(f"simulating {answers} answers", took, "s", aim=60),
    ]


if __name__ == "__main__":
    run("full_home", measure)
