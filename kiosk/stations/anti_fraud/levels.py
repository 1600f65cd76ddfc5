"""The level map: one stage a fraud family, with what this visit has earned there. Pure."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kiosk.core.places import program_folder
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


@dataclass(frozen=True, slots=True)
class Level:
    """A family as the map shows it; `number` counts from 1, names are in the child's language."""

    family: Family
    number: int
    name: str
    monster_name: str


def make_levels(families: Sequence[Family], language: str) -> list[Level]:
    """The levels of `families`, in their order."""
    english = language == "en"
    return [
        Level(
            family,
            number,
            family.name_en if english else family.name,
            family.monster_name_en if english else family.monster_name,
        )
        for number, family in enumerate(families, start=1)
    ]


def show_levels(
    levels: Sequence[Level], stars: Mapping[str, int], all_met: Collection[str], say: Say
) -> list[dict[str, Any]]:
    """The stages for QML. `stars` by mark; `all_met` holds the families whose every item this visit has met."""
    earned = [stars.get(MARK + level.family.id, 0) for level in levels]
    suggested = _suggested(levels, earned, all_met)
    return [
        {
            "id": level.family.id,
            "number": level.number,
            "numberText": say("anti_fraud.level_number", number=level.number),
            "name": level.name,
            "monster": level.family.monster + ("-beaten" if won > 1 else ""),
            "stars": won,
            "played": won > 0,
            "suggested": level.family.id == suggested,
            "note": _note(level, suggested, all_met, any(earned), say),
            "open": level.family.id not in all_met,
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
        sentence = _last_sentence(item.explanation)
        if sentence and len(sentence) <= SHORT:
            sentences.setdefault(item.trick or item.id, sentence)
    return tuple(dict.fromkeys(sentences.values()))[:LEARNED]


def _suggested(levels: Sequence[Level], earned: Sequence[int], all_met: Collection[str]) -> str:
    """The first level with the fewest stars that still has items."""
    playable = [
        (won, level.number) for level, won in zip(levels, earned, strict=True) if level.family.id not in all_met
    ]
    return levels[min(playable)[1] - 1].family.id if playable else ""


def _note(level: Level, suggested: str, all_met: Collection[str], begun: bool, say: Say) -> str:
    if level.family.id in all_met:
        return say("anti_fraud.map_all_met")
    if level.family.id != suggested:
        return ""
    return say("anti_fraud.suggested_next" if begun else "anti_fraud.suggested")


def _last_sentence(text: str) -> str:
    """The last sentence of `text` with its full stop; empty when there is none."""
    ends = [index for index, char in enumerate(text) if char in "。！？.!?"]
    if not ends:
        return text.strip()
    start = ends[-2] + 1 if len(ends) > 1 else 0
    return text[start : ends[-1] + 1].strip().lstrip("”」")
