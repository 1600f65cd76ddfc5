"""公约坊 within the whole kiosk: a real screen process is killed in the middle of a game and the next one goes on."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

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
