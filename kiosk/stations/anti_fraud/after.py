"""What is shown after an answer, right or wrong: the verdict in a kind sentence, the reasons, what to do. Pure."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.core.item import NONE, Item
from kiosk.stations.anti_fraud.chat import chat_blocks, node_after
from kiosk.stations.anti_fraud.cues import cue_blocks, cues_head
from kiosk.stations.anti_fraud.message import message_text, passages
from kiosk.stations.anti_fraud.rules import Answer, Run
from kiosk.stations.anti_fraud.steps import step_rows
from kiosk.stations.anti_fraud.turns import Turn

Say = Callable[..., str]
TONES = {"right": ("jade", "check-disc"), "wrong": ("coral", "turn-back-disc"), "ask_ok": ("sky", "two-people")}
STRONG_STEP = {"scam": 2, "genuine": 0, "ask_first": 2}
"""Which step of what to do stands out: telling a grown-up, or looking who sends it."""


def show_after(run: Run, monster: str, say: Say) -> dict[str, Any]:
    """What QML shows about the answer just given in `run`; `monster` is the name of the level's monster."""
    answer = run.answers[-1]
    item = answer.turn.bank.item
    tone, icon = TONES[answer.verdict]
    return {
        "verdict": answer.verdict,
        "tone": tone,
        "icon": icon,
        "head": head(answer, say),
        "sub": sub(run, monster, say),
        "blocks": blocks(answer, say),
        "stepsTitle": say(f"anti_fraud.steps_title_{item.nature}") if item.message else "",
        "steps": say(f"anti_fraud.steps_{item.nature}").split("|") if item.message else [],
        "strongStep": STRONG_STEP.get(item.nature, -1),
        "options": shown_options(answer, say),
    }


def head(answer: Answer, say: Say) -> str:
    """The verdict in a few words. A missed multi-choice says what was missed."""
    item = answer.turn.bank.item
    if item.kind == "judge":
        return say(f"anti_fraud.{answer.verdict}_{item.nature}")
    if item.kind == "chat":
        return say(f"anti_fraud.chat_{item.nature}_{answer.chosen[0]}")
    if item.kind == "cues":
        return cues_head(item, answer.chosen, say)
    if item.kind == "order":
        return say(f"anti_fraud.{answer.verdict}_order")
    if answer.verdict == "right" or item.kind != "multi":
        return say(f"anti_fraud.{answer.verdict}_choice")
    missed = len(set(item.right) - set(answer.chosen))
    surplus = len(set(answer.chosen) - set(item.right))
    if missed and surplus:
        return say("anti_fraud.multi_both")
    return say("anti_fraud.multi_missed", count=missed) if missed else say("anti_fraud.multi_surplus", count=surplus)


def sub(run: Run, monster: str, say: Say) -> str:
    """The second line: what it did to the monster, or why it does not matter."""
    answer = run.answers[-1]
    if answer.verdict == "right":
        if not answer.lie_taken:
            return say("anti_fraud.sub_no_lie_left")
        return say("anti_fraud.sub_last_lie" if run.beaten else "anti_fraud.sub_lie_taken", monster=monster)
    if answer.verdict == "ask_ok":
        return say(f"anti_fraud.sub_ask_{answer.turn.bank.item.nature}")
    comes_back = any(turn.again and _same_trick(turn, answer.turn) for turn in run.turns[len(run.answers) :])
    return say("anti_fraud.sub_comes_back" if comes_back else "anti_fraud.sub_wrong")


def blocks(answer: Answer, say: Say) -> list[dict[str, Any]]:
    """The reasons one under the other: cues with their numbers, the explanation, how the genuine one looks."""
    item = answer.turn.bank.item
    shown = cue_blocks(item, answer.chosen, say) if item.message else []
    cues = any(block["kind"] == "cue" for block in shown)
    shown += chat_blocks(item, answer.said, say)
    texts = {"twin": item.genuine_twin, "why": item.explanation}
    shown += [
        {"kind": kind, "number": 0, "title": say(f"anti_fraud.{kind}"), "text": text}
        for kind, text in (texts.items() if cues else reversed(texts.items()))
        if text
    ]
    return shown


def shown_options(answer: Answer, say: Say) -> list[dict[str, Any]]:
    """The options as they stood, or steps in their right order; each with its mark."""
    item = answer.turn.bank.item
    if item.kind == "order":
        return step_rows(item, answer.chosen, say)
    return [show_option(answer, key, say) for key in answer.turn.order] if item.options else []


def show_option(answer: Answer, key: str, say: Say) -> dict[str, Any]:
    """One option with its mark: `right` (tick), `missed` (tick, not chosen), `wrong` (turned back) or none."""
    item = answer.turn.bank.item
    option = next(one for one in item.options if one.key == key)
    chosen, right = key in answer.chosen, key in item.right
    mark = "right" if right and (chosen or item.kind != "multi") else "missed" if right else "wrong" if chosen else ""
    return {"key": key, "text": option_text(item, key, say), "mark": mark, "why": option.why if mark else ""}


def option_text(item: Item, key: str, say: Say) -> str:
    """The words of option `key`; a judgement's keys are natures, those of a search for cues are passages."""
    if item.kind == "cues" and item.message:
        found = (one.text for one in passages(item.message) if one.key == key)
        return next(found, say("anti_fraud.cues_none"))
    if item.kind == "judge":
        return say(f"anti_fraud.{key}")
    return next(option.text for option in item.options if option.key == key)


def question_reading(turn: Turn, say: Say, said: Sequence[str] = ()) -> str:
    """All that stands to be read while an item is asked; of a chat what was said last, and the replies to it."""
    item = turn.bank.item
    if item.chat:
        node = node_after(item.chat, said)
        spoken = [*([] if said else [item.stem]), *node.says, *(reply.text for reply in node.replies)]
        return "。".join(piece.rstrip("。") for piece in spoken) + "。"
    pieces = [item.stem] if item.kind != "judge" else []
    if item.message:
        pieces.append(message_text(item.message))
    if item.kind == "judge":
        pieces.append(item.stem)
    keys = [NONE] if item.kind == "cues" else turn.order
    pieces += [option_text(item, key, say) for key in keys]
    return "。".join(piece.rstrip("。") for piece in pieces) + "。"


def after_reading(shown: dict[str, Any]) -> str:
    """All that stands to be read after an answer."""
    pieces = [shown["head"], shown["sub"]]
    for option in shown["options"]:
        if option["mark"]:
            pieces += [option["text"], option["why"]]
    for block in shown["blocks"]:
        pieces += [block["title"], block["text"]]
    if shown["steps"]:
        pieces += [shown["stepsTitle"], "，".join(shown["steps"])]
    return "。".join(piece.rstrip("。") for piece in pieces if piece) + "。"


def _same_trick(one: Turn, other: Turn) -> bool:
    return one.bank.item.trick == other.bank.item.trick
