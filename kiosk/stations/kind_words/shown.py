"""What QML shows of a talk: values of plain types, sentences in the child's language. Pure."""

from collections.abc import Callable
from typing import Any

from kiosk.stations.kind_words.layout import Box, Plan
from kiosk.stations.kind_words.rules import PLACES, Talk, Verdict, missing
from kiosk.stations.kind_words.run import Run

Say = Callable[..., str]
Shown = dict[str, Any]
MOST_SHOWN = 4
"""Sentences that the last screen has room for."""


def show_box(box: Box, u: float) -> Shown:
    """A box in pixels."""
    return {"x": box.x * u, "y": box.y * u, "width": box.w * u, "height": box.h * u}


def show_pieces(talk: Talk, plan: Plan, u: float) -> list[Shown]:
    """All tiles in the order of their seats: where each lies, and after sending whether it helped."""
    found = []
    for seat, key in enumerate(talk.seats):
        tile, lies = talk.scene.tile(key), key in talk.placed
        box = plan.places[talk.placed.index(key)] if lies else plan.seats[seat]
        found.append(
            show_box(box, u)
            | {
                "key": key,
                "text": tile.text,
                "lies": lies,
                "held": talk.held == key,
                "there": lies or not talk.sent,
                "judged": "" if not (talk.sent and lies) else "good" if tile.good else "bad",
            }
        )
    return found


def show_places(talk: Talk, plan: Plan, u: float, say: Say) -> list[Shown]:
    """The places of the sentence, with what may be said there while they are empty."""
    empty = [at for at in range(PLACES) if not talk.placed[at]]
    left = missing(talk.scene, talk.said)
    found = []
    for at, box in enumerate(plan.places):
        nth = empty.index(at) if at in empty else 0
        ghost = say(f"kind_words.place_{at + 1}")
        if talk.hinted:
            ghost = need(talk, left[nth], say) if nth < len(left) else say("kind_words.place_free")
        found.append(show_box(box, u) | {"full": bool(talk.placed[at]), "ghost": ghost, "lit": bool(talk.held)})
    return found


def need(talk: Talk, role: str, say: Say) -> str:
    """What a role is, in a child's words; after taking something back a fact sets it right."""
    after = role == "fact" and talk.scene.needs.index(role) > 0
    return say("kind_words.need_after_fact" if after else f"kind_words.need_{role}")


def told(talk: Talk, say: Say) -> str:
    """What is said to a sentence that was sent."""
    verdict: Verdict = talk.verdict
    if verdict == "good":
        return say("kind_words.good" if talk.tries == 1 else "kind_words.good_mended")
    roles = missing(talk.scene, talk.said) if verdict == "missing" else talk.scene.needs
    joiner = say("kind_words.joiner_order" if verdict == "order" else "kind_words.joiner")
    needs = joiner.join(need(talk, role, say) for role in roles)
    return say(f"kind_words.{verdict}", who=talk.scene.who, needs=needs)


def heard(talk: Talk, say: Say) -> str:
    """What the other child answers."""
    if not talk.sent:
        return ""
    if talk.solved:
        return talk.scene.reply
    return say(f"kind_words.heard_{'untrue' if talk.verdict == 'untrue' else talk.mood}")


def show_talk(talk: Talk, say: Say) -> Shown:
    """The moment: who, what happened, what nearly slipped out, what is meant, how the other child looks."""
    scene = talk.scene
    return {
        "face": f"face-kid-{scene.face}-{talk.mood}",
        "mood": talk.mood,
        "who": scene.who,
        "situation": scene.situation,
        "heatedLabel": say(f"kind_words.heated_{scene.theme}"),
        "heated": scene.heated,
        "point": say("kind_words.point", point=scene.point),
        "heard": heard(talk, say),
        "recalled": say("kind_words.recalled") if talk.solved else "",
    }


def show_after(talk: Talk, say: Say) -> Shown:
    """Why each phrase helped or did not, and what to take along."""
    if not talk.sent:
        return {}
    return {
        "good": talk.solved,
        "told": told(talk, say),
        "reasons": [{"text": _quoted(tile.text), "why": tile.why, "good": tile.good} for tile in talk.said],
        "explanation": talk.scene.explanation if talk.solved else "",
    }


def _quoted(phrase: str) -> str:
    """A phrase as the beginning of the sentence about it."""
    return phrase.rstrip("。！？") + "："


def show_won(run: Run, say: Say) -> Shown:
    """The last sentences that ended well, with the faces they made glad."""
    told_ = [{"face": f"face-kid-{talk.scene.face}-glad", "text": talk.text} for talk in run.solved[-MOST_SHOWN:]]
    return {"title": say("kind_words.won_title"), "booth": say("kind_words.won_booth"), "said": told_}


def reading(talk: Talk, say: Say) -> str:
    """All that stands to be read: the moment and the phrases, or the reasons."""
    scene = talk.scene
    if talk.sent:
        reasons = "".join(f"{tile.text}{tile.why}" for tile in talk.said)
        return f"{heard(talk, say)}{told(talk, say)}{reasons}{scene.explanation if talk.solved else ''}"
    moment = f"{scene.situation}{say(f'kind_words.heated_{scene.theme}')}{scene.heated}"
    point = say("kind_words.point", point=scene.point)
    tiles = "".join(scene.tile(key).text for key in talk.seats if key not in talk.placed)
    said = say("kind_words.chosen_reading", text=talk.text) if talk.text else ""
    return f"{moment}{point}{say('kind_words.how')}{said}{tiles}"
