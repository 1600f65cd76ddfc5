"""Pack files, sound and unsound, for the tests."""

import json
import struct
import zipfile
import zlib
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
    brings = sorted({name.partition("/")[0] for name in given}) or ["banks"]
    fields = {**OUTLINE, "brings": brings, "files": files, **manifest}
    return zipped({"manifest.json": json.dumps(fields).encode(), **given})


def as_json(fields: object) -> bytes:
    """A member's bytes."""
    return json.dumps(fields, ensure_ascii=False, indent=1).encode()


def number_file(number: str = "0123-4567", **more: object) -> dict[str, Any]:
    """What `numbers/….json` may say."""
    who, how = {"zh": "某市反诈中心", "en": "Fraud help"}, {"zh": "有人接，慢慢说。"}
    return {"format": 1, "number": number, "who": who, "how": how, **more}


def png(width: int = 2, height: int = 2, colour: tuple[int, int, int] = (0, 128, 255), *, alpha: int = 255) -> bytes:
    """A picture of one colour."""
    row = b"\0" + bytes((*colour, alpha)) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", head), (b"IDAT", zlib.compress(row * height)), (b"IEND", b""))
    )


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip of `members`."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()
