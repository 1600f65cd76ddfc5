"""The real booth: what a station is handed as `kiosk.core.booth.Booth`, over capture, rendering and privacy.

Whatever may block happens on one thread of its own, in order; `post` brings what is told to the screen's thread.
Takes of which nothing may be kept are sealed with keys that only this process's memory holds.
"""

import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, Literal

from kiosk.broadcast.levels import LevelCheck
from kiosk.broadcast.rendering import Renderer
from kiosk.broadcast.tips import spoken_characters, tips
from kiosk.core.booth import (
    MOST_S,
    Heard,
    Kept,
    Level,
    Mode,
    Played,
    Release,
    Rendered,
    Rights,
    Saved,
    Script,
    TakeEnd,
    Told,
    Trouble,
    nobody,
)
from kiosk.core.errors import KioskError
from kiosk.core.events import TakeKept
from kiosk.devices.record import Recorder, TakeOrder
from kiosk.devices.record import Told as RecorderTold
from kiosk.devices.record_take import free_bytes
from kiosk.devices.sound import SoundPlayer
from kiosk.privacy.guardian import Guardian
from kiosk.privacy.takes import TakeFiles
from kiosk.store.store import Store

MB = 1024 * 1024
log = logging.getLogger(__name__)


@dataclass
class _Now:
    """The take of this moment. `voices` is how many are known to speak in it."""

    files: TakeFiles
    script: Script
    voices: int
    rights: Rights
    staff: bool
    end: TakeEnd | None = None
    seconds: float = 0.0
    """Of the broadcast, once there is one."""
    kept: bool = False


class TakeBooth:
    """`Booth` over a recorder, a player and a guardian. `close` it before them."""

    def __init__(
        self, *, guardian: Guardian, store: Store, recorder: Recorder, player: SoundPlayer, renderer: Renderer,
        home: Path, settings: Callable[[], Mapping[str, Any]], post: Callable[[Callable[[], None]], None],
    ) -> None:  # fmt: skip
        self.listener: Callable[[Told], None] = nobody
        self.recorder = recorder
        self._guardian = guardian
        self._store = store
        self._player = player
        self._renderer = renderer
        self._home = home
        self._settings = settings
        self._post = post
        self._check = LevelCheck()
        self._now: _Now | None = None
        self._sound = 0
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        recorder.listener = self._recorder_told
        self._thread = Thread(target=self._work, name="booth", daemon=True)
        self._thread.start()

    def opening(self) -> str:
        """Why the booth is closed; see `Booth`."""
        return "booth.closed" if self.mode() == "closed" else self._no_room()

    def mode(self) -> Mode:
        """The base's setting."""
        mode: Mode = self._settings()["booth_mode"]
        return mode

    def rights(self, voices: Sequence[str]) -> Rights:
        """See `Booth`; what cannot be looked up counts as not allowed."""
        try:
            return self._guardian.rights(voices)
        except (KioskError, sqlite3.Error) as error:
            log.warning("consents cannot be read: %r", error)
            return Rights()

    def arm(self) -> None:
        """Open the microphone that staff chose."""
        self._check = LevelCheck()
        self.recorder.arm(str(self._settings()["microphone"]))

    def disarm(self) -> None:
        """Let go of it."""
        self.recorder.disarm()

    def record(
        self, script: Script, voices: Sequence[str] = (), limit_s: float = MOST_S, *, staff: bool = False
    ) -> None:
        """Begin a take; see `Booth`."""
        self._jobs.put(partial(self._record, script, tuple(voices), limit_s, staff))

    def stop(self) -> None:
        """End the take."""
        self._jobs.put(self.recorder.stop)

    def render(self) -> None:
        """Make the broadcast of the last take."""
        self._jobs.put(self._render)

    def play(self, what: Literal["raw", "broadcast"] = "broadcast") -> None:
        """Play the take or its broadcast."""
        self._jobs.put(partial(self._play, what))

    def hush(self) -> None:
        """Silence it."""
        self._player.stop(self._sound)
        self._jobs.put(lambda: self._player.stop(self._sound))

    def keep(self, release: Release) -> None:
        """Let the base keep the take."""
        self._jobs.put(partial(self._keep, release))

    def save_clip(self, out: Path) -> None:
        """Write a staff's take as a clip."""
        self._jobs.put(partial(self._save_clip, out))

    def throw_away(self) -> None:
        """The take is gone."""
        self.hush()
        self._jobs.put(self._drop)

    def leave(self) -> None:
        """The child has gone."""
        self.listener = nobody
        self._renderer.cancel()
        self.recorder.disarm()
        self.throw_away()

    def close(self) -> None:
        """End for good; waits for what is being done, at most three seconds."""
        self.leave()
        self._renderer.close()
        self._jobs.put(None)
        self._thread.join(3.0)

    def _work(self) -> None:
        """The booth's thread."""
        while job := self._jobs.get():
            try:
                job()
            except KioskError as error:
                log.warning("the booth: %s %s", error.code, error.detail)
                self._tell(Trouble(error.code, error.detail))

    def _tell(self, told: Told) -> None:
        self._post(lambda: self.listener(told))

    def _recorder_told(self, told: RecorderTold) -> None:
        if isinstance(told, Level):
            self._tell(Heard(told, self._check.hear(told)))
        elif isinstance(told, TakeEnd):
            self._jobs.put(partial(self._ended, told))
        else:
            self._tell(told)

    def _record(self, script: Script, voices: tuple[str, ...], limit_s: float, staff: bool) -> None:
        self._drop()
        allowed = Rights(record=True) if staff else self.rights(voices)
        closed = self._no_room() if staff else self.opening()
        closed = closed or ("" if allowed.record else "booth.consent_needed")
        if closed:
            self._tell(TakeEnd(closed, 0.0, whole=False))
            return
        try:
            takes = self._guardian.takes
            kept = allowed.keep
            begun = takes.begin_kept(script.id, script.theme, script.title, voices) if kept else takes.begin_passing()
        except KioskError as error:
            self._tell(TakeEnd("booth.disk_failed", 0.0, whole=False, detail=f"{error.code} {error.detail}"))
            return
        self._now = _Now(begun, script, len(voices), allowed, staff)
        self.recorder.start(TakeOrder(begun.raw, begun.key, limit_s, self._floor()))

    def _ended(self, end: TakeEnd) -> None:
        if self._now:
            self._now.end = end
        self._tell(end)

    def _render(self) -> None:
        now = self._heard_something()
        made = self._renderer.render(now.files.raw, now.files.key, now.files.broadcast)
        now.seconds = made.seconds
        self._tell(Rendered(made, tips(made.figures, spoken_characters(now.script.text))))

    def _play(self, what: Literal["raw", "broadcast"]) -> None:
        now = self._now
        if now is None or now.end is None or (what == "broadcast" and not now.seconds):
            self._tell(Played())
            return
        path, seconds = (now.files.raw, now.end.seconds) if what == "raw" else (now.files.broadcast, now.seconds)
        self._sound = self._player.play_sealed(path, now.files.key, seconds, lambda: self._tell(Played()))

    def _keep(self, release: Release) -> None:
        now = self._heard_something()
        assert now.end
        if release not in now.rights.releases():
            raise KioskError("booth.consent_needed")
        self._guardian.takes.settle(now.files.id, release, now.end.seconds, now.end.code)
        now.kept = True
        # Without the visit: the journal must not tie a kept voice to a class and a nickname.
        self._store.append(TakeKept(now.files.id, release, now.voices), None)
        self._tell(Kept(release))

    def _save_clip(self, out: Path) -> None:
        now = self._heard_something()
        if not now.staff:
            raise KioskError("booth.consent_needed")
        self._tell(Saved(self._renderer.clip(now.files.raw, now.files.key, out)))

    def _heard_something(self) -> _Now:
        if self._now is None or self._now.end is None or not self._now.end.seconds:
            raise KioskError("booth.too_short")
        return self._now

    def _drop(self) -> None:
        """Let go of the take of this moment; unless the base keeps it, it is gone."""
        now = self._now
        try:
            if now and not now.kept and now.files.kept:
                self._guardian.erasure.discard(now.files.id)
            elif now and not now.kept:
                self._guardian.takes.let_go(now.files)
        finally:
            self._now = None

    def _no_room(self) -> str:
        """Why nothing can be stored, if so."""
        try:
            room = free_bytes(self._home)
        except OSError:
            return "booth.disk_failed"
        return "booth.closed_disk" if room < self._floor() else ""

    def _floor(self) -> int:
        return int(self._settings()["booth_floor_mb"]) * MB
