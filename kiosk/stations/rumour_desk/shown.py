"""What QML shows of a run: plain maps. Pure."""

from typing import Any

from kiosk.stations.rumour_desk.claims import CHECKS
from kiosk.stations.rumour_desk.facts import Say
from kiosk.stations.rumour_desk.rules import RATINGS, SURE, TRICKSTER, Answer, Run, Task, verdict

Shown = dict[str, Any]
CHECK_ICONS = {"source": "sender-person", "date": "calendar", "picture": "picture", "board": "flag"}
LEAN_ICONS = {"for": "check-disc", "against": "turn-back-disc", "open": "info"}
RATING_ICONS = {"genuine": "check-disc", "scam": "turn-back-disc", "ask_first": "info"}
RATING_TONES = {"genuine": "glow", "scam": "rose", "ask_first": "sky"}
SURE_ICONS = {"sure": "star-full", "fairly": "star-empty", "guess": "bulb"}


def show_claim(run: Run, task: Task, say: Say, *, english: bool) -> Shown:
    """The claim as its card shows it."""
    claim = task.claim
    return {
        "text": claim.text,
        "says": say("rumour_desk.who_says", who=claim.who),
        "picture": claim.picture,
        "pictures": run.bank.pictures,
        "theme": run.bank.themes[claim.theme][1 if english else 0],
        "player": task.player if run.players > 1 else 0,
        "pinyin": dict(claim.pinyin),
    }


def show_checks(run: Run, say: Say) -> list[Shown]:
    """The four checks, and which were done."""
    return [
        {
            "key": check,
            "label": say(f"rumour_desk.check_{check}"),
            "icon": CHECK_ICONS[check],
            "looked": check in run.draft.looked,
        }
        for check in CHECKS
    ]


def show_found(run: Run, task: Task, check: str, say: Say) -> Shown:
    """What a check finds; empty before the first."""
    if not check:
        return {"check": "", "text": say("rumour_desk.look_first"), "title": "", "pinyin": {}}
    claim = task.claim
    return {
        "check": check,
        "title": say(f"rumour_desk.check_{check}"),
        "text": claim.checks[check].text,
        "icon": CHECK_ICONS[check],
        "picture": claim.picture,
        "whole": claim.whole,
        "pictures": run.bank.pictures,
        "seen": say("rumour_desk.seen"),
        "wholeLabel": say("rumour_desk.whole"),
        "pinyin": dict(claim.pinyin),
    }


def show_ratings(say: Say) -> list[Shown]:
    """How a claim can be rated."""
    return [
        {"key": one, "label": say(f"rumour_desk.rate_{one}"), "icon": RATING_ICONS[one], "tone": RATING_TONES[one]}
        for one in RATINGS
    ]


def show_sure(say: Say) -> list[Shown]:
    """How sure one can be."""
    return [{"key": one, "label": say(f"rumour_desk.sure_{one}"), "icon": SURE_ICONS[one]} for one in SURE]


def show_after(task: Task, answer: Answer, say: Say) -> Shown:
    """What a rating was worth, what each check said, and a word about how sure the child was."""
    claim, given = task.claim, verdict(task.claim, answer)
    side = "right" if given == "right" else "other"
    # Who has checked all four is not told to check more.
    whole = len(answer.looked) == len(CHECKS) and (side, answer.sure) != ("right", "sure")
    return {
        "verdict": given,
        "head": say(f"rumour_desk.after_{given}"),
        "truth": say(f"rumour_desk.it_is_{claim.truth}"),
        "truthIcon": RATING_ICONS[claim.nature],
        "surprising": say("rumour_desk.surprising") if claim.surprising else "",
        "explanation": claim.explanation,
        "checks": [
            {
                "label": say(f"rumour_desk.check_{check}"),
                "lean": say(f"rumour_desk.lean_{claim.checks[check].leans}"),
                "icon": LEAN_ICONS[claim.checks[check].leans],
                "looked": check in answer.looked,
            }
            for check in CHECKS
        ],
        "calm": say(f"rumour_desk.calm_{side}_{'all' if whole else answer.sure}"),
        "pinyin": dict(claim.pinyin),
    }


def show_bait(run: Run, say: Say) -> Shown:
    """A round of 小骗子模式; once a bait is sent out, what it pulled."""
    number = min(len(run.cast), len(run.baits) - 1)
    bait = run.baits[number]
    return {
        "goal": bait.goal,
        "options": [one.text for one in bait.options],
        "player": number % run.players + 1 if run.players > 1 else 0,
    }


def show_pulled(run: Run, say: Say) -> Shown:
    """What the last bait pulled, and how one notices."""
    number = len(run.cast) - 1
    option = run.baits[number].options[run.cast[number]]
    return {
        "text": option.text,
        "pulls": say("rumour_desk.pulls", what=say(f"rumour_desk.pull_{option.pulls}")),
        "why": option.why,
        "player": number % run.players + 1 if run.players > 1 else 0,
    }


def show_modes(run: Run, say: Say) -> list[Shown]:
    """What can be played here."""
    modes = ["desk", TRICKSTER] if run.bank.baits else ["desk"]
    return [
        {
            "key": one,
            "label": say(f"rumour_desk.mode_{one}"),
            "about": say(f"rumour_desk.mode_{one}_about"),
            "picture": {"desk": "magnifier", TRICKSTER: "monster-trickster"}[one],
        }
        for one in modes
    ]
