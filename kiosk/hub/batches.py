"""Reading a batch off the wire: what is sound becomes rows, what is not becomes refusals, each by itself."""

import json
from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

import msgspec

from kiosk.core.errors import KioskError
from kiosk.core.events import KINDS, ORIGINS
from kiosk.sync import wire

_SEQ_MOST = (1 << 31) - 1
_TIME_MOST = (1 << 48) - 1


Name = Annotated[str, msgspec.Meta(max_length=64, pattern=r"^[\w-]*$")]
"""A hash, an id, a token: nothing that a database could choke on."""
Moment = Annotated[int, msgspec.Meta(ge=0, le=(1 << 48) - 1)]


class Batch(msgspec.Struct, frozen=True):
    """A batch as `wire` describes it; the events are read one by one later."""

    v: int
    kiosk: Name
    holder: Name
    machine: Name
    token: Name
    now: Moment
    utc: int
    mono: int
    epochs: list[str]
    visits: list[str]
    kinds: list[tuple[str, int]]
    events: list[msgspec.Raw]
    about: dict[str, Any] = {}


class Fact(NamedTuple):
    """An event that may be stored: as the columns of `tables.event`, its kind by name, its body unpacked."""

    id: bytes
    epoch: bytes
    seq: int
    visit: bytes | None
    origin: int
    utc_ms: int
    monotonic_ms: int
    kind: str
    version: int
    body: bytes


class Bad(NamedTuple):
    """An event that is refused: `code` is a words code, `raw` what came."""

    epoch: bytes
    seq: int
    code: str
    raw: bytes


class _Wired(msgspec.Struct, array_like=True, frozen=True):
    epoch: int
    seq: int
    id: str
    visit: int | None
    origin: int
    utc: int
    mono: int
    kind: int
    body: msgspec.Raw


class _Key(msgspec.Struct, array_like=True, frozen=True):
    """The part of an event without which it cannot even be refused."""

    epoch: int
    seq: int


class _Refuse(Exception):
    pass


_batches = msgspec.json.Decoder(Batch)
_events = msgspec.json.Decoder(_Wired)
_keys = msgspec.json.Decoder(_Key)
_objects = msgspec.json.Decoder(dict[str, msgspec.Raw])
_bodies: dict[tuple[str, int], Callable[[msgspec.Raw], object]] = {
    (name, kind.version): msgspec.json.Decoder(kind).decode for name, kind in KINDS.items()
}


def read(body: bytes) -> Batch:
    """The batch in `body`. Raises KioskError `sync.unreadable` or `sync.version`."""
    try:
        version = msgspec.json.decode(body, type=_Version).v
        if not wire.OLDEST <= version <= wire.VERSION:
            raise KioskError("sync.version", version=version)
        batch = _batches.decode(body)
    except msgspec.MsgspecError as error:
        raise KioskError("sync.unreadable", repr(error)) from error
    if len(batch.events) > wire.MOST_EVENTS:
        raise KioskError("sync.too_large", f"{len(batch.events)} events")
    return batch


class _Version(msgspec.Struct):
    v: int


def sort(batch: Batch) -> tuple[list[Fact], list[Bad]]:
    """The events of `batch`, sound and unsound. Raises KioskError `sync.unreadable` when one has no key."""
    facts: list[Fact] = []
    bad: list[Bad] = []
    try:
        reader = _Reader(batch)
        for raw in batch.events:
            try:
                facts.append(reader.fact(raw))
            except _Refuse as refused:
                bad.append(reader.bad(raw, str(refused)))
    except (msgspec.MsgspecError, ValueError, IndexError) as error:
        raise KioskError("sync.unreadable", repr(error)) from error
    return facts, bad


def halves(body: bytes) -> list[bytes]:
    """The batch in `body` as two; none of one event, or of what is no batch at all."""
    given = _loosely(body)
    events = given.get("events", [])
    if len(events) < 2:
        return []
    middle = len(events) // 2
    # In ASCII: half a surrogate goes through, to where it is alone.
    return [json.dumps(given | {"events": some}).encode() for some in (events[:middle], events[middle:])]


def alone(body: bytes, code: str) -> Bad | None:
    """The refusal of the one event in `body`, whatever else is wrong with it; `None` when it has no key."""
    given = _loosely(body)
    try:
        (event,) = given["events"]
        epoch, seq = bytes.fromhex(given["epochs"][event[0]]), int(event[1])
    except (KeyError, ValueError, TypeError, IndexError):
        return None
    if len(epoch) != 8 or not 0 < seq <= _SEQ_MOST:
        return None
    return Bad(epoch, seq, code, wire.compact(event).encode("utf-8", "replace")[: wire.BODY_BYTES])


def _loosely(body: bytes) -> dict[str, Any]:
    """What Python, which is less strict, makes of `body`; empty where it makes nothing of it."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) and isinstance(given.get("events"), list) else {}


class _Reader:
    """Reads the events of one batch by its lists. Raises ValueError when those make no sense."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._epochs = [bytes.fromhex(epoch) for epoch in batch.epochs]
        if any(len(epoch) != 8 for epoch in self._epochs):
            raise ValueError("an epoch that has not 8 bytes")
        self._visits = [_visit(text) for text in batch.visits]

    def fact(self, raw: msgspec.Raw) -> Fact:
        """The event in `raw`. Raises _Refuse with the code of what is wrong."""
        try:
            event = _events.decode(raw)
            if min(event.epoch, event.kind, event.visit or 0) < 0:
                raise IndexError("a negative place")
            kind, version = self._batch.kinds[event.kind]
            epoch = self._epochs[event.epoch]
            visit = None if event.visit is None else self._visits[event.visit]
            if visit == b"":
                raise IndexError("a visit that is none")
        except (msgspec.MsgspecError, IndexError) as error:
            raise _Refuse("sync.refused_form") from error
        utc_ms, monotonic_ms = self._batch.utc + event.utc, self._batch.mono + event.mono
        id = _checked_id(event.id, utc_ms)
        if not (0 <= utc_ms <= _TIME_MOST and 0 <= monotonic_ms <= _TIME_MOST):
            raise _Refuse("sync.refused_time")
        if not (0 < event.seq <= _SEQ_MOST and 0 <= version <= 32_767 and 0 <= event.origin < len(ORIGINS)):
            raise _Refuse("sync.refused_form")
        if not (kind.isidentifier() and kind.isascii() and len(kind) <= 64):
            raise _Refuse("sync.refused_kind")
        body = bytes(event.body)
        _check_body(kind, version, event.body, len(body))
        return Fact(id, epoch, event.seq, visit, event.origin, utc_ms, monotonic_ms, kind, version, body)

    def bad(self, raw: msgspec.Raw, code: str) -> Bad:
        """The refusal of `raw`. Raises msgspec's errors, ValueError or IndexError when it has no key."""
        key = _keys.decode(raw)
        if key.epoch < 0 or not 0 < key.seq <= _SEQ_MOST:
            raise ValueError("no key")
        return Bad(self._epochs[key.epoch], key.seq, code, bytes(raw)[: wire.BODY_BYTES])


def _visit(text: str) -> bytes:
    """A visit's 16 bytes, or a foreign one's name; empty where it is neither: its events are refused, not the batch."""
    if text.startswith("!"):
        return text.encode()[:256]
    try:
        found = wire.unpadded(text)
    except ValueError:
        return b""
    return found if len(found) == 16 else b""


def _checked_id(text: str, utc_ms: int) -> bytes:
    try:
        id = wire.whole_id(text, utc_ms)
    except (ValueError, OverflowError) as error:
        raise _Refuse("sync.refused_id") from error
    if id[6] >> 4 != 7 or id[8] >> 6 != 2:
        raise _Refuse("sync.refused_id")
    return id


def _check_body(kind: str, version: int, body: msgspec.Raw, size: int) -> None:
    """A known kind has its fields; of one that is not known yet, an object is enough. Raises _Refuse."""
    if size > wire.BODY_BYTES:
        raise _Refuse("sync.refused_large")
    try:
        _bodies.get((kind, version), _objects.decode)(body)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise _Refuse("sync.refused_body") from error
