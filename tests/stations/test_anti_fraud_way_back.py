"""After a crash: the next screen goes on with the level where the last one stood."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.core.events import ItemAnswered, StationFinished
from kiosk.stations.anti_fraud.trickster import TRICKSTER
from kiosk.stations.anti_fraud.view_model import AntiFraudViewModel
from kiosk.stations.anti_fraud.way_back import keep, restore
from kiosk.stations.station import StationContext
from tests.stations.anti_fraud_stage import Items, World, enter, give_answer, our_items

OURS = our_items()
DIES = """
import os, signal, sys
from pathlib import Path
from random import Random
from kiosk.app import Devices, Kiosk, make_application
from kiosk.devices.sound import SilentPlayer
from kiosk.devices.speech import SilentSpeech
from kiosk.rehearsal.finger import Finger

app = make_application()
kiosk = Kiosk(Path(sys.argv[1]), Devices(SilentSpeech(), SilentPlayer()), random=Random(3))
kiosk.library.ensure_built_in()
kiosk.show(windowed=True, size=(1280, 720))
finger = Finger(kiosk.window)
finger.wait(kiosk.window.isExposed, "the window")
if sys.argv[2] == "dies":
    finger.touch("enter")
    finger.touch("station-anti_fraud")
    finger.touch("primary")
    finger.touch("level-game_skin")
    finger.wait(lambda: kiosk.shell.station_now.phase == "question", "a question")
    finger.touch("option-0")
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.station_now.phase == "after", "the reasons")
    finger.touch("primary")
station = kiosk.shell.station_now
finger.wait(lambda: station.phase == "question", "the next question")
finger.wait(lambda: finger.find("option-0"), "its options")
print(kiosk.shell.now, station.question["number"], station.board.run.turn.bank.item.id, flush=True)
if sys.argv[2] == "dies":
    os.kill(os.getpid(), signal.SIGKILL)
kiosk.close()
"""


@dataclass
class Crashing(World):
    """A world that keeps the last snapshot and hands it to the next view model."""

    state: Mapping[str, Any] = field(default_factory=dict)

    def context(self) -> StationContext:
        """What the station is handed."""
        return replace(super().context(), snapshot=self._snapshot, resumed=self.state)

    def _snapshot(self, state: Mapping[str, Any]) -> None:
        self.state = json.loads(json.dumps(state))


@pytest.fixture
def world(qapp: QCoreApplication) -> Crashing:
    return Crashing(Items(OURS))


def station(world: World) -> Any:
    """The view model. `Any`: to a type checker its properties are `Property` objects."""
    return AntiFraudViewModel(world.context())


@pytest.mark.parametrize("players", [1, 3])
def test_a_level_is_gone_on_with_after_each_answer(world: Crashing, players: int) -> None:
    """A screen that dies with every single item: the same items, answers and hearts, and each is asked once."""
    world.players = players
    view_model = station(world)
    enter(view_model, "game_skin")
    number = 0
    while view_model.phase == "question":
        before = view_model.board.run
        view_model = station(world)
        assert view_model.phase == "question" and view_model.board.run == before
        number += 1
        assert view_model.question["number"] == number
        give_answer(view_model, right=number != 2)
        if not view_model.board.run.finished:
            before = view_model.board.run
            view_model = station(world)
            assert view_model.board.run == before
        else:
            view_model.primary()
    assert view_model.phase == "won" and world.state == {}
    answered = world.of(ItemAnswered)
    assert len(answered) == len({one.item_hash for one in answered}) == number
    (finished,) = world.of(StationFinished)
    assert (finished.answered, finished.completed) == (number, True)
    assert station(world).phase == "map"


def test_the_ratings_after_the_trickster_keep_their_fox(world: Crashing) -> None:
    """They are a level of their own, which is not on the map."""
    view_model = station(world)
    enter(view_model, "game_skin")
    world.state = {**world.state, "level": TRICKSTER}
    assert station(world).subtitle == "小骗子模式"


@pytest.mark.parametrize("broken", [{"level": "game_skin"}, {"turns": 3}, {"turns": [{}], "answers": []}])
def test_what_does_not_fit_begins_at_the_map(broken: dict[str, Any]) -> None:
    """Such as what another version has kept."""
    assert restore(broken) is None
    assert restore({}) is None


def test_a_run_that_is_over_is_not_kept(world: Crashing) -> None:
    """Its scene is not shown again; everything before is the same back and forth."""
    view_model = station(world)
    enter(view_model, "game_skin")
    run = view_model.board.run
    assert restore(json.loads(json.dumps(keep(run)))) == run
    assert keep(replace(run, turns=())) == {}


def screen(home: Path, act: str) -> "subprocess.CompletedProcess[str]":
    """A screen process of its own."""
    command = [sys.executable, "-c", DIES, str(home), act]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, timeout=180, check=False, env=environment)


def test_a_killed_screen_is_gone_on_with(tmp_path: Path) -> None:
    """A real process, in the middle of a level: the next shows the very question."""
    first = screen(tmp_path / "home", "dies")
    assert first.returncode == -signal.SIGKILL, first.stderr
    assert first.stdout.startswith("station 2 "), first.stdout
    second = screen(tmp_path / "home", "comes back")
    assert (second.returncode, second.stdout) == (0, first.stdout), second.stderr
