"""A kiosk's first sync with a hub, and the next ones: both as processes, with TLS, on SQLite and on PostgreSQL.

Usage: python -m benchmarks.hub [--events N]
"""

import argparse
import os
import sqlite3
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import psycopg

from benchmarks import hub_sides
from benchmarks.children import Child, cpu_s, pss_kb
from benchmarks.figures import Figure, run, say
from benchmarks.hub_sides import HubProcess
from kiosk.core.ids import uuid7
from kiosk.sync import wire
from kiosk.sync.client import Address, Client
from kiosk.sync.code import EnrolCode
from kiosk.sync.wire import Row, Sender

EVENTS = 100_000
BODY = '{"answers":1}'


@dataclass(slots=True)
class Watched:
    """What was seen while the first sync ran: the hub's memory in MB, and how long one small batch took in s."""

    memory: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)


def measure_one(name: str, url: str, at: Path, events: int) -> list[Figure]:
    """All figures on one kind of database."""
    floor = hub_sides.bare_rate(at, url, min(events, 40_000))
    with hub_sides.hub(at / "hub", url) as served:
        alone = Watched()
        with watching(served, alone):
            threading.Event().wait(3)
        child = Child(os.environ, "benchmarks.hub_kiosk", at / "kiosk", served.url, served.code("base"), events)
        child.hear("ready")
        say(f"  {name}: {events} events wait")
        seen, cpu = Watched(), cpu_s(served.pid)
        with watching(served, seen):
            synced, wired, kiosk_cpu = (float(child.hear(word)) for word in ("synced", "wire", "cpu"))
            hub_cpu = cpu_s(served.pid) - cpu
        more = [float(one) for one in child.hear_all("more", until="over")]
        child.end()
        size = stored_bytes(served)
    quarter = max(1, len(seen.memory) // 4)
    grown = statistics.mean(seen.memory[-quarter:]) - statistics.mean(seen.memory[quarter : 2 * quarter])
    return [
        Figure(f"{name}: first sync", events / synced, "ev/s", floor, 10_000, True, "floor: bare inserts"),
        Figure(f"{name}: processor, hub", hub_cpu / events * 1e6, "us/ev", note="with roll-ups"),
        Figure(f"{name}: processor, kiosk", kiosk_cpu / events * 1e6, "us/ev"),
        Figure(f"{name}: {100} events more", statistics.median(more), "s", aim=0.5),
        Figure(f"{name}: hub's memory, most", max(seen.memory), "MB", aim=150),
        Figure(f"{name}: memory, last quarter less second", grown, "MB", note="flat: near 0"),
        Figure(
            f"{name}: longest wait of one event", max(seen.waits), "s", max(alone.waits), 0.3, note="floor: idle hub"
        ),
        Figure(f"{name}: on the wire", wired / events, "B/ev", aim=60),
        Figure(f"{name}: on disk", size / events, "B/ev", aim=400, note="roll-ups and log folded in"),
    ]


@contextmanager
def watching(served: HubProcess, seen: Watched) -> Iterator[None]:
    """Until the `with` ends, look at the hub's memory and push single events of another kiosk, each on its own."""
    stopping = threading.Event()
    client, sender = stranger(served)

    def push() -> None:
        seq, token = 0, ""
        while not stopping.wait(0.05):
            seq += 1
            now = time.time_ns() // 1_000_000
            id = bytes.fromhex(uuid7(now).replace("-", ""))
            row = Row(seq, sender.holder.encode()[:8], seq, id, None, 0, now, seq, "probe", 1, BODY)
            began = time.perf_counter()
            told = client.post(wire.EVENTS, wire.batch(sender, token, now, [row], {}, wire.VERSION))
            seen.waits.append(time.perf_counter() - began)
            token = str(told["token"])
            seen.memory.append(pss_kb(served.pid) / 1024)

    thread = threading.Thread(target=push)
    thread.start()
    yield
    stopping.set()
    thread.join()
    client.close()


def stranger(served: HubProcess) -> tuple[Client, Sender]:
    """Another kiosk, let in by the wire itself."""
    code, credential = EnrolCode.parse(served.code("another base")), os.urandom(32)
    address = Address(served.url, code.fingerprint.hex())
    sender = Sender(f"k{os.urandom(6).hex()}", os.urandom(4).hex(), "machine")
    knocking = Client(address)
    asked = {
        "v": wire.VERSION, "kiosk": sender.kiosk, "secret": code.secret.hex(),
        "credential": sha256(credential).hexdigest(), "machine": sender.machine, "holder": sender.holder,
    }  # fmt: skip
    knocking.post(wire.ENROL, wire.compact(asked).encode())
    knocking.close()
    return Client(address, credential.hex()), sender


def stored_bytes(served: HubProcess) -> float:
    """What the database takes on disk, once its log is folded back."""
    if not served.database:
        with closing(sqlite3.connect(served.data / "hub.db", isolation_level=None)) as file:
            file.execute("PRAGMA wal_checkpoint(PASSIVE)")
        return float((served.data / "hub.db").stat().st_size)
    with psycopg.connect(served.database.replace("+psycopg", ""), autocommit=True) as server:
        server.execute("DROP TABLE IF EXISTS bare")
        row = server.execute(_SIZE).fetchone()
        return float(row[0]) if row else 0.0


_SIZE = (
    "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
)


def main() -> None:
    """Measure and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=EVENTS)
    asked = parser.parse_args()

    def measure() -> list[Figure]:
        found = []
        with hub_sides.each_database() as databases:
            for name, url in databases.items():
                with hub_sides.folder() as at:
                    found += measure_one(name, url, at, asked.events)
        return found

    run("hub", measure)


if __name__ == "__main__":
    main()
