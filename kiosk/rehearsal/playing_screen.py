"""A real screen process that plays by itself and says on standard output what it is about to do and what it praised.

It is killed by whoever has started it. Lines: `epoch E` when the store is open, `shown` when the window stands,
`touch NAME PHASE` before each touch, `praised VISIT ITEM VERDICT` once a frame shows what an answer was worth, `visit`
when one is over; `back` where the visit of a screen that was killed is gone on with.
"""

import argparse
import os
from pathlib import Path
from random import Random

from kiosk.app import Devices, make_application, parse_size
from kiosk.core.events import ORIGINS, ItemAnswered
from kiosk.core.visit import Visit
from kiosk.devices.sound import SilentPlayer
from kiosk.devices.speech import SilentSpeech
from kiosk.rehearsal.finger import GUARD_MS, Finger
from kiosk.rehearsal.player import Player, WatchedKiosk
from kiosk.stations.station import Move

QUICK_MS = 5
"""Between two touches of an impatient finger; what a guard does not let through is touched again."""


def tell(*words: str) -> None:
    """One line at once: the process may be gone right after."""
    os.write(1, (" ".join(words) + "\n").encode())


def main() -> None:
    """Play until killed, or until `--visits` are over."""
    given = arguments()
    app = make_application()
    kiosk = WatchedKiosk(
        given.home, Devices(SilentSpeech(), SilentPlayer()), random=Random(given.seed), origin=given.origin
    )
    tell("epoch", kiosk.store.epoch)
    kiosk.library.ensure_built_in()
    kiosk.show(windowed=True, size=given.size)
    finger = Finger(kiosk.window, QUICK_MS if given.quick else GUARD_MS)
    finger.wait(kiosk.window.isExposed, "the window")
    tell("shown")
    kiosk.watch(tell_praise)
    player = Player(kiosk, finger, Random(given.seed), lambda move: tell_touch(kiosk, move))
    card = kiosk.stations[0]
    for _ in range(given.visits):
        if kiosk.shell.now == "station":
            tell("back")
        elif given.quick:
            player.be_in(card)
            kiosk.shell.switches.toggleCalm()
        else:
            player.come_in(card)
        player.play(card, given.level)
        tell("visit")
    kiosk.close()
    app.exit()


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="playing_screen")
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", default="", help="where each first run goes; empty: anywhere")
    parser.add_argument("--visits", type=int, default=1_000_000)
    parser.add_argument("--origin", choices=ORIGINS, default="rehearsal")
    parser.add_argument("--size", type=parse_size, default=(1920, 1080))
    parser.add_argument("--quick", action="store_true", help="skip attract and home; no pauses, calm screens")
    return parser.parse_args()


def tell_touch(kiosk: WatchedKiosk, move: Move) -> None:
    station = kiosk.shell.station_now
    tell("touch", move.touch, station.phase if station is not None else kiosk.shell.now)


def tell_praise(answer: ItemAnswered, visit: Visit) -> None:
    tell("praised", visit.id, answer.item, answer.verdict)


if __name__ == "__main__":
    main()
