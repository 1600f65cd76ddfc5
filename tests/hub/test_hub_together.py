"""Many at once, and months: what several workers and PostgreSQL's partitions must keep true."""

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.core.clock import SteppedClock
from kiosk.hub import ingest
from kiosk.hub.batches import read
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables, tailing
from tests.hub.hub_help import held
from tests.hub.postgres_help import Cluster
from tests.hub.wire_help import NOW, Speaker, rows

DAY_MS = 86_400_000


def test_the_same_batches_at_once_by_two_workers(hub: Hub, database: str) -> None:
    """Eight threads over two openings of one database push the same rows, in different orders and cuts."""
    speaker, other = Speaker(hub), Hub.open(hub.data, database)
    sent = rows(240)
    failures: list[BaseException] = []

    def push(worker: Hub, size: int, *, backwards: bool) -> None:
        try:
            batches = [sent[start : start + size] for start in range(0, len(sent), size)]
            for batch in reversed(batches) if backwards else batches:
                ingest.ingest(worker, 1, read(speaker.batch(batch)))
        except BaseException as error:
            failures.append(error)
            raise

    threads = [
        threading.Thread(target=push, args=(worker, size), kwargs={"backwards": size == 60})
        for worker in (hub, other)
        for size in (40, 60, 80, 120)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert not failures
    assert held(hub) == [(b"epoch001".hex(), seq) for seq in range(1, 241)]
    with hub.database.read() as connection:
        assert connection.execute(sa.select(tables.epoch.c.held)).scalar_one() == 240
        arrived = tailing.arrived(connection, 0, 100)
        assert [one.arrival for one in arrived] == list(range(1, len(arrived) + 1)), "no gap, none twice"
        assert sum(len(connection.execute(tailing.events_of([one])).all()) for one in arrived) == 240
    other.close()


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(NOW)


def test_months_get_partitions_when_they_come(postgres: Cluster, clock: SteppedClock, tmp_path: Path) -> None:
    """This month, and one that waits in the default partition until it is no longer absurd."""
    url = postgres.new_url()
    hub = Hub.open(tmp_path, url, clock)
    speaker = Speaker(hub)
    speaker.push(rows(3))
    later = NOW + 200 * DAY_MS
    ahead = [row._replace(utc_ms=row.utc_ms + 200 * DAY_MS) for row in rows(4, first=10)]
    ahead = [row._replace(id=row.utc_ms.to_bytes(6, "big") + row.id[6:]) for row in ahead]
    speaker.push(ahead)
    assert partitions(hub) == {"event_2026_11": 3, "event_default": 4}
    hub.close()
    clock.utc = later
    hub = Hub.open(tmp_path, url, clock)
    speaker.client = Speaker(hub, kiosk="kffffffffffff").client
    fresh = [row._replace(seq=row.seq + 10, id=row.id[:-1] + b"\x01") for row in ahead]
    assert speaker.push(fresh)["stored"] == 4
    assert partitions(hub) == {"event_2026_11": 3, "event_2027_06": 8, "event_default": 0}
    assert speaker.push(ahead)["stored"] == 0, "still known"
    hub.close()


def partitions(hub: Hub) -> dict[str, int]:
    """Each partition and how many events are in it."""
    names = sa.text("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'event'::regclass ORDER BY 1")
    with hub.database.read() as connection:
        found = list(connection.execute(names).scalars())
        return {name: connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar_one() for name in found}
