"""Simulated visits into a real store: for figures of any size, marked as what they are."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from random import Random
from threading import BoundedSemaphore

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.events import Event, ItemAnswered
from kiosk.core.visit import Visit
from kiosk.rehearsal.opening_hours import OpeningHours
from kiosk.rehearsal.simulated_lesson import MOST_ANSWERS, SimulatedLesson
from kiosk.rehearsal.simulated_visit import Base, Fact, SimulatedVisit
from kiosk.store import Store

BATCH = 500
"""Events that are recorded together, at least."""
WAITING = 4
"""Batches that may wait for the disk."""
PATIENCE_S = 60.0
FIRST_LESSON, LESSONS_APART = 1_000, 2_500
"""After so many answers a class comes, and then again and again."""


class Simulation:
    """Adds visits and class sessions to `store`, which was opened with `clock`, now.

    `counted` tells how many events of each kind.
    """

    def __init__(self, store: Store, base: Base, clock: SteppedClock, random: Random) -> None:
        self._store = store
        self._base = base
        self._clock = clock
        self._random = random
        self._room = BoundedSemaphore(WAITING)
        self.counted: Counter[str] = Counter()
        self.right = 0
        self._lesson_at = FIRST_LESSON

    def add(self, answers: int, told: Callable[[int], None]) -> None:
        """Add exactly `answers` answers; `told` is called with how many there are so far.

        Raises KioskError with the code of what keeps them from the disk, or `simulate.no_items`.
        """
        if not self._base.items.families():
            raise KioskError("simulate.no_items")
        hours = OpeningHours(self._clock.utc_ms(), answers)
        self._clock.utc = hours.first_ms
        batch: list[Fact] = []
        while (done := self.counted[ItemAnswered.kind]) < answers:
            facts = list(self._next(hours.begin(done / answers, self._random), answers - done))
            hours.over(facts[-1].utc_ms)
            self._count(facts)
            batch += facts
            if len(batch) >= BATCH or self.counted[ItemAnswered.kind] == answers:
                self._record(batch)
                batch = []
                told(self.counted[ItemAnswered.kind])
        if not self._store.flush(PATIENCE_S):
            raise KioskError(self._store.state().trouble or "store.slow")

    def _next(self, begin_ms: int, left: int) -> Iterator[Fact]:
        """Another visit; or a class session, when one is due and the answers that are left are enough for it."""
        forms = self._base.forms
        if forms and self.counted[ItemAnswered.kind] >= self._lesson_at and left >= MOST_ANSWERS:
            self._lesson_at += LESSONS_APART
            return SimulatedLesson(self._base, forms, begin_ms, self._random).facts()
        return SimulatedVisit(self._base, begin_ms, left, self._random).facts()

    def _count(self, facts: Sequence[Fact]) -> None:
        self.counted.update(fact.event.kind for fact in facts)
        self.right += sum(isinstance(fact.event, ItemAnswered) and fact.event.verdict == "right" for fact in facts)

    def _record(self, facts: Sequence[Fact]) -> None:
        """Hand a batch over, at the times at which it happened; wait while too many are on the way."""
        self._room.acquire()
        self._store.append_many(self._lived(facts), lambda _on_disk: self._room.release())

    def _lived(self, facts: Sequence[Fact]) -> Iterator[tuple[Event, Visit]]:
        for fact in facts:
            self._clock.step(fact.utc_ms - self._clock.utc)
            yield fact.event, fact.visit
