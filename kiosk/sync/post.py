"""The kiosk's post office: its tie to the hub, a connection, and whose turn it is; for courier and command alike."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk import __version__
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.store.store import Store
from kiosk.sync import holder, identity, link, marks
from kiosk.sync.client import Address, Client, HubError
from kiosk.sync.delivery import Delivered, Delivery, never
from kiosk.sync.down import Down
from kiosk.sync.link import Link
from kiosk.sync.turn import in_turn
from kiosk.sync.wire import Sender


class PostOffice:
    """Delivers what the kiosk in `home` has for its hub.

    `renamed()` is called when the kiosk has had to take another id, `more()` adds to what it says of itself. With
    `down`, what the hub wants of the kiosk is done after that.
    """

    def __init__(
        self,
        home: Path,
        store: Store,
        clock: Clock,
        *,
        renamed: Callable[[], object] = never,
        more: Callable[[], dict[str, Any]] = dict,
        down: Down | None = None,
    ) -> None:
        self._down = down
        self._home = home
        self._store = store
        self._clock = clock
        self._renamed = renamed
        self._more = more
        self._link: Link | None = None
        self._client: Client | None = None
        self._delivery: Delivery | None = None

    def deliver(
        self,
        stopping: Callable[[], bool] = never,
        pause: Callable[[], object] = never,
        *,
        done: Delivered | None = None,
        patience_s: float = 0.0,
    ) -> Delivered:
        """One round, see `Delivery.round`, after waiting up to `patience_s` for another process to end its own.

        What goes wrong is noted for staff and raised as KioskError; `done` has what went well until then.
        """
        done = done or Delivered()
        with in_turn(self._home, patience_s):
            try:
                self._round(done, stopping, pause)
            except KioskError as error:
                if self._link:
                    ours = error.code.startswith("sync.") or error.code == "hub.fault"
                    code = error.code if ours else "sync.memory_away"
                    marks.failed(self._store, self._link.hub, code, self._clock.utc_ms())
                raise
        return done

    def close(self) -> None:
        """Hang up; a round that is under way ends with `sync.cut`."""
        self._delivery = None
        if self._client:
            self._client.close()

    def _round(self, done: Delivered, stopping: Callable[[], bool], pause: Callable[[], object]) -> None:
        delivery = self._tied()
        try:
            delivery.round(done, stopping, pause)
        except HubError as error:
            if error.code != "sync.other_holder":
                raise
            assert self._link is not None and self._client is not None
            identity.split(self._home, self._store, self._link, self._client)
            self._tied().round(done, stopping, pause)
        if self._down and not stopping():
            assert self._link is not None and self._client is not None
            if self._down.round(self._client, self._link.hub, done):
                self._tied().round(done, stopping, pause)  # the hub hears at once what has come of it

    def _tied(self) -> Delivery:
        """The delivery over the present tie. Raises KioskError `sync.not_enrolled`."""
        found = link.read(self._home)
        if found is None:
            raise KioskError("sync.not_enrolled")
        if found != self._link or self._delivery is None:
            self.close()
            self._link = found
            if found.kiosk != self._store.kiosk:  # a backup, or a kill between two writes, has brought the old id back
                self._store.adopt(found.kiosk)
                self._renamed()
            self._client = Client(Address(found.url, found.fingerprint), found.credential)
            sender = Sender(found.kiosk, holder.holder(self._home), holder.machine(self._home))
            self._delivery = Delivery(self._store, self._client, sender, found.hub, self._clock, self.about)
        return self._delivery

    def about(self) -> dict[str, Any]:
        """What the kiosk says of itself, for the hub's page of kiosks.

        `version`; `events` in its journal, `waiting` of them since `oldest_ms`, `refused` so far; `free_mb` on its disk
        (None when that cannot be asked); `trouble` of its memory, a words code or empty.
        """
        assert self._link is not None
        told: dict[str, Any] = {"version": __version__, "trouble": self._store.state().trouble}
        with self._store.read() as connection:
            position = marks.read(connection, self._link.hub).position
            told["events"] = marks.newest(connection)
            told["waiting"] = told["events"] - position
            told["oldest_ms"] = marks.oldest_waiting_ms(connection, position)
            told["refused"] = len(marks.refused(connection, self._link.hub))
        try:
            told["free_mb"] = shutil.disk_usage(self._home).free >> 20
        except OSError:
            told["free_mb"] = None
        return told | self._more()
