"""A kiosk's part of a class session as a file: one kiosk writes it to a stick, another reads it in.

JSON lines: a head with format, session and the SHA-256 of all that follows, then one fact a line under its own id. The
hash finds damage; reading a file twice, or one's own, changes nothing.
"""

import hashlib
import json
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.classroom.rules import Session
from kiosk.core.errors import KioskError
from kiosk.core.events import KINDS, ORIGINS
from kiosk.exports.writing import Written, write_whole
from kiosk.store import class_sessions
from kiosk.store.class_sessions import Fact
from kiosk.store.store import Store

FORMAT = "fingertip-glow.class-part"
VERSION = 1
ENDING = ".classpart"
LARGEST = 32 << 20
"""Bytes; a class of fifty with every answer takes half a megabyte."""
HEX = {"id": re.compile("[0-9a-f]{32}"), "epoch": re.compile("[0-9a-f]{16}"), "kiosk": re.compile("k[0-9a-f]{12}")}


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in: the kiosk it is from, its facts, and how many of them were new here."""

    kiosk: str
    facts: int
    new: int


def part_name(session: Session, kiosk: str) -> str:
    """What the file is called: code and kiosk, nothing that a file system does not take."""
    return f"class-{session.code}-{session.started_ms}-{kiosk}{ENDING}"


def write_part(store: Store, session: Session, out: Path) -> Written:
    """Write this kiosk's facts of `session` to `out`, whole or not at all, and read it back.

    Raises KioskError (`classroom.nothing`, and those of `exports.writing.write_whole`).
    """
    with store.read() as connection:
        rows = list(class_sessions.own_facts(connection, session.id))
    if not rows:
        raise KioskError("classroom.nothing")
    lines = "".join(json.dumps(one._asdict(), ensure_ascii=False) + "\n" for one in rows).encode()
    head = {"format": FORMAT, "version": VERSION, "session": session.id, "code": session.code, "kiosk": store.kiosk}
    head |= {"class_label": session.asked.class_label, "rows": len(rows), "sha256": hashlib.sha256(lines).hexdigest()}

    def fill(path: Path) -> int:
        path.write_bytes(json.dumps(head, ensure_ascii=False).encode() + b"\n" + lines)
        return len(rows)

    return write_whole(out, len(lines) + 1024, fill)


def read_part(store: Store, session: Session, path: Path) -> Taken:
    """Take the facts of `path` in. Raises KioskError `classroom.part_unreadable`, `part_newer`, `part_damaged`,
    `part_other` (another session) or `part_not_kept`; then nothing changed.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise KioskError("classroom.part_unreadable", repr(error), file=path.name) from error
    head, rows = _opened(data, path.name)
    if head["session"] != session.id:
        raise KioskError("classroom.part_other", file=path.name, number=head.get("code", ""))
    if head["kiosk"] == store.kiosk:
        return Taken(store.kiosk, len(rows), 0)
    try:
        new = store.write(lambda db: class_sessions.keep_joined(db.conn, session.id, rows)).result()
    except sqlite3.Error as error:
        raise KioskError("classroom.part_not_kept", repr(error)) from error
    return Taken(str(head["kiosk"]), len(rows), new)


def _opened(data: bytes, name: str) -> tuple[dict[str, Any], list[Fact]]:
    """Head and facts of a file, every one looked at."""
    first, _, rest = data.partition(b"\n")
    try:
        head = json.loads(first)
        if head["format"] != FORMAT or len(data) > LARGEST:
            raise ValueError(head["format"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KioskError("classroom.part_unreadable", repr(error), file=name) from error
    if head.get("version") != VERSION:
        raise KioskError("classroom.part_newer", str(head.get("version")), file=name)
    try:
        rows = [_fact(json.loads(line)) for line in rest.splitlines()]
        if len(rows) != head["rows"] or hashlib.sha256(rest).hexdigest() != head["sha256"]:
            raise ValueError(f"{len(rows)} rows")
        if {one.kiosk for one in rows} - {head["kiosk"]} or not isinstance(head["session"], str):
            raise ValueError("rows of another kiosk")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KioskError("classroom.part_damaged", repr(error), file=name) from error
    return head, rows


def _fact(fields: dict[str, Any]) -> Fact:
    """A line of the file. Raises ValueError, KeyError or TypeError when it is none of a class session."""
    one = Fact(**fields)
    texts = all(pattern.fullmatch(getattr(one, name)) for name, pattern in HEX.items())
    numbers = all(type(getattr(one, name)) is int for name in ("seq", "utc_ms", "version", "origin"))
    if not (texts and numbers and one.kind in class_sessions.KINDS and 0 <= one.origin < len(ORIGINS)):
        raise ValueError(f"not a fact of a class session: {one.kind}")
    if not isinstance(one.visit, str) or (one.version == KINDS[one.kind].version and one.event is None):
        raise ValueError(one.kind)
    return one
