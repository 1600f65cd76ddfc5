"""One simulated class session: a form, play, the other form; as the facts that would be recorded. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from kiosk.classroom.attempt import Attempt, answered, finished, ordered
from kiosk.classroom.form_sets import FormSet
from kiosk.core.events import (
    ClassSessionMoved,
    ClassSessionStarted,
    Event,
    FormStarted,
    VisitorNamed,
)
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.learning.forms import plan
from kiosk.rehearsal.children import Child, make_child
from kiosk.rehearsal.simulated_party import item_text
from kiosk.rehearsal.simulated_visit import Base, Fact, SimulatedVisit

CHILDREN = (24, 38)
AT_ONCE = 4
"""Children who do a form at the same time, each in an own quarter."""
COMES_BACK, HAS_CODE = 0.92, 0.8
LEARNS, CALMS = 1.0, 0.5
"""What playing adds to a child's d′, and how much of its leaning it leaves."""
PLAY_VISITS, PLAY_ANSWERS = 6, 40
MOST_ANSWERS = CHILDREN[1] * 20 + PLAY_VISITS * PLAY_ANSWERS
"""As many answers as a session may take."""
MINUTES = 45
TURN_MS = 6_000
"""From one child's last answer to the next child's first message."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child of the class, its place in it, and the keyed hash of its return code where it has one."""

    child: Child
    place: int
    returning: str


class SimulatedLesson:
    """A session that begins at `utc_ms` with at most `MOST_ANSWERS` answers; `facts` gives it in order."""

    def __init__(self, base: Base, forms: FormSet, utc_ms: int, random: Random) -> None:
        self._base = base
        self._forms = forms
        self._now = utc_ms
        self._random = random
        self._session = uuid7(utc_ms)
        self._label = random.choice(base.classes) if base.classes else ""
        self._pupils = [self._pupil(place) for place in range(random.randint(*CHILDREN))]
        self._mark = Visit(uuid7(utc_ms), "simulated")

    def facts(self) -> Iterator[Fact]:
        """All of it. What the session itself records is told of a first form, for a simulated fact needs a visit."""
        code = f"{self._random.randrange(10_000):04}"
        started = ClassSessionStarted(
            "teacher", self._session, code, self._label, (), "pre_post", MINUTES, len(self._pupils)
        )
        yield self._fact(started)
        yield self._fact(ClassSessionMoved(self._session, "pre"))
        yield from self._form("pre", self._pupils)
        yield self._fact(ClassSessionMoved(self._session, "play"))
        for _ in range(PLAY_VISITS):
            yield from self._play()
        yield self._fact(ClassSessionMoved(self._session, "post"))
        back = [one for one in self._pupils if self._random.random() < COMES_BACK]
        yield from self._form("post", [replace(one, child=taught(one.child)) for one in back])
        yield self._fact(ClassSessionMoved(self._session, "ended", "hand"))

    def _pupil(self, place: int) -> Pupil:
        coded = self._random.random() < HAS_CODE
        return Pupil(make_child(self._random), place, f"{self._random.getrandbits(128):032x}" if coded else "")

    def _form(self, moment: str, pupils: Sequence[Pupil]) -> Iterator[Fact]:
        """Everybody's form, four at a time."""
        clocks = [self._now] * AT_ONCE
        facts: list[Fact] = []
        for number, pupil in enumerate(pupils):
            quarter = min(range(AT_ONCE), key=clocks.__getitem__)
            visit = self._mark if (moment, number) == ("pre", 0) else Visit(uuid7(clocks[quarter]), "simulated")
            sheet = list(self._attempt(moment, pupil, visit, quarter + 1, clocks[quarter]))
            clocks[quarter] = sheet[-1].utc_ms + TURN_MS
            facts += sheet
        self._now = max(clocks)
        yield from sorted(facts, key=lambda fact: fact.utc_ms)

    def _attempt(self, moment: str, pupil: Pupil, visit: Visit, quarter: int, now: int) -> Iterator[Fact]:
        """One child's form."""
        form = plan(pupil.place)[0 if moment == "pre" else 1]
        attempt = Attempt(self._session, moment, form, visit.id, quarter, ordered(self._forms.items(form), visit.id))
        yield Fact(now, FormStarted(self._session, form, moment, "quarter", pupil.returning), visit)
        yield Fact(now, VisitorNamed(self._label), visit)
        for bank in attempt.items:
            reading_ms = pupil.child.reading_ms(item_text(bank.item), self._random)
            now += reading_ms
            (chosen,) = pupil.child.answer(bank.item, (), self._random)
            changes = int(pupil.child.wavers(self._random))
            yield Fact(now, answered(bank, moment, chosen, reading_ms, changes, quarter), visit)
        yield Fact(now, finished(replace(attempt, answered=len(attempt.items))), visit)

    def _play(self) -> Iterator[Fact]:
        """A visit to 反诈关 between the forms, by children of this class."""
        base = replace(self._base, classes=(self._label,))
        facts = list(SimulatedVisit(base, self._now, PLAY_ANSWERS, self._random, runs=1).facts())
        self._now = facts[-1].utc_ms + TURN_MS
        yield from facts

    def _fact(self, event: Event) -> Fact:
        return Fact(self._now, event, self._mark)


def taught(child: Child) -> Child:
    """The child after it has played: sharper, and with less of a leaning."""
    nature = child.nature
    return replace(child, nature=replace(nature, skill=nature.skill + LEARNS, caution=nature.caution * CALMS))
