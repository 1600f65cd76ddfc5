"""One row a visit."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from kiosk.core.clock import iso
from kiosk.core.events import ORIGINS
from kiosk.exports.asked import Asked
from kiosk.exports.columns import Value
from kiosk.exports.item_texts import GAP
from kiosk.exports.log_rows import NAMED, uuid_text
from kiosk.store.folding import VERDICT

# `said` once a row, hence the limit that is none: the database works a body out each time it is asked for it.
VISITS = f"""
    , told AS (
        SELECT visit, kiosk, origin, utc_ms, position, kind, id, CASE kind
            WHEN 'item_answered' THEN {VERDICT}
            WHEN 'satisfaction_given' THEN json_extract(body, '$.face')
            WHEN 'visit_ended' THEN json_extract(body, '$.why')
            WHEN 'station_opened' THEN json_extract(body, '$.station') END AS said
        FROM journal_entry WHERE visit IS NOT NULL LIMIT -1
    ), visits AS (
        SELECT visit, kiosk, min(origin) AS origin, min(utc_ms) AS start, max(utc_ms) AS end, min(position) AS place,
            sum(kind = 'item_answered' AND said != 'promised') AS answers,
            sum(kind = 'item_answered' AND said = 'right') AS answers_right,
            sum(kind = 'lantern_lit') AS lanterns,
            max(CASE kind WHEN 'satisfaction_given' THEN said END) AS face,
            max(CASE kind WHEN 'visit_ended' THEN said END) AS why,
            max(CASE kind WHEN 'visit_started' THEN id END) AS begun_id,
            max(CASE kind WHEN 'visit_ended' THEN id END) AS ended_id,
            group_concat(DISTINCT CASE kind WHEN 'station_opened' THEN said END) AS stations
        FROM told GROUP BY visit
    )
    SELECT visits.visit, kiosk, origin, start, end, answers, answers_right, lanterns, face, why,
        coalesce(stations, ''), coalesce(class_label, ''), coalesce(nickname, ''),
        begun_id, ended_id
    FROM visits LEFT JOIN named ON named.visit = visits.visit
    WHERE start >= ? AND start < ? AND (? = '' OR class_label = ?)
        AND (? = '' OR ',' || stations || ',' LIKE '%,' || ? || ',%')
"""


def found_visits(db: sqlite3.Connection, asked: Asked) -> Iterator[sqlite3.Row]:
    """The rows of `VISITS`, in the order in which the visits began."""
    given = (asked.start, asked.end, asked.class_label, asked.class_label, asked.station, asked.station)
    yield from db.execute(f"{NAMED} {VISITS} ORDER BY place", given)


def visit_rows(db: sqlite3.Connection, asked: Asked) -> Iterator[tuple[Value, ...]]:
    """Rows for the columns `VISITS`."""
    for row in found_visits(db, asked):
        visit, kiosk, origin, start, end, answers, right, lanterns, face, why, stations, class_label, nickname, *_ = row
        yield (
            datetime.fromtimestamp(start // 1000),
            datetime.fromtimestamp(end // 1000) if why else "",
            (end - start) // 1000,
            asked.name("origin", ORIGINS[origin]),
            class_label,
            nickname,
            GAP.join(asked.name("station", station) for station in stations.split(",") if station),
            answers,
            right,
            lanterns,
            asked.name("satisfaction", str(face)) if face else "",
            asked.name("ended", why) if why else "",
            iso(start),
            iso(end) if why else "",
            uuid_text(visit),
            f"k{kiosk.hex()}",
        )
