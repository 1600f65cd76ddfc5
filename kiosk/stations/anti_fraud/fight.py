"""The monster beside the question, its lies and the hearts; and the scene when a level is over. Pure."""

from collections.abc import Sequence
from typing import Any

from kiosk.stations.anti_fraud.after import Say
from kiosk.stations.anti_fraud.experience import gained
from kiosk.stations.anti_fraud.levels import Level
from kiosk.stations.anti_fraud.match import praise_code
from kiosk.stations.anti_fraud.rules import Run

COMBO_SHOWN = 2
"""Right answers in a row from which the row is shown."""

CROWD = 4
"""Monsters that stand around a beaten boss."""


def show_fight(run: Run, level: Level, after: bool, say: Say) -> dict[str, Any]:
    """The monster's state: `idle`, `hit` right after it lost a lie, `beaten` without lies."""
    lost = after and bool(run.answers) and run.answers[-1].lie_taken
    speech = "hit" if lost else _speech(run, after)
    return {
        "monster": level.family.monster,
        "boss": level.boss,
        "name": level.monster_name,
        "state": "beaten" if run.beaten else "hit" if lost else "idle",
        "lies": run.lies,
        "liesTotal": run.lies_total,
        "lost": lost,
        "liesText": say("anti_fraud.lies_left", count=run.lies) if run.lies else say("anti_fraud.lies_none"),
        "speech": say(f"anti_fraud.speech_{speech}"),
        "speechStrong": say(f"anti_fraud.speech_{speech}_strong"),
        "hearts": run.hearts,
        "heartsTotal": run.hearts_total,
        "done": len(run.answers),
        "total": len(run.turns),
        "combo": say("anti_fraud.combo", count=run.combo) if run.combo >= COMBO_SHOWN else "",
    }


def show_won(run: Run, level: Level, say: Say) -> dict[str, Any]:
    """The end of a run: beaten or not, always something to be glad of. After a boss its whole crowd stands around."""
    outcome = "end" if not run.beaten else "boss" if level.boss else "beaten"
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
        "crowd": [f"{monster}-beaten" for monster in level.crowd[-CROWD:]] if run.beaten else [],
        "boss": level.boss,
        "beaten": run.beaten,
        "stars": run.stars,
        "rank": say(f"anti_fraud.rank_{run.stars}") if run.stars else "",
        "experience": say("anti_fraud.won_experience", count=gained(run)),
        "lanterns": run.right,
        "total": len(run.answers),
        "lines": lines,
        "children": [],
    }


def show_children(runs: Sequence[Run], say: Say) -> list[dict[str, Any]]:
    """After a split screen: a card a child with what was best about its own run, in the children's order."""
    return [
        {
            "player": number,
            "name": say("anti_fraud.side", number=number),
            "praise": say(f"anti_fraud.{praise_code(run)}", count=run.best_combo),
        }
        for number, run in enumerate(runs, start=1)
    ]


def show_done(run: Run, level: Level, say: Say) -> dict[str, str]:
    """What stands on the side of a child who is through while others still read."""
    head = say("anti_fraud.won_beaten", monster=level.monster_name) if run.beaten else say("anti_fraud.won_end")
    return {
        "head": head,
        "praise": say(f"anti_fraud.{praise_code(run)}", count=run.best_combo),
        "wait": say("anti_fraud.side_wait"),
    }


def won_reading(shown: dict[str, Any]) -> str:
    """All that stands to be read in the scene."""
    if not shown:
        return ""
    children = [f"{one['name']}，{one['praise']}" for one in shown["children"]]
    pieces = [shown["head"], shown["sub"], shown["rank"], *(children or shown["lines"]), shown["experience"]]
    return "。".join(piece.rstrip("。！") for piece in pieces) + "。"


def _speech(run: Run, after: bool) -> str:
    """What the monster says about the item that is asked, or was just answered."""
    if run.beaten:
        return "beaten"
    turn = run.answers[-1].turn if after or run.finished else run.turn
    if turn.again:
        return "again"
    return "message" if turn.bank.item.message else "question"
