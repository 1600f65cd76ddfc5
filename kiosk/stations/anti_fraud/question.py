"""What QML shows while an item is asked. Pure."""

from collections.abc import Sequence
from typing import Any

from kiosk.core.item import NONE, Chat
from kiosk.stations.anti_fraud.after import Say, option_text
from kiosk.stations.anti_fraud.chat import bubbles, node_after
from kiosk.stations.anti_fraud.message import show_message
from kiosk.stations.anti_fraud.rules import Run
from kiosk.stations.anti_fraud.turns import Turn

LOOKS = {
    "scam": ("lilac", "mask"),
    "genuine": ("sky", "shield"),
    "ask_first": ("glow", "two-people"),
    NONE: ("sky", "shield"),
}
"""Tone and icon of the three judgements, and of no cue at all: none of them tells right from wrong."""
TONES = ("sky", "glow", "lilac", "rose")
NARROW = 0.56
"""The width of a Latin letter beside that of a Chinese character."""
LONG_OPTION = 16
"""In ems; options longer than this stand one under the other instead of side by side."""
ROOMY_OPTIONS = 4
ROOMY_STEM = 90
"""Up to this many options and ems of the stem the monster keeps its place beside the question."""


def show_question(turn: Turn, number: int, players: int, say: Say, said: Sequence[str] = ()) -> dict[str, Any]:
    """The item for QML. `columns` is how many answers stand side by side; `player` is 0 for a child alone.

    Of a chat it is the place to which the replies `said` have led.
    """
    item = turn.bank.item
    options = [_show_option(turn, index, say) for index in range(len(turn.order))]
    if item.chat:
        options = _show_replies(item.chat, said)
    return {
        "number": number,
        "kind": item.kind,
        "stem": item.stem,
        "ems": ems(item.stem),
        "message": show_message(item.message) if item.message else {},
        "options": options,
        "columns": _columns(turn),
        "longest": max((ems(option["text"]) for option in options), default=1.0),
        "roomy": len(options) <= ROOMY_OPTIONS and ems(item.stem) <= ROOMY_STEM,
        "player": turn.player if players > 1 else 0,
        "playerText": say("anti_fraud.player", number=turn.player) if players > 1 else "",
        "overrides": dict(item.pinyin),
        "chat": _show_chat(item.chat, said) if item.chat else {},
    }


def _show_chat(chat: Chat, said: Sequence[str]) -> dict[str, Any]:
    """The conversation so far; its head is drawn as a message's is."""
    return {
        "channel": chat.channel,
        "sender": chat.sender,
        "note": chat.note,
        "time": "",
        "address": "",
        "picture": f"icon/sender-{chat.icon or 'person'}",
        "bubbles": bubbles(chat, said),
    }


def _show_replies(chat: Chat, said: Sequence[str]) -> list[dict[str, Any]]:
    """What the child may say now."""
    return [
        {"key": reply.key, "text": reply.text, "letter": "", "tone": TONES[index], "icon": ""}
        for index, reply in enumerate(node_after(chat, said).replies)
    ]


def primary_label(run: Run, say: Say) -> str:
    """What the primary button says while an item is asked: what is still to do, or what would be confirmed."""
    item, chosen = run.turn.bank.item, run.chosen
    if not chosen:
        code = {
            "multi": "read_first_several" if run.mode in ("versus", "together") else "read_first_multi",
            "cues": "read_first_cues",
            "order": "read_first_order",
            "chat": "read_first_chat",
        }.get(item.kind, "read_first")
        return say(f"anti_fraud.{code}")
    if item.kind == "order":
        left = len(run.turn.order) - len(chosen)
        return say("anti_fraud.order_left", count=left) if left else say("anti_fraud.take_order")
    if item.kind == "judge" or NONE in chosen:
        return say("anti_fraud.take_choice", choice=option_text(item, chosen[0], say))
    if item.kind in ("multi", "cues"):
        return say("anti_fraud.take_these" if item.kind == "multi" else "anti_fraud.take_cues", count=len(chosen))
    return say("anti_fraud.take_reply" if item.kind == "chat" else "anti_fraud.take_this")


def show_ended(run: Run, say: Say) -> dict[str, Any]:
    """The chat that was just answered, with the last words of the other side."""
    answer = run.answers[-1]
    return show_question(answer.turn, len(run.answers), run.players, say, answer.said)


def ems(text: str) -> float:
    """About how wide `text` is, in heights of a Chinese character."""
    return max(1.0, sum(NARROW if char.isascii() else 1.0 for char in text))


def _show_option(turn: Turn, index: int, say: Say) -> dict[str, Any]:
    key = turn.order[index]
    kind = turn.bank.item.kind
    tone, icon = LOOKS.get(key, (TONES[index % len(TONES)], ""))
    if kind == "true_false":
        icon = "yes" if key == "A" else "no"
    return {
        "key": key,
        "text": option_text(turn.bank.item, key, say),
        "letter": key if turn.lettered else "",
        "tone": tone,
        "icon": icon,
    }


def _columns(turn: Turn) -> int:
    item = turn.bank.item
    if item.kind == "cues":
        return 2
    if item.kind == "chat":
        return 1
    longest = max((ems(option.text) for option in item.options), default=0.0)
    if item.kind in ("judge", "true_false"):
        return len(turn.order)
    if item.message:
        return 1
    return 2 if longest <= LONG_OPTION or len(item.options) > ROOMY_OPTIONS else 1
