"""Items' ratings learn from the journal, a batch at a time and never while a child waits for it."""

import logging
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import partial

from kiosk.core.errors import KioskError
from kiosk.core.events import ItemAnswered
from kiosk.learning.tally import Answered, Tally, difficulty, tally_visit
from kiosk.packs import aim
from kiosk.packs.aim import Known
from kiosk.store import Store, ratings

log = logging.getLogger(__name__)


class Rater:
    """Takes visitors' practice answers into the ratings. `close` it before the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._asked = self._closed = False
        self._thread: threading.Thread | None = None

    def soon(self) -> None:
        """Learn on a thread of its own; to be called when a visit has ended."""
        with self._lock:
            self._asked = not self._closed
            if self._asked and self._thread is None:
                self._thread = threading.Thread(target=self._work, name="ratings")
                self._thread.start()

    def close(self) -> None:
        """Wait for what is going on; what is asked later waits for the next start."""
        with self._lock:
            self._closed = True
            thread = self._thread
        if thread is not None:
            thread.join()

    def learn(self) -> int:
        """Take in all answers that are on disk and not known yet; how many there were.

        Raises KioskError or sqlite3.Error when the machine does not let us; nothing is lost, the next time takes all.
        """
        learnt = 0
        while (number := self._batch()) is not None:
            learnt += number
        return learnt

    def _work(self) -> None:
        while self._wanted():
            try:
                self.learn()
            except (KioskError, sqlite3.Error) as error:
                log.warning("ratings wait for the next visit's end: %r", error)

    def _wanted(self) -> bool:
        with self._lock:
            wanted, self._asked = self._asked, False
            if not wanted:
                self._thread = None
            return wanted

    def _batch(self) -> int | None:
        """Take in one batch; `None` when there is nothing new."""
        with self._store.read() as connection:
            taken = ratings.unseen(connection)
            if taken.end == taken.start:
                return None
            hashes = {answer.item_hash for _, answer in taken.answers}
            items = aim.known_items(connection, hashes)
            before = ratings.tallies(connection, hashes)
        new = _tallies(taken.answers, items)
        totals = {name: tally + Tally(tuple(before.get(name, ()))) for name, tally in new.items()}
        values = {name: (total.answers, difficulty(total, items[name].author)) for name, total in totals.items()}
        bands = {name: tally.bands for name, tally in new.items()}
        work = partial(ratings.keep, kiosk=self._store.kiosk, taken=taken, new=bands, rated=values)
        return len(taken.answers) if self._store.derive(work).result() else 0


def _tallies(answers: Collection[tuple[object, ItemAnswered]], items: Mapping[str, Known]) -> dict[str, Tally]:
    """What the answers add, by item. Each child of each visit is judged by its own answers."""
    visits: dict[tuple[object, int], list[Answered]] = defaultdict(list)
    for visit, answer in answers:
        if answer.mode == "practice" and answer.verdict in ("right", "wrong") and answer.item_hash in items:
            one = Answered(answer.item_hash, items[answer.item_hash].now, answer.verdict == "right")
            visits[visit, answer.player].append(one)
    new: dict[str, Tally] = {}
    for visit in visits.values():
        for name, tally in tally_visit(visit):
            new[name] = new.get(name, Tally()) + tally
    return new
