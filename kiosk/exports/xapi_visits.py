"""Two xAPI statements a visit: it began, and it ended after so long with so much done."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from kiosk.core.words import say
from kiosk.exports.asked import Asked
from kiosk.exports.visit_rows import found_visits
from kiosk.exports.xapi_words import (
    BEGAN,
    ENDED,
    KIOSK,
    Statement,
    activity,
    actor,
    context,
    duration,
    extensions,
    stamped,
)


def visit_statements(db: sqlite3.Connection, asked: Asked) -> Iterator[Statement]:
    """The visits that `visit_rows` gives; of one that was never ended only the beginning."""
    name = say("exports.paper_product", asked.language)
    for row in found_visits(db, asked):
        visit, kiosk, origin, start, end, answers, right, lanterns, face, why, stations, class_label, _, *ids = row
        key = f"k{kiosk.hex()}"
        about = context(visit, origin, asked.language)
        about["extensions"] |= extensions(class_label=class_label, kiosk=key)
        common: dict[str, Any] = {"actor": actor(visit), "object": activity("kiosks", key, KIOSK, name, asked.language)}
        if ids[0]:
            yield stamped(ids[0], start, **common, verb=BEGAN, context=about)
        if ids[1]:
            done = extensions(
                answers=answers,
                answers_right=right,
                lanterns=lanterns,
                satisfaction=face,
                ended_why=why,
                stations=stations.split(",") if stations else None,
            )
            result = {"duration": duration(end - start), "completion": why == "left", "extensions": done}
            yield stamped(ids[1], end, **common, verb=ENDED, result=result, context=about)
