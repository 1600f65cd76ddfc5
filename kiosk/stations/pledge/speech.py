"""What stands over and below the bridge, what the primary button is called, and what is read aloud. Pure."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.stations.pledge.promises import Promise
from kiosk.stations.pledge.rules import Lantern

Say = Callable[..., str]
TITLES = {
    "code": "code_title", "choose": "choose_title", "plan": "plan_title", "practice": "practice_title",
    "paint": "paint_title", "sign": "sign_title", "done": "done_title",
}  # fmt: skip
LASTS = {"plan": "planned", "practice": "tried"}
"""What a phase of several steps is called at its last one."""
LABELS = {
    "hello": "begin", "code": "code_find", "back": "to_choose", "choose": "to_plan", "plan": "plan_next",
    "planned": "plan_done", "practice": "practice_next", "tried": "to_paint", "paint": "to_sign", "sign": "signed",
}  # fmt: skip


def subtitle(phase: str, say: Say) -> str:
    """What is to be done now."""
    return say(f"pledge.{TITLES.get(phase, 'tagline')}")


def below_the_bridge(phase: str, lantern: Lantern, say: Say, *, returned: bool) -> str:
    """What the guide says below the bridge."""
    if phase == "hang":
        return say("pledge.hang_title" if lantern.place < 0 else "pledge.hang_again")
    if phase == "done":
        return say("pledge.done") + (say("pledge.done_kept") if returned else "")
    return say("pledge.hello")


def primary_label(phase: str, say: Say, *, last: bool) -> str:
    """What the primary button does; `last`: no child comes after this one."""
    if phase == "done":
        return say("pledge.to_card" if last else "pledge.next_child")
    return say(f"pledge.{LABELS.get(phase, 'hang')}")


def greeting(board: dict[str, Any], say: Say) -> str:
    """Hello, and how far the bridge is lit."""
    return f"{say('pledge.hello')}{board['total']}。{board['classesTitle']}{'，'.join(board['classes'])}"


def choosing_read(touched: Promise | None, told: dict[str, Any], promises: Sequence[Promise]) -> str:
    """What was touched, how many are left, and all that can be chosen."""
    first = f"{touched.text}{told['line']}。" if touched else ""
    return f"{first}{told['head']}。{listed(promises)}"


def listed(promises: Sequence[Promise]) -> str:
    """Promises one after the other."""
    return "".join(one.text for one in promises)
