"""How good the base's items are, by everybody's answers; and what is collected for their authors. Qt-free."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kiosk.core.events import ItemFlagged
from kiosk.core.item import Item
from kiosk.core.words import say
from kiosk.exports.asked import Asked
from kiosk.exports.class_report_rows import Texts
from kiosk.exports.columns import Column, Value
from kiosk.exports.item_texts import GAP, ItemTexts
from kiosk.exports.locking import write_file
from kiosk.exports.writing import Written
from kiosk.learning.item_analysis import ENOUGH, Figures, Response, analyse

NEWEST = 60_000
"""So many of the newest answers are looked at: items are judged by how they go now."""
STAFF_REASONS = ("wrong_key", "unclear", "outdated")
"""Why staff flag an item: codes of `item_quality.staff_…`."""
FLAGS = (
    Column("stem", width=50),
    Column("message", width=50),
    Column("kind", width=8),
    Column("right", width=30),
    Column("answers", "number", 8),
    Column("share_right", "number", 10),
    Column("discrimination", "number", 10),
    Column("option_shares", width=50),
    Column("doubts", width=50),
    Column("staff_doubts", width=24),
    Column("pack", width=24),
    Column("item", width=16),
    Column("item_hash", "code", 18),
)
"""One row an item that is in doubt, for its author."""


@dataclass(frozen=True, slots=True)
class Quality:
    """An item with its figures; `flagged` are the reasons that staff gave, the newest last."""

    item: Item
    pack: str
    figures: Figures
    flagged: tuple[str, ...]

    @property
    def doubtful(self) -> bool:
        """Whether its author should look at it."""
        return bool(self.figures.flags or self.flagged)


def qualities(db: sqlite3.Connection, *, every_origin: bool = False) -> list[Quality]:
    """Every item with enough answers or a flag: the doubtful ones first, then the hardest."""
    sheets, packs = _sheets(db, every_origin)
    flagged = _flagged(db)
    texts = Texts(db)
    items = {hash: item for hash in {*packs, *flagged} if (item := texts.item(hash)) is not None}
    found = [
        Quality(items[one.key], packs.get(one.key, ""), one, tuple(flagged.get(one.key, ())))
        for one in analyse(items, sheets)
        if one.answers >= ENOUGH or one.key in flagged
    ]
    return sorted(found, key=_order)


def _order(one: Quality) -> tuple[bool, int, float, str]:
    difficulty = one.figures.difficulty
    return not one.doubtful, -len(one.figures.flags), 1.0 if difficulty is None else difficulty, one.item.id


def _sheets(db: sqlite3.Connection, every_origin: bool) -> tuple[list[dict[str, Response]], dict[str, str]]:
    """What each child answered first to each item, by item hash; and the pack of each item."""
    rows = db.execute(
        "SELECT visit, body FROM (SELECT visit, body, position FROM journal_entry WHERE kind = 'item_answered'"
        " AND (? OR origin = 0) ORDER BY position DESC LIMIT ?) ORDER BY position",
        (every_origin, NEWEST),
    )
    # What kiosks of the same classes recorded, as far as their parts are here.
    joined = db.execute(
        "SELECT visit, body FROM class_row WHERE kind = 'item_answered' AND (? OR origin = 0) ORDER BY utc_ms, seq",
        (every_origin,),
    )
    sheets: dict[tuple[object, int], dict[str, Response]] = defaultdict(dict)
    packs: dict[str, str] = {}
    for visit, body in chain(rows, joined):
        answer = json.loads(body)
        if answer["verdict"] != "promised":
            response = Response(tuple(answer["chosen"]), answer["verdict"])
            sheets[visit, answer.get("player", 1)].setdefault(answer["item_hash"], response)
            packs[answer["item_hash"]] = answer["pack"]
    return list(sheets.values()), packs


def _flagged(db: sqlite3.Connection) -> dict[str, list[str]]:
    """The reasons that staff gave, by item hash."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = db.execute(f"SELECT body FROM journal_entry WHERE kind = '{ItemFlagged.kind}' ORDER BY position")
    for (body,) in rows:
        flag = json.loads(body)
        if flag["reason"] not in found[flag["item_hash"]]:
            found[flag["item_hash"]].append(flag["reason"])
    return found


def flags_file(db: sqlite3.Connection, found: list[Quality], language: str, out: Path) -> Written:
    """Write the doubtful items as a workbook. Raises KioskError (`exports.…`)."""
    from kiosk.exports import xlsx_file

    doubtful = [one for one in found if one.doubtful]
    rows = list(_rows(db, doubtful, language))
    room = (len(rows) + 100) * xlsx_file.BYTES_A_ROW
    return write_file(out, room, lambda file: xlsx_file.write_xlsx(file, FLAGS, rows, language))


def _rows(db: sqlite3.Connection, found: list[Quality], language: str) -> Iterator[tuple[Value, ...]]:
    texts = ItemTexts(db, Asked(language=language))
    for one in found:
        figures, text = one.figures, texts.item(one.figures.key)
        yield (
            text.stem,
            text.message,
            text.kind,
            text.said(one.item.right),
            figures.answers,
            "" if figures.difficulty is None else round(figures.difficulty, 3),
            "" if figures.discrimination is None else round(figures.discrimination, 3),
            GAP.join(f"{text.said((key,))} {share:.0%}" for key, share in figures.shares.items()),
            GAP.join(say(f"learning.{flag}", language) for flag in figures.flags),
            GAP.join(say(f"item_quality.staff_{reason}", language) for reason in one.flagged),
            one.pack,
            one.item.id,
            figures.key,
        )
