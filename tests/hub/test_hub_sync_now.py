"""`kiosk sync now` does all that the courier does, and a kill leaves nothing on the disk that can be heard."""

import json
import os
import random
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.core.clock import SteppedClock, SystemClock
from kiosk.hub.down import erasures
from kiosk.hub.down import settings as orders
from kiosk.hub.down.erasures import FOLDER
from kiosk.hub.store.down_tables import recording, setting_order
from kiosk.store import settings
from kiosk.sync.identity import enrol
from kiosk.sync.recordings import FOLDER as OUTGOING
from tests.hub.hub_help import Served, kiosk_command, program
from tests.hub.test_hub_down import number_of
from tests.privacy.home import Home, everything

KILLS = 6


class Base:
    """A base's kiosk with a work that may go out, let in; the program runs beside it."""

    def __init__(self, served: Served, folder: Path) -> None:
        self.home = Home(folder, SteppedClock(utc=SystemClock().utc_ms()))
        for key in ("booth_mode", "privacy_officer"):
            settings.save(self.home.store, key, self.home.settings[key]).result()
        self.tie = enrol(folder, self.home.store, served.url, served.code(folder.name))
        self.take = self.home.take(self.home.voice(), release="publish").id
        self.home.guardian.review(self.take, "approved", "teacher")
        assert self.home.store.flush(20)


@pytest.fixture
def base(shared: Served, tmp_path: Path) -> Iterator[Base]:
    made = Base(shared, tmp_path / tmp_path.name)
    yield made
    made.home.close()


def test_it_does_everything_and_says_so(shared: Served, base: Base) -> None:
    gone = base.home.take(base.home.voice("A-002"), release="keep").id
    with shared.opened() as hub:
        number, ours = number_of(hub, base.tie.kiosk)
        with hub.database.write() as connection:
            orders.order(connection, "volume", 0.4, hub.clock.utc_ms(), kiosk=number)
            erasures.order(connection, ours, [gone], hub.clock.utc_ms())
    left = base.home.folder / OUTGOING / "tmpx"
    left.mkdir(parents=True)
    (left / "take.mp3").write_bytes(b"what a kill of an earlier program left")
    out = kiosk_command(base.home.folder, "sync", "now", "--json")
    told = json.loads(out.stdout)
    did = {name: told[name] for name in ("recordings", "erased", "settings", "packs", "kept_back")}
    assert (out.returncode, did) == (0, {"recordings": 1, "erased": 1, "settings": 1, "packs": 0, "kept_back": 0})
    assert (told["waiting"], told["error"], told["sent"] > 0) == (0, None, True)
    assert not (base.home.folder / OUTGOING).exists()
    with shared.opened() as hub:
        with hub.database.read() as connection:
            row = connection.execute(sa.select(recording).where(recording.c.take == base.take)).one()
        assert (row.whole_ms is not None, (hub.data / FOLDER / row.sha256).stat().st_size) == (True, row.bytes)
        with hub.database.write() as connection:
            connection.execute(setting_order.delete())
    assert base.home.guardian.takes.find(gone) is None
    again = kiosk_command(base.home.folder, "sync", "now")
    assert (again.returncode, "云端没有新的安排。" in again.stdout) == (0, True), again.stdout + again.stderr


def test_a_kill_leaves_nothing_that_can_be_heard(shared: Served, base: Base) -> None:
    """Killed at any moment of making and sending: no file but the database's and locks has come, no byte of the MP3."""
    chance = random.Random(11)
    command = program("kiosk.commands", "--home", str(base.home.folder), "sync", "now")
    before = files(base.home.folder)
    for _ in range(KILLS):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            until = time.monotonic() + chance.uniform(0.4, 2.5)
            while time.monotonic() < until and not ended(process, 0.01) and not renders(process.pid):
                pass
            ended(process, chance.uniform(0, 0.3))  # the moment is by chance; nothing depends on which it is
            process.kill()
        new = files(base.home.folder) - before
        assert all(name.startswith(("kiosk.db", "sync.lock", "takes/", "logs/")) for name in new), new
    assert kiosk_command(base.home.folder, "sync", "now").returncode == 0
    with shared.opened() as hub, hub.database.read() as connection:
        row = connection.execute(sa.select(recording).where(recording.c.take == base.take)).one()
        heard = (hub.data / FOLDER / row.sha256).read_bytes()
    here = everything(base.home.folder)
    pieces = [heard[start : start + 32] for start in range(0, len(heard) - 32, 500)]
    assert not [piece for piece in pieces if len(set(piece)) > 12 and piece in here]


def ended(process: "subprocess.Popen[bytes]", within_s: float) -> bool:
    """Whether it has ended, waiting so long for it."""
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        return False
    return True


def files(folder: Path) -> set[str]:
    """All of them."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def renders(parent: int) -> bool:
    """Whether the rendering process runs."""
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        return any("render" in Path(f"/proc/{child}/cmdline").read_text() for child in children)
    except OSError:
        return os.name != "posix"
