"""An item's figures as QML shows them. Qt-free."""

from collections.abc import Callable
from typing import Any

from kiosk.core.item import Item
from kiosk.core.words import say
from kiosk.exports.item_quality import Quality
from kiosk.exports.item_texts import message_text
from kiosk.learning.item_analysis import ENOUGH

LONGEST = 60
"""Characters of an item in the list."""
Say = Callable[..., str]


def reason(key: str, words: Say) -> str:
    """What staff hold against an item."""
    return words(f"item_quality.staff_{key}")


def row(one: Quality, language: str) -> dict[str, Any]:
    """One item in the list."""
    difficulty = one.figures.difficulty
    whole = " ".join(asked(one.item).split())
    return {
        "key": one.figures.key,
        "text": whole if len(whole) <= LONGEST else whole[: LONGEST - 1] + "…",
        "about": _in_short(one, language),
        "share": -1.0 if difficulty is None else difficulty,
        "told": "" if difficulty is None else f"{difficulty:.0%}",
        "doubtful": one.doubtful,
    }


def detail(one: Quality, language: str) -> dict[str, Any]:
    """The item that is looked at: what it asks, a bar for each answer, and what speaks against it."""
    figures = one.figures
    return {
        "key": figures.key,
        "text": asked(one.item),
        "doubtful": one.doubtful,
        "doubts": _doubts(one, language),
        "bars": [
            {"label": _answer(one.item, key, language), "told": f"{share:.0%}", "value": share, "right": right}
            for key, share in figures.shares.items()
            for right in [key in one.item.right]
        ],
        "numbers": [
            {"name": say(f"item_quality.{name}", language), "value": value}
            for name, value in (
                ("answers", str(figures.answers)),
                ("difficulty", _figure(figures.difficulty, ".0%", language)),
                ("discrimination", _figure(figures.discrimination, ".2f", language)),
            )
        ],
    }


def asked(item: Item) -> str:
    """The item's message, if it has one, and its question."""
    if item.message is None:
        return item.stem
    parts = {
        "sender": item.message.sender,
        "parts": [{"text": part.text, "title": part.title, "link": part.link} for part in item.message.parts],
    }
    return f"{message_text(parts)}\n{item.stem}"


def _figure(value: float | None, form: str, language: str) -> str:
    return say("item_quality.no_figure", language) if value is None else format(value, form)


def _answer(item: Item, key: str, language: str) -> str:
    """An answer's text: an option's, a nature's, or that of a cue."""
    for option in item.options:
        if option.key == key:
            return option.text
    cues = item.message.cues if item.message and item.kind == "cues" else ()
    texts = {f"c{number}": cue.text for number, cue in enumerate(cues, start=1)}
    if key in texts:
        return texts[key]
    for group in ("nature", "cue", "ending"):
        try:
            return say(f"exports.{group}_{key}", language)
        except KeyError:
            continue
    return key


def _in_short(one: Quality, language: str) -> str:
    """The doubts in a few words."""
    found = [say(f"item_quality.short_{flag}", language) for flag in one.figures.flags]
    found += [say(f"item_quality.staff_{key}", language) for key in one.flagged]
    return " · ".join(found[:2]) or _doubts(one, language)[0]


def _doubts(one: Quality, language: str) -> list[str]:
    """What speaks against the item: the answers, then staff; or that nothing does."""
    found = [say(f"learning.{flag}", language) for flag in one.figures.flags]
    found += [say(f"item_quality.staff_{key}", language) for key in one.flagged]
    if not found and one.figures.answers < ENOUGH:
        return [say("item_quality.few_answers", language, least=ENOUGH)]
    return found or [say("item_quality.looks_fine", language)]
