"""How items behave: for the whole hub, a district or a base."""

import json
import math
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.core.words import say
from kiosk.exports.item_texts import chat_text, message_text
from kiosk.hub.people.scope import Scope
from kiosk.hub.rollups.items import ItemSum
from kiosk.hub.rollups.writing import item_of
from kiosk.hub.store import rollup_tables as kept
from kiosk.hub.store import tables
from kiosk.learning.item_analysis import DECENT, EASY, ENOUGH, HARD, LITTLE, ONE_SIDED
from kiosk.learning.small_cells import LEAST, shown

FLAGS = ("too_hard", "too_easy", "tells_nothing")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item with its sums and its text, empty while that has not come; `flags` say why it may be wrong itself."""

    hash: str
    sum: ItemSum
    flags: tuple[str, ...]
    stem: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item with its answers: text of each, how often it was chosen (`None`: too few), whether it is right."""

    line: ItemLine
    explanation: str
    answers: list[tuple[str, int | None, bool]]


def lines(connection: sa.Connection, scope: Scope, origin: int) -> list[ItemLine]:
    """Items with enough answers to be told of: those with flags first, then the most answered."""
    table = kept.item_figure
    names = [name for name in ItemSum.__slots__ if name not in ("item", "pack", "chosen")]
    query = (
        sa.select(
            table.c.item_hash, sa.func.min(table.c.item).label("item"), sa.func.min(table.c.pack).label("pack"),
            *(sa.cast(sa.func.sum(table.c[name]), _sum_type(name)).label(name) for name in names),
        )
        .where(scope.sums(table.c.base), table.c.origin == origin)
        .group_by(table.c.item_hash)
        .having(sa.func.sum(table.c.answers) >= LEAST)
    )  # fmt: skip
    found = []
    for row in connection.execute(query):
        one = ItemSum(row.item, row.pack, **{name: getattr(row, name) for name in names})
        found.append(ItemLine(row.item_hash, one, flags(one)))
    return sorted(found, key=lambda one: (not one.flags, -one.sum.answers, one.hash))


def _sum_type(name: str) -> type[sa.types.TypeEngine[Any]]:
    return sa.Float if name.startswith("strength") else sa.BigInteger


def with_texts(connection: sa.Connection, some: list[ItemLine]) -> list[ItemLine]:
    """`some` with what children saw."""
    texts = _texts(connection, [one.hash for one in some])
    return [ItemLine(one.hash, one.sum, one.flags, *_told(texts.get(one.hash))) for one in some]


def item(connection: sa.Connection, scope: Scope, origin: int, hash: str, language: str) -> ItemPage | None:
    """One item, if enough in sight have answered it."""
    one = _sum(connection, scope, origin, hash)
    if one.answers < LEAST:
        return None
    fields = _texts(connection, [hash]).get(hash)
    line = ItemLine(hash, one, flags(one), *_told(fields))
    right = ",".join(fields["right"]) if fields else ""
    chosen = one.chosen.most_common()
    counts = shown([count for _, count in chosen])
    answers = [
        (_answer(fields, keys, language), count, keys == right) for (keys, _), count in zip(chosen, counts, strict=True)
    ]
    return ItemPage(line, str(fields.get("explanation", "")) if fields else "", answers)


def flags(one: ItemSum) -> tuple[str, ...]:
    """As `item_analysis`, from sums."""
    if one.rights + one.wrongs < ENOUGH:
        return ()
    difficulty = one.difficulty or 0.0
    holds = {
        "too_hard": difficulty < HARD,
        "too_easy": difficulty > EASY,
        "tells_nothing": _tells_nothing(one.discrimination, one.judged),
    }
    return tuple(name for name in FLAGS if holds[name])


def _tells_nothing(found: float | None, answers: int) -> bool:
    if found is None or found >= LITTLE or answers < ENOUGH:
        return False
    return found <= -1 or math.atanh(found) + ONE_SIDED / math.sqrt(answers - 3) < math.atanh(DECENT)


def _sum(connection: sa.Connection, scope: Scope, origin: int, hash: str) -> ItemSum:
    """One item in sight, with its answers."""
    table = kept.item_figure.c
    query = sa.select(kept.item_figure).where(scope.sums(table.base), table.origin == origin, table.item_hash == hash)
    found = ItemSum()
    for row in connection.execute(query):
        found.add(item_of(row))
    return found


def _texts(connection: sa.Connection, hashes: list[str]) -> dict[str, Any]:
    table = tables.item_text.c
    rows = connection.execute(sa.select(table.hash, table.body).where(table.hash.in_(hashes)))
    return {row.hash: json.loads(row.body) for row in rows}


def _told(fields: Any) -> tuple[str, str]:
    if not fields:
        return "", ""
    return str(fields.get("stem", "")), message_text(fields.get("message")) or chat_text(fields.get("chat"))


def _answer(fields: Any, keys: str, language: str) -> str:
    """The text of an answer; keys that have none stand for themselves."""
    options = {one["key"]: one["text"] for one in fields.get("options", ())} if fields else {}
    told = []
    for key in keys.split(","):
        name = f"exports.nature_{key}" if key in ("scam", "genuine", "ask_first") else ""
        told.append(options.get(key) or (say(name, language) if name else key))
    return "；".join(told)
