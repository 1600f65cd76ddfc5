"""How evenly frames come: a level played by touch, and the attract demo, on the software renderer at 1920x1080.

Usage: python -m benchmarks.frames
"""

import statistics
import tempfile
from pathlib import Path

from benchmarks.children import Child, display
from benchmarks.figures import Figure, percentile, run

REST_MS = 100
"""In attract nothing moves for seconds; a longer gap is such a rest and no dropped frame."""


def gaps(environment: dict[str, str], home: Path, what: str) -> list[float]:
    """Milliseconds between frames."""
    child = Child(environment, "benchmarks.kiosk_window", home, what)
    found = child.hear_all("gap", until="done")
    child.end()
    return [float(value) for value in found]


def measure() -> list[Figure]:
    """Play asks for a frame after each frame, so that every stall shows; attract asks by itself."""
    with display() as environment, tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        play = gaps(environment, home, "play")
        attract = [gap for gap in gaps(environment, home, "attract") if gap < REST_MS]
    return [
        Figure("frames a second in play", 1000 / statistics.mean(play), "fps", None, 60, more_is_better=True),
        Figure("gap between frames in play, p95", percentile(play, 95), "ms", None, 17),
        Figure("gap between frames in play, longest", max(play), "ms", note=f"of {len(play)} frames"),
        Figure("frames a second in attract while it moves", 1000 / statistics.mean(attract), "fps"),
        Figure("gap between frames in attract, p95", percentile(attract, 95), "ms", note=f"of {len(attract)} frames"),
    ]


if __name__ == "__main__":
    run("frames", measure)
