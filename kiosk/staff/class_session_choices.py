"""What a teacher chooses before a class session, in words. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kiosk.classroom import capacity
from kiosk.classroom.lan_state import LanState
from kiosk.classroom.rules import FORM_MOMENTS, PLANS, Asked, Session

Say = Callable[..., str]
MINUTES = (30, 45, 60, 90)
MOST_PRESENT = 60
"""More children than this are two classes."""
USUAL = 40
"""How many children a fit is worked out for while nobody has entered any."""


def choices(say: Say, asked: Asked, sets: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """The rows of choices: `plan`, `minutes`, and `forms` where there is more than our own set."""
    return {
        "plan": [{"key": key, "name": say(f"classroom.plan_{key}"), "chosen": key == asked.plan} for key in PLANS],
        "minutes": [
            {"key": str(one), "name": say("classroom.minutes", count=one), "chosen": one == asked.minutes}
            for one in MINUTES
        ],
        "forms": [
            {"key": key, "name": key or say("classroom.forms_ours"), "chosen": key == asked.forms} for key in sets
        ]
        if len(sets) > 1
        else [],
    }


def picked(asked: Asked, what: str, key: str) -> Asked:
    """`asked` after a choice."""
    if what == "plan" and key in PLANS:
        return replace(asked, plan=key)
    if what == "minutes" and key.isdigit() and int(key) in MINUTES:
        return replace(asked, minutes=int(key))
    return replace(asked, forms=key) if what == "forms" else asked


def toggled(asked: Asked, pack: str) -> Asked:
    """`asked` with `pack` played from, or not; in the order of touching."""
    packs = tuple(one for one in asked.packs if one != pack) if pack in asked.packs else (*asked.packs, pack)
    return replace(asked, packs=packs)


def show_fit(say: Say, asked: Asked, places: int) -> list[dict[str, Any]]:
    """Whether the class fits its time box: at this kiosk, at several, and all together. Honest figures, a line each."""
    if not any(part in FORM_MOMENTS for part in PLANS[asked.plan]):
        return [{"good": True, "text": say("classroom.fit_play", minutes=asked.minutes)}]
    children = asked.present or USUAL
    alone = capacity.at_screens(children, places, 1, asked.plan, asked.minutes)
    lines = [_line(say, "fit_alone", alone, asked, children=children, places=places)]
    needed = capacity.kiosks_needed(children, places, asked.plan, asked.minutes)
    if needed > 1:
        several = capacity.at_screens(children, places, needed, asked.plan, asked.minutes)
        lines.append(_line(say, "fit_several", several, asked, kiosks=needed))
    lines.append(_line(say, "fit_whole", capacity.whole_class(asked.plan, asked.minutes), asked))
    return lines


def _line(say: Say, code: str, fit: capacity.Fit, asked: Asked, **params: int) -> dict[str, Any]:
    minutes = -(-fit.form_s // 60)
    text = say(f"classroom.{code}", minutes=minutes, **params)
    left = max(0, fit.left_s // 60)
    plays = "play" in PLANS[asked.plan]
    ending = ("fit_yes_play" if plays else "fit_yes") if fit.fits else "fit_no"
    return {"good": fit.fits, "text": text + say(f"classroom.{ending}", left=left, box=asked.minutes)}


def show_parts(say: Say, session: Session) -> list[dict[str, Any]]:
    """The parts of the session's plan and where it stands: `done`, `now` or `ahead`."""
    parts = PLANS[session.asked.plan]
    at = parts.index(session.moment) if session.moment in parts else len(parts)
    states = ["done" if place < at else "now" if place == at else "ahead" for place in range(len(parts))]
    return [
        {"name": say(f"classroom.moment_{part}"), "state": state} for part, state in zip(parts, states, strict=True)
    ]


def show_tests(say: Say, session: Session, whole: Mapping[str, int]) -> list[dict[str, Any]]:
    """How many did each test of the plan whole."""
    parts = [part for part in PLANS[session.asked.plan] if part in FORM_MOMENTS]
    return [{"name": say(f"classroom.moment_{part}"), "done": whole.get(part, 0)} for part in parts]


def show_lan(say: Say, state: LanState, code: str, now: int) -> str:
    """How it goes with the other kiosks on the local network, in a sentence."""
    if state.trouble:
        return say(f"classroom.{state.trouble}", number=code)
    if state.over:
        return say("classroom.lan_over")
    if not state.met:
        return say("classroom.lan_waits" if state.leads else "classroom.lan_looks", number=code)
    ago = max(0, now - max(state.met.values())) // 1000
    return say("classroom.lan_leads" if state.leads else "classroom.lan_joins", kiosks=len(state.met), seconds=ago)
