"""`kill -9` at any moment loses nothing that was acknowledged."""

import random
import subprocess
from pathlib import Path

import pytest

from kiosk.core.clock import SystemClock
from kiosk.store import Store, files
from tests.store.store_help import child, settle, stored


def kill_while_writing(home: Path, chance: random.Random) -> set[tuple[str, int]]:
    """Let a process write, kill it at a random moment; what it had been told is on disk."""
    process = child("ever", home, chance.choice((1, 1, 3, 50)))
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    # Between two answers, in a commit, in the background look-through: the moment is the kernel's choice.
    return kill_within(process, chance.uniform(0, 0.25), lines)


def kill_within(process: "subprocess.Popen[str]", seconds: float, lines: list[str]) -> set[tuple[str, int]]:
    """Kill `process` after `seconds`; what it had been told is on disk, by `lines` read so far and the rest."""
    assert process.stdout is not None
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    lines += process.stdout.readlines()
    process.wait()
    assert process.returncode == -9, "it ended by itself"
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {(epoch, int(seq)) for epoch, seq in whole}


def kill_often(home: Path, times: int, seed: int) -> None:
    """Kill `times` times in the same home; nothing that any process was told is missing, nothing is there twice."""
    chance = random.Random(seed)
    told: set[tuple[str, int]] = set()
    for _ in range(times):
        told |= kill_while_writing(home, chance)  # and opens what the one before has left
    assert len({epoch for epoch, _ in told}) == times
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    with store.read() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert store.state().well
    store.close()
    missing = told - set(stored(home))
    assert not missing, f"seed {seed}: {len(missing)} of {len(told)} were lost, {sorted(missing)[:5]}…"


def kill_while_mending(home: Path, times: int, seed: int) -> None:
    """Kill processes that find the database marked as damaged, at any moment of setting aside and reading back.

    The file is in truth whole, so that all of it must come back, however often the mending is cut short.
    """
    chance = random.Random(seed)
    told = kill_while_writing(home, chance)
    for _ in range(times):
        process = child("ever", home, 3)
        told |= kill_within(process, chance.uniform(0.1, 0.5), [])
        if chance.random() < 0.7:
            files.mark_damaged(home, reason="damaged")
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    settle(store)
    assert not store.state().trouble
    store.close()
    missing = told - set(stored(home))
    assert not missing, f"seed {seed}: {len(missing)} of {len(told)} were lost, {sorted(missing)[:5]}…"
    assert not list((home / "set-aside").glob("*.salvage"))


def test_kills_while_mending_lose_nothing(home: Path) -> None:
    kill_while_mending(home, times=6, seed=20261120)


def test_a_dozen_kills_lose_nothing(home: Path) -> None:
    kill_often(home, times=12, seed=20261120)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(8))
def test_hundreds_of_kills_lose_nothing(home: Path, seed: int) -> None:
    kill_often(home, times=40, seed=seed)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(5))
def test_many_kills_while_mending_lose_nothing(home: Path, seed: int) -> None:
    kill_while_mending(home, times=30, seed=seed)
