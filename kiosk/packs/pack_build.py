"""Making pack files: a folder with `manifest.json` and `banks/` becomes one file; signing adds its signature."""

import json
import os
import re
import zipfile
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError
from kiosk.packs.check import Checked, check_pack
from kiosk.packs.manifest import MEMBER, OUTLINE, parsed
from kiosk.packs.open_file import ZIP, read_bytes
from kiosk.packs.pack_file import MANIFEST, SIGNATURE, read_pack
from kiosk.packs.parts import KINDS
from kiosk.packs.zipped import examine

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

WHEN = (2000, 1, 1, 0, 0, 0)
"""The same folder gives the same bytes, whenever it is packed."""
LEFT = re.compile(r"\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
"""What file managers leave behind."""


def build(folder: Path, today: date) -> tuple[bytes, Checked]:
    """The pack of `folder`, and what there is to say of it. What is wrong with its rows stands in the report.

    Raises KioskError for whatever a kiosk would refuse, and `packs.build_nothing` when there is nothing to pack.
    """
    outline = parsed(read_bytes(folder / MANIFEST), MANIFEST)
    if faults := OUTLINE(outline):
        raise KioskError("packs.pack_fault", str(faults), name=MANIFEST, field=faults[0].path, fault=faults[0].code)
    paths = _members(folder)
    members = {name: read_bytes(path) for name, path in paths.items()}
    brings = sorted({name.partition("/")[0] for name in members})
    files = {name: sha256(data).hexdigest() for name, data in members.items()}
    manifest = json.dumps(outline | {"brings": brings, "files": files}, ensure_ascii=False, indent=1).encode()
    data = _zip({MANIFEST: manifest, **members})
    examine(data)
    return data, check_pack(read_pack(data), today)


def _members(folder: Path) -> dict[str, Path]:
    """What the folders of all kinds hold, by the names that it has in a pack.

    Raises KioskError (`packs.build_nothing`, `packs.build_member`).
    """
    found = [path for kind in KINDS for path in sorted((folder / kind).glob("*")) if path.is_file()]
    paths = {f"{path.parent.name}/{path.name}": path for path in found if not LEFT.fullmatch(path.name)}
    if not paths:
        raise KioskError("packs.build_nothing", name=folder.name)
    if odd := [name for name in paths if not re.fullmatch(MEMBER, name)]:
        raise KioskError("packs.build_member", str(odd), name=folder.name, member=odd[0])
    return paths


def signed(data: bytes, private: "Ed25519PrivateKey") -> bytes:
    """The pack `data` with a signature of `private`, in place of any it had. Raises KioskError as `read_pack` does,
    and `packs.not_a_pack`.
    """
    from kiosk.packs.keys import public, sign

    if not data.startswith(ZIP) or MANIFEST not in examine(data):
        raise KioskError("packs.not_a_pack")
    pack = read_pack(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        manifest = archive.read(MANIFEST)
    mark: dict[str, Any] = {"format": 1, "key": public(private), "signature": sign(manifest, private)}
    return _zip({MANIFEST: manifest, SIGNATURE: json.dumps(mark, indent=1).encode(), **pack.members})


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` so that `path` is what it was, or all of it. Raises KioskError `packs.out_unwritable`."""
    staged = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        with staged.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        staged.replace(path)
    except OSError as error:
        staged.unlink(missing_ok=True)
        raise KioskError("packs.out_unwritable", repr(error), name=path.name) from error


def _zip(members: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            about = zipfile.ZipInfo(name, WHEN)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, data)
    return packed.getvalue()
