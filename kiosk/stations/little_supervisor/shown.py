"""What QML shows of a week: plain maps of texts, pictures and marks. Pure."""

from typing import Any

from kiosk.stations.little_supervisor.facts import Say
from kiosk.stations.little_supervisor.rules import (
    SUNDAY,
    Answer,
    Case,
    Task,
    Week,
    acts_right,
    cases,
    effect_of,
    weather,
)
from kiosk.stations.little_supervisor.town import ACTS, FINE, WHAT

Shown = dict[str, Any]
WHAT_ICONS = {"fine": "check-disc", "uncivil": "face-sad", "false": "lie", "dangerous": "warning"}
WHAT_TONES = {"fine": "glow", "uncivil": "lilac", "false": "sky", "dangerous": "rose"}
ACT_ICONS = {
    "block": "mute",
    "hold": "stop",
    "advise": "promise-kind-words",
    "tell": "two-people",
    "report": "promise-report",
    "leave": "hand-tap",
}
FORM_ICONS = {
    "post": "flag",
    "picture": "picture",
    "comment": "promise-kind-words",
    "live": "play",
    "chat": "people-three",
}
WHO_ICONS = {"post": "sender-person", "picture": "sender-star", "comment": "sender-friend", "live": "sender-phone"}
BOARD = 4
"""Slips that a board has room for at most."""


def name_of(one: Any, *, english: bool) -> str:
    """The name of a street or handler in the child's language."""
    return str(one.name_en if english else one.name)


def show_streets(week: Week, say: Say, *, english: bool) -> list[Shown]:
    """Every street with its weather, what is new in it, and whose it is where several play."""
    found = []
    for street in week.town.streets:
        waiting = [task for task in week.waiting if task.post.street == street.id]
        sky = weather(week, street.id)
        found.append(
            {
                "id": street.id,
                "name": name_of(street, english=english),
                "theme": street.theme_en if english else street.theme,
                "at": list(street.at),
                "atTall": list(street.at_tall),
                "weather": sky,
                "weatherText": say(f"little_supervisor.weather_{sky}"),
                "waiting": len(waiting),
                "player": waiting[0].player if waiting and week.players > 1 else 0,
            }
        )
    return found


def show_days(week: Week, say: Say) -> list[Shown]:
    """The seven days: which is today, which are over."""
    return [
        {"label": say(f"little_supervisor.day_{day}"), "today": day == week.day, "over": day < week.day}
        for day in range(SUNDAY + 1)
    ]


def show_board(week: Week, say: Say, *, english: bool) -> list[Shown]:
    """The slips of what was handed on, the latest first."""
    handed = [one for one in cases(week) if one.effect.handler]
    return [_slip(one, week, say, english=english) for one in handed[:BOARD]]


def _slip(case: Case, week: Week, say: Say, *, english: bool) -> Shown:
    town, state = week.town, case.state(week.day)
    handler = town.handler(case.effect.handler)
    code = "needless" if state == "done" else state
    clear = case.effect.kind == "clear"
    told = case.task.post.outcome if state == "done" and clear else say(f"little_supervisor.case_{code}")
    return {
        "who": name_of(handler, english=english),
        "icon": handler.icon,
        "pictures": town.pictures,
        "street": name_of(town.street(case.task.post.street), english=english),
        "text": told,
        "state": state,
        "steps": ("sent", "working", "done").index(state) + 1,
        "clear": clear,
    }


def show_post(week: Week, task: Task, say: Say, *, english: bool) -> Shown:
    """A post as its card shows it."""
    post, town = task.post, week.town
    street = town.street(post.street)
    return {
        "id": post.id,
        "form": post.form,
        "formLabel": say(f"little_supervisor.form_{post.form}"),
        "formIcon": FORM_ICONS[post.form],
        "who": post.who,
        "whoIcon": WHO_ICONS.get(post.form, "class"),
        "text": post.text,
        "replies": [{"who": one.who, "text": one.text} for one in post.replies],
        "picture": post.picture,
        "pictures": town.pictures,
        "street": name_of(street, english=english),
        "theme": street.theme_en if english else street.theme,
        "player": task.player if week.players > 1 else 0,
        "turnText": say("little_supervisor.turn", player=task.player) if week.players > 1 else "",
        "pinyin": dict(post.pinyin),
    }


def show_whats(say: Say) -> list[Shown]:
    """What a post can be."""
    return [
        {"key": one, "label": say(f"little_supervisor.what_{one}"), "icon": WHAT_ICONS[one], "tone": WHAT_TONES[one]}
        for one in WHAT
    ]


def show_acts(say: Say) -> list[Shown]:
    """What can be done."""
    return [{"key": one, "label": say(f"little_supervisor.act_{one}"), "icon": ACT_ICONS[one]} for one in ACTS]


def show_after(week: Week, task: Task, answer: Answer, say: Say, *, english: bool) -> Shown:
    """What an answer was worth: what the post is and why, what would help, and what happens now."""
    post = task.post
    seen, did = answer.what == post.what, acts_right(post, answer)
    effect = effect_of(task, answer, week.day)
    return {
        "mood": "right" if seen and did else "near" if seen or did else "again",
        "head": say(
            f"little_supervisor.after_{'right' if seen and did else 'seen' if seen else 'done' if did else 'again'}"
        ),
        "what": say("little_supervisor.it_is", what=say(f"little_supervisor.what_{post.what}")),
        "whatIcon": WHAT_ICONS[post.what],
        "reason": post.reason,
        "explanation": post.explanation,
        "surprising": say("little_supervisor.surprising") if post.surprising and post.fine else "",
        "actsHead": say("little_supervisor.acts_leave" if post.what == FINE else "little_supervisor.acts_good"),
        "acts": [
            {
                "label": say(f"little_supervisor.act_{one}"),
                "icon": ACT_ICONS[one],
                "chosen": one in answer.done,
                "fits": one in post.acts,
            }
            for one in ACTS
            if one in post.acts or one in answer.acts
        ],
        "loop": _loop(week, task, answer, say, english=english),
        "loopIcon": week.town.handler(effect.handler).icon if effect.handler else "",
        "loopPictures": week.town.pictures,
        "weather": {"clear": "sunny", "still": "fair"}.get(effect.kind, "cloudy"),
        "pinyin": dict(post.pinyin),
    }


def _loop(week: Week, task: Task, answer: Answer, say: Say, *, english: bool) -> str:
    """What happens now with the post, and with the weather."""
    effect = effect_of(task, answer, week.day)
    who = name_of(week.town.handler(effect.handler), english=english) if effect.handler else ""
    days = effect.due - week.day
    if effect.kind == "clear":
        code = "sent" if effect.handler else "self" if days else "fine"
    else:
        # Only what helps the child itself was done: the others still meet it.
        alone = effect.kind == "missed" and set(answer.done) <= set(task.post.acts)
        code = "alone" if alone else effect.kind
    return say(f"little_supervisor.loop_{code}", who=who, days=days)
