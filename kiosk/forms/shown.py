"""What QML shows of a child's form. Pure."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.classroom.attempt import JUDGEMENTS, Attempt
from kiosk.core.returning import LENGTH, PICTURES
from kiosk.stations.anti_fraud.message import message_text, show_message

Say = Callable[..., str]
LOOKS = {"scam": ("lilac", "mask"), "genuine": ("sky", "shield"), "ask_first": ("glow", "two-people")}
"""Tone and icon of the three judgements, as 反诈关 has them: none of them tells right from wrong."""


def show_item(attempt: Attempt, say: Say) -> dict[str, Any]:
    """The item that waits for an answer."""
    item = attempt.item.item
    assert item.message is not None
    return {
        "stem": item.stem,
        "message": show_message(item.message),
        "overrides": dict(item.pinyin),
        "options": [
            {"key": key, "text": say(f"classroom.judge_{key}"), "tone": LOOKS[key][0], "icon": LOOKS[key][1]}
            for key in JUDGEMENTS
        ],
    }


def item_reading(attempt: Attempt, say: Say) -> str:
    """All of it that can be read aloud."""
    item = attempt.item.item
    assert item.message is not None
    return "。".join([message_text(item.message), item.stem, *(say(f"classroom.judge_{key}") for key in JUDGEMENTS)])


def show_code(code: Sequence[str]) -> list[str]:
    """The places of the code as they fill."""
    return [*code, *[""] * (LENGTH - len(code))]


def enter(code: tuple[str, ...], picture: str) -> tuple[str, ...]:
    """The code after a touch on `picture`; a second touch takes it back."""
    if picture in code:
        return tuple(one for one in code if one != picture)
    return (*code, picture) if picture in PICTURES and len(code) < LENGTH else code
