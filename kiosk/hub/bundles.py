"""Taking in what came on a stick: the same batches, by the same ways; `stick_answers` is what goes back on it."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import msgspec
import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.hub import batches, seal_key, states, texts
from kiosk.hub.batches import Name
from kiosk.hub.down import answering
from kiosk.hub.hub import Hub
from kiosk.hub.incidents import note
from kiosk.hub.ingest import ingest, refuse
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import bundle
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.sync import bundle_file, wire
from kiosk.sync.bundle_file import Head
from kiosk.sync.receipt import Receipt
from kiosk.sync.wire import Answer, Refused

log = logging.getLogger(__name__)
_CREDENTIAL, _KIOSK, _HUB = tables.credential.c, tables.kiosk.c, tables.hub.c
_Text = Annotated[str, msgspec.Meta(max_length=400, pattern=r"^[^\x00]*$")]

_Epoch = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{16}$")]


class _About(msgspec.Struct):
    after: int
    through: int
    last: tuple[str, int]
    epochs: list[tuple[_Epoch, int, int]]


class _Offer(msgspec.Struct):
    packs: list[tuple[Name, _Text, _Text, _Text]]


class _Texts(msgspec.Struct):
    texts: dict[str, str]


class _Box(msgspec.Struct):
    box: Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{64})?$")] = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A bundle that was taken in, and its receipt.

    `kiosk` is the kiosk's number, `hash` its credential's. With a `box`, the public key for which to seal the answer,
    the kiosk has `asked` what is wanted of it (as on the wire), and `orders` are what it is told.
    """

    told: Receipt
    base: str
    kiosk: int
    hash: bytes
    box: bytes = b""
    asked: dict[str, Any] = field(default_factory=dict)
    orders: dict[str, Any] = field(default_factory=dict)


def take(hub: Hub, path: Path, language: str = "zh", step: Callable[[int], object] = lambda events: None) -> Imported:
    """Take the bundle in `path` in; again and again is harmless. `step(events)` is told how far it is.

    All of it is looked at before anything is kept. Raises KioskError `sync.bundle_unreadable`, `sync.bundle_newer`,
    `sync.bundle_torn`, `sync.bundle_forged`, `sync.bundle_other_hub`, or `sync.bundle_stranger` (no such kiosk, or
    its credential was taken back).
    """
    head = bundle_file.read_head(path)
    if head.hub != hub.id:
        raise KioskError("sync.bundle_other_hub", head.hub, file=path.name)
    kiosk = _sender(hub, head, path)
    private = seal_key.own(hub.data)
    bundle_file.examine(path, head, private, kiosk.signer)
    taking = _Taking(hub, kiosk.number, language)
    for name, body in bundle_file.parcels(path, head, private):
        taking.parcel(name, body)
        step(taking.events)
    return taking.imported(head, kiosk)


def _sender(hub: Hub, head: Head, path: Path) -> sa.Row[Any]:
    """Number, base's name, credential's hash and public key of the kiosk that the bundle says it is from."""
    query = (
        sa.select(_KIOSK.number, tables.base.c.name.label("base"), _CREDENTIAL.hash, _CREDENTIAL.signer)
        .join_from(tables.kiosk, tables.credential, _CREDENTIAL.kiosk == _KIOSK.number)
        .join(tables.base, tables.base.c.number == _KIOSK.base)
        .where(_KIOSK.id == head.kiosk, _CREDENTIAL.revoked_ms.is_(None), _CREDENTIAL.signer.is_not(None))
    )
    with hub.database.read() as connection:
        found: Any = connection.execute(query.order_by(_CREDENTIAL.made_ms.desc())).first()
    if found is None:
        raise KioskError("sync.bundle_stranger", head.kiosk, file=path.name, kiosk=head.kiosk)
    row: sa.Row[Any] = found
    return row


@dataclass(slots=True)
class _Taking:
    """One bundle of the kiosk number `kiosk`, parcel by parcel, each in a transaction of its own."""

    hub: Hub
    kiosk: int
    language: str
    events: int = 0
    _stored: int = 0
    _asked: bytes = b""
    _box: bytes = b""
    _machines: set[str] = field(default_factory=set)
    _about: _About | None = None
    _lacking: list[tuple[str, int, int, int]] = field(default_factory=list)
    _refused: list[Refused] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _packs: list[str] = field(default_factory=list)

    def parcel(self, name: str, body: bytes) -> None:
        """Take one in; what a newer kiosk adds is left alone, and so is what cannot be read but for events: it comes
        again. Raises KioskError `sync.unreadable` when that is what the bundle holds."""
        take = {
            bundle_file.ABOUT: self._note_about,
            wire.EVENTS: self._note_events,
            wire.OFFER: self._note_packs,
            wire.TEXTS: self._note_texts,
            wire.DOWN: self._note_asked,
        }.get(name)
        if take is None:
            return
        try:
            take(body)
        except msgspec.MsgspecError as error:
            if name == bundle_file.ABOUT:
                raise KioskError("sync.unreadable", repr(error)) from error
            log.warning("a parcel %s of the kiosk number %d is left: %r", name, self.kiosk, error)

    def imported(self, head: Head, kiosk: sa.Row[Any]) -> Imported:
        """What has come in, and what the hub wants of the kiosk. Raises KioskError as `receipt`."""
        told = self.receipt(head)
        if not self._box:
            return Imported(told, kiosk.base, kiosk.number, kiosk.hash)
        asked = msgspec.json.decode(self._asked, type=answering.Asked)
        try:
            orders = answering.answer(self.hub, kiosk.number, asked)
        except KioskError as error:  # it asks too much: its events are taken in all the same
            log.warning("the kiosk %s is told nothing: %s", head.kiosk, error)
            return Imported(told, kiosk.base, kiosk.number, kiosk.hash)
        orders = orders | {"now_ms": self._moment(head, int(orders["now_ms"]))}
        plain = msgspec.to_builtins(asked) | {"held": [], "receipts": []}
        return Imported(told, kiosk.base, kiosk.number, kiosk.hash, self._box, plain, orders)

    def _moment(self, head: Head, now: int) -> int:
        """When this is answered: later than all before, whatever the clock says."""
        imported = bundle.c.imported_ms
        with self.hub.database.write() as connection:
            last = connection.execute(sa.select(sa.func.max(imported)).where(bundle.c.kiosk == self.kiosk)).scalar()
            moment = max(now, int(last or 0) + 1)
            connection.execute(bundle.update().where(bundle.c.id == head.id).values(imported_ms=moment))
        return moment

    def receipt(self, head: Head) -> Receipt:
        """What the kiosk is told. Raises KioskError `sync.unreadable` when the bundle never said what it holds."""
        about, now = self._about, self.hub.clock.utc_ms()
        if about is None:
            raise KioskError("sync.unreadable", "no about")
        lost = sum(known - there for _, known, there, _ in self._lacking)
        with self.hub.database.write() as connection:
            found = connection.execute(sa.select(_HUB.generation, _HUB.watermark)).one()
            row = {"id": head.id, "kiosk": self.kiosk, "made_ms": head.made_ms, "imported_ms": now}
            insert_or_ignore(connection, bundle, [row | {"events": self.events, "stored": self._stored}])
            if lost:
                note(connection, now, "hub.incident_hub_set_back", self.kiosk, events=lost)
            for machine in self._machines - _known_machines(connection, self.kiosk):
                note(connection, now, "hub.incident_two_machines", self.kiosk, machine=machine)
        return Receipt(
            bundle=head.id, hub=self.hub.id, kiosk=head.kiosk, generation=found.generation, watermark=found.watermark,
            made_ms=now, after=about.after, through=about.through, last=about.last, events=self.events,
            stored=self._stored, lacking=tuple(self._lacking), texts=tuple(self._texts), packs=tuple(self._packs),
            refused=tuple((one.epoch, one.seq, one.code, say(one.code, self.language)) for one in self._refused),
        )  # fmt: skip

    def _note_about(self, body: bytes) -> None:
        """And of which epochs the hub holds less than it had told the kiosk, before more of them comes in."""
        self._about = about = msgspec.json.decode(body, type=_About)
        with self.hub.database.read() as connection:
            held = states.held_of(connection, [bytes.fromhex(name) for name, *_ in about.epochs])
        found = ((name, known, *held.get(bytes.fromhex(name), (0, 0))) for name, _, known in about.epochs)
        self._lacking = [one for one in found if one[2] < one[1]]

    def _note_events(self, body: bytes) -> None:
        """A batch; if it cannot be read as one, by halves down to the one event that cannot, which is refused."""
        try:
            batch = batches.read(body)
            answer: Answer = ingest(self.hub, self.kiosk, batch, self.language, by_stick=True)
        except KioskError as error:
            if error.code not in ("sync.unreadable", "sync.too_large"):
                raise
            halves = batches.halves(body)
            if not halves:
                self._refuse(body, error)
            for half in halves:
                self._note_events(half)
            return
        self._machines.add(batch.machine)
        self.events += len(batch.events)
        self._stored += answer.stored
        self._refused += answer.refused

    def _refuse(self, body: bytes, error: KioskError) -> None:
        """Put the one event of this batch on the list. Raises `error` again when not even its key can be read."""
        bad = batches.alone(body, error.code)
        if bad is None:
            raise error
        refuse(self.hub, self.kiosk, bad)
        self.events += 1
        self._refused.append(Refused(bad.epoch.hex(), bad.seq, bad.code, ""))

    def _note_asked(self, body: bytes) -> None:
        msgspec.json.decode(body, type=answering.Asked)
        self._asked, self._box = body, bytes.fromhex(msgspec.json.decode(body, type=_Box).box)

    def _note_packs(self, body: bytes) -> None:
        offer = msgspec.json.decode(body, type=_Offer)
        texts.offer(self.hub, offer.packs, [])
        self._packs += [pack[0] for pack in offer.packs]

    def _note_texts(self, body: bytes) -> None:
        given = msgspec.json.decode(body, type=_Texts)
        texts.keep(self.hub, given.texts)
        self._texts += given.texts


def _known_machines(connection: sa.Connection, kiosk: int) -> set[str]:
    """The machine that speaks for the kiosk number `kiosk`, and those that its people were told of, as they were."""
    one, incident = tables.kiosk.c, tables.incident.c
    found = {str(connection.execute(sa.select(one.machine).where(one.number == kiosk)).scalar_one())}
    told = sa.select(incident.params).where(incident.kiosk == kiosk, incident.code == "hub.incident_two_machines")
    return found | {str(json.loads(params)["machine"]) for params in connection.execute(told).scalars()}
