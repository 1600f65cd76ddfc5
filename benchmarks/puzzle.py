"""The jigsaw: cutting 1080p, opening 200 pieces, dragging among them on the software renderer, memory.

The floors: the picture copied as rectangles, and a bare item that follows a finger. Usage: python -m benchmarks.puzzle
"""

import statistics
from collections.abc import Mapping

from benchmarks.children import Child, display
from benchmarks.figures import Figure, percentile, run

CUTS = (("plain", 50, 30), ("plain", 500, 80), ("loose", 50, 70), ("loose", 500, 200))
"""What is painted, into how many pieces, and the most milliseconds it should take."""
NAMES = {"plain": "cut 1080p into {}", "loose": "cut 1080p into {}, with shadows"}
OPENINGS = 3
PIECES = 200


def cutting(environment: Mapping[str, str]) -> list[Figure]:
    """Cut and paint."""
    figures = []
    for kind, count, aim in CUTS:
        child = Child(environment, "benchmarks.puzzle_window", "cut", count, kind)
        ours = [float(value) for value in child.hear_all("cut", until="cut-all")]
        floor = [float(value) for value in child.hear_all("copied", until="done")]
        child.end()
        name = NAMES[kind].format(count)
        figures.append(Figure(name, statistics.median(ours), "ms", statistics.median(floor), aim))
    return figures


def opening(environment: Mapping[str, str]) -> list[Figure]:
    """A jigsaw comes on the screen."""
    taken, memory = [], []
    for _ in range(OPENINGS):
        child = Child(environment, "benchmarks.puzzle_window", "open", PIECES)
        taken.append(float(child.hear("opened")))
        memory.append(float(child.hear("memory")))
        child.end()
    return [
        Figure(f"open {PIECES} pieces to first frame", statistics.median(taken), "ms", None, 300),
        Figure(f"memory of {PIECES} pieces on the screen", statistics.median(memory), "MB"),
    ]


def gaps(environment: Mapping[str, str], *what: object) -> list[float]:
    """Milliseconds between frames."""
    child = Child(environment, "benchmarks.puzzle_window", *what)
    found = child.hear_all("gap", until="done")
    child.end()
    return [float(value) for value in found]


def dragging(environment: Mapping[str, str]) -> list[Figure]:
    """One finger, and four at once, beside a bare item."""
    floor = gaps(environment, "bare")
    figures = []
    for fingers, name in ((1, "one of"), (4, "four of")):
        ours = gaps(environment, "drag", PIECES, fingers)
        fps = 1000 / statistics.mean(ours), 1000 / statistics.mean(floor)
        p95 = percentile(ours, 95), percentile(floor, 95)
        figures += [
            Figure(f"dragging {name} {PIECES} pieces", fps[0], "fps", fps[1], 58, more_is_better=True),
            Figure(f"dragging {name} {PIECES} pieces, gap, p95", p95[0], "ms", p95[1], 20),
        ]
    return figures


def measure() -> list[Figure]:
    """All of it."""
    with display() as environment:
        return [*cutting(environment), *opening(environment), *dragging(environment)]


if __name__ == "__main__":
    run("puzzle", measure)
