"""What the hub's tests share: hubs in this process and as real ones, kiosks that push by the real wire.

Fixtures (of `conftest.py`, on SQLite and on PostgreSQL): `database` is a URL, empty for SQLite; `hub` an open `Hub`;
`served` a hub as a process of its own on loopback with TLS, `shared` one for a whole file of tests.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from kiosk.core.clock import SystemClock
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.hub import certificate, enrolment
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.store import Store
from kiosk.sync.client import context
from kiosk.sync.identity import enrol
from kiosk.sync.link import Link
from kiosk.sync.post import PostOffice
from tests.store.store_help import answer

Key = tuple[str, int]
"""Epoch and seq: what an event is called at both ends."""


@dataclass(slots=True)
class Served:
    """A hub as a process of its own. `start` again after `kill`; `data` and `database` stay.

    `first` is Python that the process runs before the program: to make it another version's.
    """

    data: Path
    database: str
    port: int
    process: "subprocess.Popen[bytes] | None" = None
    arguments: tuple[str, ...] = ()
    first: str = ""

    @property
    def url(self) -> str:
        """Where it is."""
        scheme = "http" if "off" in self.arguments else "https"
        return f"{scheme}://127.0.0.1:{self.port}"

    def start(self) -> "Served":
        """Start it and wait until it answers."""
        self.process = subprocess.Popen(
            [*program("kiosk.hub.commands", "serve", "--data", str(self.data), "--port", str(self.port),
                      first=self.first),
             *(("--database", self.database) if self.database else ()), *self.arguments],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until = time.monotonic() + 90  # a busy machine takes its time
        while not self.answers():
            assert self.process.poll() is None, "the hub ended by itself"
            assert time.monotonic() < until, "the hub does not answer"
            time.sleep(0.02)  # there is nothing else to wait for in another process's socket
        return self

    def answers(self) -> bool:
        """Whether `/healthz` says that all is well."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5, context=context(pinned=True)) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def kill(self) -> None:
        """`kill -9`."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """End it as an admin does."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(15)

    def code(self, base: str = "石牛山基地", *, relays: bool = False) -> str:
        """An enrolment code, for a kiosk or for a hub."""
        fingerprint = certificate.own(self.data).fingerprint if self.url.startswith("https") else b""
        with self.opened() as hub:
            return str(enrolment.new_code(hub, base, fingerprint, relays=relays)[0])

    @contextmanager
    def opened(self) -> Iterator[Hub]:
        """The same hub's data, open in this process, too."""
        hub = Hub.open(self.data, self.database)
        try:
            yield hub
        finally:
            hub.close()

    def held(self) -> list[Key]:
        """Every event that it holds."""
        with self.opened() as hub:
            return held(hub)


@dataclass(slots=True)
class PushingKiosk:
    """A kiosk's home with a real store, which records answers and pushes them by the real wire."""

    home: Path
    clock: SystemClock = field(default_factory=SystemClock)
    _store: Store | None = None
    _post: PostOffice | None = None

    @property
    def store(self) -> Store:
        """Its memory, open."""
        self._store = self._store or Store.open(self.home, self.clock, housekeeping_after_s=None)
        return self._store

    @property
    def post(self) -> PostOffice:
        """Its post office."""
        self._post = self._post or PostOffice(self.home, self.store, self.clock)
        return self._post

    def enrol(self, url: str, code: str) -> Link:
        """Tie it to a hub."""
        return enrol(self.home, self.store, url, code)

    def record(self, count: int) -> None:
        """Record `count` answers of one visit."""
        visit = Visit(uuid7(self.clock.utc_ms()))
        self.store.append_many((answer(number), visit) for number in range(count))
        assert self.store.flush(20)

    def journal(self) -> list[Key]:
        """Every event of its journal."""
        with self.store.read() as connection:
            return [(row[0], row[1]) for row in connection.execute("SELECT epoch, seq FROM journal ORDER BY position")]

    def close(self) -> None:
        """Let go; using it again opens it again, as a restart does."""
        if self._post:
            self._post.close()
        if self._store:
            self._store.close()
        self._store = self._post = None


def held(hub: Hub) -> list[Key]:
    """Every event that `hub` holds, in order."""
    joined = sa.select(tables.epoch.c.epoch, tables.event.c.seq).join_from(
        tables.event, tables.epoch, tables.event.c.epoch == tables.epoch.c.number
    )
    with hub.database.read() as connection:
        return sorted((row.epoch.hex(), row.seq) for row in connection.execute(joined))


def incidents(hub: Hub) -> list[tuple[str, dict[str, Any]]]:
    """What its people are told, oldest first."""
    with hub.database.read() as connection:
        rows = connection.execute(sa.select(tables.incident).order_by(tables.incident.c.number))
        return [(row.code, json.loads(row.params)) for row in rows]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(module: str, *arguments: str, first: str = "") -> list[str]:
    """The command line of a program whose `main` is in `module`, after the Python `first`."""
    text = f"{first or 'pass'}\nimport sys; from {module} import main; sys.exit(main())"
    return [sys.executable, "-c", text, *arguments]


def kiosk_command(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run `kiosk --home HOME …`."""
    command = program("kiosk.commands", "--home", str(home), *arguments)
    environment = {**os.environ, "LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def healed(store: Store) -> list[tuple[str, int]]:
    """What its staff are told was healed."""
    with store.read() as connection:
        found = connection.execute("SELECT body FROM journal WHERE kind = 'sync_healed' ORDER BY position")
        return [(body["what"], body["events"]) for body in (json.loads(row[0]) for row in found)]


def same_at_both_ends(kiosks: list[PushingKiosk], served: Served) -> None:
    """Deliver what is left; then nothing is lost and nothing doubled."""
    for kiosk in kiosks:
        kiosk.post.deliver()
    there, here = served.held(), {key for kiosk in kiosks for key in kiosk.journal()}
    assert len(there) == len(set(there)), "something is there twice"
    assert here <= set(there), f"{len(here - set(there))} of {len(here)} are lost"


def roll_back(home: Path, image: Path) -> None:
    """Put `image` back in the place of what is in `home`: the same disk, as a restore card does it."""
    for inside in home.iterdir():
        shutil.rmtree(inside) if inside.is_dir() else inside.unlink()
    shutil.copytree(image, home, dirs_exist_ok=True)
