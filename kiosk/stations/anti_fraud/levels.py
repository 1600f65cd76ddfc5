"""The level map: one stage a fraud family, with what this visit has earned there. Pure."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kiosk.core.places import program_folder
from kiosk.core.sentences import last_sentence
from kiosk.stations.anti_fraud.after import Say
from kiosk.stations.anti_fraud.rules import Run
from kiosk.stations.station import Family

MARK = "anti_fraud.stars."
"""Stars of a level are kept for the visit under this and the family's id."""
LOCAL = "local"
"""The family of items that name none: a base's own questions, played from the bar instead of the canal."""
LANDING_BELOW = 72
"""How far below a level's point in `canal-map.json` the middle of its landing is drawn, in the map's pixels."""
LEARNED = 3
SHORT = 42
"""Characters of a sentence that still stands well on the result card."""


STRETCHES = (3, 6, 10)
"""After so many levels stands a boss, who mixes the families met before; there a stretch of the map ends."""
BOSSES = ("boss_free", "boss_hurry", "boss_faces")
BOSS_OPENS = 2
"""Levels of its stretch that open a boss."""


@dataclass(frozen=True, slots=True)
class Level:
    """A family as the map shows it; `number` counts from 1, names are in the child's language.

    A boss `mixes` families, whose monsters are its `crowd`, and has number 0; `stretch` counts from 0.
    """

    family: Family
    number: int
    name: str
    monster_name: str
    stretch: int = 0
    mixes: tuple[str, ...] = ()
    crowd: tuple[str, ...] = ()

    @property
    def boss(self) -> bool:
        """Whether a boss stands here."""
        return bool(self.mixes)


def make_levels(families: Sequence[Family], language: str) -> list[Level]:
    """The levels of `families`, in their order."""
    english = language == "en"
    return [
        Level(
            family,
            number,
            family.name_en if english else family.name,
            family.monster_name_en if english else family.monster_name,
            min(sum(number > last for last in STRETCHES), len(STRETCHES) - 1),
        )
        for number, family in enumerate(families, start=1)
    ]


def with_bosses(levels: Sequence[Level], say: Say) -> list[Level]:
    """`levels` with a boss at the end of every stretch that has some."""
    shown: list[Level] = []
    for stretch, boss in enumerate(BOSSES):
        here = [level for level in levels if level.stretch == stretch]
        shown += here
        if here:
            shown.append(_boss(boss, stretch, [level for level in shown if not level.boss], say))
    return shown


def _boss(boss: str, stretch: int, before: Sequence[Level], say: Say) -> Level:
    name = say(f"anti_fraud.{boss}")
    family = Family(boss, 0, name, name, "", boss.replace("_", "-"), name, name, "")
    mixes = tuple(level.family.id for level in before)
    return Level(family, 0, name, name, stretch, mixes, tuple(level.family.monster for level in before))


def opened(levels: Sequence[Level], stars: Mapping[str, int], all_met: Collection[str]) -> set[str]:
    """The ids of the levels that can be entered.

    The first stretch is open. A level played to its end opens the whole next stretch; two open the boss of their own.
    A level whose items are used up counts as played, so that the way always goes on.
    """
    done = {level.family.id for level in levels if level.family.id in all_met or stars.get(MARK + level.family.id)}
    reached = {0} | {level.stretch + 1 for level in levels if level.family.id in done}
    found = {level.family.id for level in levels if level.stretch in reached and not level.boss}
    for boss in (level for level in levels if level.boss):
        own = {level.family.id for level in levels if level.stretch == boss.stretch and not level.boss}
        if len(own & done) >= min(BOSS_OPENS, len(own)):
            found.add(boss.family.id)
    return found


def show_levels(
    levels: Sequence[Level], stars: Mapping[str, int], all_met: Collection[str], say: Say
) -> list[dict[str, Any]]:
    """The stages for QML. `stars` by mark; `all_met` holds the families whose every item this visit has met."""
    earned = [stars.get(MARK + level.family.id, 0) for level in levels]
    open_ones = opened(levels, stars, all_met)
    suggested = _suggested(levels, earned, open_ones - {*all_met})
    return [
        {
            "id": level.family.id,
            "number": level.number,
            "name": level.name,
            "monster": level.family.monster + ("-beaten" if won > 1 else ""),
            "boss": level.boss,
            "stars": won,
            "rank": say(f"anti_fraud.rank_{won}") if won else "",
            "played": won > 0,
            "suggested": level.family.id == suggested,
            "note": _note(level, suggested, all_met, any(earned), say),
            "locked": level.family.id not in open_ones,
            "open": level.family.id in open_ones and level.family.id not in all_met,
        }
        for level, won in zip(levels, earned, strict=True)
    ]


@cache
def places(way: str, count: int) -> list[list[int]]:
    """Where `count` levels stand on the map drawn `landscape` or `portrait`: x and y of a landing, in its pixels.

    Fewer levels than landings are spread along the whole canal.
    """
    path = program_folder() / "assets" / "art" / "canal-map.json"
    targets: list[list[int]] = json.loads(path.read_text("utf-8"))[way]
    landings = [[x, y + LANDING_BELOW] for x, y in targets]
    last = len(landings) - 1
    if count > len(landings):
        return [landings[min(index, last)] for index in range(count)]
    return [landings[round(index * last / max(1, count - 1))] for index in range(count)]


def learned(run: Run) -> tuple[str, ...]:
    """What the child takes along: the last sentence of the explanations, missed tricks first, each trick once."""
    sentences: dict[str, str] = {}
    for answer in sorted(run.answers, key=lambda one: one.verdict == "right"):
        item = answer.turn.bank.item
        sentence = last_sentence(item.explanation)
        if sentence and len(sentence) <= SHORT:
            sentences.setdefault(item.trick or item.id, sentence)
    return tuple(dict.fromkeys(sentences.values()))[:LEARNED]


def _suggested(levels: Sequence[Level], earned: Sequence[int], playable: Collection[str]) -> str:
    """The first of the `playable` levels with the fewest stars; a boss only when it has none yet."""
    found = [
        (won, index)
        for index, (level, won) in enumerate(zip(levels, earned, strict=True))
        if level.family.id in playable
    ]
    return levels[min(found)[1]].family.id if found else ""


def _note(level: Level, suggested: str, all_met: Collection[str], begun: bool, say: Say) -> str:
    if level.family.id in all_met:
        return say("anti_fraud.map_all_met")
    if level.family.id != suggested:
        return ""
    return say("anti_fraud.suggested_next" if begun else "anti_fraud.suggested")
