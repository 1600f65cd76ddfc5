"""What taking an event in, and adding it up, costs a hub that holds 10k, 100k, 1M events already.

Usage: python -m benchmarks.hub_stored [--most N]
The stores are filled past the wire (`kiosk.hub.simulating`) and rolled up; what is measured is `ingest` of whole
batches in this process, then `roll`: its own processor time, and on PostgreSQL the server's beside it.
"""

import argparse
import os
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from benchmarks import hub_sides
from benchmarks.figures import Figure, run, say
from kiosk.core.ids import uuid7
from kiosk.hub import batches, enrolment, ingest
from kiosk.hub.hub import Hub
from kiosk.hub.rollups import rolling
from kiosk.hub.simulating import Filling
from kiosk.rehearsal.simulated_town import Town, play_town
from kiosk.sync import wire
from kiosk.sync.wire import Row, Sender

SIZES = (10_000, 100_000, 1_000_000)
PUSHED = 10
"""Batches that are measured at each size."""
ANSWER = (
    '{{"station":"anti_fraud","level":"game_skin","item":"game_skin-{0:03}","item_hash":"{0:016x}","pack":"p",'
    '"pack_hash":"00","chosen":["B"],"right":["B"],"verdict":"right","reading_ms":{1},"changes":0,"player":1,'
    '"mode":"practice","said":[],"confidence":""}}'
)


class Pushing:
    """A kiosk that pushes whole batches to `hub` in this process."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        code, _ = enrolment.new_code(hub, "base", b"")
        self._sender = Sender("k0123456789ab", "boot", "machine")
        credential = os.urandom(32)
        hashed = sha256(credential).digest()
        enrolment.enrol(hub, enrolment.Applicant(code.secret, self._sender.kiosk, hashed, "boot", "machine"))
        with hub.database.read() as connection:
            self._kiosk = enrolment.who(connection, credential)
        self._seq = 0

    def batch(self) -> bytes:
        """A batch as large as can be, of events that nobody has yet."""
        now = time.time_ns() // 1_000_000
        rows = [self._row(now + place * 40) for place in range(wire.MOST_EVENTS)]
        return wire.batch(self._sender, "", now, rows, {}, wire.VERSION)

    def push(self, sent: bytes) -> None:
        """Have the hub take it in."""
        ingest.ingest(self._hub, self._kiosk, batches.read(sent))

    def _row(self, utc_ms: int) -> Row:
        self._seq += 1
        id = bytes.fromhex(uuid7(utc_ms).replace("-", ""))
        body = ANSWER.format(self._seq % 900, 4_000 + self._seq % 7_000)
        visit = (self._seq // 25).to_bytes(16, "big")
        return Row(self._seq, b"epoch001", self._seq, id, visit, 0, utc_ms, self._seq, "item_answered", 1, body)


@dataclass(slots=True)
class Spent:
    """What the `with` around it cost: seconds of processor time here and at the server of `url`, and by the clock."""

    url: str
    own: float = 0.0
    server: float = 0.0
    took: float = 0.0

    def __enter__(self) -> "Spent":
        self.own, self.server, self.took = time.process_time(), hub_sides.servers_cpu_s(self.url), time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.own, self.server = time.process_time() - self.own, hub_sides.servers_cpu_s(self.url) - self.server
        self.took = time.perf_counter() - self.took

    def figure(self, name: str, events: int) -> Figure:
        """The cost of one of `events`."""
        note = f"{events / self.took:.0f} events/s"
        note += f"; server {self.server / events * 1e6:.1f} us" if self.url else ""
        return Figure(name, self.own / events * 1e6, "us", note=note)


def measure_one(name: str, url: str, at: Path, town: Town, most: int) -> list[Figure]:
    """At each size, on one kind of database."""
    hub = Hub.open(at / "hub", url)
    hub.database.start()
    pushing, filling = Pushing(hub), Filling(hub, town, 100, 500, Random(4))
    held, found, events = 0, [], PUSHED * wire.MOST_EVENTS
    for size in (one for one in SIZES if one <= most):
        while held < size:
            held += filling.add(min(50_000, size - held) // 2 or 1, lambda _answers: None).events
        roll_all(hub)
        say(f"  {name}: {held} events stored")
        sent = [pushing.batch() for _ in range(PUSHED)]
        with Spent(url) as taking:
            for one in sent:
                pushing.push(one)
        with Spent(url) as adding:
            roll_all(hub)
        found.append(taking.figure(f"{name}: an event at {size:,} stored", events))
        found.append(adding.figure(f"{name}: to add it up at {size:,}", events))
        held += events
    hub.close()
    return found


def roll_all(hub: Hub) -> None:
    """Have all that is stored in the roll-ups."""
    while rolling.roll(hub):
        pass


def main() -> None:
    """Measure and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=SIZES[-1])
    asked = parser.parse_args()

    def measure() -> list[Figure]:
        town, found = play_town(Random(1), time.time_ns() // 1_000_000), []
        with hub_sides.each_database() as databases:
            for name, url in databases.items():
                with hub_sides.folder() as at:
                    found += measure_one(name, url, at, town, asked.most)
        return found

    run("hub_stored", measure)


if __name__ == "__main__":
    main()
