"""Forty children by a stepped clock: what the page promises of the time is what a class of simulated children needs."""

import heapq
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kiosk.classroom import Asked, Classroom, capacity
from kiosk.classroom.attempt import choose, confirmed, finished
from kiosk.classroom.rules import MINUTE_MS
from kiosk.core.clock import SteppedClock
from kiosk.core.events import FormFinished
from kiosk.core.visit import Visit
from kiosk.rehearsal.children import Child, make_child
from kiosk.stations.anti_fraud.message import message_text
from kiosk.store import class_sessions
from kiosk.store.store import Store
from tests.classroom.class_help import make_room

TOUCHES_MS = 6_000
"""To choose, to think again, to confirm."""


@pytest.fixture
def stepped() -> SteppedClock:
    return SteppedClock(utc=1_795_147_200_000)


@pytest.fixture
def kiosks(tmp_path: Path, stepped: SteppedClock) -> Iterator[list[tuple[Store, Classroom]]]:
    """Three kiosks of one base."""
    stores = [Store.open(tmp_path / f"k{number}", stepped) for number in range(3)]
    yield [(store, make_room(store, stepped)) for store in stores]
    for store in stores:
        store.close()


def form_of(child: Child, store: Store, room: Classroom, place: int, seed: float) -> Iterator[int]:
    """A child's form, answer by answer; each step says how many milliseconds it takes until the next.

    What a message takes a child does not hang on when it comes: forms are mixed by the attempt's own id, by chance.
    """
    attempt, facts = room.attempt(place)
    visit = Visit(attempt.visit)
    store.append_many([(fact, visit) for fact in facts])
    while not attempt.finished:
        item = attempt.item.item
        assert item.message
        random = Random(f"{seed} {item.id}")
        reading = child.reading_ms(message_text(item.message) + item.stem, random) + TOUCHES_MS
        yield reading
        key = child.answer(item, ("scam", "genuine", "ask_first"), random)[0]
        attempt, fact = confirmed(choose(attempt, key), reading)
        store.append(fact, visit)
    store.append(finished(attempt), visit)


def run_test(kiosks: list[tuple[Store, Classroom]], children: int, clock: SteppedClock, random: Random) -> float:
    """All children do the present form, four at each kiosk; how many minutes the class took."""
    begun = clock.utc
    waiting = children
    heap: list[tuple[int, int, Iterator[int]]] = []

    def seat(at: int, kiosk: int, place: int) -> None:
        nonlocal waiting
        if waiting:
            waiting -= 1
            child = replace(make_child(random), pace_ms=random.uniform(150, 260))
            heapq.heappush(heap, (at, kiosk * 4 + place, form_of(child, *kiosks[kiosk], place + 1, random.random())))

    for place in range(4):
        for kiosk in range(len(kiosks)):
            seat(clock.utc, kiosk, place)
    while heap:
        at, seat_number, form = heapq.heappop(heap)
        clock.step(max(0, at - clock.utc))
        takes = next(form, None)
        if takes is None:
            seat(clock.utc + capacity.CHANGE_S * 1000, *divmod(seat_number, 4))
        else:
            heapq.heappush(heap, (clock.utc + takes, seat_number, form))
    return (clock.utc - begun) / MINUTE_MS


@pytest.mark.parametrize("seed", [8, 11, 94])
def test_forty_children_at_three_kiosks_in_forty_five_minutes(
    kiosks: list[tuple[Store, Classroom]], stepped: SteppedClock, seed: int
) -> None:
    """前测, play and 后测 of forty slow readers; every answer is in the three journals."""
    random, began = Random(seed), stepped.utc
    first = kiosks[0][1].start(Asked("五年级（2）班", present=40), "teacher")
    for _, room in kiosks[1:]:
        room.join(Asked("五年级（2）班", present=40), "guide", first.code)
    before = run_test(kiosks, 40, stepped, random)
    for _, room in kiosks:
        room.move("play")
    promised = capacity.at_screens(40, 4, 3, "pre_post", 45)
    stepped.step(promised.left_s * 1000)
    for _, room in kiosks:
        room.move("post")
    after = run_test(kiosks, 40, stepped, random)
    assert max(before, after) <= promised.form_s / 60
    assert (stepped.utc - began) / MINUTE_MS <= 45
    done = 0
    for store, _ in kiosks:
        assert store.flush(10)
        with store.read() as connection:
            told = [one.event for one in class_sessions.own_facts(connection, first.id)]
        done += sum(isinstance(one, FormFinished) and one.completed for one in told)
    assert done == 80


@pytest.mark.parametrize("seed", [1, 4, 5, 22, 45, 78, 146])
def test_forty_children_at_one_kiosk_need_more_than_that(
    kiosks: list[tuple[Store, Classroom]], stepped: SteppedClock, seed: int
) -> None:
    """One kiosk tests them once within 45 minutes, as the page says, and not twice; of seeds 1 to 160 the slowest."""
    kiosks[0][1].start(Asked("", "pre", present=40), "teacher")
    took = run_test(kiosks[:1], 40, stepped, Random(seed))
    promised = capacity.at_screens(40, 4, 1, "pre", 45)
    assert 45 / 2 < took <= promised.form_s / 60 <= 45
