"""How long every page of the hub takes over a full store, for every role: wall time p95 and the server's own work.

Usage: python -m benchmarks.hub_pages [--answers N] [--kiosks K] [--data DIR [--database URL]]
SQLite and PostgreSQL, filled past the wire and rolled up; or the one hub that `--data` (and `--database`) names, which
is full already. Pages are asked for with a year and with the simulated rows that the store holds. An answer brings
about one other event with it.
"""

import argparse
import http.client
import json
import re
import statistics
import time
import urllib.request
from collections import defaultdict
from pathlib import Path
from random import Random

from benchmarks import hub_sides
from benchmarks.children import cpu_s
from benchmarks.figures import Figure, percentile, run, say
from benchmarks.hub_people import Ground, Looking, ground
from benchmarks.hub_sides import HubProcess
from benchmarks.hub_stored import roll_all
from kiosk.hub.hub import Hub
from kiosk.hub.pages.site import COOKIE
from kiosk.hub.simulating import Filling
from kiosk.rehearsal.simulated_town import play_town
from kiosk.sync.client import context

TIMES = 20
ASKED = "?origin=simulated&days=365"
MACHINES = ("/sync", "/healthz", "/metrics", "/openapi.json", "/hub.css")
"""What no person looks at."""


def fill(data: Path, url: str, answers: int, kiosks: int) -> None:
    """Fill a store and roll it up."""
    hub = Hub.open(data, url)
    hub.database.start()
    random = Random(5)
    filling = Filling(hub, play_town(random, hub.clock.utc_ms()), kiosks // 5, kiosks, random)
    filling.add(answers, lambda _done: None)
    say(f"  {answers} answers stored")
    roll_all(hub)
    hub.close()


def pages(served: HubProcess, places: dict[str, str]) -> list[str]:
    """The address of every page."""
    with urllib.request.urlopen(f"{served.url}/openapi.json", context=context(pinned=True)) as answer:
        told = json.load(answer)["paths"]
    found = [path for path, does in told.items() if "get" in does and not path.startswith(MACHINES)]
    return [re.sub(r"{(\w+)}", lambda name: places[name[1]], path) for path in found]


def measure_one(name: str, data: Path, url: str) -> list[Figure]:
    """Every page, for everybody who may see it: what it takes the role for which it takes longest."""
    hub = Hub.open(data, url)
    on = ground(hub)
    hub.close()
    slow: dict[str, list[tuple[float, float, float, str]]] = defaultdict(list)
    with hub_sides.hub(data, url) as served:
        for path in pages(served, on.places):
            for person in on.people:
                if taken := ask(served, path, person):
                    slow[path].append((*taken, person.name))
    return [_figure(name, path, times, on) for path, times in sorted(slow.items())]


def ask(served: HubProcess, path: str, person: Looking) -> tuple[float, float, float] | None:
    """p95, median and the hub's processor time in ms; `None` where there is no such page for that person."""
    connection = http.client.HTTPSConnection(served.url.removeprefix("https://"), context=context(pinned=True))
    connection.connect()
    taken, cpu = [], cpu_s(served.pid)
    try:
        for _ in range(TIMES):
            began = time.perf_counter()
            connection.request("GET", path + ASKED, headers={"Cookie": f"{COOKIE}={person.cookie}"})
            answer = connection.getresponse()
            answer.read()
            if answer.status in (403, 404, 405):
                return None
            assert answer.status < 400, f"{path}: {answer.status}"
            taken.append((time.perf_counter() - began) * 1000)
    finally:
        connection.close()
    own = (cpu_s(served.pid) - cpu) / TIMES * 1000
    return percentile(taken, 95), statistics.median(taken), own


def _figure(name: str, path: str, times: list[tuple[float, float, float, str]], on: Ground) -> Figure:
    worst, median, cpu, who = max(times)
    for p95, half, own, role in times:
        say(f"  {path[:40]:42}{role:10}median {half:7.1f} p95 {p95:7.1f} processor {own:6.1f} ms")
    note = f"{who}; median {median:.1f}, processor {cpu:.1f}; {len(times)} roles, {on.events:,} events"
    return Figure(f"{name}: {path[:30]}", worst, "ms", aim=100, note=note)


def main() -> None:
    """Measure and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=100_000)
    parser.add_argument("--kiosks", type=int, default=2_000)
    parser.add_argument("--data", type=Path, default=None)
    parser.add_argument("--database", default="")
    asked = parser.parse_args()

    def measure() -> list[Figure]:
        if asked.data:
            return measure_one("PostgreSQL" if asked.database else "SQLite", asked.data, asked.database)
        found = []
        with hub_sides.each_database() as databases:
            for name, url in databases.items():
                with hub_sides.folder() as at:
                    fill(at / "hub", url, asked.answers, asked.kiosks)
                    found += measure_one(name, at / "hub", url)
        return found

    run("hub_pages", measure)


if __name__ == "__main__":
    main()
