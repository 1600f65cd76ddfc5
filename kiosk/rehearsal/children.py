"""Simulated children: what each one answers, how long it reads, when it changes its mind. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from kiosk.core.item import NONE, Item

MESSAGE_TRUTH = {"scam": 0.5, "genuine": -0.5, "ask_first": 0.0}
"""Where an item's message lies on the scale whose ends are a d′ apart."""
HARDER = 0.12
"""Share of its skill (and points of its knowledge) that a child loses for each step of difficulty above 2."""
GLANCE_MS, LONGEST_MS = 1_800, 150_000


@dataclass(frozen=True, slots=True)
class Nature:
    """A kind of child. It comes as `share` of all.

    `skill` is its d′ between scams and genuine messages; `caution` moves its border (above 0 it calls more of them
    scams, below 0 fewer); within `doubt` of the border it asks first; `knows` is its chance to know a fact.
    """

    name: str
    share: float
    skill: float
    caution: float
    doubt: float
    knows: float


NATURES = (
    Nature("paranoid", 0.3, skill=0.6, caution=1.0, doubt=0.2, knows=0.55),
    Nature("trusting", 0.3, skill=0.6, caution=-1.0, doubt=0.1, knows=0.5),
    Nature("discerning", 0.4, skill=2.4, caution=0.0, doubt=0.3, knows=0.85),
)


@dataclass(frozen=True, slots=True)
class Child:
    """One child: `better` moves its skill away from its nature's, `pace_ms` is what it takes to read a character."""

    nature: Nature
    better: float
    pace_ms: float

    def answer(self, item: Item, order: Sequence[str], random: Random) -> tuple[str, ...]:
        """The keys of `order` that it chooses in the end."""
        if item.kind == "judge":
            return (self._judge(item, random),)
        if item.kind == "cues":
            return self._search(item, order, random)
        if self.knows(item, random):
            return item.right
        if item.kind == "order":
            return _two_swapped(item.right, random)
        if item.kind == "multi":
            astray = {*item.right} ^ {random.choice(order)}
            return tuple(sorted(astray or {*item.right} ^ {*order}))
        return (random.choice([key for key in order if key not in item.right]),)

    def knows(self, item: Item, random: Random) -> bool:
        """Whether it knows what is asked; of a chat, what to say next."""
        return random.random() < self.nature.knows + 0.1 * self.better - HARDER * (item.difficulty - 2)

    def _search(self, item: Item, order: Sequence[str], random: Random) -> tuple[str, ...]:
        """The passages that it touches: nothing where it trusts the message, else what looks odd to it."""
        if self._judge(item, random) == "genuine":
            return (NONE,)
        found = [key for key in order if key != NONE and self.knows(item, random) == (key in item.right)]
        return tuple(found) or (NONE,)

    def _judge(self, item: Item, random: Random) -> str:
        """Signal detection: how much the message feels like a scam, against this child's border."""
        skill = max(0.0, (self.nature.skill + 0.3 * self.better) * (1 - HARDER * (item.difficulty - 2)))
        felt = skill * MESSAGE_TRUTH[item.nature] + random.gauss(0, 1) + self.nature.caution
        if abs(felt) < self.nature.doubt or (item.nature == "ask_first" and random.random() < self.nature.knows):
            return "ask_first"
        return "scam" if felt > 0 else "genuine"

    def reading_ms(self, text: str, random: Random) -> int:
        """How long it takes from the item's appearance to its confirmed answer."""
        return min(LONGEST_MS, GLANCE_MS + round(len(text) * self.pace_ms * random.lognormvariate(0, 0.35)))

    def wavers(self, random: Random) -> bool:
        """Whether it touches another answer first."""
        return random.random() < 0.12


def _two_swapped(steps: Sequence[str], random: Random) -> tuple[str, ...]:
    """The steps with two neighbours the wrong way round."""
    place = random.randrange(len(steps) - 1)
    return (*steps[:place], steps[place + 1], steps[place], *steps[place + 2 :])


def make_child(random: Random) -> Child:
    """A child as they come."""
    nature = random.choices(NATURES, [one.share for one in NATURES])[0]
    return Child(nature, better=random.gauss(0, 1), pace_ms=random.uniform(70, 200))
