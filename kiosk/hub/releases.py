"""Packs that the hub gives out: looked through like a kiosk does, signed with the hub's own key, kept by their hash."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.packs import keys, pack_build
from kiosk.packs.check import Checked, check_file
from kiosk.packs.families import load_families

KEY = "pack-key.pem"
FOLDER = "packs"
MOST_BYTES = 256 << 20


@dataclass(frozen=True, slots=True)
class Looked:
    """What looking through a file came to; `number` is the release's, 0 when it became none."""

    checked: Checked
    number: int = 0


def file_of(hub: Hub, digest: str) -> Path:
    """Where the signed pack with that SHA-256 lies."""
    return hub.data / FOLDER / digest


def signer(hub: Hub) -> str:
    """The hub's public key (hex), by which kiosks trust its packs; made at first use."""
    path = hub.data / KEY
    if not path.exists():
        try:
            return keys.new_key(path)
        except KioskError as error:
            if error.code != "packs.key_exists":  # another worker was first
                raise
    return keys.public(keys.load_key(path))


def add(hub: Hub, name: str, content: bytes, today: date, base: int | None) -> Looked:
    """Look `content` (of a file called `name`) through; a sound pack is signed, kept and becomes a release.

    Raises KioskError `hub_pages.pack_wanted` for a file that is no pack, `hub_pages.pack_known` for one that is here.
    """
    with TemporaryDirectory(prefix="pack-", dir=hub.data) as folder:
        path = Path(folder) / ("upload" + Path(name).suffix[:8])
        path.write_bytes(content)
        checked = check_file(path, load_families(program_folder() / "quizzes"), today)
    if checked.report.refused is not None or checked.report.mend:
        return Looked(checked)
    if checked.pack is None:
        raise KioskError("hub_pages.pack_wanted")
    signer(hub)
    signed = pack_build.signed(content, keys.load_key(hub.data / KEY))
    digest = sha256(signed).hexdigest()
    file = file_of(hub, digest)
    file.parent.mkdir(exist_ok=True)
    pack_build.write_whole(file, signed)
    manifest = checked.pack.manifest
    row = {
        "pack": manifest.id, "version": manifest.version, "title": manifest.title, "hash": checked.pack.hash,
        "sha256": digest, "bytes": len(signed), "base": base, "made_ms": hub.clock.utc_ms(),
    }  # fmt: skip
    with hub.database.write() as connection:
        known = sa.select(tables.pack_release.c.number).where(tables.pack_release.c.hash == row["hash"])
        if connection.execute(known).first():
            raise KioskError("hub_pages.pack_known")
        made = connection.execute(tables.pack_release.insert().values(row))
        assert made.inserted_primary_key is not None
        return Looked(checked, int(made.inserted_primary_key[0]))
