"""What the guide says, what the primary button is called, and what is read aloud. Pure."""

from typing import Any

from kiosk.stations.little_supervisor.facts import Say
from kiosk.stations.little_supervisor.rules import Week
from kiosk.stations.little_supervisor.shown import show_acts, show_whats
from kiosk.stations.little_supervisor.town import FINE

AFTER = ("head", "surprising", "what", "explanation", "loop")


def asks_why(week: Week) -> bool:
    """Whether the child said that something is wrong with the post."""
    return week.draft.what not in ("", FINE)


def greeting(week: Week, say: Say, *, passing: bool) -> str:
    """What the guide says over the town."""
    if passing:
        code = "passing"
    elif week.over:
        code = "sunday"
    elif not week.waiting:
        code = "quiet"
    elif week.answers:
        code = "hello_more"
    else:
        code = "hello_several" if week.players > 1 else "hello"
    return say(f"little_supervisor.{code}")


def primary_label(week: Week, phase: str, say: Say, *, busy: bool) -> str:
    """What the primary button does now."""
    if phase == "town":
        code = "to_result" if week.over else "to_posts" if week.waiting else "pass_day"
    elif phase == "after":
        code = "next_post" if week.waiting and week.players == 1 else "to_town"
    elif busy:
        code = "hanging"
    elif not week.ready:
        code = "choose_first"
    else:
        code = "confirm_acts" if week.step == "act" else "to_acts" if asks_why(week) else "confirm"
    return say(f"little_supervisor.{code}")


def read_post(week: Week, post: dict[str, Any], say: Say) -> str:
    """The post, what is asked, and the answers."""
    if week.step == "act":
        return _listed(say("little_supervisor.ask_acts"), [one["label"] for one in show_acts(say)])
    said = [f"{post['who']}：{post['text']}", *(f"{one['who']}：{one['text']}" for one in post["replies"])]
    what = _listed(say("little_supervisor.ask_what"), [one["label"] for one in show_whats(say)])
    why = _listed(say("little_supervisor.ask_why"), list(week.task.post.reasons)) if asks_why(week) else ""
    return "".join([*said, what, why])


def read_after(after: dict[str, Any]) -> str:
    """All that was said of an answer."""
    return "".join(after[part] for part in AFTER)


def _listed(question: str, answers: list[str]) -> str:
    return question + "".join(f"{one}。" for one in answers)
