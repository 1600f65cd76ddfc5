"""From a finger's touch to the frame that answers it: answers of an item in the fight, beside a bare Rectangle.

Usage: python -m benchmarks.touch
"""

import statistics
import tempfile
from pathlib import Path

from benchmarks.children import Child, display
from benchmarks.figures import Figure, percentile, run

TOUCHES = 120


def taken(child: Child) -> list[float]:
    """Milliseconds of each touch that the child tells of."""
    child.hear("frame")
    times = [float(child.hear("touched")) for _ in range(TOUCHES)]
    child.end()
    return times


def measure() -> list[Figure]:
    """Many touches, one run each of ours and of the floor."""
    with display() as environment, tempfile.TemporaryDirectory() as name:
        ours = taken(Child(environment, "benchmarks.kiosk_window", Path(name) / "home", "touch", TOUCHES))
        floor = taken(Child(environment, "benchmarks.bare_window", "touch", TOUCHES))
    return [
        Figure("touch to frame in the fight, median", statistics.median(ours), "ms", statistics.median(floor), 8),
        Figure("touch to frame in the fight, p95", percentile(ours, 95), "ms", percentile(floor, 95)),
    ]


if __name__ == "__main__":
    run("touch", measure)
