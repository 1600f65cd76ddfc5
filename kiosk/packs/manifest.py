"""What a pack file says of itself: `manifest.json`, documented in `content/README.md`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.item import AGES
from kiosk.packs import limits
from kiosk.packs.fields import Fault, many, named, number, one_of, table, text
from kiosk.packs.native_check import BANK_ID, VERSION
from kiosk.packs.parts import KINDS, PICTURES, SOUNDS

KIND = "fingertip-glow.pack"
FORMAT = 1
BESIDE = KINDS[1:]
"""The kinds whose folders hold pictures beside their JSON."""
FILE = "[A-Za-z0-9_-]+"
MEMBER = (
    rf"({'|'.join(KINDS)})/{FILE}\.json|({'|'.join(BESIDE)})/{FILE}\.({'|'.join(PICTURES)})"
    rf"|voices/{FILE}\.({'|'.join(SOUNDS)})"
)
"""How what a pack brings is named. Two files of one folder that differ in their ending alone are two files."""
HASH = "[0-9a-f]{64}"
HEAD = {
    "format": number(FORMAT, FORMAT),
    "kind": one_of(KIND),
    "id": text(1, 80, BANK_ID),
    "version": text(1, 40, VERSION),
    "title": text(1, limits.TITLE),
    "title_en": text(0, 120),
    "author": text(1, 60),
    "licence": text(1, 60),
    "language": one_of("zh", "en"),
    "ages": many(1, len(AGES), one_of(*AGES), unique=True),
}
NEEDED = ("format", "kind", "id", "version", "title", "author", "licence", "language", "ages")
OUTLINE = table(NEEDED, HEAD)
"""A manifest before its pack is built."""
WHOLE = table(
    (*NEEDED, "brings", "files"),
    {
        **HEAD,
        "brings": many(1, len(KINDS), one_of(*KINDS), unique=True),
        "files": named(text(1, limits.NAME, MEMBER), text(64, 64, HASH)),
    },
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` holds the SHA-256 (64 hex digits) of every member but the manifest and the signature."""

    id: str
    version: str
    title: str
    author: str
    licence: str
    language: str
    ages: tuple[str, ...]
    brings: tuple[str, ...]
    files: Mapping[str, str]
    title_en: str = ""


def read_manifest(data: bytes) -> Manifest:
    """The manifest in `data`. Raises KioskError (`packs.manifest_broken`, `packs.format_newer`, `packs.pack_fault`)."""
    fields = parsed(data, "manifest.json")
    if isinstance(form := fields.get("format"), int) and form > FORMAT:
        raise KioskError("packs.format_newer", version=form, known=FORMAT)
    if faults := manifest_faults(fields):
        raise KioskError("packs.pack_fault", str(faults), field=faults[0].path, fault=faults[0].code)
    names = [name for name in Manifest.__slots__ if name in fields]
    given = {name: fields[name] for name in names}
    return Manifest(**given | {"ages": tuple(fields["ages"]), "brings": tuple(fields["brings"])})


def parsed(data: bytes, name: str) -> dict[str, Any]:
    """The JSON object in the member `name`. Raises KioskError `packs.manifest_broken`."""
    try:
        fields = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise KioskError("packs.manifest_broken", repr(error), member=name) from error
    if not isinstance(fields, dict):
        raise KioskError("packs.manifest_broken", type(fields).__name__, member=name)
    return fields


def manifest_faults(fields: Mapping[str, Any]) -> list[Fault]:
    """Everything that keeps `fields` from being a manifest."""
    files = fields.get("files")
    found = list(WHOLE(fields))
    if not found and isinstance(files, dict) and not 1 <= len(files) <= limits.ZIP_MEMBERS:
        found.append(Fault("files", "field_count", {"count": len(files), "least": 1, "most": limits.ZIP_MEMBERS}))
    if not found and isinstance(files, dict):
        brought = {name.partition("/")[0] for name in files}
        if brought != set(fields["brings"]):
            found.append(Fault("brings", "field_unknown_value"))
    return found
