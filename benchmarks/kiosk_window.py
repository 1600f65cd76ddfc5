"""The screen process as `kiosk.app` composes it, with a finger inside: what is measured at start and in play."""

import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt

from benchmarks.children import BORN
from kiosk.app import Kiosk, make_application, real_devices


def tell(word: str, value: float) -> None:
    print(word, value, flush=True)


def main() -> None:
    """`kiosk_window HOME start|touch N|play|attract`: say the figures of that, then live until input ends."""
    home, what = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    kiosk = Kiosk(home, real_devices(home), random=Random(1), origin="rehearsal")
    shown: list[float] = []
    kiosk.window.frameSwapped.connect(lambda: shown.append(time.monotonic_ns() / 1e6))
    kiosk.window.frameSwapped.connect(kiosk.prepare, Qt.ConnectionType.SingleShotConnection)
    kiosk.show(windowed=False, size=None)
    while not shown:
        app.processEvents()
    tell("frame", shown[0] - int(os.environ[BORN]) / 1e6)
    kinds: dict[str, Callable[[Kiosk, list[float]], None]] = {
        "start": to_home, "touch": touches, "play": play, "attract": attract
    }  # fmt: skip
    kinds[what](kiosk, shown)
    print("done", flush=True)
    sys.stdin.read()
    os._exit(0)


def to_home(kiosk: Kiosk, shown: list[float]) -> None:
    """Touch attract as soon as it stands; `home` is from the finger's lifting to the first frame of home."""
    from PySide6.QtTest import QTest

    from kiosk.rehearsal.finger import Finger

    finger, device = Finger(kiosk.window), QTest.createTouchDevice()
    at = finger.point("enter")
    QTest.touchEvent(kiosk.window, device, False).press(0, at, kiosk.window).commit()
    finger.rest(40)
    lifted = time.monotonic_ns() / 1e6
    QTest.touchEvent(kiosk.window, device, False).release(0, at, kiosk.window).commit()
    finger.wait(lambda: kiosk.shell.now == "home" and shown[-1] >= lifted, "home")
    tell("home", next(one for one in shown if one >= lifted) - lifted)


def touches(kiosk: Kiosk, shown: list[float]) -> None:
    """Touch the answers of one item, `N` times in turn: they can be changed as often as one likes."""
    from kiosk.rehearsal.finger import Finger
    from kiosk.rehearsal.player import Player

    finger = Finger(kiosk.window, 60)
    kiosk.library.ensure_built_in()
    player, card = Player(kiosk, finger, Random(2)), kiosk.stations[0]
    player.be_in(card)
    station = kiosk.shell.station_now
    while station.phase != "question" or station.question["kind"] not in ("judge", "choice"):
        player.step(card)
    finger.rest(800)
    finger.touch_to_frame_ms.clear()
    answers = [f"option-{index}" for index in range(len(station.question["options"]))]
    for number in range(int(sys.argv[3])):
        finger.touch(answers[number % len(answers)])
    for taken in finger.touch_to_frame_ms:
        tell("touched", taken)


def play(kiosk: Kiosk, shown: list[float]) -> None:
    """Play a level by touch while every frame asks for the next: what a stall costs shows as a gap between frames."""
    from kiosk.rehearsal.finger import Finger
    from kiosk.rehearsal.player import Player

    finger = Finger(kiosk.window)
    kiosk.library.ensure_built_in()
    player = Player(kiosk, finger, Random(2))
    card = kiosk.stations[0]
    player.be_in(card)
    kiosk.window.frameSwapped.connect(kiosk.window.update)
    shown.clear()
    player.play(card, "game_skin")
    tell_gaps(shown)


def attract(kiosk: Kiosk, shown: list[float]) -> None:
    """Three rounds of the demo, with the frames it asks for itself."""
    from kiosk.rehearsal.finger import until

    shown.clear()
    until(lambda: False, 22_000)
    tell_gaps(shown)


def tell_gaps(shown: list[float]) -> None:
    for before, after in pairwise(shown):
        tell("gap", after - before)


if __name__ == "__main__":
    main()
