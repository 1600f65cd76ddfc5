"""Kills a playing kiosk again and again in one home, and counts what became of the praised answers."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

Praised = tuple[str, str, str]
"""Visit, item and verdict."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: `delay_s` seconds after the `nth` line that begins with `word` (`""`: after the start)."""

    word: str
    nth: int
    delay_s: float


@dataclass(slots=True)
class Life:
    """What one playing screen said before it was killed."""

    moment: Moment
    epoch: str = ""
    touches: int = 0
    praised: list[Praised] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted over all lives in a home."""

    kills: int
    epochs: int
    touches: int
    praised: int
    lost: int
    lanterns_lost: int
    answers_kept: int
    rows: int
    kills_by_moment: dict[str, int]

    def save(self, file: Path) -> None:
        """Keep them for people to look at."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(self), indent=2), "utf-8")


def moment(random: Random) -> Moment:
    """Most kills fall around the commit and the praise; others anywhere, the start and the house-keeping included."""
    kind = random.random()
    if kind < 0.45:
        return Moment("touch primary question", random.randint(1, 8), random.uniform(0, 0.04))
    if kind < 0.7:
        return Moment("praised", random.randint(1, 3), random.uniform(0, 0.01))
    if kind < 0.9:
        return Moment("shown", 1, random.uniform(0, 2.0))
    return Moment("", 0, random.uniform(0, 1.0) if random.random() < 0.5 else random.uniform(3.0, 5.5))


def live_and_die(home: Path, seed: int, when: Moment) -> Life:
    """Have a screen play in `home` until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk.rehearsal.playing_screen", "--home", str(home), "--seed", str(seed), "--quick"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    killer = threading.Timer(when.delay_s, process.kill)
    if not when.word:
        killer.start()
    life = Life(when)
    left = when.nth
    assert process.stdout is not None
    for line in process.stdout:
        if not line.endswith("\n"):
            break
        _hear(life, line.split())
        if when.word and line.startswith(when.word):
            left -= 1
            if left == 0:
                killer.start()
    killer.join()
    assert process.wait() == -9, f"it ended by itself with {process.returncode}"
    return life


def _hear(life: Life, words: list[str]) -> None:
    match words:
        case ["epoch", epoch]:
            life.epoch = epoch
        case ["touch", *_]:
            life.touches += 1
        case ["praised", visit, item, verdict]:
            life.praised.append((visit, item, verdict))


def kill_often(home: Path, times: int, seed: int) -> Figures:
    """Kill `times` playing screens in `home`; nothing praised is missing, nothing is there twice, all is sound."""
    random = Random(seed)
    lives = [live_and_die(home, random.randrange(1 << 30), moment(random)) for _ in range(times)]
    with closing(sqlite3.connect(home / "kiosk.db")) as connection:
        figures = count(connection, lives)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert set(gaps(connection)) == set(), f"seed {seed}"
    epochs = [life.epoch for life in lives if life.epoch]
    assert len(set(epochs)) == len(epochs), "an epoch was used twice"
    assert (figures.lost, figures.lanterns_lost) == (0, 0), f"seed {seed}: {figures}"
    return figures


def count(connection: sqlite3.Connection, lives: list[Life]) -> Figures:
    """Compare what was praised with what the journal has, read without the store."""
    rows = connection.execute("SELECT kind, visit, body FROM journal").fetchall()
    bodies = [(kind, visit, json.loads(body)) for kind, visit, body in rows]
    kept = {(visit, body["item"]) for kind, visit, body in bodies if kind == "item_answered"}
    lit = {(visit, body["reason"]) for kind, visit, body in bodies if kind == "lantern_lit"}
    praised = [one for life in lives for one in life.praised]
    return Figures(
        kills=len(lives),
        epochs=len({life.epoch for life in lives if life.epoch}),
        touches=sum(life.touches for life in lives),
        praised=len(praised),
        lost=sum((visit, item) not in kept for visit, item, _ in praised),
        lanterns_lost=sum((visit, item) not in lit for visit, item, verdict in praised if verdict == "right"),
        answers_kept=sum(kind == "item_answered" for kind, _, _ in bodies),
        rows=len(rows),
        kills_by_moment=dict(Counter(life.moment.word or "any time" for life in lives)),
    )


def gaps(connection: sqlite3.Connection) -> Iterator[tuple[str, int, int]]:
    """Epochs whose numbers do not run from 1 without a gap."""
    yield from connection.execute(
        "SELECT epoch, max(seq), count(*) FROM journal GROUP BY epoch"
        " HAVING max(seq) <> count(*) OR min(seq) <> 1 OR count(DISTINCT seq) <> count(*)"
    )
