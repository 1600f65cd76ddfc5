"""Keeps guardian and booth for the screen: made when first needed, looked after once a day, closed with it.

A screen whose base never opens the booth pays for none of it (cryptography alone is 8 MB), but what a restored disk
brings back is erased before the first picture, whatever the setting.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.broadcast.guests import Guests
from kiosk.broadcast.self_test import ask_self_test, remember, remembered
from kiosk.core.booth import Booth
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.devices.record import Recorder
from kiosk.devices.sound import SoundPlayer
from kiosk.devices.state import DeviceState
from kiosk.store.queries import local_day
from kiosk.store.store import Store

if TYPE_CHECKING:
    from kiosk.broadcast.booth import TakeBooth
    from kiosk.broadcast.desk import TakeDesk
    from kiosk.privacy.guardian import Guardian

WAIT_S = 3.0
log = logging.getLogger(__name__)


class BoothKeeper:
    """One for each screen. `settings()` gives the base's settings, `sounds` holds our tones.

    `post` brings a call to the screen's thread; without `self_test` the microphone is only known once it was used.
    """

    def __init__(
        self, home: Path, store: Store, clock: Clock, settings: Callable[[], Mapping[str, Any]], *,
        recorder: Recorder, player: SoundPlayer, sounds: Path, post: Callable[[Callable[[], None]], None],
        self_test: bool,
    ) -> None:  # fmt: skip
        self.guests = Guests(clock)
        self._home = home
        self._store = store
        self._clock = clock
        self._settings = settings
        self._recorder = recorder
        self._self_test = self_test
        self._player = player
        self._sounds = sounds
        self._post = post
        self._lock = threading.Lock()
        self._guardian: Guardian | None = None
        self._booth: TakeBooth | None = None
        self._desk: TakeDesk | None = None
        self._tested_day, self._tested = remembered(home)
        self._recovered = False
        self._thread: threading.Thread | None = None
        self._closed = False

    def guardian(self) -> "Guardian":
        """The door to `kiosk.privacy`; its methods block: see there. Any thread may ask."""
        from kiosk.privacy.guardian import Guardian

        with self._lock:
            self._guardian = self._guardian or Guardian(self._home, self._store, self._clock, self._settings)
            return self._guardian

    def booth(self) -> Booth:
        """The booth, for the station; the screen's thread asks."""
        from kiosk.broadcast.booth import TakeBooth
        from kiosk.broadcast.rendering import Renderer

        self._booth = self._booth or TakeBooth(
            guardian=self.guardian(), store=self._store, recorder=self._recorder, player=self._player,
            renderer=Renderer(self._sounds), home=self._home, settings=self._settings, post=self._post,
        )  # fmt: skip
        return self._booth

    def desk(self) -> "TakeDesk":
        """What staff and the 播报墙 do with kept takes; its methods block."""
        from kiosk.broadcast.desk import TakeDesk
        from kiosk.broadcast.rendering import Renderer

        self._desk = self._desk or TakeDesk(self.guardian(), self._player, Renderer(self._sounds))
        return self._desk

    def replay(self) -> None:
        """Before the first screen: erase again what came back, and what cut-off visits left."""
        if not self._ever_used():
            return
        try:
            self.guardian().replay()
        except (KioskError, sqlite3.Error, OSError):
            log.exception("erasures could not be replayed: they are tried again at the next start")

    def soon(self) -> None:
        """On a thread of its own: what a day's first minute asks for. To be called at the start and after visits."""
        with self._lock:
            if self._closed or (self._thread and self._thread.is_alive()):
                return
            self._thread = threading.Thread(target=self.look_after, name="booth keeper", daemon=True)
            self._thread.start()

    def look_after(self) -> None:
        """Mend or end cut-off takes (once), run the terms and test the microphone (once a day)."""
        try:
            if self._ever_used():
                if not self._recovered:
                    self.guardian().recover()
                    self._recovered = True
                self.guardian().daily()
            day, _ = local_day(self._clock.utc_ms())
            if self._settings()["booth_mode"] != "closed" and day != self._tested_day:
                self.test_microphone()
        except (KioskError, sqlite3.Error, OSError):
            log.exception("the booth was not looked after: it is tried again after the next visit")

    def test_microphone(self) -> DeviceState:
        """The self-test, aloud; blocks for some seconds. What it found is what `microphone` tells from now on."""
        if self._self_test:
            settings = self._settings()
            self._tested = ask_self_test(str(settings["microphone"]), float(settings["volume"]))
            self._tested_day, _ = local_day(self._clock.utc_ms())
            remember(self._home, self._tested_day, self._tested)
        return self._tested

    def microphone(self) -> DeviceState:
        """How the microphone does, for staff: the worse of what the booth met last and of the self-test."""
        used = self._recorder.state()
        return used if used.works is False or self._tested.works is None else self._tested

    def close(self) -> None:
        """End for good; waits for what is being done."""
        with self._lock:
            self._closed = True
            thread = self._thread
        if thread:
            thread.join(WAIT_S)
        if self._booth:
            self._booth.close()
        if self._desk:
            self._desk.close()
        self._recorder.close()

    def _ever_used(self) -> bool:
        """Whether anything is kept or remembered; a booth that keeps nothing leaves only an empty folder."""
        found = (path for name in ("takes", "erasures", "keys") for path in (self._home / name).glob("*"))
        return any(path.name != "passing" or any(path.iterdir()) for path in found)
