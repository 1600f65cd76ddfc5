"""Exports of 100,000 and a million answers by command, beside plain sqlite3 and csv on the same rows in the same run.

Time is that of the whole command, from its start to its end; memory is its peak beyond that of a command that does
nothing. Usage: python -m benchmarks.exports [--answers N] [--runs N]
"""

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, run, say
from benchmarks.full_home import fill

TIMES = 10
"""How much longer the long journal is."""
KB = 1 << 10
PLAIN = """
import csv, json, sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
with open(sys.argv[2], "w", encoding="utf-8-sig", newline="") as file:
    out = csv.writer(file)
    rows = "SELECT epoch, seq, id, kiosk, visit, origin, utc_ms, body FROM journal_entry"
    for row in db.execute(rows + " WHERE kind = 'item_answered' ORDER BY position"):
        out.writerow([*row[:-1], *json.loads(row[-1]).values()])
"""
"""The floor: every answer's row and body; no texts, no names, nothing made harmless, durable or verified."""
LONGER = """
    INSERT INTO journal_entry (epoch, seq, id, kiosk, visit, origin, utc_ms, monotonic_ms, code, version, stored)
    SELECT cast(substr(epoch, 1, length(epoch) - 1) || ? AS BLOB), seq,
        cast(substr(id, 1, length(id) - 1) || ? AS BLOB), kiosk,
        cast(substr(visit, 1, length(visit) - 1) || ? AS BLOB), origin, utc_ms, monotonic_ms, code, version, stored
    FROM journal_entry WHERE position <= ?
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: seconds from start to end, peak kilobytes, seconds of processor."""

    seconds: float
    kilobytes: float
    processor: float

    @property
    def note(self) -> str:
        """On a busy machine the processor's seconds are what can be compared."""
        return f"processor {self.processor:.1f} s"


def measured(command: Sequence[str]) -> Spent:
    """Run `command` once."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}")
    return Spent(time.monotonic() - begun, used.ru_maxrss, used.ru_utime + used.ru_stime)


def middle(command: Sequence[str], runs: int) -> Spent:
    """The medians of several runs."""
    found = [measured(command) for _ in range(runs)]
    return Spent(
        statistics.median(one.seconds for one in found),
        statistics.median(one.kilobytes for one in found),
        statistics.median(one.processor for one in found),
    )


def lengthen(home: Path, times: int) -> None:
    """Make the journal so many times as long, by copies of its visits under ids of their own."""
    with closing(sqlite3.connect(home / "kiosk.db")) as db, db:
        last = db.execute("SELECT max(position) FROM journal_entry").fetchone()[0]
        for number in range(1, times):
            db.execute(LONGER, (*[bytes([number])] * 3, last))


def measure() -> list[Figure]:
    """Both journals, every format of the shorter one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--answers", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    program = str(Path(sys.executable).with_name("kiosk"))
    with tempfile.TemporaryDirectory() as name:
        home, out = Path(name) / "home", Path(name) / "out"

        def exported(form: str, table: str = "log") -> Spent:
            say(f"{table} as {form}")
            return middle([program, "export", table, "--format", form, "--home", str(home), str(out)], given.runs)

        def plain() -> Spent:
            return middle([sys.executable, "-c", PLAIN, str(home / "kiosk.db"), str(out)], given.runs)

        say(f"simulating {given.answers} answers")
        fill(home, given.answers)
        idle = middle([program, "pack", "list", "--home", str(home)], given.runs).kilobytes
        floor = plain()
        csv, xlsx, xapi, visits = exported("csv"), exported("xlsx"), exported("xapi"), exported("csv", "visits")
        say(f"{TIMES} times as many")
        lengthen(home, TIMES)
        long_floor, long = plain(), exported("csv")
    count = f"{given.answers:,} answers"
    beyond = {
        name: (one.kilobytes - idle) / KB
        for name, one in (("floor", floor), ("csv", csv), ("xlsx", xlsx), ("long", long))
    }
    linear = long.processor / csv.processor
    return [
        Figure(f"{count} as csv", csv.seconds, "s", floor.seconds, 2, note=csv.note),
        Figure(f"{count} as csv, memory", beyond["csv"], "MB", beyond["floor"], 80, note="beyond idle"),
        Figure(f"{count} as xlsx", xlsx.seconds, "s", floor.seconds, 15, note=xlsx.note),
        Figure(f"{count} as xlsx, memory", beyond["xlsx"], "MB", note="beyond idle"),
        Figure(f"{count} as xAPI", xapi.seconds, "s", floor.seconds, note=xapi.note),
        Figure(f"visits of {count} as csv", visits.seconds, "s", floor.seconds, note=visits.note),
        Figure(f"{TIMES * given.answers:,} answers as csv", long.seconds, "s", long_floor.seconds, note=long.note),
        Figure(f"{TIMES} times as many take", linear, "times", aim=TIMES * 1.2, note="of the processor: linear"),
        Figure(f"{TIMES * given.answers:,} answers, memory", beyond["long"], "MB", aim=80, note="beyond idle"),
    ]


if __name__ == "__main__":
    run("exports", measure)
