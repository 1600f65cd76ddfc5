"""A kiosk under `make ha-test`: records some answers, delivers, again and again, until its input is closed.

Says a line a round: `acknowledged N` (events so far) or `failed CODE`. Usage: python ha_kiosk.py HOME URL CODE
"""

import select
import sys
from pathlib import Path

from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.events import ItemAnswered
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store import Store
from kiosk.sync.delivery import Delivered
from kiosk.sync.identity import enrol
from kiosk.sync.post import PostOffice

ANSWERS = 60
PAUSE_S = 0.1


def answer(number: int) -> ItemAnswered:
    """An answer as the anti-fraud station records it."""
    item, right = f"game_skin-{number:03}", ("B",)
    return ItemAnswered("anti_fraud", "game_skin", item, f"{number:016x}", "pack", "00", right, right, "right", 9_000)


def main(home: Path, url: str, code: str) -> None:
    """Enrol, then record and deliver until the input ends; then deliver what is left."""
    clock = SystemClock()
    store = Store.open(home, clock, housekeeping_after_s=None)
    enrol(home, store, url, code)
    post = PostOffice(home, store, clock)
    acknowledged, ended = 0, False
    while True:
        done = Delivered()
        try:
            post.deliver(done=done)
            failed = ""
        except KioskError as error:
            failed = error.code
        acknowledged += done.sent
        print(f"failed {failed}" if failed else f"acknowledged {acknowledged}", flush=True)
        if ended and not failed:
            break
        ended = ended or bool(select.select([sys.stdin], [], [], PAUSE_S)[0])
        if not ended:
            visit = Visit(uuid7(clock.utc_ms()))
            store.append_many((answer(number), visit) for number in range(ANSWERS))
            store.flush(20)
    post.close()
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
