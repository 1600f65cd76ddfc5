"""The monster beside the question, its lies and the hearts; and the scene when a level is over. Pure."""

from typing import Any

from kiosk.stations.anti_fraud.after import Say
from kiosk.stations.anti_fraud.levels import Level
from kiosk.stations.anti_fraud.rules import HEARTS, Run

COMBO_SHOWN = 2
"""Right answers in a row from which the row is shown."""


def show_fight(run: Run, level: Level, after: bool, say: Say) -> dict[str, Any]:
    """The monster's state: `idle`, `hit` right after it lost a lie, `beaten` without lies."""
    lost = after and bool(run.answers) and run.answers[-1].lie_taken
    speech = "hit" if lost else _speech(run, after)
    return {
        "monster": level.family.monster,
        "name": level.monster_name,
        "state": "beaten" if run.beaten else "hit" if lost else "idle",
        "lies": run.lies,
        "liesTotal": run.lies_total,
        "lost": lost,
        "liesText": say("anti_fraud.lies_left", count=run.lies) if run.lies else say("anti_fraud.lies_none"),
        "speech": say(f"anti_fraud.speech_{speech}"),
        "speechStrong": say(f"anti_fraud.speech_{speech}_strong"),
        "hearts": run.hearts,
        "heartsTotal": HEARTS,
        "done": len(run.answers),
        "total": len(run.turns),
        "combo": say("anti_fraud.combo", count=run.combo) if run.combo >= COMBO_SHOWN else "",
    }


def show_won(run: Run, level: Level, say: Say) -> dict[str, Any]:
    """The end of a run: beaten or not, always something to be glad of."""
    outcome = "beaten" if run.beaten else "end"
    lines = [say("anti_fraud.won_seen", total=len(run.answers))]
    if run.right:
        lines = [say("anti_fraud.won_right", right=run.right, total=len(run.answers))]
        lines.append(say("anti_fraud.won_lanterns", count=run.right))
    if run.best_combo >= COMBO_SHOWN:
        lines.append(say("anti_fraud.won_combo", count=run.best_combo))
    return {
        "head": say(f"anti_fraud.won_{outcome}", monster=level.monster_name),
        "sub": say(f"anti_fraud.won_{outcome}_sub", count=run.lies),
        "picture": level.family.monster + ("-beaten" if run.beaten else ""),
        "beaten": run.beaten,
        "stars": run.stars,
        "lanterns": run.right,
        "total": len(run.answers),
        "lines": lines,
    }


def won_reading(shown: dict[str, Any]) -> str:
    """All that stands to be read in the scene."""
    return "。".join([shown["head"], shown["sub"], *shown["lines"]]) + "。" if shown else ""


def _speech(run: Run, after: bool) -> str:
    """What the monster says about the item that is asked, or was just answered."""
    if run.beaten:
        return "beaten"
    turn = run.answers[-1].turn if after or run.finished else run.turn
    if turn.again:
        return "again"
    return "message" if turn.bank.item.message else "question"
