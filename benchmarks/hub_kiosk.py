"""A kiosk that records so many events of real play, then delivers them to a hub: a process that `hub` measures.

Usage: python -m benchmarks.hub_kiosk HOME URL CODE EVENTS
Says `ready N` (events in its journal), `synced SECONDS`, `wire BYTES`, `cpu SECONDS`, `more SECONDS` several times (a
hundred further events each), `over 0`.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kiosk.core.clock import SteppedClock, SystemClock
from kiosk.core.events import Event
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.rehearsal.simulated_town import Town, play_town
from kiosk.store import Store
from kiosk.sync import wire
from kiosk.sync.identity import enrol
from kiosk.sync.post import PostOffice

MORE, TIMES = 100, 7
DAYS_MS = 60 * 86_400_000


class Playing:
    """Records events of plays, at times that go on."""

    def __init__(self, store: Store, clock: SteppedClock, town: Town) -> None:
        self._store = store
        self._clock = clock
        self._town = town
        self._random = Random(3)

    def record(self, count: int) -> None:
        """Record exactly `count` events; they are on disk then."""
        while count:
            facts = list(self._facts(min(count, 500)))
            self._store.append_many(self._lived(facts))
            count -= len(facts)
        assert self._store.flush(120)

    def _facts(self, most: int) -> Iterator[tuple[int, Event, Visit]]:
        play = self._town.pick(self._random)
        begin, visits = play.facts[0].utc_ms, dict[str, Visit]()
        for fact in play.facts[:most]:
            visit = visits.setdefault(fact.visit.id, Visit(uuid7(self._clock.utc), fact.visit.origin))
            yield fact.utc_ms - begin, fact.event, visit

    def _lived(self, facts: list[tuple[int, Event, Visit]]) -> Iterator[tuple[Event, Visit]]:
        start = self._clock.utc
        for after, event, visit in facts:
            self._clock.step(start + after - self._clock.utc)
            yield event, visit
        self._clock.step(5_000)


def main(home: Path, url: str, code: str, events: int) -> None:
    """Play, deliver, tell."""
    clock = SteppedClock(SystemClock().utc_ms() - DAYS_MS)
    store = Store.open(home, clock, housekeeping_after_s=None)
    enrol(home, store, url, code)
    playing = Playing(store, clock, play_town(Random(1), clock.utc))
    playing.record(events)
    sizes: list[int] = []
    pack = wire.pack
    wire.pack = lambda body: _counted(pack(body), sizes)
    post = PostOffice(home, store, clock)
    print(f"ready {events}", flush=True)
    began, cpu = time.perf_counter(), time.process_time()
    done = post.deliver()
    print(f"synced {time.perf_counter() - began}\nwire {sum(sizes)}\ncpu {time.process_time() - cpu}", flush=True)
    assert (done.accepted, done.refused) == (events, 0), done
    for _ in range(TIMES):
        playing.record(MORE)
        began = time.perf_counter()
        post.deliver()
        print(f"more {time.perf_counter() - began}", flush=True)
    print("over 0", flush=True)
    sys.stdin.read()
    post.close()
    store.close()


def _counted(body: bytes, sizes: list[int]) -> bytes:
    sizes.append(len(body))
    return body


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
