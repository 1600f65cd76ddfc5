"""The real 播报墙: what hangs there by the guardian's word, played by the desk, looked at anew every second.

Whatever blocks happens on one thread of its own, which starts with the first look; `post` brings what is told to the
screen's thread. While nothing was ever approved, neither guardian nor desk is made: cryptography alone is 8 MB.
"""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError
from kiosk.core.wall import Hung, Over, Told, Work, motif_of, nobody
from kiosk.devices.sound import SoundPlayer
from kiosk.store.store import Store

if TYPE_CHECKING:
    from kiosk.broadcast.desk import TakeDesk
    from kiosk.privacy.guardian import Guardian

EVERY_S = 1.0
"""How often it is looked whether the wall has changed; it is one small query."""
STAND = (
    "SELECT (SELECT count(*) FROM take WHERE state = 'approved'),"
    " (SELECT max(changed_ms) FROM take WHERE state = 'approved'), count(*), count(withdrawn_ms), max(withdrawn_ms)"
    " FROM consent"
)
"""Figures that change with every approval, erasure and withdrawal, whichever program did it."""
Stand = tuple[Any, ...]
log = logging.getLogger(__name__)


class TakeWall:
    """`Wall` over the guardian's word. `motifs()` gives the covers' pictures by script; `close` it before the desk."""

    def __init__(
        self, *, store: Store, guardian: "Callable[[], Guardian]", desk: "Callable[[], TakeDesk]", player: SoundPlayer,
        settings: Callable[[], Mapping[str, Any]], motifs: Callable[[], Mapping[str, str]],
        post: Callable[[Callable[[], None]], None],
    ) -> None:  # fmt: skip
        self.listener: Callable[[Told], None] = nobody
        self._store = store
        self._guardian = guardian
        self._desk = desk
        self._player = player
        self._settings = settings
        self._motifs = motifs
        self._post = post
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._watching = False
        self._stand: Stand | None = None
        self._hung: tuple[Work, ...] | None = None
        self._playing = ""
        self._sound = 0
        self._turn = 0

    def look(self) -> None:
        """See `Wall`."""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="wall", daemon=True)
            self._thread.start()
        self._jobs.put(self._begin)

    def play(self, work: str, loudness: float = 1.0) -> None:
        """See `Wall`."""
        self._jobs.put(partial(self._play, work, loudness))

    def hush(self) -> None:
        """See `Wall`."""
        # At once for what plays already; the job stops what was only about to begin.
        self._player.stop(self._sound)
        self._jobs.put(self._hush)

    def leave(self) -> None:
        """See `Wall`."""
        self.listener = nobody
        self.hush()
        self._jobs.put(self._end)

    def close(self) -> None:
        """End for good; waits for what is being done, at most three seconds."""
        self.leave()
        self._jobs.put(None)
        if self._thread:
            self._thread.join(3.0)

    def _work(self) -> None:
        """The wall's thread."""
        while True:
            try:
                job = self._jobs.get(timeout=EVERY_S if self._watching else None)
            except Empty:
                job = self._look
            if job is None:
                return
            job()

    def _begin(self) -> None:
        self._watching, self._stand, self._hung = True, None, None
        self._look()

    def _look(self) -> None:
        """Tell when something else hangs there than before; what plays and is not there any more is silenced."""
        try:
            stand = self._now()
            if stand == self._stand:
                return
            works = self._works(stand)
        except (KioskError, sqlite3.Error, OSError) as error:
            # What cannot be looked up does not hang there.
            log.warning("the wall cannot be looked at: %r", error)
            stand, works = None, ()
        self._stand = stand
        if self._playing and self._playing not in {one.id for one in works}:
            self._hush()
        if works != self._hung:
            self._hung = works
            self._tell(Hung(works))

    def _now(self) -> Stand:
        with self._store.read() as connection:
            return (self._settings()["booth_mode"], *connection.execute(STAND).fetchone())

    def _works(self, stand: Stand) -> tuple[Work, ...]:
        mode, approved, *_ = stand
        if mode == "closed" or not approved:
            return ()
        motifs = self._motifs()
        return tuple(
            Work(one.id, one.theme, one.title, motif_of(one.script, one.theme, motifs), one.seconds)
            for one in self._guardian().wall()
        )

    def _play(self, work: str, loudness: float) -> None:
        self._hush()
        self._turn += 1
        turn = self._turn
        try:
            self._sound = self._desk().play(work, lambda: self._jobs.put(partial(self._over, turn)), loudness)
            self._playing = work
        except KioskError as error:
            log.warning("a work of the wall cannot be played: %s %s", error.code, error.detail)
            self._tell(Over(work))

    def _hush(self) -> None:
        if self._playing:
            self._player.stop(self._sound)
            self._over(self._turn)

    def _over(self, turn: int) -> None:
        if turn == self._turn and self._playing:
            over, self._playing = self._playing, ""
            self._tell(Over(over))

    def _end(self) -> None:
        self._watching = False

    def _tell(self, told: Told) -> None:
        self._post(lambda: self.listener(told))
