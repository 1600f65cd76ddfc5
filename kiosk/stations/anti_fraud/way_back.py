"""Against a crash: a run over the whole screen as JSON values, and back. Pure.

Items lie in it whole, so that the next screen asks the same ones whatever was installed meanwhile.
"""

import logging
from collections.abc import Mapping
from typing import Any

from kiosk.core.item import from_json, to_json
from kiosk.stations.anti_fraud.rules import Answer, Run
from kiosk.stations.anti_fraud.turns import Turn
from kiosk.stations.station import BankItem

NUMBERS = ("players", "lies_total", "lies", "hearts", "combo", "best_combo", "extra", "hearts_total")
log = logging.getLogger(__name__)


def keep(run: Run) -> dict[str, Any]:
    """The run with its answers; nothing once it is over. What is chosen and not confirmed is not kept."""
    if run.finished:
        return {}
    return {
        "level": run.level,
        "turns": [_keep_turn(turn) for turn in run.turns],
        "answers": [[list(one.chosen), one.verdict, one.changes, one.lie_taken, list(one.said)] for one in run.answers],
        **{name: getattr(run, name) for name in NUMBERS},
    }


def restore(state: Mapping[str, Any]) -> Run | None:
    """The run that `keep` gave; `None` where there is none, or none that fits any more."""
    if not state:
        return None
    try:
        turns = tuple(_turn(one) for one in state["turns"])
        answers = tuple(
            Answer(turn, tuple(chosen), verdict, int(changes), bool(lie_taken), tuple(said))
            for turn, (chosen, verdict, changes, lie_taken, said) in zip(turns, state["answers"], strict=False)
        )
        numbers: dict[str, Any] = {name: int(state[name]) for name in NUMBERS}
        run = Run(str(state["level"]), turns=turns, answers=answers, **numbers)
    except (KeyError, TypeError, ValueError) as error:
        log.warning("what was kept of a run does not fit any more: %r", error)
        return None
    return None if run.finished else run


def _keep_turn(turn: Turn) -> dict[str, Any]:
    bank = turn.bank
    return {
        "item": to_json(bank.item),
        "from": [bank.hash, bank.pack, bank.pack_hash, bank.difficulty],
        "order": list(turn.order),
        "player": turn.player,
        "again": turn.again,
        "lettered": turn.lettered,
    }


def _turn(kept: Mapping[str, Any]) -> Turn:
    bank = BankItem(from_json(kept["item"]), *kept["from"])
    return Turn(bank, tuple(kept["order"]), int(kept["player"]), bool(kept["again"]), bool(kept["lettered"]))
