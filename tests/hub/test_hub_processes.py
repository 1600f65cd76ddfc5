"""Two real processes on loopback with TLS: the contracts' commands, kills of either side, a hub set back."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from kiosk.hub.people.scope import ALL
from kiosk.hub.store import rollup_tables
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served, healed, kiosk_command, program, roll_back, same_at_both_ends
from tests.hub.postgres_help import Cluster
from tests.hub.town_help import roll_all
from tests.store.store_help import ROOT

SEED = 20261120


@pytest.fixture
def kiosk(served: Served, pushing: MakeKiosk) -> PushingKiosk:
    """A kiosk that is let in."""
    made = pushing("kiosk")
    made.enrol(served.url, served.code())
    return made


def test_the_commands_keep_the_contracts(served: Served, pushing: MakeKiosk, tmp_path: Path) -> None:
    kiosk = pushing("kiosk")
    kiosk.record(30)
    kiosk.close()
    home = kiosk.home
    early = kiosk_command(home, "sync", "status", "--json")
    assert (early.returncode, "接入码" in early.stderr) == (2, True)
    command = program("kiosk.hub.commands", "enroll", "--base", "石牛山基地", "--json", "--data", str(served.data))
    made = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert (made["url"], made.keys()) == (served.url, {"url", "code", "expires"})
    code = made["code"]
    assert kiosk_command(home, "sync", "enroll", served.url, code).returncode == 0
    again = kiosk_command(tmp_path / "other", "sync", "enroll", served.url, code)
    assert (again.returncode, "用过" in again.stderr) == (2, True)
    waiting = json.loads(kiosk_command(home, "sync", "status", "--json").stdout)
    assert (waiting["waiting"], waiting["last_success"]) == (30, None)
    done = kiosk_command(home, "sync", "now", "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert {name: told[name] for name in ("sent", "accepted", "refused", "waiting", "oldest", "error")} == {
        "sent": 30, "accepted": 30, "refused": 0, "waiting": 0, "oldest": None, "error": None,
    }  # fmt: skip
    served.stop()
    kiosk.record(5)
    kiosk.close()
    away = kiosk_command(home, "sync", "now", "--json")
    told = json.loads(away.stdout)
    assert (away.returncode, told["waiting"], "没有接受连接" in told["error"]) == (2, 5, True)
    assert len(served.held()) == 30


def test_a_dozen_kills_of_either_side_lose_and_double_nothing(served: Served, kiosk: PushingKiosk) -> None:
    """Six times on each database."""
    kill_often(served, kiosk, times=6, seed=SEED)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(4))
def test_hundreds_of_kills_lose_and_double_nothing(served: Served, kiosk: PushingKiosk, seed: int) -> None:
    kill_often(served, kiosk, times=60, seed=seed)


def kill_often(served: Served, kiosk: PushingKiosk, times: int, seed: int) -> None:
    """While the kiosk records and pushes, kill it or the hub at random moments; then compare both ends."""
    chance = Random(seed)
    kiosk.close()
    child, hubs, kiosks = start(kiosk.home), 0, 0
    for turn in range(times):
        assert child.stdout is not None
        for _ in range(chance.randint(1, 3)):
            assert child.stdout.readline(), "it ended by itself"
        # In a commit, between two bytes of an answer: the moment is the kernel's choice.
        with suppress(subprocess.TimeoutExpired):
            child.wait(chance.uniform(0, 0.1))
        if turn % 2:
            served.kill()
            served.start()
            hubs += 1
        else:
            child.kill()
            child.wait()
            child = start(kiosk.home)
            kiosks += 1
    child.kill()
    child.wait()
    assert min(hubs, kiosks) == times // 2
    same_at_both_ends([kiosk], served)
    assert healed(kiosk.store) == [], f"seed {seed}: a kill is no set-back"
    assert added_up(served) == len(served.held()), "what is shown is what is held"


def added_up(served: Served) -> int:
    """The events that the roll-ups of a hub have counted whose kiosks recorded answers and nothing else."""
    served.stop()
    with served.opened() as hub:
        roll_all(hub)
        days = rollup_tables.base_day.c
        with hub.database.read() as connection:
            return int(connection.execute(sa.select(sa.func.sum(days.answers)).where(days.base == ALL)).scalar_one())


def start(home: Path) -> "subprocess.Popen[str]":
    """A kiosk's process."""
    command = [sys.executable, "-m", "tests.hub.pushing_child", str(home)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_hub_set_back_a_day(
    served: Served, kiosk: PushingKiosk, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kiosk.record(20)
    kiosk.post.deliver()
    served.stop()
    restore = backup(served, tmp_path, request)
    served.start()
    for _ in range(3):
        kiosk.record(10)
        kiosk.post.deliver()
    served.stop()
    restore()
    served.start()
    assert len(served.held()) == 20
    kiosk.record(5)
    same_at_both_ends([kiosk], served)
    assert healed(kiosk.store) == [("hub_set_back", 30)]
    same_at_both_ends([kiosk], served)
    assert len(served.held()) == 56, "the telling of it, too"


def backup(served: Served, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], None]:
    """Keep the stopped hub's data; what comes back puts them back."""
    if not served.database:
        shutil.copytree(served.data, tmp_path / "yesterday")
        return lambda: roll_back(served.data, tmp_path / "yesterday")
    cluster: Cluster = request.getfixturevalue("postgres")
    copy = cluster.copy_url(served.database)
    return lambda: setattr(served, "database", copy)
