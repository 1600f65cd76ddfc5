"""A screen that plays by itself for hours under a supervisor, while whoever started it spoils disk, clock and sound.

The environment tells it what the supervisor cannot: `SOAK` is a folder with `settings.json` (`seed`, `rate`,
`pause_ms`), `told` to which each praised answer is added as `VISIT ITEM`, and `shift`, milliseconds by which the clock
is wrong.
"""

import json
import os
import time
from pathlib import Path
from random import Random

from kiosk.app import make_application, real_devices
from kiosk.core.clock import SystemClock
from kiosk.core.events import ItemAnswered
from kiosk.core.visit import Visit
from kiosk.rehearsal.finger import GUARD_MS, Finger, NotThereError
from kiosk.rehearsal.player import Player, WatchedKiosk
from kiosk.shell.lifeline import Lifeline

SOAK = "KIOSK_SOAK"


class SpoiltClock(SystemClock):
    """Time that runs `rate` times as fast, and whose date somebody may change at any moment."""

    def __init__(self, rate: float, shift: Path) -> None:
        self._rate = rate
        self._shift = shift
        self._utc, self._begun = super().utc_ms(), super().monotonic_ms()
        self.shift_ms = 0

    def look(self) -> None:
        """Take over a changed date."""
        text = self._shift.read_text("ascii") if self._shift.exists() else ""
        self.shift_ms = int(text) if text else self.shift_ms

    def utc_ms(self) -> int:
        return self._utc + self.monotonic_ms() - self._begun + self.shift_ms

    def monotonic_ms(self) -> int:
        now = super().monotonic_ms()
        return self._begun + round((now - self._begun) * self._rate)


class Soaking:
    """Visit after visit, at any station; what a fault keeps from being done ends the visit, as a child would leave."""

    def __init__(self, kiosk: WatchedKiosk, finger: Finger, clock: SpoiltClock, random: Random, pause_ms: int) -> None:
        self._kiosk = kiosk
        self._finger = finger
        self._clock = clock
        self._random = random
        self._pause_ms = pause_ms
        self._player = Player(kiosk, finger, random)

    def visit(self) -> None:
        """One visit."""
        self._clock.look()
        card = self._random.choice(self._kiosk.stations)
        if self._kiosk.shell.now == "station":  # a screen that died has left its visit
            self._kiosk.shell.endVisit()
        try:
            self._player.come_in(card)
            self._player.play(card)
        except NotThereError:
            # At a clock that runs fast the idle reset may have come first; whatever else it was, the next visit tells.
            if self._kiosk.shell.now != "attract":
                self._kiosk.shell.endVisit()
        self._finger.rest(self._pause_ms)


def main() -> None:
    """Play until ended."""
    folder = Path(os.environ[SOAK])
    settings = json.loads((folder / "settings.json").read_text("utf-8"))
    home = Path(os.environ["KIOSK_HOME"])
    app = make_application()
    lifeline = Lifeline(app)
    clock = SpoiltClock(settings["rate"], folder / "shift")
    clock.look()
    seed = settings["seed"] + time.monotonic_ns() % 1_000_000
    kiosk = WatchedKiosk(home, real_devices(home), clock=clock, random=Random(seed), origin="rehearsal")
    kiosk.show(windowed=True, size=(1920, 1080))
    lifeline.watch_first_frame(kiosk.window)
    finger = Finger(kiosk.window, GUARD_MS)
    finger.wait(kiosk.window.isExposed, "the window")
    kiosk.prepare()
    told = os.open(folder / "told", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def tell(answer: ItemAnswered, visit: Visit) -> None:
        os.write(told, f"{visit.id} {answer.item}\n".encode())

    kiosk.watch(tell)
    soaking = Soaking(kiosk, finger, clock, Random(seed), settings["pause_ms"])
    while True:
        soaking.visit()


if __name__ == "__main__":
    main()
