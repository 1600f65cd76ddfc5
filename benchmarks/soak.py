"""Weeks in hours: a supervised kiosk plays visit after visit by touch, while disk, clock, sound and screen are spoilt.

Usage: python -m benchmarks.soak [--minutes 60] [--rate 1] [--seed 1] (`make soak`: 20 minutes at 20×, then 60 at 1×).
Prints and keeps: memory of screen and supervisor and its slope, open files, bytes on disk an answer, answers praised,
answers lost, events undelivered, crashes. As root the home lies on a small file system of its own, which is filled and
freed. The kiosk sends to a hub on loopback all the while.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.children import ROOT, children_of, display, pss_kb
from benchmarks.figures import OUT
from benchmarks.soak_hub import SoakHub
from kiosk.rehearsal.soaking_screen import SOAK

EVERY_S = 15.0
HOME_MB = 400
YEAR_MS = 365 * 86_400_000
REST_S = 12.0
"""After each fault the kiosk gets this long to mend itself before the next."""


@dataclass
class Ground:
    """Where the soak takes place, and what was seen so far."""

    folder: Path
    home: Path
    environment: dict[str, str]
    may_fill: bool
    hub: SoakHub
    samples: list[dict[str, float]] = field(default_factory=list)
    faults: dict[str, int] = field(default_factory=dict)
    daemon: "subprocess.Popen[bytes] | None" = None

    def start_sound(self) -> None:
        """A sound system of our own, with a speaker that nobody hears."""
        socket = self.folder / "pulse"
        socket.unlink(missing_ok=True)
        loads = [f"module-native-protocol-unix auth-anonymous=1 socket={socket}", "module-null-sink sink_name=speaker"]
        options = ["--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        words = ["pulseaudio", "-n", *options, *(word for load in loads for word in ("-L", load))]
        self.daemon = subprocess.Popen(
            words, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


@contextmanager
def ground(rate: float, seed: int) -> Iterator[Ground]:
    """A home, a screen and a sound system; all gone afterwards."""
    with tempfile.TemporaryDirectory() as name, display() as environment:
        folder = Path(name)
        home = folder / "disk" / "home"
        (folder / "disk").mkdir()
        (folder / "stick").mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={HOME_MB}m", "tmpfs", str(folder / "disk")]
        may_fill = os.geteuid() == 0 and not subprocess.run(mount, capture_output=True, check=False).returncode
        (folder / "settings.json").write_text(json.dumps({"seed": seed, "rate": rate, "pause_ms": 200}), "utf-8")
        more = {SOAK: str(folder), "KIOSK_HOME": str(home), "PULSE_SERVER": f"unix:{folder / 'pulse'}"}
        made = Ground(folder, home, {**environment, **more}, may_fill, SoakHub(folder / "hub"))
        made.start_sound()
        try:
            made.hub.enrol(made.environment)
            yield made
        finally:
            made.hub.stop()
            if made.daemon:
                made.daemon.kill()
                made.daemon.wait()
            if may_fill:
                subprocess.run(["umount", "-l", str(folder / "disk")], check=True)


def start(place: Ground) -> "subprocess.Popen[bytes]":
    """The supervisor over a screen that plays."""
    code = (
        "import sys; from pathlib import Path; from kiosk.supervisor import Supervisor;"
        "import signal; s = Supervisor(Path(sys.argv[1]), screen='kiosk.rehearsal.soaking_screen');"
        "signal.signal(signal.SIGTERM, lambda *_: s.stop()); sys.exit(s.run())"
    )
    log = (place.folder / "log").open("wb")
    command = [sys.executable, "-c", code, str(place.home)]
    return subprocess.Popen(command, env=place.environment, cwd=ROOT, stderr=log, stdout=log)


def pull_stick(place: Ground, screen: int) -> None:
    """A stick goes and comes."""
    stick = place.folder / "stick"
    if stick.exists():
        shutil.rmtree(stick)
    else:
        stick.mkdir()


def fill_disk(place: Ground, screen: int) -> None:
    """The disk is full for some seconds, then free again."""
    if not place.may_fill:
        return
    filler = place.folder / "disk" / "filler"
    try:
        with filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(1 << 20))
    except OSError:
        time.sleep(6.0)
    filler.unlink()


def jump_clock(place: Ground, screen: int) -> None:
    """The date is a year off, then right again: a dead battery, somebody's finger."""
    shift = place.folder / "shift"
    for value in (random.choice((-YEAR_MS, YEAR_MS)), 0):
        part = shift.with_suffix(".part")
        part.write_text(str(value), "ascii")
        part.replace(shift)
        time.sleep(6.0)


def kill_sound(place: Ground, screen: int) -> None:
    """The sound system dies and comes back."""
    if place.daemon:
        place.daemon.kill()
        place.daemon.wait()
    time.sleep(3.0)
    place.start_sound()


def kill_screen(place: Ground, screen: int) -> None:
    """The screen process dies in the middle of whatever it does."""
    os.kill(screen, signal.SIGKILL)


def flap_network(place: Ground, screen: int) -> None:
    """The hub cannot be reached for some seconds: refused at once, or a connection that never answers."""
    place.hub.cut(dead=random.random() < 0.5)
    time.sleep(8.0)
    place.hub.mend()


FAULTS: tuple[Callable[[Ground, int], None], ...] = (pull_stick, fill_disk, jump_clock, kill_sound, flap_network)
KILLS = (0.05, 0.1, 0.15, 0.2, 0.25)
"""When the screen is killed, in shares of the time: the last one lives long enough to show where its memory settles."""


def sample(place: Ground, supervisor: int, screen: int, begun: float) -> None:
    """Memory, open files and disk, now."""
    size = sum(path.stat().st_size for path in place.home.rglob("*") if path.is_file())
    place.samples.append(
        {
            "s": time.monotonic() - begun,
            "screen": screen,
            "screen_mb": pss_kb(screen) / 1024,
            "supervisor_mb": pss_kb(supervisor) / 1024,
            "files": len(list(Path(f"/proc/{screen}/fd").iterdir())),
            "home_mb": size / 1e6,
        }
    )


def soak(place: Ground, minutes: float, chance: random.Random) -> int:
    """Play and spoil for that long; how many screens there were."""
    process = start(place)
    try:
        return _spoil(place, process, minutes, chance)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _spoil(place: Ground, process: "subprocess.Popen[bytes]", minutes: float, chance: random.Random) -> int:
    begun, screens = time.monotonic(), set[int]()
    next_fault, kills = begun + 60.0, [begun + share * minutes * 60 for share in KILLS]
    while time.monotonic() - begun < minutes * 60:
        time.sleep(EVERY_S)
        if process.poll() is not None:
            raise RuntimeError("the supervisor ended: " + (place.folder / "log").read_text("utf-8", "replace")[-2000:])
        for screen in children_of(process.pid)[:1]:
            screens.add(screen)
            sample(place, process.pid, screen, begun)
            if time.monotonic() > next_fault:
                due = bool(kills) and time.monotonic() > kills[0]
                fault = kill_screen if due else chance.choice(FAULTS)
                del kills[:due]
                place.faults[fault.__name__] = place.faults.get(fault.__name__, 0) + 1
                fault(place, screen)
                next_fault = time.monotonic() + REST_S + chance.uniform(0, 40)
    time.sleep(REST_S)
    return len(screens)


def slope(samples: list[dict[str, float]], name: str) -> float:
    """MB an hour over the longest life of one screen, its first two minutes left out."""
    lives: dict[float, list[dict[str, float]]] = {}
    for one in samples:
        lives.setdefault(one["screen"], []).append(one)
    longest = max(lives.values(), key=lambda life: life[-1]["s"] - life[0]["s"])
    settled = [one for one in longest if one["s"] > longest[0]["s"] + 120]
    if len(settled) < 8:
        return float("nan")
    return statistics.linear_regression([one["s"] / 3600 for one in settled], [one[name] for one in settled]).slope


def bytes_an_answer(place: Ground) -> int:
    """What one answer weighs on the disk with all that is recorded around it: the database with and without journal."""
    sizes = []
    copy = place.folder / "copy.db"
    with closing(sqlite3.connect(place.home / "kiosk.db")) as connection:
        count = int(connection.execute("SELECT count(*) FROM journal WHERE kind = 'item_answered'").fetchone()[0])
        connection.execute("VACUUM INTO ?", (str(copy),))
    for act in ("SELECT 1", "DELETE FROM journal_entry"):
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            for trigger in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {trigger[0]}")
            connection.execute(act)
            connection.execute("VACUUM")
        sizes.append(copy.stat().st_size)
    return round((sizes[0] - sizes[1]) / max(1, count))


def report(place: Ground, minutes: float, rate: float, screens: int) -> dict[str, object]:
    """What came out; the journal is read without the store."""
    told = [line.split() for line in (place.folder / "told").read_text("ascii").splitlines()]
    with closing(sqlite3.connect(place.home / "kiosk.db")) as connection:
        rows = connection.execute("SELECT kind, visit, body FROM journal").fetchall()
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
    answers = {(visit, json.loads(body)["item"]) for kind, visit, body in rows if kind == "item_answered"}
    return {
        "real_minutes": minutes,
        "kiosk_hours": round(minutes * rate / 60, 1),
        "visits": len({visit for kind, visit, _ in rows if kind == "visit_started"}),
        "journal_rows": len(rows),
        "answers_praised": len(told),
        "answers_lost": sum((visit, item) not in answers for visit, item in told),
        "events_undelivered": place.hub.waiting(place.environment),
        "events_at_hub": place.hub.held(),
        "database": sound,
        "screens": screens,
        "faults": place.faults,
        "disk_filled": place.may_fill,
        "screen_mb_median": round(statistics.median(one["screen_mb"] for one in place.samples), 1),
        "screen_mb_an_hour": round(slope(place.samples, "screen_mb"), 2),
        "supervisor_mb_an_hour": round(slope(place.samples, "supervisor_mb"), 2),
        "open_files_most": max(one["files"] for one in place.samples),
        "open_files_an_hour": round(slope(place.samples, "files"), 2),
        "bytes_an_answer": bytes_an_answer(place),
    }


def main() -> int:
    """0 when no praised answer was lost and the database is sound."""
    parser = argparse.ArgumentParser(prog="soak")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that all that was begun is ended
    with ground(given.rate, given.seed) as place:
        screens = soak(place, given.minutes, random.Random(given.seed))
        found = report(place, given.minutes, given.rate, screens)
        OUT.mkdir(parents=True, exist_ok=True)
        kept = {"report": found, "samples": place.samples}
        (OUT / f"soak-{given.rate:g}x.soak").write_text(json.dumps(kept, indent=1), "utf-8")
        shutil.copy(place.folder / "log", OUT / f"soak-{given.rate:g}x.log")
        print(json.dumps(found, indent=1), flush=True)
    return 0 if found["answers_lost"] == 0 and found["database"] == "ok" else 1


if __name__ == "__main__":
    sys.exit(main())
