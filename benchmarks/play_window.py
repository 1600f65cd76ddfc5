"""The screen process in play: levels that are opened, a fight, and two children at two sides, with fingers inside.

`play_window HOME open|fight|versus SIZE [pinyin]` says `settled MS` for each level opened, or `gap MS` between frames,
`hit MS` of those in which a monster flinches, and `won MS` of the one with which the last scene comes.
"""

import os
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtTest import QTest

from kiosk.app import Kiosk, make_application, parse_size, real_devices
from kiosk.rehearsal.finger import GUARD_MS, Finger, until
from kiosk.rehearsal.player import Player
from kiosk.stations.station import StationCard

LEVELS = ("game_skin", "anti_addiction", "fan_rebate")
ROUNDS = 5
STILL_MS = 350
"""A screen without a new frame for so long has settled."""
FLINCH_MS = 700
"""So long a hit moves: the lie falls, the monster flinches, the reasons come."""


def tell(word: str, value: float) -> None:
    print(word, value, flush=True)


class Stage:
    """A kiosk on its window, and every frame's time (milliseconds)."""

    def __init__(self, home: Path, size: tuple[int, int], *, pinyin: bool) -> None:
        self.kiosk = Kiosk(home, real_devices(home), random=Random(1), origin="rehearsal")
        self.shown: list[float] = []
        self.kiosk.window.frameSwapped.connect(lambda: self.shown.append(now()))
        self.kiosk.library.ensure_built_in()
        self.kiosk.show(windowed=True, size=size)
        self.finger = Finger(self.kiosk.window)
        self.finger.wait(self.kiosk.window.isExposed, "the window")
        self.player = Player(self.kiosk, self.finger, Random(2))
        self.card: StationCard = next(one for one in self.kiosk.stations if one.key == "anti_fraud")
        self._pinyin = pinyin

    @property
    def station(self) -> Any:
        """The present station's view model."""
        return self.kiosk.shell.station_now

    def enter(self, players: int = 1) -> None:
        """At the map, which has settled."""
        shell = self.kiosk.shell
        shell.enter()
        shell.openStation(self.card.key)
        shell.who_now.setPlayers(players)
        shell.start()
        # The switches go back with every visit.
        if self._pinyin:
            shell.switches.togglePinyin()
        self.finger.wait(lambda: shell.now == "station", "the station")
        self.settle()

    def settle(self) -> None:
        """Wait until no frame has come for a while."""
        settle(self.shown, now())

    def leave(self) -> None:
        """Go home, and end the visit."""
        self.kiosk.shell.goHome()
        self.kiosk.shell.endVisit()
        self.finger.wait(lambda: self.kiosk.shell.now == "attract", "attract")

    def tap(self, name: str) -> float:
        """A quick touch; when the finger lifted."""
        at, device = self.finger.point(name), QTest.createTouchDevice()
        QTest.touchEvent(self.kiosk.window, device, False).press(0, at, self.kiosk.window).commit()
        self.finger.rest(40)
        lifted = now()
        QTest.touchEvent(self.kiosk.window, device, False).release(0, at, self.kiosk.window).commit()
        return lifted


def settle(shown: Sequence[float], since: float) -> None:
    """Wait until no frame has been `shown` for a while after `since`."""
    until(lambda: now() - max(shown[-1], since) > STILL_MS, 4_000)


def now() -> float:
    return time.monotonic_ns() / 1e6


def open_levels(stage: Stage) -> None:
    """Open levels one visit after the other: from the finger's lifting to the last frame before all stands still."""
    for number in range(ROUNDS * len(LEVELS)):
        stage.enter()
        stage.finger.rest(GUARD_MS)
        lifted = stage.tap(f"level-{LEVELS[number % len(LEVELS)]}")
        stage.finger.wait(lambda: stage.station.phase != "map", "a question")
        stage.settle()
        tell("settled", stage.shown[-1] - lifted)
        stage.leave()


def fight(stage: Stage) -> None:
    """A level played by touch, each frame asking for the next: gaps, those of a hit apart."""
    stage.enter()
    play(stage)


def versus(stage: Stage) -> None:
    """Two children at two sides against each other, both with their own fingers."""
    stage.enter(players=2)
    stage.finger.rest(GUARD_MS)
    stage.tap(f"level-{LEVELS[0]}")
    stage.finger.wait(lambda: stage.station.phase == "modes", "how to play")
    stage.finger.rest(GUARD_MS)
    stage.tap("mode-versus")
    stage.finger.wait(lambda: stage.station.phase == "split", "two sides")
    play(stage)


def play(stage: Stage) -> None:
    """Play by the station's own rehearsal until the scene at the end."""
    hits: list[float] = []
    scene: list[float] = []
    window, shown = stage.kiosk.window, stage.shown

    def look() -> None:
        if not scene and stage.station is not None and stage.station.phase == "won":
            scene.append(shown[-1] - shown[-2])

    window.frameSwapped.connect(look)
    lies = sum_of_lies(stage)
    window.frameSwapped.connect(window.update)
    window.update()
    shown.clear()
    while stage.kiosk.shell.now == "station" and stage.station.phase != "won":
        stage.player.step(stage.card)
        if (left := sum_of_lies(stage)) < lies:
            hits.append(now())
        lies = left
        stage.finger.rest(40)
    stage.finger.rest(1_000)
    for before, after in pairwise(shown):
        hit = any(at - 60 <= after <= at + FLINCH_MS for at in hits)
        tell("hit" if hit else "gap", after - before)
    tell("won", scene[0])
    stage.leave()  # a visit that is still open is come back to by the next process


def sum_of_lies(stage: Stage) -> int:
    """The lies that all monsters on the screen have left."""
    return sum(side.run.lies for side in getattr(stage.station, "playing", ()))


def main() -> None:
    """Do what is asked, then live until input ends."""
    home, what, size = Path(sys.argv[1]), sys.argv[2], parse_size(sys.argv[3])
    make_application()
    stage = Stage(home, size, pinyin="pinyin" in sys.argv[4:])
    {"open": open_levels, "fight": fight, "versus": versus}[what](stage)
    print("done", flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
