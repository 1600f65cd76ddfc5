"""Opening a level to settled, and frames of a fight and of two children against each other, beside bare scenes.

Usage: python -m benchmarks.play
"""

import statistics
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from benchmarks.children import Child, display
from benchmarks.figures import Figure, percentile, run, say

SCREEN = (3840, 2160)
SIZES = ("1920x1080", "1080x1920", "3840x2160")
FRAMES_SIZE = "1920x1080"
Told = Mapping[str, list[float]]


def told(environment: Mapping[str, str], module: str, *arguments: object) -> Told:
    """The figures that a child says, by their word."""
    child = Child(environment, f"benchmarks.{module}", *arguments)
    found: dict[str, list[float]] = defaultdict(list)
    for word, value in child.hear_words(until="done"):
        found[word].append(value)
    child.end()
    return found


def opening(environment: Mapping[str, str], home: Path) -> list[Figure]:
    """Levels opened at each size, with and without pinyin."""
    figures = []
    for size in SIZES:
        floor = told(environment, "bare_play", "open", size)["settled"]
        for pinyin in ("", "pinyin"):
            say(f"opening levels at {size} {pinyin}")
            ours = told(environment, "play_window", home, "open", size, pinyin)["settled"]
            name = f"opening a level to settled, {size}{', pinyin' if pinyin else ''}"
            figures.append(Figure(name, statistics.median(ours), "ms", statistics.median(floor), 250))
            figures.append(Figure(f"{name}, p95", percentile(ours, 95), "ms", percentile(floor, 95)))
    return figures


def frames(environment: Mapping[str, str], home: Path) -> list[Figure]:
    """Every frame asks for the next, so that each stall shows; a hit is what moves most."""
    say("frames of a bare scene")
    floor = told(environment, "bare_play", "fight", FRAMES_SIZE)
    figures = []
    for what, title in (("fight", "a fight"), ("versus", "two children against each other")):
        say(f"frames of {title}")
        found = told(environment, "play_window", home, what, FRAMES_SIZE)
        figures.append(Figure(f"gap with which the last scene comes, {title}", found["won"][0], "ms"))
        for words, part in ((("gap", "hit"), title), (("hit",), f"{title}, while it is hit")):
            ours, bare = ([gap for word in words for gap in one[word]] for one in (found, floor))
            fps, bare_fps = 1000 / statistics.mean(ours), 1000 / statistics.mean(bare)
            note = f"of {len(ours)} frames, longest {max(ours):.0f} ms"
            figures.append(Figure(f"frames a second, {part}", fps, "fps", bare_fps, 58, more_is_better=True))
            figures.append(
                Figure(
                    f"gap between frames, {part}, p95", percentile(ours, 95), "ms", percentile(bare, 95), 20, note=note
                )
            )
    return figures


def measure() -> list[Figure]:
    """One home for all; its banks are installed before the first level is opened."""
    with display(SCREEN) as environment, tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        return opening(environment, home) + frames(environment, home)


if __name__ == "__main__":
    run("play", measure)
