"""A home with a bank of 50,000 items beside one of 100: how long each takes to start, and to open a level.

Usage: python -m benchmarks.big_bank
"""

import statistics
import tempfile
from pathlib import Path

from benchmarks.children import display
from benchmarks.figures import Figure, run, say
from benchmarks.play import told
from benchmarks.start import start
from kiosk.core.clock import SystemClock
from kiosk.core.item import Item, Message, Option, Part
from kiosk.core.places import program_folder
from kiosk.packs.bank import Bank
from kiosk.packs.library import Library
from kiosk.store import Store

SMALL, BIG = 100, 50_000
RUNS = 9
NATURES = ("scam", "genuine")


def item(number: int) -> Item:
    """One of many: half of them messages, half of those genuine."""
    why = "先停一停，再问大人。看清向你要什么。"
    if number % 2:
        options = tuple(Option(key, f"第 {number} 题的做法 {key}") for key in "ABC")
        return Item(
            f"c{number}", "choice", f"第 {number} 题：怎么做？", ("B",), options, why, "game_skin", f"t{number % 40}"
        )
    nature = NATURES[number // 2 % 2]
    message = Message("chat", "某人", (Part(f"第 {number} 条消息：周末一起画画吗？"),))
    stem = "你觉得这条消息是……"
    return Item(
        f"j{number}", "judge", stem, (nature,), (), why, "game_skin", f"t{number % 40}", nature=nature, message=message
    )


def fill(home: Path, items: int) -> None:
    """A home with our banks and one of so many items."""
    store = Store.open(home, SystemClock())
    library = Library(store, program_folder() / "quizzes", SystemClock())
    library.ensure_built_in()
    bank = Bank("example.many", "1.0.0", "很多题", "zh", "CC0-1.0", "某人", tuple(map(item, range(items))))
    library.install(bank, "native")
    store.close()


def measure() -> list[Figure]:
    """Starts in turn, so that both meet the same weather."""
    starts: dict[int, list[float]] = {SMALL: [], BIG: []}
    opened: dict[int, float] = {}
    with display() as environment, tempfile.TemporaryDirectory() as name:
        for items in starts:
            say(f"installing {items} items")
            fill(Path(name) / str(items), items)
        for number in range(RUNS + 1):
            say(f"start {number} of {RUNS}")
            for items, found in starts.items():
                home_ms = start(environment, Path(name) / str(items))[1]
                found += [home_ms] if number else []
        for items in starts:
            say(f"opening levels beside {items} items")
            home = Path(name) / str(items)
            opened[items] = statistics.median(told(environment, "play_window", home, "open", "1920x1080")["settled"])
    small, big = (statistics.median(starts[items]) for items in (SMALL, BIG))
    note = f"floor: a bank of {SMALL}"
    return [
        Figure(f"start to home with a bank of {BIG} items", big, "ms", small, 500, note=note),
        Figure(f"opening a level with a bank of {BIG} items", opened[BIG], "ms", opened[SMALL], 250, note=note),
    ]


if __name__ == "__main__":
    run("big_bank", measure)
