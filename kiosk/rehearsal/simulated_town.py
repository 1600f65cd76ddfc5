"""What many kiosks' visitors did: visits and classes through the real rules, to be copied to any kiosk and day."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random

from kiosk.classroom.form_sets import BUILT_IN, form_sets
from kiosk.core.clock import SteppedClock
from kiosk.core.events import ItemAnswered
from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.packs.library import Library
from kiosk.rehearsal.simulated_lesson import SimulatedLesson
from kiosk.rehearsal.simulated_visit import Base, Fact, SimulatedVisit
from kiosk.store import Store

VISITS, LESSONS = 240, 4
"""How many different ones there are; of every twenty copies one is a class."""
MOST_ANSWERS = 60


@dataclass(frozen=True, slots=True)
class Play:
    """A visit or a class, which began at the first fact's time; `answers` of the facts are answers."""

    facts: tuple[Fact, ...]
    answers: int


@dataclass(frozen=True, slots=True)
class Town:
    """Plays to copy, and what the items in them say, by hash."""

    visits: list[Play]
    lessons: list[Play]
    texts: dict[str, str]

    def pick(self, random: Random) -> Play:
        """One of them."""
        return random.choice(self.lessons if random.randrange(20) == 0 else self.visits)


def play_town(random: Random, now_ms: int) -> Town:
    """Play them, in a home that is thrown away."""
    clock = SteppedClock(now_ms)
    with tempfile.TemporaryDirectory(prefix="town") as home:
        store = Store.open(Path(home), clock, housekeeping_after_s=None)
        try:
            library = Library(store, program_folder() / "quizzes", clock)
            library.ensure_built_in()
            names = json.loads((program_folder() / "content" / "nicknames.json").read_text("utf-8"))["nicknames"]
            forms = form_sets(library.form_items())[BUILT_IN]
            base = Base(library, say("simulate.classes").split("|"), [name["zh"] for name in names], forms)
            visits = [_play(SimulatedVisit(base, now_ms, MOST_ANSWERS, random)) for _ in range(VISITS)]
            lessons = [_play(SimulatedLesson(base, forms, now_ms, random)) for _ in range(LESSONS)]
            store.flush(20)
            with store.read() as connection:
                texts = {row[0]: row[1] for row in connection.execute("SELECT hash, body FROM item_text")}
        finally:
            store.close()
    return Town([one for one in visits if one.answers], lessons, texts)


def _play(one: SimulatedVisit | SimulatedLesson) -> Play:
    facts = tuple(one.facts())
    return Play(facts, sum(isinstance(fact.event, ItemAnswered) for fact in facts))
