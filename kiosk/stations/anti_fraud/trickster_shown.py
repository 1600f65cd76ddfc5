"""What QML shows of 小骗子模式 up to its ratings. Pure."""

from typing import Any

from kiosk.stations.anti_fraud.after import Say
from kiosk.stations.anti_fraud.trickster import FEELINGS, RATED, Fishing

TONES = ("glow", "sky", "lilac", "rose")


def stage(fishing: Fishing | None) -> str:
    """`bait` to choose one, `pulled` for what it pulls, `turn` between the baits and the messages."""
    if fishing is None or fishing.finished:
        return "turn"
    return "pulled" if fishing.showing else "bait"


def show_pond(fishing: Fishing, say: Say) -> dict[str, Any]:
    """Who is fished, and the baits; each tells what it pulls once one is cast."""
    pond = fishing.pond
    several = fishing.players > 1
    return {
        "number": say("trickster.round", number=fishing.index + 1, total=len(fishing.ponds)),
        "target": say("trickster.target", target=pond.target),
        "goal": say("trickster.goal", goal=pond.goal),
        "picture": pond.picture,
        "player": fishing.player if several else 0,
        "playerText": say("trickster.player", number=fishing.player) if several else "",
        "ask": say("trickster.ask"),
        "baits": [
            {
                "key": bait.key,
                "text": bait.text,
                "tone": TONES[index],
                "feeling": feeling(bait.works, say) if fishing.showing else "",
            }
            for index, bait in enumerate(pond.baits)
        ],
    }


def show_pulled(fishing: Fishing, say: Say) -> dict[str, Any]:
    """What the bait that is looked at pulls, and why it would work; empty before the cast."""
    bait = fishing.bait if fishing.showing else None
    if bait is None:
        return {}
    return {
        "head": say("trickster.pulled"),
        "feeling": feeling(bait.works, say),
        "why": bait.why,
        "others": say("trickster.others"),
        "stepsTitle": say("trickster.notice"),
        "steps": say("trickster.notice_steps").split("|"),
    }


def show_turn(fishing: Fishing, say: Say) -> dict[str, Any]:
    """What is said between the baits and the messages."""
    feelings = say("trickster.between").join(feeling(one, say) for one in fishing.felt)
    return {
        "head": say("trickster.turn_head"),
        "sub": say("trickster.turn_sub"),
        "felt": say("trickster.turn_felt", feelings=feelings),
        "fair": say("trickster.turn_fair", count=len(RATED)),
        "why": say("trickster.turn_why"),
    }


def primary_label(fishing: Fishing, say: Say) -> str:
    """What the primary button says."""
    match stage(fishing):
        case "bait":
            return say("trickster.cast" if fishing.chosen else "trickster.read_first")
        case "pulled":
            last = len(fishing.cast) == len(fishing.ponds)
            return say("trickster.to_turn" if last else "trickster.next")
    return say("trickster.begin")


def reading(fishing: Fishing, say: Say) -> str:
    """All that stands to be read."""
    match stage(fishing):
        case "bait":
            pond = show_pond(fishing, say)
            texts = [pond["target"], pond["goal"], pond["ask"], *(bait["text"] for bait in pond["baits"])]
        case "pulled":
            pulled = show_pulled(fishing, say)
            texts = [pulled["head"] + pulled["feeling"], pulled["why"], pulled["others"]]
            texts += [pulled["stepsTitle"], *pulled["steps"]]
        case _:
            texts = list(show_turn(fishing, say).values())
    return "。".join(text.rstrip("。") for text in texts) + "。"


def feeling(works: str, say: Say) -> str:
    """The name of a feeling in the child's language."""
    return say(f"trickster.{FEELINGS[works]}")
