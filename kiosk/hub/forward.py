"""A regional hub hands on what its kiosks sent to a higher hub, by the same wire, with a cursor of its own.

Events go in the order in which they were committed here, each in the name of its kiosk. The cursor moves when the
higher hub has acknowledged them; after a crash some go twice, which is harmless. A higher hub that was set back
(another generation, or it does not know the token it gave) is sent everything again. One worker at a time forwards.
"""

import json
import logging
import os
import threading
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub import forwarders
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import quarantine
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.hub.store.tailing import Arrived, arrived, events_of
from kiosk.sync import link, wire
from kiosk.sync.client import Address, Client
from kiosk.sync.link import Link
from kiosk.sync.wire import Answer, Row, Sender

log = logging.getLogger(__name__)
EVERY_S, RETRY_S = 2.0, 30.0
BATCHES = 20
_HASHES = 1_000
_TEXT = tables.item_text.c


class Forwarder:
    """Forwards from a serving hub, on a thread of its own, once it is tied to a higher hub."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hub-forward", daemon=True)
        self._forwarding: _Forwarding | None = None

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End, within a moment whatever the network does."""
        self._stopping.set()
        if self._forwarding:
            self._forwarding.close()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        pause = EVERY_S
        while not self._stopping.wait(pause):
            pause = EVERY_S
            try:
                self._round()
            except KioskError as error:
                log.info("not forwarded: %s", error)
                pause = RETRY_S
            except (sa.exc.SQLAlchemyError, OSError):
                log.exception("forwarding")
                pause = RETRY_S

    def _round(self) -> None:
        tie = link.read(self._hub.data)
        if tie is None:
            return
        if self._forwarding is None or self._forwarding.tie != tie:
            self._forwarding = _Forwarding(self._hub, tie)
        while not self._stopping.is_set() and self._forwarding.step():
            pass


def forward(hub: Hub) -> int:
    """Forward all there is, in this thread; how many events. Raises KioskError."""
    tie = link.read(hub.data)
    if tie is None:
        raise KioskError("hub.no_higher")
    forwarding = _Forwarding(hub, tie)
    try:
        while forwarding.step():
            pass
    finally:
        forwarding.close()
    return forwarding.sent


class _Forwarding:
    """The conversation with one higher hub."""

    def __init__(self, hub: Hub, tie: Link) -> None:
        self.tie = tie
        self.sent = 0
        self._hub = hub
        self._name = f"hub:{tie.hub}"
        self._worker = os.urandom(8).hex()
        self._client = Client(Address(tie.url, tie.fingerprint), tie.credential)

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def step(self) -> bool:
        """Hand on some batches; whether there may be more. Raises KioskError, which is noted for people, too."""
        row = forwarders.leased(self._hub, self._name, self._worker)
        if row is None:
            return False
        state: dict[str, Any] = json.loads(row.state)
        with self._hub.database.read() as connection:
            batches = arrived(connection, row.arrival, BATCHES)
            groups = self._groups(connection, batches) if batches else {}
        try:
            again = self._send(groups, state)
            self._offer(state)
        except KioskError as error:
            forwarders.note(self._hub, self._name, error=error.code, error_ms=self._hub.clock.utc_ms())
            raise
        count = sum(map(len, groups.values()))
        arrival = 0 if again else batches[-1].arrival if batches else row.arrival
        now = self._hub.clock.utc_ms()
        forwarders.note(
            self._hub,
            self._name,
            arrival=arrival,
            state=json.dumps(state),
            sent=row.sent + count,
            success_ms=now,
            error="",
        )
        self.sent += count
        return bool(batches) or again

    def _groups(self, connection: sa.Connection, batches: Sequence[Arrived]) -> dict[int, list[Row]]:
        """The events of `batches` as they came, by the number of their kiosk."""
        self._hub.bodies.refresh(connection)
        kinds = {row.number: row.name for row in connection.execute(sa.select(tables.kind))}
        rows = connection.execute(events_of(batches)).all()
        numbers = sorted({row.epoch for row in rows})
        epochs = tables.epoch.c
        named = connection.execute(sa.select(epochs.number, epochs.epoch).where(epochs.number.in_(numbers)))
        names = {row.number: row.epoch for row in named}
        found: dict[int, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row.epoch, row.seq)):
            body = self._hub.bodies.unpack(row.dictionary, row.body).decode()
            found[row.kiosk].append(
                Row(0, names[row.epoch], row.seq, row.id, _visit(row.visit), row.origin, row.utc_ms, row.monotonic_ms,
                    kinds[row.kind], row.version, body)
            )  # fmt: skip
        return found

    def _send(self, groups: dict[int, list[Row]], state: dict[str, Any]) -> bool:
        """Send every group in its kiosk's name; whether the higher hub was set back and wants all again."""
        ids = self._declare(list(groups))
        tokens: dict[str, str] = state.setdefault("tokens", {})
        again = False
        for number, rows in groups.items():
            sender = Sender(ids[number], self._hub.id, self._hub.id)
            for start in range(0, len(rows), wire.MOST_EVENTS):
                part = rows[start : start + wire.MOST_EVENTS]
                token, now = tokens.get(sender.kiosk, ""), self._hub.clock.utc_ms()
                answer = self._ask(wire.batch(sender, token, now, part, {}, wire.VERSION), part)
                known = state.get("generation", answer.generation)
                again |= answer.generation != known or (answer.diverged and bool(token))
                tokens[sender.kiosk], state["generation"] = answer.token, answer.generation
                self._set_aside(part, answer)
        if again:
            state.pop("texts", None)
        return again

    def _ask(self, body: bytes, rows: Sequence[Row]) -> Answer:
        told = self._client.post(wire.EVENTS, body)
        try:
            answer = Answer.from_json(told)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise KioskError("sync.answer_odd", repr(told)[:200]) from error
        if any(answer.accepted_through.get(row.epoch.hex(), 0) < row.seq for row in rows):
            raise KioskError("sync.answer_odd", "not all was accepted")
        return answer

    def _declare(self, numbers: Sequence[int]) -> dict[int, str]:
        """Say for whom we speak; ids by number. Raises KioskError `hub.relay_refused`."""
        if not numbers:
            return {}
        kiosks, bases = tables.kiosk.c, tables.base.c
        query = (
            sa.select(kiosks.number, kiosks.id, bases.name.label("base"), kiosks.name)
            .join_from(tables.kiosk, tables.base, kiosks.base == bases.number)
            .where(kiosks.number.in_(numbers))
        )
        with self._hub.database.read() as connection:
            rows = connection.execute(query).all()
        told = self._post(wire.RELAY, kiosks=[[row.id, row.base, row.name] for row in rows])
        if told.get("refused"):
            raise KioskError("hub.relay_refused", str(told["refused"])[:200], kiosk=told["refused"][0])
        return {row.number: row.id for row in rows}

    def _set_aside(self, rows: Sequence[Row], answer: Answer) -> None:
        """What the higher hub refuses is on its list, and on ours."""
        if not answer.refused:
            return
        ids = {(row.epoch.hex(), row.seq): row.id for row in rows}
        now = self._hub.clock.utc_ms()
        kept = [
            {"forwarder": self._name, "event": ids[one.epoch, one.seq], "status": 200, "what": one.code, "utc_ms": now}
            for one in answer.refused
            if (one.epoch, one.seq) in ids
        ]
        with self._hub.database.write() as connection:
            insert_or_ignore(connection, quarantine, kept)

    def _offer(self, state: dict[str, Any]) -> None:
        """Item texts and packs, when there are more than last time."""
        with self._hub.database.read() as connection:
            count = connection.execute(sa.select(sa.func.count()).select_from(tables.item_text)).scalar_one()
            packs = [list(row) for row in connection.execute(sa.select(tables.pack))]
        found = [count, len(packs)]
        if state.get("texts") == found:
            return
        last = ""
        while True:
            with self._hub.database.read() as connection:
                query = sa.select(_TEXT.hash).where(_TEXT.hash > last).order_by(_TEXT.hash).limit(_HASHES)
                hashes = list(connection.execute(query).scalars())
            told = self._post(wire.OFFER, packs=packs, texts=hashes)
            self._bring([str(one) for one in told.get("missing", ())])
            packs = []
            if not hashes:
                break
            last = hashes[-1]
        state["texts"] = found

    def _bring(self, missing: Sequence[str]) -> None:
        for start in range(0, len(missing), 100):
            with self._hub.database.read() as connection:
                query = sa.select(tables.item_text).where(_TEXT.hash.in_(missing[start : start + 100]))
                texts = {row.hash: row.body for row in connection.execute(query)}
            self._post(wire.TEXTS, texts=texts)

    def _post(self, path: str, **told: Any) -> dict[str, Any]:
        return self._client.post(path, wire.compact({"v": wire.VERSION, **told}).encode())


def _visit(stored: bytes | None) -> bytes | str | None:
    """A visit as the wire wants it: 16 bytes, or a foreign one's name."""
    if stored is None or (len(stored) == 16 and not stored.startswith(b"!")):
        return stored
    return stored[1:].decode("utf-8", "replace")
