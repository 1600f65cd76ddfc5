"""Hubs on SQLite and on PostgreSQL, and kiosks that push to them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.core.clock import SystemClock
from kiosk.hub.hub import Hub
from tests.hub import postgres_help
from tests.hub.hub_help import PushingKiosk, Served, free_port
from tests.hub.postgres_help import Cluster

MakeKiosk = Callable[[str], PushingKiosk]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A PostgreSQL server for all tests of this process."""
    if not postgres_help.is_installed():
        pytest.skip("PostgreSQL 15 is not installed; packaging/debian-packages.txt names it")
    with postgres_help.cluster() as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database; empty for SQLite in the hub's own folder."""
    if request.param == "sqlite":
        return ""
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.new_url()


@pytest.fixture
def hub(database: str, tmp_path: Path) -> Iterator[Hub]:
    """A hub open in this process."""
    made = Hub.open(tmp_path / "hub", database, SystemClock())
    yield made
    made.close()


@pytest.fixture
def served(database: str, tmp_path: Path) -> Iterator[Served]:
    """A hub as a process of its own, with TLS, on loopback."""
    made = Served(tmp_path / "hub", database, free_port()).start()
    yield made
    made.stop()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A hub as a process of its own for a whole file of tests: starting one costs a second."""
    url = "" if request.param == "sqlite" else request.getfixturevalue("postgres").new_url()
    made = Served(tmp_path_factory.mktemp("shared") / "hub", url, free_port()).start()
    yield made
    made.stop()


@pytest.fixture
def pushing(tmp_path: Path) -> Iterator[MakeKiosk]:
    """`pushing(name)`: a kiosk with a home of its own; not enrolled yet."""
    made: list[PushingKiosk] = []

    def make(name: str) -> PushingKiosk:
        made.append(PushingKiosk(tmp_path / name))
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.close()
