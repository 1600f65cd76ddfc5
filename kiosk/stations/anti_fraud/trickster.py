"""小骗子模式: who is fished, with which bait, and what it pulls; then eight messages to rate. Pure.

The rounds lie in `quizzes/trickster.json`. The mode is never over with the baits: the ratings after them teach.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from kiosk.core.item import NATURES
from kiosk.core.places import program_folder
from kiosk.stations.station import BankItem, Family, ItemSource

TRICKSTER = "trickster"
"""The level, and the mode, under which the ratings are recorded."""
ROUNDS = 3
"""Baits before the ratings; with four children one for each."""
RATED = ("genuine", "scam", "genuine", "scam", "genuine", "ask_first", "genuine", "scam")
"""The natures of the eight messages, shuffled before they are drawn."""
FEELINGS = {"贪心": "greed", "着急": "hurry", "害怕": "fear", "好奇": "curiosity", "信任": "trust"}
"""What a bait pulls, as the file names it, with its word of `core/words/trickster.toml`."""
FOX = Family(TRICKSTER, 0, "小骗子模式", "Little trickster", "", "monster-trickster", "小狐狸", "The little fox", "")
"""Whom the ratings disarm: the fox that has learned the child's baits."""


@dataclass(frozen=True, slots=True)
class Bait:
    """A bait with the feeling it pulls (a key of `FEELINGS`), why it works and how one notices."""

    key: str
    text: str
    works: str
    why: str


@dataclass(frozen=True, slots=True)
class Pond:
    """One round: `target` is fished, `goal` says what for, `picture` names the target in `assets/art`."""

    id: str
    family: str
    target: str
    picture: str
    goal: str
    baits: tuple[Bait, ...]


@dataclass(frozen=True, slots=True)
class Fishing:
    """The baits so far. `chosen` is not cast yet, or after the cast the bait whose reason is looked at."""

    ponds: tuple[Pond, ...]
    players: int
    cast: tuple[str, ...] = ()
    chosen: str = ""
    showing: bool = False

    @property
    def finished(self) -> bool:
        """Every bait is cast and its reason was left."""
        return not self.showing and len(self.cast) == len(self.ponds)

    @property
    def index(self) -> int:
        """Which pond stands on the screen, from 0; the last one when all is over."""
        return min(len(self.cast) - self.showing, len(self.ponds) - 1)

    @property
    def pond(self) -> Pond:
        """The pond on the screen."""
        return self.ponds[self.index]

    @property
    def player(self) -> int:
        """Whose turn it is, from 1."""
        return self.index % self.players + 1

    @property
    def bait(self) -> Bait | None:
        """The chosen bait."""
        return next((one for one in self.pond.baits if one.key == self.chosen), None)

    @property
    def felt(self) -> tuple[str, ...]:
        """The feelings that the cast baits pulled, each once, in order."""
        pulled = (
            bait.works
            for pond, key in zip(self.ponds, self.cast, strict=False)
            for bait in pond.baits
            if bait.key == key
        )
        return tuple(dict.fromkeys(pulled))


@cache
def load_ponds(language: str) -> tuple[Pond, ...]:
    """All rounds of the file, in a language (`zh` or `en`)."""
    table = json.loads((program_folder() / "quizzes" / "trickster.json").read_text("utf-8"))
    end = "_en" if language == "en" else ""
    return tuple(
        Pond(
            one["id"],
            one["family"],
            one[f"target{end}"],
            one["picture"],
            one[f"goal{end}"],
            tuple(Bait(bait["key"], bait[f"text{end}"], bait["works"], bait[f"why{end}"]) for bait in one["baits"]),
        )
        for one in table["rounds"]
    )


def begin_fishing(ponds: Sequence[Pond], known: Collection[str], players: int, random: Random) -> Fishing:
    """Some of `ponds` at random, those of `known` families (levels that this visit has won) first."""
    shuffled = random.sample(list(ponds), len(ponds))
    shuffled.sort(key=lambda one: one.family not in known)
    return Fishing(tuple(shuffled[: max(ROUNDS, players)]), players)


def take_bait(fishing: Fishing, key: str) -> Fishing:
    """Choose a bait; after the cast, look at the reason of that one."""
    known = any(bait.key == key for bait in fishing.pond.baits)
    return replace(fishing, chosen=key) if known and not fishing.finished else fishing


def cast_bait(fishing: Fishing) -> Fishing:
    """Cast the chosen bait. Nothing happens without one, or while a reason is shown."""
    if fishing.showing or fishing.finished or not fishing.chosen:
        return fishing
    return replace(fishing, cast=(*fishing.cast, fishing.chosen), showing=True)


def go_on(fishing: Fishing) -> Fishing:
    """From the reason to the next pond, or to the end."""
    return replace(fishing, showing=False, chosen="") if fishing.showing else fishing


def draw_ratings(
    items: ItemSource, avoid: Collection[str], random: Random, ability: float | None = None
) -> list[BankItem]:
    """The eight messages, of as many families as there are; fewer when this visit has met too many.

    A nature that has run out in every family is made up for by any other.
    """
    families = [one.id for one in items.families()]
    random.shuffle(families)
    drawn: list[BankItem] = []
    for number, nature in enumerate(random.sample(RATED, len(RATED))):
        around = [families[(number + step) % len(families)] for step in range(len(families))]
        for natures in ((nature,), NATURES):
            met = {*avoid, *(one.hash for one in drawn)}
            if one := _first(items, around, natures, met, random, ability):
                drawn.append(one)
                break
    return drawn


def _first(
    items: ItemSource,
    families: Sequence[str],
    natures: Collection[str],
    met: Collection[str],
    random: Random,
    ability: float | None,
) -> BankItem | None:
    """A message of the first of `families` that has one left."""
    for family in families:
        found = items.pick(family, 1, kinds=("judge",), natures=natures, avoid=met, random=random, ability=ability)
        if found:
            return found[0]
    return None
