"""Pack files that lie in the home, read member by member. Nothing of them is ever written elsewhere."""

import logging
import zipfile
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.core.item import text_hash
from kiosk.packs import limits
from kiosk.packs.manifest import Manifest, read_manifest
from kiosk.packs.pack_file import MANIFEST
from kiosk.packs.part_file import is_content, parsed_part, part_faults
from kiosk.packs.vault import ENDING
from kiosk.packs.zipped import BROKEN
from kiosk.stations.station import Brought

BROUGHT = "image://brought/"
log = logging.getLogger(__name__)


class InstalledPack:
    """The pack `name` (its hash) of `home`. It was looked through when it came in, but disks change what lies on them.

    All that reads raises KioskError `packs.pack_damaged` when it is not what it was.
    """

    def __init__(self, home: Path, name: str) -> None:
        self.name = name
        self._path = home / "packs" / f"{name}{ENDING}"

    @cached_property
    def manifest(self) -> Manifest:
        """What it says of itself; the pack's hash vouches for it."""
        data = self._bytes(MANIFEST)
        if text_hash(data.decode("utf-8", "replace")) != self.name:
            raise self._damaged(MANIFEST)
        return read_manifest(data)

    def read(self, member: str) -> bytes:
        """What `member`, one of the manifest's files, holds."""
        data = self._bytes(member)
        if sha256(data).hexdigest() != self.manifest.files[member]:
            raise self._damaged(member)
        return data

    def _bytes(self, member: str) -> bytes:
        try:
            with zipfile.ZipFile(self._path) as archive, archive.open(member) as stream:
                return stream.read(limits.SOUND_BYTES + 1)
        except (*BROKEN, KeyError) as error:
            raise self._damaged(f"{member} {error!r}") from error

    def _damaged(self, detail: str) -> KioskError:
        return KioskError("packs.pack_damaged", f"{self._path.name}: {detail}", pack=self.name)


def is_sound(home: Path, name: str) -> bool:
    """Whether the installed pack `name` is still what it was, to the last byte."""
    pack = InstalledPack(home, name)
    try:
        for member in pack.manifest.files:
            pack.read(member)
    except KioskError:
        return False
    return True


def read_kind(home: Path, name: str, pack: str, kind: str) -> list[Brought]:
    """The files of `kind` of the installed pack `name`, called `pack`; none, with a line in the log, if damaged."""
    try:
        return list(_sound(InstalledPack(home, name), pack, kind))
    except KioskError as error:
        log.error("pack %s brings no %s: %s", pack, kind, error)
        return []


def read_media(home: Path, name: str, stem: str, endings: Sequence[str]) -> bytes | None:
    """The bytes of `<kind>/<name>` with one of the endings; `None` if it is not there or, with a line, damaged."""
    pack = InstalledPack(home, name)
    try:
        members = (f"{stem}.{ending}" for ending in endings)
        return next((pack.read(member) for member in members if member in pack.manifest.files), None)
    except KioskError as error:
        log.error("%s of pack %s was not read: %s", stem, name, error)
        return None


def _sound(pack: InstalledPack, name: str, kind: str) -> Iterator[Brought]:
    """The files of `kind` with which nothing is wrong: the others were told of when the pack came in."""
    files = pack.manifest.files
    for member in sorted(files):
        if not (member.startswith(f"{kind}/") and is_content(member)):
            continue
        _, fields = parsed_part(pack.read(member), member)
        if faults := part_faults(fields, member, files):
            log.warning("%s of pack %s was left out: %s", member, name, faults[:3])
            continue
        stem = member.partition("/")[2].removesuffix(".json")
        yield Brought(kind, stem, name, pack.name, fields, f"{BROUGHT}{pack.name}/{kind}/")
