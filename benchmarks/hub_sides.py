"""What the hub's measurements stand on: a hub as a process, PostgreSQL on the disk, bare inserts as the floor."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import psycopg

from benchmarks.children import ROOT, children_of, cpu_s
from kiosk.sync.client import context
from tests.hub import postgres_help
from tests.hub.hub_help import free_port

DISK = Path("/var/tmp")
"""A real disk: what is acknowledged must be on one."""
BATCH = 2_000
_BODY = os.urandom(105)


@dataclass(frozen=True, slots=True)
class HubProcess:
    """A hub that serves; `pids` are its processes."""

    url: str
    data: Path
    database: str
    pid: int

    def code(self, base: str) -> str:
        """An enrolment code."""
        command = [*_PROGRAM, "enroll", "--data", str(self.data), "--base", base, "--json"]
        return str(json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)["code"])


_PROGRAM = [sys.executable, "-c", "import sys; from kiosk.hub.commands import main; sys.exit(main())"]


@contextmanager
def hub(folder: Path, database: str) -> Iterator[HubProcess]:
    """A hub over `database` (empty: SQLite in `folder`), with TLS, on loopback."""
    port = free_port()
    command = [*_PROGRAM, "serve", "--data", str(folder), "--port", str(port)]
    command += ["--database", database] if database else []
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    made = HubProcess(f"https://127.0.0.1:{port}", folder, database, process.pid)
    try:
        _wait(made.url, process)
        yield made
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def each_database() -> Iterator[dict[str, str]]:
    """The URL of each kind of database, both on `DISK`; empty for SQLite."""
    with postgres_help.cluster(DISK, "-c fsync=on -c shared_buffers=256MB -c max_wal_size=2GB") as cluster:
        yield {"SQLite": "", "PostgreSQL": cluster.new_url()}


@contextmanager
def folder() -> Iterator[Path]:
    """A folder on the disk."""
    with tempfile.TemporaryDirectory(dir=DISK, prefix="hub-bench-") as name:
        yield Path(name)


def servers_cpu_s(url: str) -> float:
    """Seconds of processor time that the processes of PostgreSQL at `url` have used; 0 for SQLite."""
    if not url:
        return 0.0
    home = Path(unquote(url.split("host=")[1]))
    postmaster = int((home / "data" / "postmaster.pid").read_text().split()[0])
    return sum(cpu_s(pid) for pid in children_of(postmaster))


def bare_rate(at: Path, database: str, rows: int) -> float:
    """Rows a second of plain inserts of as many bytes, as many in a transaction, one index beside the key."""
    insert = _bare_postgresql(database) if database else _bare_sqlite(at / "bare.db")
    began = time.perf_counter()
    for start in range(0, rows, BATCH):
        insert([(start + place, os.urandom(16), start, _BODY) for place in range(BATCH)])
    return rows / (time.perf_counter() - began)


Insert = Callable[[list[tuple[int, bytes, int, bytes]]], None]


def _bare_sqlite(file: Path) -> Insert:
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, visit BLOB, batch INTEGER, body BLOB)")
    connection.execute("CREATE INDEX bare_batch ON bare (batch)")

    def insert(rows: list[tuple[int, bytes, int, bytes]]) -> None:
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO bare VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")

    return insert


def _bare_postgresql(url: str) -> Insert:
    connection = psycopg.connect(url.replace("+psycopg", ""))
    connection.execute("DROP TABLE IF EXISTS bare")
    connection.execute("CREATE TABLE bare (id bigint PRIMARY KEY, visit bytea, batch bigint, body bytea)")
    connection.execute("CREATE INDEX bare_batch ON bare (batch)")
    connection.commit()

    def insert(rows: list[tuple[int, bytes, int, bytes]]) -> None:
        connection.cursor().executemany("INSERT INTO bare VALUES (%s, %s, %s, %s)", rows)
        connection.commit()

    return insert


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 90
    while True:
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=5, context=context(pinned=True)).close()
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)
