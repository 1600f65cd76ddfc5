"""One row an answer, from the journal, in the order in which they were recorded."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from kiosk.core.clock import iso
from kiosk.core.events import ORIGINS
from kiosk.exports.asked import Asked
from kiosk.exports.columns import Value
from kiosk.exports.item_texts import ItemTexts
from kiosk.store.folding import fields

# The last name a visit was given counts. Materialised: SQLite keeps it on disk if it grows, not in our memory.
NAMED = """
    WITH named AS MATERIALIZED (
        SELECT visit, json_extract(body, '$.class_label') AS class_label, json_extract(body, '$.nickname') AS nickname,
            max(position) FROM journal_entry WHERE kind = 'visitor_named' GROUP BY visit
    )
"""
ANSWERS = """
    FROM journal_entry AS entry LEFT JOIN named ON named.visit = entry.visit
    WHERE entry.kind = 'item_answered' AND entry.utc_ms >= ? AND entry.utc_ms < ?
        AND (? = '' OR named.class_label = ?) AND (? = '' OR json_extract(entry.body, '$.station') = ?)
"""
FIELDS = (
    "entry.epoch, entry.seq, entry.id, entry.kiosk, entry.visit, entry.origin, entry.utc_ms, entry.code, entry.stored,"
    " coalesce(named.class_label, ''), coalesce(named.nickname, '')"
)


def limits(asked: Asked) -> tuple[int, int, str, str, str, str]:
    """The parameters of `ANSWERS`."""
    return asked.start, asked.end, asked.class_label, asked.class_label, asked.station, asked.station


def count_answers(db: sqlite3.Connection, asked: Asked) -> int:
    """How many rows `log_rows` will give."""
    return int(db.execute(f"{NAMED} SELECT count(*) {ANSWERS}", limits(asked)).fetchone()[0])


def log_rows(db: sqlite3.Connection, asked: Asked) -> Iterator[tuple[Value, ...]]:
    """Rows for the columns `LOG`. Item texts, packs and names are as they were at that moment."""
    texts, returned, forms = ItemTexts(db, asked), returning(db, asked), class_forms(db)
    for row in db.execute(f"{NAMED} SELECT {FIELDS} {ANSWERS} ORDER BY entry.position", limits(asked)):
        yield log_row(tuple(row), texts, asked, returned, forms)


def returning(db: sqlite3.Connection, asked: Asked) -> dict[str, str]:
    """The keyed hash of the return code by visit, forms included, of the codes whose consent stands."""
    live = asked.returning.live
    if not live:
        return {}
    forms = db.execute("SELECT visit, json_extract(body, '$.returning') FROM journal_entry WHERE kind = 'form_started'")
    of_forms = {uuid_text(visit): code for visit, code in forms if code in live}
    return of_forms | {visit: code for visit, code in asked.returning.by_visit.items() if code in live}


def class_forms(db: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """Form and class session by the visit that is one child's form."""
    rows = db.execute(
        "SELECT visit, json_extract(body, '$.form'), json_extract(body, '$.session') FROM journal_entry"
        " WHERE kind = 'form_started'"
    )
    return {uuid_text(visit): (form, session) for visit, form, session in rows}


def log_row(
    row: tuple[Any, ...],
    texts: ItemTexts,
    asked: Asked,
    returned: Mapping[str, str],
    forms: Mapping[str, tuple[str, str]],
) -> tuple[Value, ...]:
    """One answer under the columns `LOG`, from the columns `FIELDS`."""
    epoch, seq, id_, kiosk, visit, origin, utc_ms, code, stored, class_label, nickname = row
    answer = fields(code, stored)
    item = texts.item(answer["item_hash"])
    title, version = texts.pack(answer["pack_hash"])
    visit = uuid_text(visit)
    return (
        datetime.fromtimestamp(utc_ms // 1000),
        texts.name("origin", ORIGINS[origin]),
        class_label,
        nickname,
        answer.get("player", 1),
        texts.name("station", answer["station"]),
        asked.levels.get(answer["level"], answer["level"]),
        item.kind,
        item.stem,
        item.message,
        item.nature,
        item.said(answer["chosen"]),
        item.replies(answer.get("said", ())),
        item.said(answer["right"]),
        texts.name("verdict", answer["verdict"]),
        answer["reading_ms"] / 1000,
        answer.get("changes", 0),
        texts.name("confidence", answer.get("confidence", "")),
        texts.name("mode", answer.get("mode", "")),
        title,
        answer["pack"],
        version,
        answer["pack_hash"],
        answer["item"],
        answer["item_hash"],
        iso(utc_ms),
        visit,
        f"k{kiosk.hex()}",
        epoch.hex(),
        seq,
        uuid_text(id_),
        returned.get(visit, ""),
        *forms.get(visit, ("", "")),
    )


def uuid_text(stored: bytes | str | None) -> str:
    """An id as it is written elsewhere; empty where there is none."""
    if isinstance(stored, bytes):
        # By hand: `uuid.UUID` takes five times as long, and a journal is long.
        digits = stored.hex()
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
    return stored or ""
