"""A kiosk's part of a class session: a file on a stick, or what kiosks of one class hand each other over the LAN.

JSON lines: a head with format, session and the SHA-256 of all that follows, then one fact a line under its own id
(forms, counts, and what was played while the class was here), then the texts of the items in them. The hash finds
damage; reading a part twice, or one's own, changes nothing. No name, nickname, return code or recording is in it; a
form may carry the keyed hash of a return code.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.classroom.rules import Session
from kiosk.core.errors import KioskError
from kiosk.core.events import KINDS, ORIGINS
from kiosk.core.item import text_hash
from kiosk.exports.writing import Written, write_whole
from kiosk.store import class_sessions
from kiosk.store.class_sessions import Fact
from kiosk.store.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

FORMAT = "fingertip-glow.class-part"
VERSION = 2
"""1 held no play and no texts."""
ENDING = ".classpart"
LARGEST = 32 << 20
"""Bytes; a class of fifty with every answer takes a megabyte."""
HEX = {"id": re.compile("[0-9a-f]{32}"), "epoch": re.compile("[0-9a-f]{16}"), "kiosk": re.compile("k[0-9a-f]{12}")}
CARRIED = frozenset((*class_sessions.KINDS, *class_sessions.PLAYED))
Known = Mapping[str, int]
"""How much is known of a session: the last `seq` of each epoch."""


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
        rows = _own(connection, session)
        data = _packed(connection, session, store.kiosk, rows)
    if not rows:
        raise KioskError("classroom.nothing")

    def fill(path: Path) -> int:
        path.write_bytes(data)
        return len(rows)

    return write_whole(out, len(data), fill)


def read_part(store: Store, session: Session, path: Path) -> Taken:
    """Take the facts of `path` in. Raises KioskError as `take_part`, or `classroom.part_unreadable`."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise KioskError("classroom.part_unreadable", repr(error), file=path.name) from error
    return take_part(store, session, data, path.name)


def take_part(store: Store, session: Session, data: bytes, name: str) -> Taken:
    """Take a part in; `name` is what a sentence calls it. Raises KioskError `classroom.part_unreadable`, `part_newer`,
    `part_older`, `part_damaged`, `part_other` (another session) or `part_not_kept`; then nothing changed.
    """
    head, rows, texts = _opened(data, name)
    if head["session"] != session.id:
        raise KioskError("classroom.part_other", file=name, number=head.get("code", ""))
    if head["kiosk"] == store.kiosk:
        return Taken(store.kiosk, len(rows), 0)

    def keep(db: "Database") -> int:
        class_sessions.keep_texts(db.conn, texts)
        return class_sessions.keep_joined(db.conn, session.id, rows)

    try:
        new = store.write(keep).result()
    except sqlite3.Error as error:
        raise KioskError("classroom.part_not_kept", repr(error)) from error
    return Taken(str(head["kiosk"]), len(rows), new)


def known(store: Store, session: Session) -> dict[str, int]:
    """How much of `session` is here, of this kiosk and of others."""
    found: dict[str, int] = {}
    with store.read() as connection:
        for one in (*_own(connection, session), *class_sessions.joined_facts(connection, session.id)):
            found[one.epoch] = max(one.seq, found.get(one.epoch, 0))
    return found


def parts_beyond(store: Store, session: Session, there: Known) -> list[bytes]:
    """What is here of `session` and not `there`: a part for each kiosk that recorded of it. Empty: nothing is new."""
    with store.read() as connection:
        rows = [*_own(connection, session), *class_sessions.joined_facts(connection, session.id)]
        new = sorted((one for one in rows if one.seq > there.get(one.epoch, 0)), key=lambda one: one.kiosk)
        return [
            _packed(connection, session, kiosk, list(ones)) for kiosk, ones in groupby(new, key=lambda one: one.kiosk)
        ]


def _own(connection: sqlite3.Connection, session: Session) -> list[Fact]:
    """What this kiosk recorded of it, as it was recorded."""
    found = [*class_sessions.own_facts(connection, session.id), *class_sessions.own_play(connection, session.id)]
    return sorted(found, key=lambda one: (one.epoch, one.seq))


def _packed(connection: sqlite3.Connection, session: Session, kiosk: str, rows: Sequence[Fact]) -> bytes:
    """The part that tells these facts of `kiosk`."""
    bodies = (json.loads(one.body) for one in rows)
    texts = class_sessions.texts(connection, (body["item_hash"] for body in bodies if "item_hash" in body))
    told = [*(one._asdict() for one in rows), *({"text": body} for _, body in sorted(texts.items()))]
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told).encode()
    head = {"format": FORMAT, "version": VERSION, "session": session.id, "code": session.code, "kiosk": kiosk}
    head |= {"class_label": session.asked.class_label, "rows": len(rows), "sha256": hashlib.sha256(lines).hexdigest()}
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + lines


def _opened(data: bytes, name: str) -> tuple[dict[str, Any], list[Fact], dict[str, str]]:
    """Head, facts and texts of a part, every one looked at."""
    first, _, rest = data.partition(b"\n")
    try:
        head = json.loads(first)
        if head["format"] != FORMAT or len(data) > LARGEST or type(head["version"]) is not int:
            raise ValueError(head["format"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KioskError("classroom.part_unreadable", repr(error), file=name) from error
    if head["version"] != VERSION:
        code = "part_newer" if head["version"] > VERSION else "part_older"
        raise KioskError(f"classroom.{code}", str(head["version"]), file=name)
    try:
        if hashlib.sha256(rest).hexdigest() != head["sha256"]:
            raise ValueError("another hash")
        lines = [json.loads(line) for line in rest.splitlines()]
        rows = [_fact(line) for line in lines[: head["rows"]]]
        if len(rows) != head["rows"] or {one.kiosk for one in rows} - {head["kiosk"]}:
            raise ValueError("rows of another kiosk, or too few")
        if not isinstance(head["session"], str):
            raise ValueError("no session")
        texts = {text_hash(line["text"]): line["text"] for line in lines[head["rows"] :]}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KioskError("classroom.part_damaged", repr(error), file=name) from error
    return head, rows, texts


def _fact(fields: dict[str, Any]) -> Fact:
    """A line of the file. Raises ValueError, KeyError or TypeError when it is none of a class session."""
    one = Fact(**fields)
    texts = all(pattern.fullmatch(getattr(one, name)) for name, pattern in HEX.items())
    numbers = all(type(getattr(one, name)) is int for name in ("seq", "utc_ms", "version", "origin"))
    if not (texts and numbers and one.kind in CARRIED and 0 <= one.origin < len(ORIGINS)):
        raise ValueError(f"not a fact of a class session: {one.kind}")
    if not isinstance(one.visit, str) or (one.version == KINDS[one.kind].version and one.event is None):
        raise ValueError(one.kind)
    return one
