"""The plug is pulled at any moment: what was praised is found again, whatever the disk did with unsynced writes."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SystemClock
from kiosk.store import Store
from tests.store.power_cut import TRACED, Disk, calls
from tests.store.store_help import ROOT, stored

WATCH = ["strace", "-f", "-qq", "-y", "-xx", "-s", "5000000", "-e", f"trace={TRACED}", "-o"]


def may_watch() -> bool:
    """Whether this machine lets us trace our own children."""
    return (
        bool(shutil.which("strace"))
        and not subprocess.run([*WATCH, "/dev/null", "true"], capture_output=True, check=False).returncode
    )


pytestmark = pytest.mark.skipif(not may_watch(), reason="needs strace, which this machine does not allow")


def write_under_watch(log: Path, home: Path, answers: int) -> None:
    """Let a process record answers in a new home until that many were told to be on disk."""
    command = [*WATCH, str(log), sys.executable, "-m", "tests.store.writing_child", "ever", str(home), "2"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout
        for _ in range(answers):
            process.stdout.readline()
        os.killpg(process.pid, signal.SIGKILL)


def cut_often(folder: Path, answers: int, cuts: int, seed: int) -> int:
    """Cut the power at `cuts` moments of one run; the number of answers that had been told by then, in all."""
    chance = Random(seed)
    home, log = folder / "home", folder / "log"
    write_under_watch(log, home, answers)
    whole = list(calls(log))
    first = next(place for place, (_, words, _) in enumerate(whole) if disk_name(home) in words)
    moments = set(chance.sample(range(first, len(whole)), cuts))
    disk, told = Disk(home), 0
    for place, call in enumerate(whole):
        disk.obey(*call)
        if place in moments:
            after = folder / "after"
            shutil.rmtree(after, ignore_errors=True)
            after.mkdir()
            disk.after_cut(after, chance)
            told += look(after, disk.told, f"seed {seed}, call {place}")
    return told


def disk_name(path: Path) -> str:
    """A path as strace -xx writes it."""
    return "".join(f"\\x{byte:02x}" for byte in str(path).encode())


def look(home: Path, told: list[str], where: str) -> int:
    """Open what the cut has left: all that was told is there, and the memory is well."""
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    with store.read() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok", where
    assert store.state().well, (where, store.state())
    store.close()
    expected = {(epoch, int(seq)) for epoch, seq in (line.split() for line in told)}
    assert expected <= set(stored(home)), where
    return len(expected)


def test_nothing_praised_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    """Forty moments of one run."""
    assert cut_often(tmp_path, 120, 40, seed=5) > 500


def test_the_model_does_lose_what_was_not_synced(tmp_path: Path) -> None:
    """Otherwise the test above would prove nothing: the same writes without their syncs do not come back."""
    home, log = tmp_path / "home", tmp_path / "log"
    write_under_watch(log, home, 60)
    disk = Disk(home)
    for name, words, result in calls(log):
        if name not in ("fsync", "fdatasync"):
            disk.obey(name, words, result)
    lost = 0
    for number in range(5):
        after = tmp_path / f"after-{number}"
        after.mkdir()
        disk.after_cut(after, Random(number))
        told = {(epoch, int(seq)) for epoch, seq in (line.split() for line in disk.told)}
        store = Store.open(after, SystemClock(), housekeeping_after_s=None)
        store.close()
        lost += bool(told - set(stored(after)))
    assert lost


@pytest.mark.torture
def test_nothing_praised_is_lost_in_many_power_cuts(tmp_path: Path) -> None:
    """Four hundred moments of eight runs."""
    for seed in range(8):
        (tmp_path / str(seed)).mkdir()
        assert cut_often(tmp_path / str(seed), 200, 50, seed) > 500
