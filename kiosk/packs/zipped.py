"""What must be true of a zip before a reader unpacks it: few members, small, honest about their size."""

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.pack_names import examine_end, examine_places
from kiosk.packs.sheet_area import ods_area, xlsx_area

CHUNK = 1 << 20
BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, OSError, struct.error),
)


def examine(data: bytes) -> frozenset[str]:
    """The names of the members of the zip `data`, after every one was unpacked and thrown away within the limits.

    The directory is asked first, for an instant answer; then each member is read, because a directory can lie.
    Raises KioskError (`packs.zip_many`, `packs.zip_bomb`, `packs.zip_broken`, `packs.xml_entities`,
    `packs.sheet_huge`, and what `pack_names.examine_places` raises).
    """
    examine_end(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            swollen = unpacked > max(limits.RATIO_FROM, limits.RATIO_ALL * len(data))
            if len(members) > limits.ZIP_MEMBERS or unpacked > limits.UNPACKED_BYTES or swollen:
                raise KioskError("packs.zip_bomb", f"{len(members)} members, {unpacked} bytes")
            examine_places(members)
            for member in members:
                _examine_member(archive, member)
            return frozenset(member.filename for member in members)
    except BROKEN as error:
        raise KioskError("packs.zip_broken", repr(error)) from error


def _examine_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Unpack one member: a wrong size or checksum raises BadZipFile at its end."""
    if member.file_size > limits.RATIO_FROM and member.file_size > limits.RATIO * member.compress_size:
        raise KioskError("packs.zip_bomb", f"{member.filename}: {member.compress_size} → {member.file_size}")
    with archive.open(member) as stream:
        if not member.filename.endswith((".xml", ".rels")):
            while stream.read(CHUNK):
                pass
            return
        text = stream.read()
    if b"<!ENTITY" in text or b"<!DOCTYPE" in text:
        raise KioskError("packs.xml_entities", member.filename)
    if b"\0" in text:
        raise KioskError("packs.zip_broken", f"{member.filename} is no UTF-8")
    is_ods = member.filename == "content.xml"
    if is_ods:
        _examine_ods(text, member.filename)
    if (ods_area(text) if is_ods else xlsx_area(text)) > limits.SHEET_CELLS:
        raise KioskError("packs.sheet_huge", member.filename)


def _examine_ods(text: bytes, name: str) -> None:
    """calamine waits for ever for the end of a table that is never closed: only well-formed XML comes to it."""
    from xml.parsers.expat import ExpatError, ParserCreate  # here for its cost: few files need it

    try:
        ParserCreate().Parse(text, True)
    except (ExpatError, ValueError, LookupError) as error:
        raise KioskError("packs.zip_broken", f"{name}: {error!r}") from error
