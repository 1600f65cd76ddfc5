"""What the hub says of a bundle it took in, as a file that goes back on the stick."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import SyncHealed
from kiosk.store.store import Store
from kiosk.sync import healing, marks, offering, stick_keys, wire
from kiosk.sync.link import Link
from kiosk.sync.wire import Refused, Row

VERSION = 1
LARGEST = 16 << 20
_FLUSH_S = 5.0


@dataclass(frozen=True, slots=True)
class Receipt:
    """`after` to `through` are the positions of the kiosk's journal that the bundle held, `last` the entry at its end.

    `stored` of the `events` were new. `lacking` names epochs of which the hub holds fewer events than it had
    acknowledged: `[epoch, acknowledged, held, highest seq]`. `texts` and `packs` are the hashes that it was given.
    """

    bundle: str
    hub: str
    kiosk: str
    generation: str
    watermark: int
    made_ms: int
    after: int
    through: int
    last: tuple[str, int]
    events: int
    stored: int
    refused: tuple[tuple[str, int, str, str], ...] = ()
    lacking: tuple[tuple[str, int, int, int], ...] = ()
    texts: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()

    def to_bytes(self, credential_hash: bytes) -> bytes:
        """As it lies on the stick."""
        content = wire.compact({"receipt": VERSION, **asdict(self)})
        mark = stick_keys.receipt_mark(credential_hash, content.encode())
        return json.dumps({"content": content, "mark": mark}, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What a receipt came to: events of the bundle, refused ones, and how many the kiosk had still thought to wait."""

    events: int
    refused: int
    moved: int


def acknowledge(store: Store, clock: Clock, tie: Link, content: bytes, name: str) -> Acknowledged:
    """Mark as delivered what the receipt `content` tells of; twice, or after the network, is harmless.

    `name` is what its file is called. Raises KioskError `sync.receipt_unreadable`, `sync.receipt_newer`,
    `sync.receipt_forged`, `sync.receipt_other` (of another kiosk or hub), `sync.receipt_past` (the journal is not the
    one it tells of) or `sync.in_turn`.
    """
    told = _read(content, tie, name)
    refused = tuple(Refused(*one) for one in told.refused)
    generation = store.state().generation
    with store.read() as connection:
        mark = marks.read(connection, tie.hub)
        rows = marks.rows(connection, told.through - 1, 1) if told.events else []
    if told.events and not (told.after <= mark.position and _fits(rows, told)):
        raise KioskError("sync.receipt_past", f"{told.after} to {told.through}, mark {mark.position}", file=name)
    position, lost = _lacking(store, told, max(mark.position, told.through))
    moved = max(0, told.through - mark.position)
    after = replace(
        mark, position=position, generation=told.generation, watermark=told.watermark, sent=mark.sent + moved,
        accepted=mark.accepted + max(0, moved - len(refused)), success_ms=clock.utc_ms(), error="",
    )  # fmt: skip
    if not marks.keep(store, generation, mark, after, rows[-1] if rows else None, refused).result():
        raise KioskError("sync.in_turn")
    if lost or told.generation != mark.generation:
        offering.forget(store, tie.hub)
    offering.offered(store, tie.hub, told.texts, told.packs)
    if lost:
        store.append(SyncHealed("hub_set_back", lost), None)
        store.flush(_FLUSH_S)
    return Acknowledged(told.events, len(refused), moved)


def _fits(rows: Sequence[Row], told: Receipt) -> bool:
    """Whether the journal still has at `through` what the bundle had there."""
    return bool(rows) and (rows[0].epoch.hex(), rows[0].seq) == told.last


def _lacking(store: Store, told: Receipt, position: int) -> tuple[int, int]:
    """From where to send again, and how many events the hub had lost."""
    lost = 0
    with store.read() as connection:
        for name, known, there, through in told.lacking:
            lost += known - there
            first = healing.first_lacking(connection, bytes.fromhex(name), there, through)
            position = position if first is None else min(position, first - 1)
    return position, lost


def read_bytes(file: Path) -> bytes:
    """A receipt that lies on a stick alone. Raises KioskError `sync.receipt_unreadable`."""
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST)
    except OSError as error:
        raise KioskError("sync.receipt_unreadable", repr(error), file=file.name) from error


def _read(whole: bytes, tie: Link, name: str) -> Receipt:
    try:
        given = json.loads(whole)
        content, mark = str(given["content"]), str(given["mark"])
        fields = json.loads(content)
        version = int(fields.pop("receipt"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KioskError("sync.receipt_unreadable", repr(error), file=name) from error
    if version > VERSION:
        raise KioskError("sync.receipt_newer", f"version {version}", file=name)
    told = _receipt(fields, name)
    if (told.hub, told.kiosk) != (tie.hub, tie.kiosk):
        raise KioskError("sync.receipt_other", f"{told.hub} {told.kiosk}", file=name)
    own = hashlib.sha256(bytes.fromhex(tie.credential)).digest()
    if not hmac.compare_digest(mark, stick_keys.receipt_mark(own, content.encode())):
        raise KioskError("sync.receipt_forged", file=name)
    return told


def _receipt(fields: dict[str, Any], name: str) -> Receipt:
    known = {field: fields[field] for field in Receipt.__slots__ if field in fields}
    try:
        for field in ("refused", "lacking"):
            known[field] = tuple(tuple(one) for one in known[field])
        for field in ("texts", "packs", "last"):
            known[field] = tuple(known[field])
        return Receipt(**known)
    except (KeyError, TypeError) as error:
        raise KioskError("sync.receipt_unreadable", repr(error), file=name) from error
