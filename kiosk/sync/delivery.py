"""One round of delivery: everything that waits, batch after batch, until the hub has acknowledged it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import SyncHealed
from kiosk.core.words import say
from kiosk.store.store import Store
from kiosk.sync import marks, wire
from kiosk.sync.client import Client, HubError
from kiosk.sync.healing import Comparison, compare
from kiosk.sync.offering import forget, offer_texts
from kiosk.sync.wire import Answer, Refused, Row, Sender

FIRST_EVENTS = 500
"""Events of the first batch; then as many as go in `GOOD_S`, from `LEAST_EVENTS` to `wire.MOST_EVENTS`."""
LEAST_EVENTS = 20
GOOD_S, BAD_S = 1.0, 5.0
_FLUSH_S = 5.0
_SHRINK_ON = ("sync.timeout", "sync.cut", "sync.too_slow")
_HALVE_ON = ("sync.unreadable", "sync.too_large")


@dataclass(slots=True)
class Delivered:
    """What a round came to: events sent, acknowledged, and of those refused; item texts and recordings that went up.

    And what came down and was done: erasures, settings, packs, items that are rated anew. `kept_back` counts
    recordings that could not go out, `why` is the words code of the last of them.
    """

    sent: int = 0
    accepted: int = 0
    refused: int = 0
    texts: int = 0
    recordings: int = 0
    kept_back: int = 0
    why: str = ""
    erased: int = 0
    settings: int = 0
    packs: int = 0
    rated: int = 0


def never() -> bool:
    """Nobody wants to stop."""
    return False


class Delivery:
    """Sends what waits in `store` to the hub with the id `hub`; one at a time in a home, which the caller sees to.

    `about()` is what the kiosk says of itself, as JSON-ready values.
    """

    def __init__(
        self, store: Store, client: Client, sender: Sender, hub: str, clock: Clock, about: Callable[[], dict[str, Any]]
    ) -> None:
        self._store = store
        self._client = client
        self._sender = sender
        self._hub = hub
        self._clock = clock
        self._about = about
        self._most = FIRST_EVENTS
        self._generation = 0

    def round(self, done: Delivered, stopping: Callable[[], bool] = never, pause: Callable[[], object] = never) -> None:
        """Send everything, counting into `done`, with a `pause` between batches; greet the hub if there is nothing.

        Ends early when `stopping` says so. Raises KioskError with what went wrong; what was acknowledged until then is.
        """
        if self._store.state().temporary:
            raise KioskError("sync.memory_away")
        greeted = False
        while not stopping():
            rows = self._waiting()
            if not rows and greeted:
                break
            self._send(rows, done)
            greeted = True
            pause()
        if not stopping():
            done.texts += offer_texts(self._store, self._client, self._hub)

    def _mark(self) -> marks.Mark:
        with self._store.read() as connection:
            return marks.read(connection, self._hub)

    def _waiting(self) -> list[Row]:
        self._generation = self._store.state().generation
        with self._store.read() as connection:
            return marks.rows(connection, marks.read(connection, self._hub).position, self._most)

    def _send(self, rows: Sequence[Row], done: Delivered) -> None:
        """Send `rows`, which follow the mark; if the hub cannot read them, by halves down to the one that it cannot."""
        mark, now, began = self._mark(), self._clock.utc_ms(), time.monotonic()
        try:
            answer = self._ask(mark, rows, now)
        except HubError as error:
            if error.code not in _HALVE_ON or not rows:
                raise
            if len(rows) == 1:
                self._set_aside(mark, rows[0], error.code)
                done.refused += 1
                return
            middle = len(rows) // 2
            self._send(rows[:middle], done)
            self._send(rows[middle:], done)
            return
        except KioskError as error:
            if error.code in _SHRINK_ON:
                self._most = max(LEAST_EVENTS, self._most // 2)
            raise
        self._adapt(len(rows), time.monotonic() - began)
        if self._acknowledged(mark, rows, answer):
            done.sent += len(rows)
            done.accepted += len(rows) - len(answer.refused)
            done.refused += len(answer.refused)

    def _ask(self, mark: marks.Mark, rows: Sequence[Row], now: int) -> Answer:
        body = wire.batch(self._sender, mark.token, now, rows, self._about(), wire.VERSION)
        told = self._client.post(wire.EVENTS, body)
        try:
            answer = Answer.from_json(told)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise KioskError("sync.answer_odd", repr(told)[:200]) from error
        short = [row for row in rows if answer.accepted_through.get(row.epoch.hex(), 0) < row.seq]
        if short or answer.hub != self._hub:
            raise KioskError("sync.answer_odd", f"hub {answer.hub}, not accepted: {len(short)}")
        return answer

    def _adapt(self, count: int, seconds: float) -> None:
        if count == self._most and seconds < GOOD_S:
            self._most = min(2 * self._most, wire.MOST_EVENTS)
        elif seconds > BAD_S:
            self._most = max(LEAST_EVENTS, self._most // 2)

    def _acknowledged(self, mark: marks.Mark, rows: Sequence[Row], answer: Answer) -> bool:
        """Move the mark, in the transaction that keeps the token; after a set-back to where the hub needs it."""
        last = rows[-1] if rows else None
        position = last.position if last else mark.position
        found = Comparison(position, 0, 0)
        if answer.diverged:
            found = compare(self._store, self._client, position)
        if answer.diverged or answer.generation != mark.generation:
            forget(self._store, self._hub)
        after = replace(
            mark, position=found.position, token=answer.token, generation=answer.generation,
            watermark=answer.watermark, sent=mark.sent + len(rows),
            accepted=mark.accepted + len(rows) - len(answer.refused), success_ms=self._clock.utc_ms(), error="",
            skew_ms=self._clock.utc_ms() - answer.now_ms,
        )  # fmt: skip
        if not marks.keep(self._store, self._generation, mark, after, last, answer.refused).result():
            return False
        for what, events in (("hub_set_back", found.lost), ("kiosk_set_back", found.missing)):
            if events:
                self._store.append(SyncHealed(what, events), None)
                self._store.flush(_FLUSH_S)  # so that this round takes it along
        return True

    def _set_aside(self, mark: marks.Mark, row: Row, code: str) -> None:
        """The hub cannot even read this one: it stays here, on the list, and the others go on."""
        told = Refused(row.epoch.hex(), row.seq, code, say(code))
        after = replace(mark, position=row.position, success_ms=self._clock.utc_ms())
        marks.keep(self._store, self._generation, mark, after, row, (told,)).result()
