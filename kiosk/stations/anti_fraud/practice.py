"""Practice follows the child: what an answer tells of its ability, and an item near to that for the next turn. Pure."""

from collections.abc import Collection, Mapping, MutableMapping
from dataclasses import replace
from random import Random

from kiosk.learning.rating import Ability, rated
from kiosk.stations.anti_fraud.levels import LOCAL
from kiosk.stations.anti_fraud.rules import Run
from kiosk.stations.anti_fraud.turns import make_turn
from kiosk.stations.station import ItemSource


def learn(abilities: MutableMapping[int, Ability], run: Run) -> None:
    """Let the last answer of `run` count for the child who gave it."""
    answer = run.answers[-1]
    bank, player = answer.turn.bank, answer.turn.player
    shown = abilities.get(player, Ability())
    abilities[player] = shown.after(rated(bank.item, bank.difficulty), answer.verdict)


def fit(run: Run, items: ItemSource, met: Collection[str], abilities: Mapping[int, Ability], random: Random) -> Run:
    """`run` with an item for the present turn that is near to what its child has shown.

    It takes the place of the planned one only as one of the same family, kind and nature, so that what a run mixes
    stays as it is. A trick that comes back, a child of whom nothing is known yet, and runs at sides of a shared screen,
    where everybody gets as much and as difficult items as the others, keep what was planned.
    """
    turn = run.turn
    shown = abilities.get(turn.player)
    if shown is None or not shown.answers or turn.again or run.mode != "practice":
        return run
    planned = turn.bank
    family = planned.item.family or LOCAL
    later = {one.bank.hash for one in run.turns if one is not turn}
    found = items.pick(
        family,
        1,
        kinds=(planned.item.kind,),
        natures=(planned.nature,),
        avoid={*met, *later},
        random=random,
        ability=shown.value,
    )
    if not found or found[0].hash == planned.hash:
        return run
    place = len(run.answers)
    turns = (*run.turns[:place], make_turn(found[0], turn.player, random), *run.turns[place + 1 :])
    return replace(run, turns=turns)
