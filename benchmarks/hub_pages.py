"""How long every page of the hub takes over a full store: wall time p95 and the server's own processor time.

Usage: python -m benchmarks.hub_pages [--answers N] [--kiosks K] [--data DIR] [--database URL]
The store is filled past the wire and rolled up; `--data` names one that is full already. Pages are asked for with a
year and with the simulated rows that it holds. An answer brings about one other event with it.
"""

import argparse
import http.client
import json
import re
import statistics
import time
import urllib.request
from pathlib import Path
from random import Random

import sqlalchemy as sa

from benchmarks import hub_sides
from benchmarks.children import cpu_s
from benchmarks.figures import Figure, percentile, run, say
from benchmarks.hub_sides import HubProcess
from kiosk.hub.hub import Hub
from kiosk.hub.pages.site import COOKIE
from kiosk.hub.people import persons
from kiosk.hub.people.sessions import Sessions
from kiosk.hub.rollups import rolling
from kiosk.hub.simulating import Filling
from kiosk.hub.store import tables
from kiosk.rehearsal.simulated_town import play_town
from kiosk.sync.client import context

TIMES = 20
ASKED = "?origin=simulated&days=365"
MACHINES = ("/sync", "/healthz", "/metrics", "/openapi.json", "/hub.css")
"""What no person looks at."""


def fill(data: Path, url: str, answers: int, kiosks: int) -> None:
    """Fill a store and roll it up."""
    hub = Hub.open(data, url)
    random = Random(5)
    filling = Filling(hub, play_town(random, hub.clock.utc_ms()), kiosks // 5, kiosks, random)
    filling.add(answers, lambda _done: None)
    say(f"  {answers} answers stored")
    while rolling.roll(hub):
        pass
    hub.close()


def cookie(data: Path, url: str) -> tuple[str, int]:
    """An administrator's session; and how many events there are."""
    hub = Hub.open(data, url)
    try:
        sessions = Sessions(hub)
        with hub.database.read() as connection:
            admin = persons.by_name(connection, persons.FIRST)
            events = int(connection.execute(sa.select(sa.func.sum(tables.batch.c.events))).scalar() or 0)
        return sessions.open(admin, ""), events
    finally:
        hub.close()


def pages(served: HubProcess) -> list[str]:
    """The address of every page, of the first base and the first kiosk where it is one's."""
    with urllib.request.urlopen(f"{served.url}/openapi.json", context=context(pinned=True)) as answer:
        told = json.load(answer)["paths"]
    found = [path for path, does in told.items() if "get" in does and not path.startswith(MACHINES)]
    return [re.sub(r"{\w+}", "1", path) for path in found]


def measure_one(name: str, served: HubProcess, session: str, events: int) -> list[Figure]:
    """Every page, some times."""
    slow: dict[str, list[float]] = {}
    busy: dict[str, float] = {}
    for path in pages(served):
        connection = http.client.HTTPSConnection(served.url.removeprefix("https://"), context=context(pinned=True))
        connection.connect()
        taken = []
        cpu = cpu_s(served.pid)
        for _ in range(TIMES):
            began = time.perf_counter()
            connection.request("GET", path + ASKED, headers={"Cookie": f"{COOKIE}={session}"})
            answer = connection.getresponse()
            answer.read()
            if answer.status in (404, 405):
                break
            assert answer.status < 400, f"{path}: {answer.status}"
            taken.append((time.perf_counter() - began) * 1000)
        connection.close()
        if len(taken) == TIMES:
            slow[path], busy[path] = taken, (cpu_s(served.pid) - cpu) / TIMES * 1000
    worst = max(slow, key=lambda path: percentile(slow[path], 95))
    dearest = max(busy, key=busy.__getitem__)
    for path, taken in sorted(slow.items()):
        times = f"median {statistics.median(taken):7.1f} p95 {percentile(taken, 95):7.1f} cpu {busy[path]:6.1f} ms"
        say(f"  {path:28} {times}")
    note = f"{len(slow)} pages, {events:,} events; "
    return [
        Figure(f"{name}: slowest page, p95", percentile(slow[worst], 95), "ms", aim=100, note=f"{note}{worst}"),
        Figure(f"{name}: slowest page, processor", busy[dearest], "ms", aim=100, note=dearest),
    ]


def main() -> None:
    """Measure and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=500_000)
    parser.add_argument("--kiosks", type=int, default=2_000)
    parser.add_argument("--data", type=Path, default=None)
    parser.add_argument("--database", default="")
    asked = parser.parse_args()

    def measure() -> list[Figure]:
        with hub_sides.folder() as at:
            data = asked.data or at / "hub"
            if asked.data is None:
                fill(data, asked.database, asked.answers, asked.kiosks)
            with hub_sides.hub(data, asked.database) as served:
                session, events = cookie(data, asked.database)
                kind = "PostgreSQL" if asked.database else "SQLite"
                return measure_one(kind, served, session, events)

    run("hub_pages", measure)


if __name__ == "__main__":
    main()
