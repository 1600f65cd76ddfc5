"""A home with a store, a guardian and the base's settings, on a clock that is stepped by hand."""

import io
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from kiosk.core.booth import CONSENT_KINDS, ConsentKind, Release
from kiosk.core.clock import SteppedClock
from kiosk.privacy.guardian import Guardian
from kiosk.privacy.sealed import SealedWriter
from kiosk.privacy.takes import TakeFiles
from kiosk.store import settings
from kiosk.store.store import Store

DAY_MS = 86_400_000
VOICE = bytes(range(256)) * 375 * 2
"""Two seconds that are no sound, but easily found again."""


class Home:
    """Opened twice it is the same home after a restart; `tell` changes settings."""

    def __init__(self, folder: Path, clock: SteppedClock | None = None) -> None:
        self.folder = folder
        self.clock = clock or SteppedClock()
        self.store = Store.open(folder, self.clock, housekeeping_after_s=None)
        self.settings: dict[str, Any] = {key: one.default for key, one in settings.SETTINGS.items()}
        self.settings |= {"booth_mode": "consent", "privacy_officer": "德育处"}
        self.guardian = Guardian(folder, self.store, self.clock, lambda: self.settings)

    def close(self) -> None:
        """As at the end of the program."""
        self.store.close()

    def again(self) -> "Home":
        """The same home after a restart."""
        self.close()
        other = Home(self.folder, self.clock)
        other.settings = self.settings
        return other

    def voice(self, form: str = "A-001", kinds: Iterable[ConsentKind] = CONSENT_KINDS) -> str:
        """A voice with consents."""
        return self.guardian.consents.give(form, "2026-11-01", tuple(kinds), self.guardian.terms(), "teacher")

    def take(self, *voices: str, release: Release = "play", settle: bool = True) -> TakeFiles:
        """A kept take, recorded and waiting for review."""
        files = self.guardian.takes.begin_kept("s-001", "civility", "小小播报员", voices)
        writer = SealedWriter(files.raw, files.key, {"kind": "pcm", "rate": 48_000, "channels": 1})
        writer.write(VOICE)
        if settle:
            writer.close()
            self.guardian.takes.settle(files.id, release, 2.0, "booth.stopped")
        return files

    def events(self, kind: str) -> list[dict[str, Any]]:
        """The bodies of all events of a kind."""
        self.store.flush(5)
        with self.store.read() as connection:
            rows = connection.execute("SELECT body FROM journal_entry WHERE kind = ? ORDER BY position", (kind,))
            return [json.loads(row[0]) for row in rows]


def everything(folder: Path) -> bytes:
    """Every byte of every file under `folder`, zips unpacked however deep, papers as their text."""
    return b"\0".join(unpacked(path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())


def unpacked(content: bytes) -> bytes:
    """The bytes, and what can be read in them once they are unpacked."""
    if content.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(content)).pages
        return content + "".join(page.extract_text().replace("\0", "") for page in pages).encode()
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"\0".join([content, *(unpacked(packed.read(name)) for name in packed.namelist())])


def change(home: Home, statement: str) -> None:
    """Somebody meddles with the database."""
    home.store.write(lambda db: db.execute(statement)).result()
