"""Three machines of a hub's PostgreSQL on loopback: etcd, Patroni and PostgreSQL each, as RUNBOOK.md sets them up."""

import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import Any

ADDRESS = "127.0.0.1"
CONFIG = Path(__file__).parent / "ha" / "patroni.yml"
PSQL = "/usr/lib/postgresql/15/bin/psql"
USER = "postgres"
PORTS = ("port", "api_port", "etcd_port", "peer_port")


@dataclass(slots=True)
class Machine:
    """One of the three; `processes` are what was started on it."""

    name: str
    home: Path
    ports: dict[str, int]
    processes: "list[subprocess.Popen[bytes]]" = field(default_factory=list)

    @property
    def data(self) -> Path:
        """PostgreSQL's folder."""
        return self.home / "data"

    def crash(self) -> None:
        """As when the power fails: `kill -9` for all that runs on it."""
        kill([one.pid for one in self.processes] + self.postmaster())
        for one in self.processes:
            one.wait()
        self.processes = []

    def crash_postgresql(self) -> None:
        """`kill -9` for PostgreSQL alone: Patroni, beside it, lives on."""
        kill(self.postmaster())

    def postmaster(self) -> list[int]:
        """PostgreSQL's first process, if there is one."""
        with suppress(OSError, ValueError, IndexError):
            return [int((self.data / "postmaster.pid").read_text().split()[0])]
        return []


class Machines:
    """The three together. `start` and `stop`; in between a leader that can be found and crashed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._passwords = {name: secrets.token_hex(16) for name in ("admin_password", "replication_password")}
        self.password = secrets.token_hex(16)
        self.all = [Machine(f"pg{number}", folder / f"pg{number}", free_ports()) for number in (1, 2, 3)]

    def start(self) -> None:
        """Make the folders, start everything, wait for a leader with a standby, make the hub's role and database."""
        give(self._folder)
        for machine in self.all:
            machine.home.mkdir(mode=0o700)
            give(machine.home)
            self._configure(machine)
        for machine in self.all:
            self._start_etcd(machine, "new")
        wait("etcd has a leader", lambda: etcd_is_well(self.all[0]), 60)
        for machine in self.all:
            self._start_patroni(machine)
        wait("a leader and two standbys", self.whole, 120)
        self.sql(f"CREATE ROLE hub LOGIN PASSWORD '{self.password}'", "CREATE DATABASE hub OWNER hub")

    def stop(self) -> None:
        """End everything, at once."""
        for machine in self.all:
            machine.crash()

    @property
    def url(self) -> str:
        """What `kiosk-hub serve --database` is given."""
        hosts = "&".join(f"host={ADDRESS}:{machine.ports['port']}" for machine in self.all)
        return f"postgresql+psycopg://hub:{self.password}@/hub?{hosts}&target_session_attrs=read-write"

    def back(self, machine: Machine) -> None:
        """Switch a crashed machine on again."""
        self._start_etcd(machine, "existing")
        self._start_patroni(machine)

    def leader(self) -> Machine:
        """The one that can be written to. Raises LookupError when there is none."""
        for machine in self.all:
            if self.role(machine) == "leader":
                return machine
        raise LookupError("no leader")

    def whole(self) -> bool:
        """Whether there is a leader and two standbys follow it, one of them in step."""
        members = [one for machine in self.all[:1] for one in self.members(machine)]
        roles = sorted(one["role"] for one in members if one["state"] in ("running", "streaming"))
        return roles == ["leader", "replica", "sync_standby"] and len({one.get("timeline") for one in members}) == 1

    def members(self, asked: Machine) -> list[dict[str, Any]]:
        """The cluster as Patroni tells it; from another machine when `asked` is away."""
        for machine in (asked, *self.all):
            with suppress(OSError, ValueError):
                told = urllib.request.urlopen(f"http://{ADDRESS}:{machine.ports['api_port']}/cluster", timeout=3)
                found: list[dict[str, Any]] = json.load(told)["members"]
                return found
        return []

    def role(self, machine: Machine) -> str:
        """What Patroni says that `machine` is; empty when nobody knows."""
        with suppress(OSError):
            asked = f"http://{ADDRESS}:{machine.ports['api_port']}/leader"
            with urllib.request.urlopen(asked, timeout=3) as answer:
                return "leader" if answer.status == 200 else ""
        return ""

    def sql(self, *statements: str, database: str = "postgres", machine: Machine | None = None) -> str:
        """What psql, as the database's administrator, prints for `statements`."""
        at = machine or self.leader()
        words = [word for statement in statements for word in ("-c", statement)]
        command = [PSQL, "-h", str(at.home), "-p", str(at.ports["port"]), "-U", USER, "-d", database, "-AtqX", *words]
        return subprocess.run(as_user(command), capture_output=True, text=True, check=True).stdout.strip()

    def _configure(self, machine: Machine) -> None:
        values = {
            "name": machine.name, "address": ADDRESS, "network": f"{ADDRESS}/32", "home": machine.home,
            "data": machine.data, "etcd": ",".join(f"{ADDRESS}:{one.ports['etcd_port']}" for one in self.all),
            **machine.ports, **self._passwords,
        }  # fmt: skip
        file = machine.home / "patroni.yml"
        file.write_text(Template(CONFIG.read_text("utf-8")).substitute(values), "utf-8")
        give(file)

    def _start_etcd(self, machine: Machine, state: str) -> None:
        client, peer = (f"http://{ADDRESS}:{machine.ports[name]}" for name in ("etcd_port", "peer_port"))
        others = ",".join(f"{one.name}=http://{ADDRESS}:{one.ports['peer_port']}" for one in self.all)
        command = [
            "/usr/bin/etcd", "--name", machine.name, "--data-dir", str(machine.home / "etcd"),
            "--listen-client-urls", client, "--advertise-client-urls", client, "--listen-peer-urls", peer,
            "--initial-advertise-peer-urls", peer, "--initial-cluster", others, "--initial-cluster-state", state,
            "--heartbeat-interval", "200", "--election-timeout", "2000",
        ]  # fmt: skip
        self._start(machine, "etcd.log", command)

    def _start_patroni(self, machine: Machine) -> None:
        self._start(machine, "patroni.log", ["/usr/bin/patroni", str(machine.home / "patroni.yml")])

    def _start(self, machine: Machine, log: str, command: list[str]) -> None:
        environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(machine.home)}
        with (machine.home / log).open("ab") as output:
            machine.processes.append(
                subprocess.Popen(
                    as_user(command), stdout=output, stderr=output, env=environment, cwd=machine.home,
                    start_new_session=True,
                )
            )  # fmt: skip


def wait(what: str, condition: Callable[[], bool], seconds: float) -> float:
    """Wait until `condition` holds; after how many seconds it did. Raises TimeoutError that names `what`."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        time.sleep(0.2)
    return time.monotonic() - began


def etcd_is_well(machine: Machine) -> bool:
    """Whether its etcd takes part in a quorum."""
    asked = f"http://{ADDRESS}:{machine.ports['etcd_port']}/health"
    with suppress(OSError), urllib.request.urlopen(asked, timeout=3) as answer:
        return bool(json.load(answer)["health"] == "true")
    return False


def kill(pids: list[int]) -> None:
    """`kill -9` for `pids` and all that they have started."""
    for victim in [*pids, *(child for pid in pids for child in children(pid))]:
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)


def children(pid: int) -> list[int]:
    """The processes that `pid` has started, and theirs."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(child) for child in (task / "children").read_text().split()]
    return [*found, *(one for child in found for one in children(child))]


def free_ports() -> dict[str, int]:
    """Ports of this machine that nobody listens on, one for each of `PORTS`."""
    probes = [socket.create_server((ADDRESS, 0)) for _ in PORTS]
    found = {name: int(probe.getsockname()[1]) for name, probe in zip(PORTS, probes, strict=True)}
    for probe in probes:
        probe.close()
    return found


def as_user(command: Sequence[str]) -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.getuid():
        return [*command]
    return ["setpriv", "--reuid", USER, "--regid", USER, "--clear-groups", *command]


def give(path: Path) -> None:
    """`path` belongs to PostgreSQL's user."""
    if os.getuid() == 0:
        user = pwd.getpwnam(USER)
        os.chown(path, user.pw_uid, user.pw_gid)


def lacking(packages: Path) -> list[str]:
    """Those of the Debian packages listed in `packages` that are not installed."""
    named = [
        name for line in packages.read_text("utf-8").splitlines() if not line.startswith("#") for name in line.split()
    ]
    show = ["dpkg-query", "-W", "-f", "${db:Status-Status}"]
    if not shutil.which("dpkg-query"):
        return named
    return [
        name
        for name in named
        if subprocess.run([*show, name], capture_output=True, check=False).stdout.decode() != "installed"
    ]
