"""Takes: those that end with the visit, and those that are kept; their files, keys and rows.

States of a kept take: `recording` → `pending` (a child let the base keep it) → `approved`, `held`, or gone: a
rejected take is erased at once. Methods block for a transaction and raise KioskError: call them from a thread.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.core.booth import Release
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.privacy.keys import KeyRing
from kiosk.privacy.sealed import new_key
from kiosk.store.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

State = Literal["recording", "pending", "approved", "held"]
FOLDER = "takes"
PASSING = "passing"
RAW, BROADCAST = "raw.sealed", "broadcast.sealed"


@dataclass(frozen=True, slots=True)
class TakeFiles:
    """Where a take lies and what opens it. `kept` is false for one that ends with the visit."""

    id: str
    folder: Path
    key: bytes
    kept: bool

    @property
    def raw(self) -> Path:
        """The untouched take."""
        return self.folder / RAW

    @property
    def broadcast(self) -> Path:
        """What was made of it; it may not be there."""
        return self.folder / BROADCAST


@dataclass(frozen=True, slots=True)
class Take:
    """A kept take, as staff see it. `ended` is the code of how the recording ended; `reasons` the review's codes."""

    id: str
    state: State
    release: Release
    made_ms: int
    changed_ms: int
    script: str
    theme: str
    title: str
    seconds: float
    ended: str
    reasons: tuple[str, ...]
    voices: tuple[str, ...]


class Takes:
    """The takes of one home."""

    def __init__(self, home: Path, store: Store, keys: KeyRing, clock: Clock) -> None:
        self.folder = home / FOLDER
        self.passing = self.folder / PASSING
        self._store = store
        self._keys = keys
        self._clock = clock
        self.begun: set[str] = set()
        """Takes of this very program: they are not cut off, however unfinished they look."""

    def begin_passing(self) -> TakeFiles:
        """A take that only this process's memory can open, and that ends with the visit."""
        take = _new_id()
        return TakeFiles(take, self._make(self.passing / take), new_key(), kept=False)

    def begin_kept(self, script: str, theme: str, title: str, voices: Sequence[str]) -> TakeFiles:
        """A take that may be kept: its key and row are on disk before its first sample is."""
        take = _new_id()
        self.begun.add(take)
        folder = self._make(self.folder / take)
        key = self._keys.make(take)
        now = self._clock.utc_ms()

        def work(db: "Database") -> None:
            db.execute(
                "INSERT INTO take (id, state, release, made_ms, changed_ms, script, theme, title, seconds, ended,"
                " reasons) VALUES (?, 'recording', 'keep', ?, ?, ?, ?, ?, 0, '', '[]')",
                [take, now, now, script, theme, title],
            )
            for voice in dict.fromkeys(voices):
                db.execute("INSERT INTO take_voice (take, voice) VALUES (?, ?)", [take, voice])

        self._store.write(work).result()
        return TakeFiles(take, folder, key, kept=True)

    def settle(self, take: str, release: Release, seconds: float, ended: str) -> None:
        """A child lets the base keep the take: it waits for review. Raises KioskError `privacy.take_gone`."""
        self._change(take, "pending", release=release, seconds=seconds, ended=ended)

    def decide(self, take: str, state: State, reasons: Sequence[str] = ()) -> None:
        """What the review came to. Raises KioskError `privacy.take_gone`."""
        self._change(take, state, reasons=json.dumps(list(reasons)))

    def files(self, take: str) -> TakeFiles:
        """Where a kept take lies and its key. Raises KioskError `privacy.take_gone`."""
        key = self._keys.find(take)
        folder = self.folder / take
        if key is None or not (folder / RAW).exists():
            raise KioskError("privacy.take_gone", take)
        return TakeFiles(take, folder, key, kept=True)

    def all(self, *states: State) -> list[Take]:
        """Kept takes in these states (none given: in any), newest first."""
        return self._select(f"state IN ({', '.join('?' * len(states))})" if states else "1", states)

    def find(self, take: str) -> Take | None:
        """One of them."""
        found = self._select("id = ?", (take,))
        return found[0] if found else None

    def of_voice(self, voice: str) -> list[Take]:
        """All in which `voice` speaks."""
        return self._select("id IN (SELECT take FROM take_voice WHERE voice = ?)", (voice,))

    def on_disk(self) -> set[str]:
        """What folders of kept takes there are."""
        return {path.name for path in self.folder.glob("t*") if path.is_dir()}

    def let_go(self, take: TakeFiles) -> None:
        """End a take of this visit."""
        shutil.rmtree(take.folder, ignore_errors=True)

    def empty_passing(self) -> int:
        """Remove what visits have left that were cut off; how many takes. Nobody has their keys any more."""
        left = list(self.passing.iterdir()) if self.passing.is_dir() else []
        for folder in left:
            shutil.rmtree(folder, ignore_errors=True)
        return len(left)

    def _make(self, folder: Path) -> Path:
        try:
            folder.mkdir(parents=True, mode=0o700)
        except OSError as error:
            raise KioskError("booth.disk_failed", repr(error)) from error
        return folder

    def _change(self, take: str, state: State, **fields: object) -> None:
        values = {"state": state, "changed_ms": self._clock.utc_ms(), **fields}
        assignments = ", ".join(f"{name} = ?" for name in values)

        def work(db: "Database") -> int:
            return int(db.execute(f"UPDATE take SET {assignments} WHERE id = ?", [*values.values(), take]).rowcount)

        if not self._store.write(work).result():
            raise KioskError("privacy.take_gone", take)

    def _select(self, where: str, values: Sequence[object]) -> list[Take]:
        with self._store.read() as connection:
            rows = connection.execute(
                "SELECT take.*, (SELECT group_concat(voice) FROM take_voice WHERE take_voice.take = take.id) AS voices"
                f" FROM take WHERE {where} ORDER BY made_ms DESC",
                tuple(values),
            ).fetchall()
        return [_take(row) for row in rows]


def _take(row: sqlite3.Row) -> Take:
    fields = {name: row[name] for name in Take.__dataclass_fields__ if name not in ("reasons", "voices")}
    voices = tuple(row["voices"].split(",")) if row["voices"] else ()
    return Take(**fields, reasons=tuple(json.loads(row["reasons"])), voices=voices)


def _new_id() -> str:
    return "t" + os.urandom(8).hex()
