"""Pack files, sound and unsound, for the tests."""

import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.core.item import Item, to_json
from kiosk.packs.pack_build import build
from tests.packs.packs_help import TODAY, choice

OUTLINE: dict[str, Any] = {
    "format": 1,
    "kind": "fingertip-glow.pack",
    "id": "school.first",
    "version": "1.0.0",
    "title": "学校题包",
    "author": "某小学",
    "licence": "CC0-1.0",
    "language": "zh",
    "ages": ["upper"],
}
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))


def bank_text(*items: Item) -> bytes:
    """A native bank file."""
    head = {"format": 1, "id": "any.bank", "version": "1.0.0", "title": "题库", "language": "zh"}
    rest = {"licence": "CC0-1.0", "author": "某人", "items": [to_json(item) for item in items]}
    return json.dumps(head | rest, ensure_ascii=False).encode()


def pack_folder(folder: Path, *items: Item, **manifest: object) -> Path:
    """A folder to build a pack of."""
    (folder / "banks").mkdir(parents=True, exist_ok=True)
    (folder / "banks" / "one.json").write_bytes(bank_text(*(items or (choice("a"),))))
    (folder / "manifest.json").write_text(json.dumps(OUTLINE | manifest, ensure_ascii=False), "utf-8")
    return folder


def pack_bytes(folder: Path, *items: Item, **manifest: object) -> bytes:
    """A sound pack, not signed."""
    data, checked = build(pack_folder(folder, *items, **manifest), TODAY)
    assert not checked.report.mend
    return data


def crafted(members: Mapping[str, bytes] | None = None, **manifest: object) -> bytes:
    """A pack by hand: `members` beside the manifest, which may say anything."""
    given = {"banks/one.json": bank_text(choice("a"))} if members is None else dict(members)
    files = {name: sha256(data).hexdigest() for name, data in given.items()}
    fields = {**OUTLINE, "brings": ["banks"], "files": files, **manifest}
    return zipped({"manifest.json": json.dumps(fields).encode(), **given})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip of `members`."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()
