"""How long an answer takes to be on disk: through the store, beside a bare sqlite3 transaction in the same run.

Usage: python -m benchmarks.store_commit [--answers N] [--folder DIR] [--json]
The folder should lie on the disk the kiosk will use; a tmpfs knows no waiting.
"""

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.core.clock import SystemClock
from kiosk.core.events import ItemAnswered
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store import Store


def answer(number: int) -> ItemAnswered:
    """An answer as the anti-fraud station records it."""
    return ItemAnswered(
        station="anti_fraud",
        level="game_skin",
        item=f"game_skin-{number % 900:03}",
        item_hash=f"{number % 900:016x}",
        pack="fingertip-glow.game_skin",
        pack_hash="5d41402abc4b2a76",
        chosen=("B",),
        right=("B",),
        verdict="right",
        reading_ms=8_000 + number % 5_000,
    )


def times(one: Callable[[int], None], count: int) -> list[float]:
    """Milliseconds that each of `count` calls takes, some pause between them as with a child."""
    taken = []
    pause = threading.Event()
    for number in range(count):
        pause.wait(0.005)
        begun = time.perf_counter()
        one(number)
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def through_store(home: Path, count: int) -> list[float]:
    """From `append` to the word that it is on disk."""
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    visit = Visit(uuid7(SystemClock().utc_ms()))
    done = threading.Event()

    def then(on_disk: bool) -> None:
        assert on_disk
        done.set()

    def one(number: int) -> None:
        done.clear()
        store.append(answer(number), visit, then)
        done.wait()

    taken = times(one, count)
    store.close()
    return taken


def bare(folder: Path, count: int) -> list[float]:
    """The floor: one INSERT of as many bytes, WAL, synchronous=FULL, on the calling thread."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, body TEXT)")
    body = "x" * 350

    def one(number: int) -> None:
        connection.execute("INSERT INTO answer (body) VALUES (?)", (body,))

    taken = times(one, count)
    connection.close()
    return taken


def burst(home: Path, count: int) -> float:
    """Milliseconds until a burst of `count` single answers is on disk."""
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    visit = Visit(uuid7(SystemClock().utc_ms()))
    begun = time.perf_counter()
    for number in range(count):
        store.append(answer(number), visit)
    assert store.flush(60)
    taken = (time.perf_counter() - begun) * 1000
    store.close()
    return taken


def summary(taken: list[float]) -> dict[str, float]:
    """Median, p95 and worst, in milliseconds."""
    return {
        "median": round(statistics.median(taken), 3),
        "p95": round(statistics.quantiles(taken, n=20)[18], 3),
        "max": round(max(taken), 3),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=Path.cwd())
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder, prefix=".bench-") as name:
        folder = Path(name)
        result = {
            "commit_ms": summary(through_store(folder / "home", asked.answers)),
            "bare_sqlite_ms": summary(bare(folder, asked.answers)),
            "burst_of_500_ms": round(burst(folder / "burst", 500), 1),
        }
    if asked.json:
        json.dump(result, sys.stdout)
        return
    print(f"{'':28}{'median':>9}{'p95':>9}{'max':>9}   ms")
    for key, label in (("commit_ms", "durable answer (store)"), ("bare_sqlite_ms", "bare sqlite3, same disk")):
        figures = result[key]
        assert isinstance(figures, dict)
        print(f"{label:28}{figures['median']:9.2f}{figures['p95']:9.2f}{figures['max']:9.2f}")
    print(f"{'500 answers at once':28}{result['burst_of_500_ms']:9.1f}")


if __name__ == "__main__":
    main()
