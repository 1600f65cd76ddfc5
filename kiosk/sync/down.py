"""What comes down from the hub after the events went up: erasures first, then settings, packs and ratings."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.store.store import Store
from kiosk.sync import down_erasures, down_settings, down_tallies, wire
from kiosk.sync.client import Client
from kiosk.sync.down_packs import PackFetcher, Wanted
from kiosk.sync.recordings import RecordingSender

if TYPE_CHECKING:
    from kiosk.packs.library import Library
    from kiosk.privacy.erasure import Erasure

RATINGS_EVERY_S = 3_600.0
_ROUNDS = 4
"""Exchanges in one go: orders, then the receipts that the hub asks for, then what follows from both."""


def nobody(key: str, value: Any) -> None:
    """No screen wants to know."""


class Down:
    """Obeys the hub of the kiosk in `home`. `erasure()` and `library()` are asked for when something is to be done.

    `changed(key, value)` is told of settings that the hub has made, on the courier's thread. With `recordings`, those
    go up once everything that must be erased is.
    """

    def __init__(
        self, home: Path, store: Store, clock: Clock, *, erasure: "Callable[[], Erasure]",
        library: "Callable[[], Library]", changed: Callable[[str, Any], object] = nobody,
        recordings: RecordingSender | None = None,
    ) -> None:  # fmt: skip
        self._home = home
        self._store = store
        self._clock = clock
        self._erasure = erasure
        self._changed = changed
        self._recordings = recordings
        self._packs = PackFetcher(home, store, clock, library)
        self._rated_at = float("-inf")

    def round(self, client: Client, hub: str) -> bool:
        """Exchange with the hub with the id `hub` until neither side has anything new; whether anything was done here.

        Raises KioskError.
        """
        receipts: list[list[Any]] = []
        acted = False
        for _ in range(_ROUNDS):
            asked = self._asked(hub, receipts)
            told = client.post(wire.DOWN, wire.compact(asked).encode())
            try:
                done = self._obey(client, hub, asked, told)
                receipts = down_erasures.asked_for(self._home, [str(id) for id in told["receipts"]])
            except (KeyError, TypeError, ValueError) as error:
                raise KioskError("sync.answer_odd", repr(told)[:200]) from error
            acted |= done
            if not receipts and not done:
                break
        if self._recordings:
            acted |= self._recordings.round(client, hub) > 0
        return acted

    def _asked(self, hub: str, receipts: list[list[Any]]) -> dict[str, Any]:
        asked: dict[str, Any] = {
            "v": wire.VERSION, "held": down_erasures.held(self._home), "receipts": receipts,
            "packs": self._packs.active(), "packs_refused": self._packs.refused(hub),
        }  # fmt: skip
        with self._store.read() as connection:
            asked["settings"] = down_settings.obeyed(connection, hub)
            if time.monotonic() - self._rated_at > RATINGS_EVERY_S:
                asked["tallies"] = down_tallies.news(connection, self._store.kiosk, hub)
                asked["items"] = down_tallies.played(connection)
        return asked

    def _obey(self, client: Client, hub: str, asked: dict[str, Any], told: dict[str, Any]) -> bool:
        """Do what we are told; whether there was anything."""
        if told["erase"]:
            down_erasures.obey(self._erasure(), told["erase"])
        orders = [(int(number), str(key), value) for number, key, value in told["settings"]]
        down_settings.obey(self._store, hub, orders, self._clock.utc_ms(), self._changed)
        self._packs.told(hub, asked["packs_refused"])
        if "items" in asked:
            down_tallies.told(self._store, hub, asked["tallies"])
            rows = [(str(item), int(band), int(answers), int(good)) for item, band, answers, good in told["tallies"]]
            down_tallies.take(self._store, hub, asked["items"], rows)
            self._rated_at = time.monotonic()
        brought = [self._packs.bring(client, hub, Wanted.read(given)) for given in told["packs"]]
        return bool(told["erase"] or orders or any(brought) or self._packs.refused(hub))
