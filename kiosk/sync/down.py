"""What comes down from the hub after the events went up: erasures first, then settings, packs and ratings."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.store.store import Store
from kiosk.sync import down_asking, down_erasures, down_packs, down_reviews, down_settings, down_tallies, wire
from kiosk.sync.client import Client
from kiosk.sync.delivery import Delivered
from kiosk.sync.down_packs import PackFetcher, Wanted
from kiosk.sync.recordings import RecordingSender

if TYPE_CHECKING:
    from kiosk.packs.library import Library
    from kiosk.privacy.guardian import Guardian

RATINGS_EVERY_S = 3_600.0
_ROUNDS = 4
"""Exchanges in one go: orders, then the receipts that the hub asks for, then what follows from both."""


def nobody(key: str, value: Any) -> None:
    """No screen wants to know."""


class Down:
    """Obeys the hub of the kiosk in `home`. `guardian()` and `library()` are asked for when something is to be done.

    `changed(key, value)` is told of settings that the hub has made, on the courier's thread. `mp3(take)` gives a
    recording as everybody may hear it: those go up once everything that must be erased is.
    """

    def __init__(
        self, home: Path, store: Store, clock: Clock, *, guardian: "Callable[[], Guardian]",
        library: "Callable[[], Library]", mp3: Callable[[str], bytes], changed: Callable[[str, Any], object] = nobody,
    ) -> None:  # fmt: skip
        self._home = home
        self._store = store
        self._clock = clock
        self._guardian = guardian
        self._changed = changed
        self._recordings = RecordingSender(home, store, clock, guardian, mp3)
        self.packs = PackFetcher(home, store, clock, library)
        self._rated_at = float("-inf")

    def round(self, client: Client, hub: str, done: Delivered) -> bool:
        """Exchange with the hub with the id `hub` until neither side has anything new; whether anything was done here.

        What is done is counted into `done`. Raises KioskError.
        """
        receipts: list[list[Any]] = []
        acted, before = False, done.recordings
        for _ in range(_ROUNDS):
            rate = time.monotonic() - self._rated_at > RATINGS_EVERY_S
            asked = down_asking.asked(self._home, self._store, hub, receipts, rate=rate)
            told = client.post(wire.DOWN, wire.compact(asked).encode())
            news = self.obey(hub, asked, told, partial(self.packs.download, client), done)
            if rate:
                self._rated_at = time.monotonic()
            receipts = down_erasures.asked_for(self._home, told["receipts"])
            acted |= news
            if not receipts and not news:
                break
        self._recordings.round(client, hub, done)
        return acted or done.recordings > before

    def obey(
        self, hub: str, asked: dict[str, Any], told: dict[str, Any], fetch: Callable[[Wanted], Path], done: Delivered
    ) -> bool:
        """Do what `hub` has `told` us, who had `asked`; whether there was anything. `fetch` brings a pack's file.

        Doing it again changes nothing. Raises KioskError, `sync.answer_odd` for what is no answer.
        """
        try:
            done.erased += self.erase(told)
            orders = [(int(number), str(key), value) for number, key, value in told["settings"]]
            done.settings += down_settings.obey(self._store, hub, orders, self._clock.utc_ms(), self._changed)
            reviewed = [(str(take), str(verdict)) for take, verdict in told.get("reviews", ())]
            down_reviews.take(self._store, hub, reviewed, self._clock.utc_ms())
            self.packs.told(hub, asked["packs_refused"])
            if "items" in asked:
                done.rated += self._rate(hub, asked, told)
            brought = [self.packs.bring(hub, Wanted.read(given), fetch) for given in told["packs"]]
            told["receipts"] = [str(id) for id in told["receipts"]]
        except (KeyError, TypeError, ValueError) as error:
            raise KioskError("sync.answer_odd", repr(told)[:200]) from error
        done.packs += sum(brought)
        if "now_ms" in told:
            down_asking.take(self._store, hub, int(told["now_ms"]))
        return bool(told["erase"] or orders or any(brought) or down_packs.refused(self._store, hub))

    def erase(self, told: dict[str, Any]) -> int:
        """Only what must be erased of what the hub has `told` us; how many orders. Raises KioskError."""
        return down_erasures.obey(self._guardian().erasure, told["erase"]) if told["erase"] else 0

    def _rate(self, hub: str, asked: dict[str, Any], told: dict[str, Any]) -> int:
        down_tallies.told(self._store, hub, asked["tallies"])
        rows = [(str(item), int(band), int(answers), int(good)) for item, band, answers, good in told["tallies"]]
        return down_tallies.take(self._store, hub, asked["items"], rows)
