"""When to send: a thread that no child waits for, woken by events and the clock; slower while nothing gets out."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.store.store import Store
from kiosk.sync import link
from kiosk.sync.delivery import never
from kiosk.sync.down import Down
from kiosk.sync.post import PostOffice

log = logging.getLogger(__name__)
EVERY_S = 300.0
"""How often the hub hears from a kiosk at which nothing happens."""
SOON_S = 2.0
"""After an event, so that those of one visit's end go together."""
FIRST_RETRY_S, LAST_RETRY_S = 5.0, 900.0
PAUSE_S = 0.02
"""Between batches: the screen's thread has its turn."""
CLOSE_S = 3.0
"""A connection that is just being made cannot be hung up: the thread is left to end with the process."""
HOPELESS = ("sync.unknown_credential", "sync.revoked", "sync.certificate_changed", "sync.version")
"""Troubles that only people can end: asked again as rarely as can be."""


class Courier:
    """Sends what waits, from `start` to `close`. `random` spreads the kiosks that lost one hub at one moment."""

    def __init__(
        self,
        home: Path,
        store: Store,
        clock: Clock,
        random: Random,
        *,
        renamed: Callable[[], object] = never,
        more: Callable[[], dict[str, Any]] = dict,
        down: Down | None = None,
    ) -> None:
        self._home = home
        self._random = random
        self._post = PostOffice(home, store, clock, renamed=renamed, more=more, down=down)
        self._wake = threading.Condition()
        self._wanted = False
        self._closing = False
        self._failures = 0
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)

    def start(self) -> None:
        """Begin; the first round comes after some seconds, when the screen stands."""
        self._thread.start()

    def soon(self) -> None:
        """Something was recorded that should go out. Cheap; from any thread. Ends no back-off."""
        with self._wake:
            self._wanted = True
            self._wake.notify()

    def close(self) -> None:
        """End, within a moment, whatever the network does. What was under way is sent again by the next start."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread.is_alive():
            self._post.close()
            self._thread.join(CLOSE_S)

    def _run(self) -> None:
        pause = SOON_S
        while self._sleep(pause):
            pause = self.step()
        self._post.close()

    def step(self) -> float:
        """One round; how many seconds to wait for the next, unless something is recorded."""
        with self._wake:
            self._wanted = False
        if not link.is_enrolled(self._home):
            return EVERY_S
        try:
            self._post.deliver(self._stopping, self._breathe)
        except KioskError as error:
            if not self._stopping():
                log.info("not delivered: %s", error)
            return self._after_failure(error.code)
        except Exception:
            # Ours; the screen must not die of it, and what waits stays where it is.
            log.exception("the courier failed")
            return self._after_failure("")
        self._failures = 0
        return EVERY_S

    def _after_failure(self, code: str) -> float:
        """Twice as long each time, by chance between half and all of it."""
        self._failures += 1
        limit = FIRST_RETRY_S * 2 ** min(self._failures - 1, 20)
        longest = LAST_RETRY_S if code in HOPELESS else min(LAST_RETRY_S, limit)
        return longest * self._random.uniform(0.5, 1.0)

    def _sleep(self, seconds: float) -> bool:
        """Wait `seconds`, less if something is recorded while all is well; false when it is time to end."""
        until = time.monotonic() + seconds
        with self._wake:
            self._wake.wait_for(lambda: self._closing or (self._wanted and not self._failures), seconds)
            if not self._closing and time.monotonic() < until:
                self._wake.wait_for(lambda: self._closing, min(SOON_S, until - time.monotonic()))
            return not self._closing

    def _stopping(self) -> bool:
        return self._closing

    def _breathe(self) -> None:
        with self._wake:
            self._wake.wait_for(lambda: self._closing, PAUSE_S)
