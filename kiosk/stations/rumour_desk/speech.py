"""What the primary button is called and what is read aloud. Pure."""

from typing import Any

from kiosk.stations.rumour_desk.facts import Say
from kiosk.stations.rumour_desk.rules import Run
from kiosk.stations.rumour_desk.shown import show_ratings


def primary_label(run: Run, phase: str, say: Say, *, busy: bool) -> str:
    """What the primary button does now."""
    if busy:
        code = "hanging"
    elif phase == "bait":
        code = "cast" if run.bait >= 0 else "choose_bait"
    elif phase == "pulled":
        code = "next_bait" if run.fishing else "to_claims"
    elif phase == "after":
        code = "to_result" if run.over else "next"
    elif run.ready:
        code = "confirm"
    else:
        code = "look_more" if not run.draft.looked else "sure_first" if run.draft.rating else "rate_first"
    return say(f"rumour_desk.{code}")


def read(phase: str, parts: dict[str, dict[str, Any]], say: Say) -> str:
    """All that stands to be read; `parts` are what QML shows."""
    if phase == "claim":
        claim, found = parts["claim"], parts["found"]
        ratings = "".join(f"{one['label']}。" for one in show_ratings(say))
        return "".join([claim["says"], claim["text"], found["title"], found["text"], ratings])
    if phase == "after":
        return "".join(parts["after"][name] for name in ("head", "truth", "explanation", "calm"))
    if phase == "bait":
        return "".join([parts["bait"]["goal"], *parts["bait"]["options"]])
    if phase == "pulled":
        return "".join(parts["pulled"][name] for name in ("text", "pulls", "why"))
    return say("rumour_desk.hub_hello")
