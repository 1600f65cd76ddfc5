"""One xAPI statement an answer."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from kiosk.exports.asked import Asked
from kiosk.exports.item_texts import ItemText, ItemTexts
from kiosk.exports.log_rows import ANSWERS, FIELDS, NAMED, limits
from kiosk.exports.xapi_words import (
    ANSWERED,
    QUESTION,
    STATION,
    TAGS,
    Statement,
    activity,
    actor,
    context,
    duration,
    extensions,
    stamped,
)
from kiosk.store.folding import fields

PART = "[,]"
"""What stands between several keys in a response."""
KEPT = 4_096
SUCCESS = {"right": True, "wrong": False}
"""Asking first about a genuine message is neither, and a promise is no question."""


def log_statements(db: sqlite3.Connection, asked: Asked) -> Iterator[Statement]:
    """The answers that `log_rows` gives, as statements."""
    texts = ItemTexts(db, asked)
    question = lru_cache(KEPT)(lambda hash, right: question_of(texts.item(hash), hash, right, asked.language))
    station = lru_cache(None)(
        lambda key: activity("stations", key, STATION, asked.name("station", key), asked.language)
    )
    for row in db.execute(f"{NAMED} SELECT {FIELDS} {ANSWERS} ORDER BY entry.position", limits(asked)):
        _, _, id_, kiosk, visit, origin, utc_ms, code, stored, class_label, _ = row
        answer = fields(code, stored)
        about = context(visit, origin, asked.language)
        about["contextActivities"] = {"parent": [station(answer["station"])]}
        about["extensions"] |= told(answer, class_label, asked)
        about["extensions"] |= extensions(kiosk=f"k{kiosk.hex()}", pack_version=texts.pack(answer["pack_hash"])[1])
        yield stamped(
            id_,
            utc_ms,
            actor=actor(visit),
            verb=ANSWERED,
            object=question(answer["item_hash"], tuple(answer["right"])),
            result=result(answer),
            context=about,
        )


def result(answer: dict[str, Any]) -> dict[str, Any]:
    """What was chosen, whether it was right, and how long it took."""
    made: dict[str, Any] = {"response": PART.join(answer["chosen"]), "duration": duration(answer["reading_ms"])}
    if answer["verdict"] in SUCCESS:
        made["success"] = SUCCESS[answer["verdict"]]
    return made


def told(answer: dict[str, Any], class_label: str, asked: Asked) -> dict[str, Any]:
    """What xAPI itself has no place for."""
    level = answer["level"]
    return extensions(
        class_label=class_label,
        level=asked.levels.get(level, level),
        player=answer.get("player", 1),
        mode=answer.get("mode", "practice"),
        verdict=answer["verdict"],
        confidence=answer.get("confidence", ""),
        changes=answer.get("changes", 0),
        item=answer["item"],
        pack=answer["pack"],
        pack_hash=answer["pack_hash"],
    )


def question_of(item: ItemText, hash: str, right: Sequence[str], language: str) -> dict[str, Any]:
    """An item as it was then; its address is its hash, so a corrected item is another activity."""
    made = activity("items", hash, QUESTION, item.stem, language)
    definition = made["definition"]
    if item.message:
        definition["description"] = {TAGS[language]: item.message}
    definition["interactionType"] = "sequencing" if item.form == "order" else "choice"
    definition["correctResponsesPattern"] = [PART.join(right)]
    definition["choices"] = [
        {"id": key, "description": {TAGS[language]: text}}
        for key, text in (item.answers or dict.fromkeys(right, "—")).items()
    ]
    return made
