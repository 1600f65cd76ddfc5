"""A disk that is full, at the hub or at the kiosk: said so, nothing lost, nothing twice, and well again by itself."""

import json
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.sync import status
from kiosk.sync.client import HubError, context
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import Served, free_port, healed, same_at_both_ends
from tests.hub.postgres_help import Cluster, own
from tests.store.mounts import Mount, fill, mounts

SMALL = "size=96m"
"""A hub that starts on it finds it large enough."""


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mounts small disks."""
    with mounts() as mounting:
        yield mounting


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that PostgreSQL's user can reach; pytest keeps its own to itself."""
    with tempfile.TemporaryDirectory(prefix="disk") as name:
        own(Path(name))
        yield Path(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def small_disk(
    request: pytest.FixtureRequest, tmp_path: Path, place: Path, mount: Mount
) -> Iterator[tuple[Served, Path]]:
    """A hub whose database lies on a small disk, and that disk."""
    disk = place / "disk"
    mount(disk, SMALL)
    url, data = "", disk / "hub"
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("postgres")
        own(disk)
        url, data = cluster.new_url(tablespace=disk), tmp_path / "hub"
    made = Served(data, url, free_port()).start()
    yield made, disk
    made.stop()
    if url:
        cluster.drop(url)


def troubles(served: Served) -> list[str]:
    """What `/healthz` says."""
    asked = f"{served.url}/healthz"
    try:
        with urllib.request.urlopen(asked, timeout=20, context=context(pinned=True)) as answer:
            return list(json.load(answer)["troubles"])
    except urllib.error.HTTPError as error:
        assert error.code == 503
        return list(json.load(error)["troubles"])


def test_the_hubs_disk_is_full(small_disk: tuple[Served, Path], pushing: MakeKiosk) -> None:
    served, disk = small_disk
    kiosk = pushing("kiosk")
    kiosk.enrol(served.url, served.code())
    kiosk.record(50)
    kiosk.post.deliver()
    ballast = fill(disk, left=200_000)
    kiosk.record(4_000)
    with pytest.raises(HubError, match=r"sync\.busy") as told:
        kiosk.post.deliver()
    assert told.value.status == 503
    assert status.read(kiosk.home, kiosk.store, 0).waiting > 0, "nothing is taken for delivered that is not"
    if not served.database:
        assert troubles(served) == ["disk"]
    ballast.unlink()
    same_at_both_ends([kiosk], served)
    assert troubles(served) == []
    assert healed(kiosk.store) == []


def test_the_kiosks_disk_is_full(shared: Served, pushing: MakeKiosk, mount: Mount, tmp_path: Path) -> None:
    """What the hub has acknowledged cannot be noted down: it is sent again, and the hub has it once."""
    mount(tmp_path / "kiosk", "size=6m")
    kiosk = pushing("kiosk")
    kiosk.enrol(shared.url, shared.code())
    kiosk.record(200)
    ballast = fill(kiosk.home)
    with pytest.raises(KioskError):
        kiosk.post.deliver()
    assert len(set(kiosk.journal()) & set(shared.held())) == 200, "it has arrived all the same"
    assert status.read(kiosk.home, kiosk.store, 0).waiting == 200
    ballast.unlink()
    assert kiosk.store.flush(20)
    kiosk.record(5)
    same_at_both_ends([kiosk], shared)
    assert healed(kiosk.store) == []
