"""What a run asks: every kind that its families have, near to the child's ability, easier at its beginning. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from kiosk.core.item import Kind
from kiosk.learning.rating import Ability
from kiosk.stations.anti_fraud.facts import shown_ability
from kiosk.stations.anti_fraud.levels import Level
from kiosk.stations.anti_fraud.rules import ITEMS, PLAYED
from kiosk.stations.station import BankItem, ItemSource

BOSS_ITEMS = 10
BOSS_FAMILIES = 3
TOPICS = ("rumour", "kind_words", "privacy_law")
"""Banks that are no level of the map: rumour, kind words, privacy and law. Bosses ask them."""
SPOKEN: tuple[Kind, ...] = ("cues", "chat")
PLAIN: tuple[Kind, ...] = ("order", "choice", "multi", "true_false")
START = (-0.4, 0.8, 1.6)
"""For whom a stretch of the map is at first, in logits: about author's difficulties 1–2, 2–3 and 3–4."""
TILT = (-0.6, 0.0, 0.6)
"""How far a stretch moves away from what the children have shown."""


def aim_of(stretch: int, abilities: Mapping[int, Ability]) -> float:
    """For what ability (logits) a level of `stretch` draws, after what the players have shown."""
    shown = shown_ability(abilities)
    return START[stretch] if shown is None else shown + TILT[stretch]


@dataclass
class Drawing:
    """Items taken one after the other, none of them twice."""

    source: ItemSource
    random: Random
    met: Collection[str]
    ability: float | None

    def __post_init__(self) -> None:
        self.taken: list[BankItem] = []

    def take(self, family: str, count: int, kinds: Collection[str], natures: Collection[str] = ()) -> int:
        """Take at most `count` items; how many there were."""
        avoid = {*self.met, *(one.hash for one in self.taken)}
        found = self.source.pick(
            family, count, kinds=kinds, avoid=avoid, random=self.random, natures=natures, ability=self.ability
        )
        self.taken += found
        return len(found)


def draw_run(level: Level, drawing: Drawing) -> list[BankItem]:
    """The items of a run of `level`, at most 8, or 10 of a boss; fewer when the visit has met too many."""
    if level.boss:
        _draw_boss(level, drawing)
    else:
        _draw_family(level.family.id, drawing)
    drawing.random.shuffle(drawing.taken)
    return drawing.taken


def _draw_family(family: str, drawing: Drawing) -> None:
    """One of each kind there is, messages to judge besides; of cues and chat one is genuine and one is not."""
    for kind, nature in zip(SPOKEN, drawing.random.sample(("genuine", "scam"), 2), strict=True):
        drawing.take(family, 1, (kind,), (nature,))
    for kind in PLAIN:
        drawing.take(family, 1, (kind,))
    drawing.take(family, ITEMS - len(drawing.taken), ("judge",))
    if len(drawing.taken) < ITEMS:
        drawing.take(family, ITEMS - len(drawing.taken), PLAYED)


def _draw_boss(level: Level, drawing: Drawing) -> None:
    """Steps to order and one thing more from the topics' banks, the rest from three of the families the boss mixes."""
    topics = drawing.random.sample(TOPICS, len(TOPICS))
    for kinds in (("order",), PLAYED):
        next((topic for topic in topics if drawing.take(topic, 1, kinds)), None)
        topics = topics[1:] + topics[:1]
    families = mixed(level.mixes, drawing.random)
    share = (BOSS_ITEMS - len(drawing.taken)) // min(BOSS_FAMILIES, len(families))
    for family in families[:BOSS_FAMILIES]:
        drawing.take(family, share, PLAYED)
    for family in families:
        if len(drawing.taken) < BOSS_ITEMS:
            drawing.take(family, BOSS_ITEMS - len(drawing.taken), PLAYED)


def mixed(mixes: Sequence[str], random: Random) -> list[str]:
    """The families a boss draws from, in the order in which they are asked for: mostly the latest."""
    latest, earlier = list(mixes[-BOSS_FAMILIES:]), list(mixes[:-BOSS_FAMILIES])
    random.shuffle(latest)
    random.shuffle(earlier)
    spare = len(latest) - 1 if earlier else len(latest)
    return [*latest[:spare], *earlier, *latest[spare:]]
