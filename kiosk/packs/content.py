"""Content other than items, for the stations: ours in `content/<kind>/`, and what packs bring."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from kiosk.stations.station import Brought

BUILT_IN = "built_in"


class ContentShelf:
    """Implements `stations.station.Content`. `folder` is the program's `content/`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, list[Brought]] = {}

    def brought(self, kind: str) -> Sequence[Brought]:
        """The files of that kind: those of the packs, the newest first, then ours, by name."""
        if kind not in self._read:
            self._read[kind] = [self._ours(kind, path) for path in sorted((self._folder / kind).glob("*.json"))]
        return self._read[kind]

    def _ours(self, kind: str, path: Path) -> Brought:
        data = path.read_bytes()
        name = hashlib.sha256(data).hexdigest()[:16]
        return Brought(kind, path.stem, BUILT_IN, name, json.loads(data), "image://art/")
