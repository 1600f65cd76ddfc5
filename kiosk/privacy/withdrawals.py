"""Notes beside the receipts, so that an older register brings back neither a consent nor an answered request."""

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.booth import ConsentKind
from kiosk.core.errors import KioskError
from kiosk.privacy.erasure import FOLDER
from kiosk.privacy.keys import KeyRing
from kiosk.store import files
from kiosk.store.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Note:
    """These consents for the voice (a random id) were taken back at `utc_ms`; without kinds: the request is over."""

    id: str
    utc_ms: int
    voice: str
    kinds: tuple[str, ...]


class Withdrawals:
    """The notes of one home. `marker_folder()` is the base's folder on another partition, empty without one."""

    def __init__(self, home: Path, store: Store, keys: KeyRing, marker_folder: Callable[[], str]) -> None:
        self._keys = keys
        self._home = home
        self._store = store
        self._marker_folder = marker_folder

    def note(self, voice: str, kinds: Iterable[ConsentKind], utc_ms: int) -> None:
        """Write down that these consents are taken back. Raises KioskError `privacy.receipt_unwritten`."""
        self._write(Note("w" + os.urandom(6).hex(), utc_ms, voice, tuple(sorted(kinds))))

    def answered(self, request: str, utc_ms: int) -> None:
        """Write down that nothing may lead from this request to a form any more. Raises the same."""
        self._write(Note("w" + os.urandom(6).hex(), utc_ms, request, ()))

    def _write(self, one: Note) -> None:
        text = json.dumps(asdict(one))
        try:
            (self._home / FOLDER).mkdir(parents=True, exist_ok=True)
            files.put(self._home / FOLDER / f"{one.id}.json", text)
        except OSError as error:
            raise KioskError("privacy.receipt_unwritten", repr(error)) from error
        if not (marker := self._marker_folder()):
            return
        folder = Path(marker) / f"fingertip-glow-{self._store.kiosk}-{FOLDER}"
        try:
            folder.mkdir(exist_ok=True)
            files.put(folder / f"{one.id}.json", text)
        except OSError as error:
            log.warning("the withdrawal has no copy in %s: %r", folder, error)

    def replay(self) -> int:
        """Take back again what an older register says is in force; how many consents. Blocks for a transaction."""
        for one in self._notes():
            if not one.kinds:
                self._keys.destroy(one.voice)
        back = [
            (one.utc_ms, one.voice, kind)
            for one in self._notes()
            for kind in one.kinds
            if self._stands(one.voice, kind, one.utc_ms)
        ]

        def work(db: "Database") -> None:
            for utc_ms, voice, kind in back:
                db.execute(
                    "UPDATE consent SET withdrawn_ms = ? WHERE voice = ? AND kind = ? AND withdrawn_ms IS NULL"
                    " AND given_ms <= ?",
                    [utc_ms, voice, kind, utc_ms],
                )

        if back:
            self._store.write(work).result()
        return len(back)

    def forget(self, before_ms: int) -> None:
        """Let go of notes that are older than the register is kept."""
        for folder in self._folders():
            for path in folder.glob("w*.json"):
                one = _read(path)
                if one is not None and one.utc_ms < before_ms:
                    path.unlink(missing_ok=True)

    def _stands(self, voice: str, kind: str, utc_ms: int) -> bool:
        with self._store.read() as connection:
            found = connection.execute(
                "SELECT 1 FROM consent WHERE voice = ? AND kind = ? AND withdrawn_ms IS NULL AND given_ms <= ?",
                (voice, kind, utc_ms),
            )
            return found.fetchone() is not None

    def _notes(self) -> list[Note]:
        found = (_read(path) for folder in self._folders() for path in folder.glob("w*.json"))
        return list({one.id: one for one in found if one}.values())

    def _folders(self) -> Iterator[Path]:
        """Under any id that this kiosk ever went by: a voice's random id is known here or nowhere."""
        yield self._home / FOLDER
        if marker := self._marker_folder():
            yield from Path(marker).glob(f"fingertip-glow-*-{FOLDER}")


def _read(path: Path) -> Note | None:
    try:
        fields = json.loads(path.read_text("utf-8"))
        return Note(**{**fields, "kinds": tuple(fields["kinds"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.warning("the note %s cannot be read: %r", path.name, error)
        return None
