"""公约坊 within the whole kiosk: a real screen process is killed in the middle of a game and the next one goes on."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk
from kiosk.core.places import program_folder
from kiosk.packs.check import check_file
from kiosk.packs.families import load_families
from kiosk.rehearsal.finger import Finger, items
from kiosk.store import settings
from tests.packs.pack_help import as_json, crafted, png
from tests.packs.packs_help import TODAY
from tests.stations.convention_help import data

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]
PLAYS = """
import os, signal, sys
from pathlib import Path
from random import Random
from kiosk.app import Devices, Kiosk, make_application
from kiosk.devices.sound import SilentPlayer
from kiosk.devices.speech import SilentSpeech
from kiosk.rehearsal.finger import Finger

app = make_application()
kiosk = Kiosk(Path(sys.argv[1]), Devices(SilentSpeech(), SilentPlayer()), random=Random(3))
kiosk.show(windowed=True, size=(1280, 720))
finger = Finger(kiosk.window)
finger.wait(kiosk.window.isExposed, "the window")
shell = kiosk.shell
if sys.argv[2] == "dies":
    finger.touch("enter")
    finger.touch("station-convention_puzzle")
    finger.touch("primary")
    finger.touch("game-match")
    finger.touch("piece-0")
    finger.touch("place-0")
    finger.wait(lambda: shell.station_now.board_now.play.board.moves, "a move")
    finger.wait(lambda: not shell.station_now.hanging, "the answer on disk")
station = shell.station_now
board = station.board_now.play.board
print(shell.now, station.now, sorted(board.moves.items()), sorted(board.misses.items()), board.seats, flush=True)
if sys.argv[2] == "dies":
    os.kill(os.getpid(), signal.SIGKILL)
with kiosk.store.read() as connection:
    print(connection.execute("SELECT count(DISTINCT visit) FROM journal WHERE visit <> ''").fetchone()[0], flush=True)
shell.endVisit()
kiosk.close()
"""


def screen(home: Path, act: str) -> "subprocess.CompletedProcess[str]":
    """A screen process of its own."""
    command = [sys.executable, "-c", PLAYS, str(home), act]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=environment)


def test_a_killed_screen_is_gone_on_with(tmp_path: Path) -> None:
    first = screen(tmp_path / "home", "dies")
    assert first.returncode == -signal.SIGKILL, first.stderr
    assert first.stdout.startswith("station game [("), first.stdout
    kept = json.loads((tmp_path / "home" / "visit.json").read_text("utf-8"))
    assert kept["station"] == "convention_puzzle"
    second = screen(tmp_path / "home", "comes back")
    assert second.returncode == 0, second.stderr
    board, visits = second.stdout.splitlines()
    assert board == first.stdout.strip() and visits == "1"
    assert not (tmp_path / "home" / "visit.json").exists()


def pictures(kiosk: Kiosk) -> list[QQuickItem]:
    """The pictures of a pack that stand on the screen."""
    found = [one for one in items(kiosk.window.contentItem()) if one.property("source") and one.property("sourceSize")]
    return [one for one in found if "image://brought/" in one.property("source").toString()]


def test_a_schools_own_convention_comes_with_its_pictures(make_kiosk: MakeKiosk, tmp_path: Path) -> None:
    """From a pack file: lines, situations, a picture of any size; it stands first, ours is one touch away."""
    kiosk, finger = make_kiosk()
    settings.save(kiosk.store, "allow_unsigned_packs", True).result()
    fields = data(2, 8)
    fields["lines"][0]["picture"] = "our-gate"
    members = {"conventions/ours.json": as_json(fields), "conventions/our-gate.png": png(31, 77, alpha=128)}
    path = tmp_path / "school.glow"
    path.write_bytes(crafted(members))
    checked = check_file(path, load_families(program_folder() / "quizzes"), TODAY)
    assert checked.report.refused is None and not checked.report.mend
    kiosk.library.install_checked(checked)
    kiosk.shell.enter()
    kiosk.shell.openStation("convention_puzzle")
    kiosk.shell.start()
    station: Any = kiosk.shell.station_now
    assert station.hub_now.convention.id == fields["id"]
    finger.wait(lambda: pictures(kiosk), "the school's picture")
    assert all(one.property("implicitWidth") > 0 for one in pictures(kiosk))
    station.open("sort")
    finger.wait(lambda: finger.find("piece-0"), "the situations")
    kiosk.window.grabWindow()
    station.toHub()
    finger.touch("other-convention")
    finger.wait(lambda: station.hub_now.convention.id == "national-2001", "ours")
