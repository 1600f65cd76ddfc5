"""How long opening the memory takes, empty and with many answers, and what an answer weighs on disk.

Each opening is a process of its own. Usage: python -m benchmarks.store_open [--answers N] [--folder DIR] [--json]
"""

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from benchmarks.store_commit import answer
from kiosk.core.clock import SteppedClock
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store import Store

RUNS = 15
CHILD = """
import sys, time
begun = time.perf_counter()
from pathlib import Path
from kiosk.core.clock import SystemClock
from kiosk.store import Store, settings
imported = time.perf_counter()
store = Store.open(Path(sys.argv[1]), SystemClock())
opened = time.perf_counter()
with store.read() as connection:
    settings.read_all(connection)
read = time.perf_counter()
print((imported - begun) * 1000, (opened - imported) * 1000, (read - opened) * 1000)
store.close()
"""
BARE = """
import sys, time
begun = time.perf_counter()
import sqlite3
imported = time.perf_counter()
connection = sqlite3.connect(sys.argv[1] + "/kiosk.db")
connection.execute("SELECT name FROM sqlite_master").fetchone()
opened = time.perf_counter()
print((imported - begun) * 1000, (opened - imported) * 1000, 0)
"""


def fill(home: Path, count: int) -> None:
    """A home with `count` answers in visits of 20."""
    clock = SteppedClock()
    store = Store.open(home, clock, housekeeping_after_s=None)
    for first in range(0, count, 1_000):
        visits = [Visit(uuid7(clock.utc_ms() + number)) for number in range(50)]
        clock.step(60_000)
        store.append_many((answer(number), visits[number % 50]) for number in range(first, min(first + 1_000, count)))
    assert store.flush(120)
    store.close()


def opening(code: str, home: Path) -> dict[str, float]:
    """Median milliseconds of importing, opening and reading the settings."""
    runs = []
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, "-c", code, str(home)], check=True, capture_output=True, text=True)
        runs.append([float(part) for part in done.stdout.split()])
    names = ("import", "open", "settings")
    return {
        name: round(statistics.median(column), 2) for name, column in zip(names, zip(*runs, strict=True), strict=True)
    }


def bytes_an_answer(home: Path, count: int) -> dict[str, float]:
    """What the database weighs for each answer with its indexes, and the body's part in it."""
    with closing(sqlite3.connect(home / "kiosk.db")) as connection:
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        body = connection.execute("SELECT avg(length(CAST(body AS BLOB))) FROM journal_entry").fetchone()[0]
    return {"whole": round((pages - free) * size / count, 1), "body": round(body, 1)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=Path.cwd())
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder, prefix=".bench-") as name:
        empty, full = Path(name) / "empty", Path(name) / "full"
        fill(empty, 0)
        fill(full, asked.answers)
        result = {
            "empty_ms": opening(CHILD, empty),
            "full_ms": opening(CHILD, full),
            "bare_sqlite_ms": opening(BARE, full),
            "answers": asked.answers,
            "bytes_an_answer": bytes_an_answer(full, asked.answers),
        }
    if asked.json:
        json.dump(result, sys.stdout)
        return
    print(f"{'':28}{'import':>9}{'open':>9}{'settings':>9}   ms")
    rows = (("empty_ms", "empty home"), ("full_ms", f"{asked.answers} answers"), ("bare_sqlite_ms", "bare sqlite3"))
    for key, label in rows:
        figures = result[key]
        assert isinstance(figures, dict)
        print(f"{label:28}{figures['import']:9.2f}{figures['open']:9.2f}{figures['settings']:9.2f}")
    print("bytes an answer:", result["bytes_an_answer"])


if __name__ == "__main__":
    main()
