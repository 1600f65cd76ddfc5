"""The files of content in a pack: pictures and sounds by their first bytes, JSON by the rules of its kind."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.fields import Fault
from kiosk.packs.json_place import Places
from kiosk.packs.our_pictures import is_ours
from kiosk.packs.parts import FORMAT, PICTURES, SOUNDS, Part, part
from kiosk.packs.plain import HIDDEN
from kiosk.packs.raster import examine_picture, examine_sound
from kiosk.packs.report import Problem
from kiosk.packs.rows import Built, Row

GUIDE = "content/README.md"
JSON = ".json"
HALF = re.compile("[\ud800-\udfff]")
"""JSON can write half a character; no screen and no database takes it."""


def read_parts(members: Mapping[str, bytes]) -> list[Built]:
    """Each JSON file of content with all that is wrong with it: a row that has no item.

    Raises KioskError with the member's name (`packs.kind_unknown`, `packs.picture_heavy`, `packs.picture_broken`,
    `packs.picture_huge`, `packs.sound_heavy`, `packs.sound_broken`, `packs.part_heavy`, `packs.part_broken`,
    `packs.part_newer`).
    """
    examine_media(members)
    return [_built(name, data, members) for name, data in sorted(members.items()) if is_content(name)]


def examine_media(members: Mapping[str, bytes]) -> None:
    """Refuse pictures and sounds that are none, or more than this machine shows and plays."""
    for name, data in members.items():
        ending = name.rpartition(".")[2]
        if ending in PICTURES:
            examine_picture(data, name)
        elif ending in SOUNDS:
            examine_sound(data, name)


def is_content(member: str) -> bool:
    """Whether `member` is a JSON file of content, no bank."""
    return member.endswith(JSON) and not member.startswith("banks/")


def parsed_part(data: bytes, member: str) -> tuple[str, Any]:
    """The text of a file of content, and its JSON.

    Raises KioskError (`packs.part_heavy`, `packs.part_broken`, `packs.part_newer`).
    """
    if len(data) > limits.PART_BYTES:
        raise KioskError("packs.part_heavy", str(len(data)), member=member, most=limits.PART_BYTES >> 20)
    try:
        text = data.decode("utf-8-sig")
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise KioskError("packs.part_broken", repr(error), member=member, line=line) from error
    form = fields.get("format") if isinstance(fields, dict) else None
    if isinstance(form, int) and form > FORMAT:
        raise KioskError("packs.part_newer", member=member, version=form, known=FORMAT)
    return text, fields


def part_faults(fields: Any, member: str, beside: Collection[str]) -> list[Fault]:
    """All that is wrong with `fields`, the JSON of `member`; `beside` are the names of all members of its pack.

    Raises KioskError `packs.kind_unknown`.
    """
    kind = member.partition("/")[0]
    checks = part(kind)
    if checks is None:
        raise KioskError("packs.kind_unknown", member=member, kind=kind)
    return checks.faults(fields) or [*_hidden(fields), *_missing(checks, fields, kind, beside)]


def _built(member: str, data: bytes, members: Collection[str]) -> Built:
    text, fields = parsed_part(data, member)
    return Built(Row(1, member), None, tuple(_problems(text, member, part_faults(fields, member, members))))


def _problems(text: str, member: str, faults: Iterable[Fault]) -> Iterator[Problem]:
    places = Places(text)
    for fault in islice(faults, limits.PART_PROBLEMS):
        row = Row(places.line(fault.path), member)
        yield row.problem(fault.code, fault.path, "error", item=member, guide=GUIDE, **fault.params)


def _hidden(value: Any, path: str = "") -> Iterator[Fault]:
    """Texts with characters that do not show, turn the order of others about, or are half of one."""
    if isinstance(value, str):
        if HIDDEN.search(value) or HALF.search(value):
            yield Fault(path, "text_hidden")
        return
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inside:
        yield from _hidden(one, f"{path}.{name}" if path else str(name))


def _missing(checks: Part, fields: Any, kind: str, beside: Collection[str]) -> Iterator[Fault]:
    """Pictures and sounds of which the file speaks and that are not there. A picture may be one of ours."""
    for path, name in checks.pictures(fields):
        if not _lies(name, kind, PICTURES, beside) and not is_ours(name):
            yield Fault(path, "picture_missing", {"value": name[:60]})
    for path, name in checks.sounds(fields):
        if not _lies(name, kind, SOUNDS, beside):
            yield Fault(path, "sound_missing", {"value": name[:60]})


def _lies(name: str, kind: str, endings: Iterable[str], beside: Collection[str]) -> bool:
    return any(f"{kind}/{name}.{ending}" in beside for ending in endings)
