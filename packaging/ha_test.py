"""Prove that a hub on PostgreSQL outlives its leader: RUNBOOK.md, run on loopback under load. `make ha-test`.

Three machines (etcd, Patroni, PostgreSQL of Debian each) in a folder of their own, a hub of several workers in front,
kiosks that record and deliver all the time. By turns the machine that leads is killed with -9, all of it, and switched
on again, or its PostgreSQL alone. At the end every answer that any kiosk recorded is counted in the database: none
lost, none doubled; and no kiosk was told that its hub was set back: nothing that was acknowledged had to come again.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ha_machines import ADDRESS, Machine, Machines, free_ports, lacking, wait

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "build" / "ha" / "report.json"
PACKAGES = Path(__file__).parent / "ha" / "packages.txt"
MOST_S = 30.0
"""Within this, a hub whose leader has died must take events in again."""


@dataclass(slots=True)
class Kiosk:
    """A kiosk's process, and when it was last told that something is at the hub."""

    home: Path
    process: "subprocess.Popen[str]"
    acknowledged: int = 0
    told: list[float] = field(default_factory=list)
    failures: int = 0

    def listen(self) -> None:
        """Hear what it says until it ends."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            word, _, value = line.strip().partition(" ")
            if word == "acknowledged":
                self.acknowledged = int(value)
                self.told.append(time.monotonic())
            else:
                self.failures += 1

    def first_after(self, moment: float) -> float:
        """Seconds from `moment` until something new was acknowledged; endless while nothing was."""
        return next((one - moment for one in self.told if one > moment), float("inf"))


def main() -> int:
    """Run it; 1 when anything was lost, doubled or took too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--kiosks", type=int, default=4)
    parser.add_argument("--workers", type=int, default=3)
    asked = parser.parse_args()
    if not provided():
        return 1
    with tempfile.TemporaryDirectory(prefix="ha") as name:
        folder = Path(name)
        folder.chmod(0o755)
        machines = Machines(folder / "machines")
        (folder / "machines").mkdir()
        try:
            machines.start()
            with served(folder / "hub", machines.url, asked.workers) as (url, hub):
                report = prove(machines, enrolled(folder, hub, url, asked.kiosks), asked.kills)
        finally:
            machines.stop()
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1), "utf-8")
    print(json.dumps(report, indent=1))
    return 0 if report["well"] else 1


def provided() -> bool:
    """Have the Debian packages: as root by installing them, else by saying how."""
    missing = lacking(PACKAGES)
    if not missing:
        return True
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.getuid():
        print(
            f"Some system packages are missing. Run this once, then again:\n  sudo {' '.join(command)}", file=sys.stderr
        )
        return False
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(command, check=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    return True


@contextmanager
def served(data: Path, database: str, workers: int) -> Iterator[tuple[str, Path]]:
    """The hub, as a runbook's reader starts it; its address and its folder."""
    port = free_ports()["port"]
    command = [
        ROOT / ".venv/bin/kiosk-hub", "serve", "--data", data, "--port", str(port), "--database", database,
        "--workers", str(workers),
    ]  # fmt: skip
    with data.with_suffix(".log").open("w") as log:
        process = subprocess.Popen(command, stderr=log)
        try:
            check = [sys.executable, "-c", HEALTHY, f"https://{ADDRESS}:{port}/healthz"]
            wait(
                "the hub answers", lambda: subprocess.run(check, check=False, capture_output=True).returncode == 0, 180
            )
            yield f"https://{ADDRESS}:{port}", data
        finally:
            process.terminate()
            process.wait(90)


HEALTHY = """
import sys, urllib.request
from kiosk.sync.client import context
urllib.request.urlopen(sys.argv[1], timeout=5, context=context(pinned=True))
"""


def enrolled(folder: Path, hub: Path, url: str, count: int) -> list[Kiosk]:
    """So many kiosks that have begun to record and deliver."""
    found = []
    for number in range(count):
        enrol = [ROOT / ".venv/bin/kiosk-hub", "enroll", "--data", hub, "--base", f"base {number}", "--json"]
        code = json.loads(subprocess.run(enrol, capture_output=True, check=True).stdout)["code"]
        home = folder / f"kiosk{number}"
        command = [sys.executable, Path(__file__).with_name("ha_kiosk.py"), home, url, code]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        found.append(Kiosk(home, process))
        threading.Thread(target=found[-1].listen, daemon=True).start()
    wait("every kiosk has delivered", lambda: all(len(one.told) > 3 for one in found), 120)
    return found


def prove(machines: Machines, kiosks: list[Kiosk], kills: int) -> dict[str, Any]:
    """Kill the leader so many times; what came of it."""
    outages = []
    for number in range(kills):
        leader = machines.leader()
        whole = number % 2 == 0
        outages.append(outage(leader.crash if whole else leader.crash_postgresql, kiosks))
        told = f"{leader.name}{'' if whole else ', PostgreSQL alone'}: writing again after {outages[-1]:.1f} s"
        print(f"kill {number + 1}: {told}", file=sys.stderr, flush=True)
        if whole:
            machines.back(leader)
        wait(f"{leader.name} is back", machines.whole, 180)
    for one in kiosks:
        assert one.process.stdin is not None
        one.process.stdin.close()
        if one.process.wait(180):
            raise RuntimeError(f"{one.home.name} ended with {one.process.returncode}")
    recorded = [journal(one.home) for one in kiosks]
    events, distinct = map(
        int, machines.sql("SELECT count(*), count(DISTINCT (epoch, seq)) FROM event", database="hub").split("|")
    )
    lost = sum(len(keys - at_hub(machines)) for keys, _ in recorded)
    report: dict[str, Any] = {
        "kills": kills,
        "writing_again_s": [round(one, 1) for one in outages],
        "recorded": sum(len(keys) for keys, _ in recorded),
        "acknowledged": sum(one.acknowledged for one in kiosks),
        "at_hub": events,
        "lost": lost,
        "doubled": events - distinct,
        "set_backs_told": sum(healed for _, healed in recorded),
        "failures_met_by_kiosks": sum(one.failures for one in kiosks),
        "rows_on_each_machine": {one.name: rows(machines, one) for one in machines.all},
        "load": os.getloadavg()[0],
    }
    return report | {"well": well(report)}


def well(report: dict[str, Any]) -> bool:
    """Whether that is what the runbook promises."""
    sound = report["lost"] == report["doubled"] == report["set_backs_told"] == 0
    same = set(report["rows_on_each_machine"].values()) == {report["at_hub"]}
    return sound and same and max(report["writing_again_s"]) <= MOST_S and report["recorded"] == report["at_hub"]


def outage(kill: Callable[[], None], kiosks: list[Kiosk]) -> float:
    """Do it; after how many seconds every kiosk was acknowledged something again."""
    kill()
    moment = time.monotonic()
    wait("every kiosk is acknowledged again", lambda: max(one.first_after(moment) for one in kiosks) < 1e9, 120)
    return max(one.first_after(moment) for one in kiosks)


def journal(home: Path) -> tuple[set[tuple[str, int]], int]:
    """Epoch and seq of all that the kiosk recorded, and how often it was told of a set-back."""
    from kiosk.core.clock import SystemClock
    from kiosk.store import Store

    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    try:
        with store.read() as connection:
            keys = {(row[0], int(row[1])) for row in connection.execute("SELECT epoch, seq FROM journal")}
            healed = connection.execute("SELECT count(*) FROM journal WHERE kind = 'sync_healed'").fetchone()[0]
    finally:
        store.close()
    return keys, healed


def at_hub(machines: Machines) -> set[tuple[str, int]]:
    """Epoch and seq of every event that the leader holds."""
    told = machines.sql(
        "SELECT encode(epoch.epoch, 'hex'), seq FROM event JOIN epoch ON epoch.number = event.epoch", database="hub"
    )
    return {(name, int(seq)) for name, seq in (line.split("|") for line in told.splitlines())}


def rows(machines: Machines, machine: Machine) -> int:
    """How many events that machine itself holds, once it has caught up."""
    count = "SELECT count(*) FROM event"
    leaders = machines.sql(count, database="hub")
    wait(f"{machine.name} has caught up", lambda: machines.sql(count, database="hub", machine=machine) == leaders, 60)
    return int(leaders)


if __name__ == "__main__":
    sys.exit(main())
