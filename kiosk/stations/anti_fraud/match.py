"""Several children at sides of one screen, each with a run of their own: against monsters of their own, or against one
together. Everybody gets as many items, each as difficult as the others' at the same place. Pure.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from random import Random
from typing import Literal

from kiosk.core.item import Item, Kind
from kiosk.stations.anti_fraud.draw import Drawing
from kiosk.stations.anti_fraud.levels import Level
from kiosk.stations.anti_fraud.rules import EXTRA, ITEMS, LIES, Run
from kiosk.stations.anti_fraud.turns import make_turn
from kiosk.stations.station import BankItem

Mode = Literal["turns", "together", "versus"]
MODES: tuple[Mode, ...] = ("turns", "together", "versus")
SIDE_KINDS: tuple[Kind, ...] = ("judge", "choice", "multi", "true_false")
"""What a half or a quarter of the screen shows whole, with targets of full size."""
SIDE_ITEMS = 6
LEAST_ITEMS = 3
"""A split screen is not worth it for fewer items a child."""
POOL = 10
"""So many items a child are drawn to find equally difficult ones among them."""
LONGEST_MESSAGE, LONGEST_STEM, LONGEST_OPTION, MOST_OPTIONS, LONGEST_REASON = 70, 48, 18, 4, 56
"""Characters, and options, that stand well in a quarter of the screen."""

Round = tuple[BankItem, ...]
"""One item a child, equally difficult."""


def fits(item: Item) -> bool:
    """Whether `item` stands well in a side of the screen."""
    words = sum(len(part.text + part.title + part.link) for part in item.message.parts) if item.message else 0
    return (
        item.kind in SIDE_KINDS
        and words <= LONGEST_MESSAGE
        and len(item.stem) <= LONGEST_STEM
        and len(item.options) <= MOST_OPTIONS
        and len(item.explanation) <= LONGEST_REASON
        and all(len(option.text) <= LONGEST_OPTION for option in item.options)
    )


def draw_rounds(level: Level, players: int, drawing: Drawing) -> list[Round]:
    """At most 6 rounds of items that fit, about half of the messages genuine; fewer when too many were met."""
    families = level.mixes or (level.family.id,)
    wanted = POOL * players
    for family in drawing.random.sample(families, len(families)):
        for kinds in (("judge",), SIDE_KINDS[1:]):
            drawing.take(family, -(-wanted // len(families)), kinds)
    return make_rounds([one for one in drawing.taken if fits(one.item)], players, drawing.random)


def make_rounds(pool: Sequence[BankItem], players: int, random: Random) -> list[Round]:
    """Rounds of items as difficult and as genuine as each other, the easiest first. Who gets which is chance."""
    genuine = [one for one in pool if one.nature == "genuine"]
    feigned = [one for one in pool if one.nature not in ("", "genuine")]
    plain = [one for one in pool if not one.nature]
    sorts = [_alike(group, players, random) for group in (genuine, feigned, plain)]
    used = {one.hash for rounds in sorts for round_ in rounds for one in round_}
    sorts.append(_alike([one for one in pool if one.hash not in used], players, random))
    rounds: list[Round] = []
    while len(rounds) < SIDE_ITEMS and any(sorts):
        for group in sorts[:-1] if any(sorts[:-1]) else sorts:
            if group and len(rounds) < SIDE_ITEMS:
                rounds.append(group.pop(0))
    random.shuffle(rounds)
    rounds.sort(key=lambda one: one[0].item.difficulty)
    return [tuple(random.sample(one, len(one))) for one in rounds]


def begin_sides(level: Level, mode: Mode, players: int, drawing: Drawing) -> list[Run]:
    """A run for each child; none where too few items are left to share."""
    rounds = draw_rounds(level, players, drawing)
    if len(rounds) < LEAST_ITEMS:
        return []
    runs = [begin_side(level.family.id, mode, rounds, side, drawing.random) for side in range(players)]
    return join(runs) if mode == "together" else runs


def begin_side(level: str, mode: Mode, rounds: Sequence[Round], side: int, random: Random) -> Run:
    """The run of the child at `side` (from 0). Nothing is added to it: nobody has more to do than the others."""
    turns = tuple(make_turn(one[side], side + 1, random) for one in rounds)
    lies = max(1, round(LIES * len(turns) / ITEMS))
    return Run(level, 1, turns, lies_total=lies, lies=lies, extra=EXTRA, mode=mode)


def join(runs: Sequence[Run]) -> list[Run]:
    """The runs against one monster: its lies are those of all, and so are the hearts."""
    lies, hearts = sum(run.lies_total for run in runs), len(runs) + 1
    return [replace(run, lies=lies, lies_total=lies, hearts=hearts, hearts_total=hearts) for run in runs]


def shared(run: Run, acted: Run) -> Run:
    """`run` after another child's run against the same monster went on to `acted`."""
    return replace(run, lies=acted.lies, hearts=acted.hearts)


def merged(runs: Sequence[Run]) -> Run:
    """All runs as one, for the facts and the scene at the end. Against monsters of their own the best one counts."""
    best = max(runs, key=lambda run: (run.beaten, run.hearts))
    return replace(
        best,
        players=len(runs),
        turns=tuple(turn for run in runs for turn in run.turns),
        answers=tuple(answer for run in runs for answer in run.answers),
        best_combo=max(run.best_combo for run in runs),
    )


def praise_code(run: Run) -> str:
    """What was best about a run, as a word's code: never a comparison with another child."""
    if run.right == len(run.answers):
        return "praise_all"
    if any(answer.turn.again and answer.verdict == "right" for answer in run.answers):
        return "praise_again"
    if run.best_combo >= 3:
        return "praise_combo"
    if any(answer.verdict == "ask_ok" for answer in run.answers):
        return "praise_asked"
    if any(answer.changes and answer.verdict == "right" for answer in run.answers):
        return "praise_changed"
    return "praise_read"


def _alike(pool: Sequence[BankItem], players: int, random: Random) -> list[Round]:
    """Rounds out of `pool`, all of one difficulty each; where there are enough of one kind too."""
    left = random.sample(list(pool), len(pool))
    rounds: list[Round] = []
    keys: tuple[Callable[[BankItem], Hashable], ...] = (
        lambda one: (one.item.kind, one.item.difficulty),
        lambda one: one.item.difficulty,
    )
    for key in keys:
        for value in list(dict.fromkeys(map(key, left))):
            same = [one for one in left if key(one) == value]
            while len(same) >= players:
                rounds.append(tuple(same[:players]))
                same = same[players:]
        used = {one.hash for round_ in rounds for one in round_}
        left = [one for one in left if one.hash not in used]
    return rounds
