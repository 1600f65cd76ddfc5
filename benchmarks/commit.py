"""How long a durable answer takes, beside a bare sqlite3 transaction: `benchmarks.store_commit` as figures.

Usage: python -m benchmarks.commit
"""

import json
import subprocess
import sys

from benchmarks.children import ROOT
from benchmarks.figures import Figure, run


def measure() -> list[Figure]:
    """Runs the store's own script."""
    command = [sys.executable, "-m", "benchmarks.store_commit", "--json"]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    ours, floor = told["commit_ms"], told["bare_sqlite_ms"]
    return [
        Figure("durable answer, median", ours["median"], "ms", floor["median"], 5),
        Figure("durable answer, p95", ours["p95"], "ms", floor["p95"]),
    ]


if __name__ == "__main__":
    run("commit", measure)
