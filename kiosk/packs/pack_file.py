"""Reading a pack file: names, sizes, manifest, checksums, signature, in this order; then its banks."""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from kiosk.core.errors import KioskError
from kiosk.core.item import text_hash
from kiosk.packs import limits
from kiosk.packs.bank import Bank
from kiosk.packs.manifest import HASH, Manifest, parsed, read_manifest
from kiosk.packs.native import read_native
from kiosk.packs.pack_names import examine_plain
from kiosk.packs.rows import Built, Row

MANIFEST = "manifest.json"
SIGNATURE = "signature.json"
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack whose checksums hold. `signer` is the public key (hex) whose signature holds, empty without one.

    `hash` names the pack in every answer: 16 hex digits of the SHA-256 of its manifest, signed or not.
    """

    manifest: Manifest
    hash: str
    signer: str
    data: bytes
    members: dict[str, bytes]


def read_pack(data: bytes) -> PackFile:
    """The pack in the zip `data`, whose sizes and places have been examined. Raises KioskError for all that is odd."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        examine_plain(archive.infolist())
        files = [one for one in archive.infolist() if not one.is_dir()]
        members = {one.filename: archive.read(one) for one in files}
    text = members.pop(MANIFEST)
    signature = members.pop(SIGNATURE, None)
    manifest = read_manifest(text)
    _examine_members(manifest, members)
    signer = _signer(text, signature) if signature is not None else ""
    return PackFile(manifest, text_hash(text.decode("utf-8")), signer, data, members)


def read_banks(pack: PackFile) -> tuple[Bank, list[Built]]:
    """The pack as one bank, still without items, and the entries of all its banks; their sheet is the member's name.

    Raises KioskError with the member's name (`packs.pack_bank`) when one of them is no bank.
    """
    entries: list[Built] = []
    for name, data in sorted(pack.members.items()):
        if not name.startswith("banks/"):
            continue
        try:
            _, found = read_native(data.decode("utf-8"), name)
        except (KioskError, UnicodeDecodeError) as error:
            code = getattr(error, "code", "packs.not_text")
            raise KioskError("packs.pack_bank", f"{name}: {code} {error}", member=name) from error
        entries += found
    if len(entries) > limits.ITEMS:
        raise KioskError("packs.items_too_many", count=len(entries), most=limits.ITEMS)
    one = pack.manifest
    return Bank(one.id, one.version, one.title, one.language, one.licence, one.author, (), one.title_en), entries


def first_row(pack: PackFile) -> Row:
    """Where lint points for what concerns a whole pack."""
    return Row(1, min(pack.members, default=""))


def _examine_members(manifest: Manifest, members: dict[str, bytes]) -> None:
    """Hold what is there against what the manifest lists.

    Raises KioskError (`packs.pack_nested`, `packs.pack_unlisted`, `packs.pack_lacks`, `packs.pack_checksum`).
    """
    for name, data in members.items():
        if data.startswith(ARCHIVES):
            raise KioskError("packs.pack_nested", name, member=name)
    _refuse("packs.pack_unlisted", sorted(set(members) - set(manifest.files)))
    _refuse("packs.pack_lacks", sorted(set(manifest.files) - set(members)))
    wrong = [name for name, data in members.items() if sha256(data).hexdigest() != manifest.files[name]]
    _refuse("packs.pack_checksum", wrong)


def _refuse(code: str, names: Sequence[str]) -> None:
    if names:
        raise KioskError(code, str(names[:20]), member=names[0])


def _signer(manifest: bytes, signature: bytes) -> str:
    """The key that signed. Raises KioskError `packs.signature_wrong`: tampered with, whoever is trusted."""
    # Imported here: unsigned packs and all other files do without OpenSSL.
    from kiosk.packs.keys import verify

    fields = parsed(signature, SIGNATURE)
    key, mark = fields.get("key"), fields.get("signature")
    sound = isinstance(key, str) and isinstance(mark, str) and re.fullmatch(HASH, key)
    if fields.get("format") != 1 or not sound or not verify(manifest, str(key), str(mark)):
        raise KioskError("packs.signature_wrong", str(fields)[:200])
    return str(key)
