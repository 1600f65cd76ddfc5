"""录示范: texts that a teacher has read here become a voice pack of this base, which the kiosk then reads with.

The clips lie in `readings/` of the home until they are published. The pack is signed with a key of this kiosk's own,
which is trusted from then on: it may be carried to the base's other kiosks and be trusted there by its short words.
"""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.item import AGES
from kiosk.packs import trust
from kiosk.packs.check import check_pack
from kiosk.packs.installed import InstalledPack
from kiosk.packs.keys import load_key, new_key, public
from kiosk.packs.library import Library
from kiosk.packs.pack_build import build, signed
from kiosk.packs.pack_file import read_pack
from kiosk.packs.plain import fold
from kiosk.packs.shelf import Shelved
from kiosk.store import files
from kiosk.store.store import Store

FOLDER = "readings"
LIST = "readings.json"
KEY = "signing.pem"
ENDING = ".ogg"
PACK = "local.readings"


@dataclass(frozen=True, slots=True)
class Reading:
    """One text that was read, and its clip."""

    text: str
    clip: Path


def readings(home: Path) -> list[Reading]:
    """What has been read in that home, in order, as far as the clips are there."""
    folder = home / FOLDER
    try:
        texts = json.loads((folder / LIST).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    found = [Reading(text, _clip(folder, text)) for text in texts]
    return [one for one in found if one.clip.exists()]


def _clip(folder: Path, text: str) -> Path:
    return folder / (sha256(fold(text).encode()).hexdigest()[:24] + ENDING)


class Studio:
    """The readings of one home. Methods block and raise KioskError: call them from a thread of one's own."""

    def __init__(self, library: Library, store: Store, clock: Clock, key_name: Callable[[], str]) -> None:
        self.folder = store.home / FOLDER
        self._library = library
        self._store = store
        self._clock = clock
        self._key_name = key_name

    def clip(self, text: str) -> Path:
        """Where the booth is to write the clip of `text` (`Booth.save_clip`); `add` it afterwards."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return _clip(self.folder, text)

    def readings(self) -> list[Reading]:
        """What has been read, in order, as far as the clips are there."""
        return readings(self._store.home)

    def add(self, text: str) -> None:
        """The clip of `text` is there: it belongs to the next publication."""
        self._write([*(one.text for one in self.readings() if fold(one.text) != fold(text)), text])

    def remove(self, text: str) -> None:
        """Read no more; what was published stays as it is until the next publication."""
        self._write([one.text for one in self.readings() if fold(one.text) != fold(text)])
        self.clip(text).unlink(missing_ok=True)

    def published(self) -> Shelved | None:
        """The voice pack that the kiosk speaks with now; `None` while there is none."""
        return next((row for row in self._library.installed() if row.id == PACK and row.state == "active"), None)

    def clear(self) -> None:
        """No reading is left, and the kiosk speaks without."""
        for one in self.readings():
            one.clip.unlink(missing_ok=True)
        self._write([])
        if self.published():
            self._library.remove(PACK)

    def unpublished(self) -> bool:
        """Whether the kiosk speaks with something else than what has been read."""
        read = {f"voices/{one.clip.name}": sha256(one.clip.read_bytes()).hexdigest() for one in self.readings()}
        row = self.published()
        if row is None:
            return bool(read)
        files = InstalledPack(self._store.home, row.hash).manifest.files
        return read != {name: digest for name, digest in files.items() if name.endswith(ENDING)}

    def packed(self) -> bytes:
        """The published pack, for the base's other kiosks. Raises KioskError `packs.build_nothing` without one."""
        row = self.published()
        if row is None:
            raise KioskError("packs.build_nothing", name=FOLDER)
        return (self._store.home / "packs" / row.file).read_bytes()

    def key(self) -> str:
        """The key (hex) that signs the pack: the other kiosks know it by its short words."""
        return public(load_key(self._key()))

    def publish(self, title: str, voice: dict[str, str], language: str = "zh") -> Shelved:
        """Make the pack of all readings and install it. `voice` (`zh`, `en`) is what staff see; it names no person.

        Raises KioskError `packs.build_nothing` without a reading, `packs.pack_fault` for a voice too long, and what
        `Library.install_checked` raises.
        """
        readings = self.readings()
        if not readings:
            raise KioskError("packs.build_nothing", name=FOLDER)
        with tempfile.TemporaryDirectory(prefix="fingertip-glow-") as name:
            folder = Path(name)
            self._lay_out(folder, readings, title, voice, language)
            data, checked = build(folder, self._now().date())
        if problems := [one for one in checked.report.problems if one.level == "error"]:
            raise KioskError("packs.pack_fault", str(problems), name=FOLDER, field="voice", fault=problems[0].code)
        sealed = read_pack(signed(data, load_key(self._key())))
        return self._library.install_checked(check_pack(sealed, self._now().date()))

    def _lay_out(self, folder: Path, readings: list[Reading], title: str, voice: dict[str, str], language: str) -> None:
        now = self._now()
        manifest = {
            "format": 1, "kind": "fingertip-glow.pack", "id": PACK,
            "title": title, "author": title, "licence": "本校使用",
            "version": f"{now:%Y}.{now.month * 100 + now.day}.{now.hour * 3600 + now.minute * 60 + now.second}",
            "language": language, "ages": list(AGES),
        }  # fmt: skip
        (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
        (folder / "voices").mkdir()
        clips = [{"text": one.text, "file": one.clip.stem} for one in readings]
        voices = {"format": 1, "language": language, "voice": voice, "clips": clips}
        (folder / "voices" / "readings.json").write_text(json.dumps(voices, ensure_ascii=False), "utf-8")
        for one in readings:
            (folder / "voices" / one.clip.name).write_bytes(one.clip.read_bytes())

    def _key(self) -> Path:
        """This kiosk's signing key, made and trusted at first use."""
        path = self._store.home / "keys" / KEY
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            new_key(path)
        with self._store.read() as db:
            known = {one.key for one in trust.trusted(db)}
        own = public(load_key(path))
        if own not in known:
            trust.add(self._store, own, self._key_name(), self._clock.utc_ms())
        return path

    def _write(self, texts: list[str]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            files.put(self.folder / LIST, json.dumps(texts, ensure_ascii=False))
        except OSError as error:
            raise KioskError("packs.out_unwritable", repr(error), name=LIST) from error

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.utc_ms() / 1000, UTC)
