"""Content other than items, for the stations: ours in `content/<kind>/`, and what installed packs bring."""

import hashlib
import json
import logging
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from kiosk.packs import shelf
from kiosk.packs.parts import PICTURES, SOUNDS
from kiosk.stations.station import Brought
from kiosk.store.store import Store

BUILT_IN = "built_in"
OURS = "image://art/"
NAMED = re.compile(r"([0-9a-f]{16})/([a-z]+/[A-Za-z0-9_-]+)")
log = logging.getLogger(__name__)


class ContentShelf:
    """Implements `stations.station.Content`. `folder` is the program's `content/`; without a store there are no packs.

    Packs are asked for anew each time, so that one that was just installed or removed shows at once; what was read of
    them is kept as long as they are active. A pack whose file is damaged brings nothing: children play on with ours.
    """

    def __init__(self, folder: Path, store: Store | None = None) -> None:
        self._folder = folder
        self._store = store
        self._ours: dict[str, list[Brought]] = {}
        self._packs: dict[str, dict[str, list[Brought]]] = {}

    def brought(self, kind: str) -> Sequence[Brought]:
        """The files of that kind: those of the packs, the newest first, then ours, by name."""
        before = self._packs.get(kind, {})
        now = {name: before.get(name) or self._of_pack(name, pack, kind) for name, pack in self._active(kind)}
        self._packs[kind] = now
        return [*(one for files in now.values() for one in files), *self.ours(kind)]

    def ours(self, kind: str) -> Sequence[Brought]:
        """The program's own files of that kind, by name."""
        if kind not in self._ours:
            self._ours[kind] = [_ours(kind, path) for path in sorted((self._folder / kind).glob("*.json"))]
        return self._ours[kind]

    def picture(self, name: str) -> bytes | None:
        """The bytes of the picture `<pack hash>/<kind>/<name>`; `None` where there is none."""
        return self._media(name, PICTURES)

    def sound(self, name: str) -> bytes | None:
        """The bytes of the sound `<pack hash>/<kind>/<name>`; `None` where there is none."""
        return self._media(name, SOUNDS)

    def _active(self, kind: str) -> list[tuple[str, str]]:
        if self._store is None:
            return []
        try:
            with self._store.read() as db:
                return shelf.bringing(db, kind)
        except sqlite3.Error:
            # The machine's fault: staff read of it among the checks.
            log.exception("which packs bring %s could not be read", kind)
            return []

    def _of_pack(self, name: str, pack: str, kind: str) -> list[Brought]:
        # Imported here: a start without packs that bring content does not pay for it.
        from kiosk.packs.installed import read_kind

        assert self._store is not None
        return read_kind(self._store.home, name, pack, kind)

    def _media(self, name: str, endings: Sequence[str]) -> bytes | None:
        found = NAMED.fullmatch(name)
        if not found or self._store is None:
            return None
        from kiosk.packs.installed import read_media

        return read_media(self._store.home, found[1], found[2], endings)


def _ours(kind: str, path: Path) -> Brought:
    data = path.read_bytes()
    return Brought(kind, path.stem, BUILT_IN, hashlib.sha256(data).hexdigest()[:16], json.loads(data), OURS)
