"""Simulated children and items for the tests of measurement. Everything is seeded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from kiosk.core.item import Item, Kind, Message, Option, Part
from kiosk.learning.rating import Rated, chance, rated
from kiosk.learning.tally import Answered, Tally, difficulty, tally_visit

KINDS: tuple[Kind, ...] = ("judge",) * 30 + ("choice",) * 14 + ("true_false",) * 9 + ("multi",) * 7


@dataclass
class World:
    """Items as they truly are, and what the kiosk has learnt of them: `known` by position in `truth`."""

    items: Sequence[Item]
    truth: Sequence[float]
    guessing: float
    random: Random
    tallies: dict[int, Tally] = field(default_factory=dict)
    known: dict[int, Rated] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known = {place: rated(item) for place, item in enumerate(self.items)}

    def answer(self, ability: float, place: int) -> bool:
        """Whether a child of true `ability` answers item `place` rightly; `guessing` 1 is blind guessing."""
        luck = self.guessing * rated(self.items[place]).guess * 2
        return self.random.random() < chance(ability, self.truth[place], luck)

    def learn(self, answers: Sequence[tuple[int, bool]]) -> None:
        """Take one child's visit into the ratings."""
        visit = [Answered(str(place), self.known[place], right) for place, right in answers]
        for key, tally in tally_visit(visit):
            self.tallies[int(key)] = self.tallies.get(int(key), Tally()) + tally
        for place, _ in answers:
            start = rated(self.items[place])
            self.known[place] = Rated(difficulty(self.tallies[place], start), start.guess)


def make_world(seed: int, *, guessing: float, author: str) -> World:
    """60 items of all kinds. The author's word is `blind` (always 2) or `rough` (off by about one step)."""
    random = Random(seed)
    kinds = random.sample(KINDS, len(KINDS))
    truth = [random.gauss(-0.5, 1) for _ in kinds]
    words = [2 if author == "blind" else round(min(5, max(1, 3 + one + random.gauss(0, 1)))) for one in truth]
    items = [item(f"i{place}", kind, word) for place, (kind, word) in enumerate(zip(kinds, words, strict=True))]
    return World(items, truth, guessing, random)


def item(name: str, kind: Kind = "choice", author: int = 3, nature: str = "scam") -> Item:
    """An item of `kind` with the author's difficulty `author`."""
    if kind == "judge":
        message = Message("chat", "某人", (Part(f"{name}的消息"),))
        return Item(name, kind, f"{name}？", (nature,), (), "因为。", nature=nature, message=message, difficulty=author)
    options = tuple(Option(key, f"{name}的{key}") for key in ("AB" if kind == "true_false" else "ABCD"))
    right = ("A", "C") if kind == "multi" else ("A",)
    return Item(name, kind, f"{name}？", right, options, "因为。", difficulty=author)
