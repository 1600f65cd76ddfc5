"""How banks lie in the database: every change of what may be played, each within one transaction of the caller."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.core.item import Item, canonical, from_json, text_hash
from kiosk.packs.bank import Bank, bank_hash
from kiosk.packs.families import LOCAL
from kiosk.packs.vault import ENDING
from kiosk.packs.watching import Watch, watched

if TYPE_CHECKING:
    from kiosk.packs.pack_file import PackFile


@dataclass(frozen=True, slots=True)
class Shelved:
    """A row of `pack`: one version of one bank. `state` is `active`, `kept` (an older version) or `removed`.

    `origin` is `built_in`, `native` or `local`; `installed_ms` counts from 1970 UTC; `turn` is the order of installing.
    What came as a pack file has its name within `packs/` in `file`, and in `signer` the key (hex) that signed it;
    `brings` are the kinds of what is in it, with a space between.
    """

    hash: str
    id: str
    version: str
    title: str
    title_en: str
    language: str
    licence: str
    author: str
    origin: str
    state: str
    installed_ms: int
    turn: int
    items: int
    playable: int
    signer: str = ""
    file: str = ""
    brings: str = "banks"


COLUMNS = ", ".join(Shelved.__slots__)


class Ready:
    """A bank with its texts and hashes made, which takes long and needs no transaction."""

    def __init__(self, bank: Bank, origin: str, pack: "PackFile | None" = None, watch: Watch | None = None) -> None:
        self.watch = watch
        self.bank = bank
        self.origin = origin
        self.signer = pack.signer if pack else ""
        self.file = f"{pack.hash}{ENDING}" if pack else ""
        self.brings = " ".join(pack.manifest.brings) if pack else "banks"
        self.texts = [canonical(item) for item in watched(bank.items, watch, after=len(bank.items))]
        self.hashes = [text_hash(text) for text in self.texts]
        self.name = pack.hash if pack else bank_hash(bank, self.hashes)


def put(db: sqlite3.Connection, ready: Ready, now: int, families: Sequence[str]) -> tuple[Shelved, bool]:
    """Make the bank the active version of its id. The second value tells whether anything changed.

    Raises LookupError with the version when a native bank reuses a version number for other content.
    """
    bank, origin, name = ready.bank, ready.origin, ready.name
    before = by_hash(db, name)
    if before and before.state == "active":
        if ready.signer and ready.signer != before.signer:
            # The same pack, signed since: its content is what it was.
            db.execute("UPDATE pack SET signer = ? WHERE hash = ?", (ready.signer, name))
        return replace(before, signer=ready.signer or before.signer), False
    taken = db.execute("SELECT count(*) FROM pack WHERE id = ? AND version = ?", (bank.id, bank.version)).fetchone()[0]
    if origin == "native" and taken and not before:
        raise LookupError(bank.version)
    turn = db.execute("SELECT coalesce(max(turn), 0) + 1 FROM pack").fetchone()[0]
    version = before.version if before else bank.version or f"1.0.{versions(db, bank.id)}"
    db.execute("UPDATE pack SET state = 'kept' WHERE id = ? AND state = 'active'", (bank.id,))
    if before is None or before.state == "removed":
        _put_items(db, ready)
    texts = (name, bank.id, version, bank.title, bank.title_en, bank.language, bank.licence, bank.author)
    playable = sum(item.playable for item in bank.items)
    came = (ready.signer, ready.file, ready.brings)
    row = Shelved(*texts, origin, "active", now, turn, len(bank.items), playable, *came)
    marks = ", ".join("?" * len(Shelved.__slots__))
    values = [getattr(row, column) for column in Shelved.__slots__]
    db.execute(f"INSERT OR REPLACE INTO pack ({COLUMNS}) VALUES ({marks})", values)
    deal(db, families)
    return row, True


def is_settled(db: sqlite3.Connection, ready: Ready) -> bool:
    """Whether staff have decided about a built-in bank: this content was here before, or the bank was removed."""
    states = [row[0] for row in db.execute("SELECT state FROM pack WHERE id = ?", (ready.bank.id,))]
    return by_hash(db, ready.name) is not None or (bool(states) and set(states) == {"removed"})


def versions(db: sqlite3.Connection, pack: str) -> int:
    """How many versions of `pack` were ever installed."""
    return int(db.execute("SELECT count(*) FROM pack WHERE id = ?", (pack,)).fetchone()[0])


def by_hash(db: sqlite3.Connection, name: str) -> Shelved | None:
    """The version whose hash is `name`."""
    row = db.execute(f"SELECT {COLUMNS} FROM pack WHERE hash = ?", (name,)).fetchone()
    return Shelved(*row) if row else None


def listed(db: sqlite3.Connection) -> list[Shelved]:
    """All versions that are not removed, newest first within a bank."""
    rows = db.execute(f"SELECT {COLUMNS} FROM pack WHERE state <> 'removed' ORDER BY id, turn DESC")
    return [Shelved(*row) for row in rows]


def bringing(db: sqlite3.Connection, kind: str) -> list[tuple[str, str]]:
    """Hash and id of each active pack file that brings content of `kind`, the newest first."""
    rows = db.execute(
        "SELECT hash, id FROM pack WHERE state = 'active' AND file <> '' AND instr(' ' || brings || ' ', ?)"
        " ORDER BY turn DESC",
        (f" {kind} ",),
    )
    return [(row[0], row[1]) for row in rows]


def drop(db: sqlite3.Connection, pack: str, families: Sequence[str]) -> int:
    """Take all versions of `pack` away; item texts stay, answers refer to them. The number of versions."""
    gone = db.execute("UPDATE pack SET state = 'removed' WHERE id = ? AND state <> 'removed'", (pack,)).rowcount
    db.execute("DELETE FROM pack_item WHERE pack_hash IN (SELECT hash FROM pack WHERE id = ?)", (pack,))
    deal(db, families)
    return gone


def step_back(db: sqlite3.Connection, pack: str, families: Sequence[str]) -> Shelved | None:
    """Make the version that was installed before the active one active again; `None` when there is none."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM pack WHERE id = ? AND state = 'kept'"
        " AND turn < (SELECT turn FROM pack WHERE id = ? AND state = 'active') ORDER BY turn DESC LIMIT 1",
        (pack, pack),
    ).fetchone()
    if row is None:
        return None
    older = Shelved(*row)
    db.execute("UPDATE pack SET state = 'kept' WHERE id = ? AND state = 'active'", (pack,))
    db.execute("UPDATE pack SET state = 'active' WHERE hash = ?", (older.hash,))
    deal(db, families)
    return by_hash(db, older.hash)


def active_texts(db: sqlite3.Connection, besides: str) -> list[tuple[str, str]]:
    """Title of its bank and text for comparing of each item of the active banks but `besides`."""
    from kiosk.packs.reading import same_text  # here for its cost: playing does not need it

    rows = db.execute(
        "SELECT title, body FROM pack JOIN pack_item ON pack_hash = pack.hash"
        " JOIN item_text ON item_text.hash = item_hash WHERE state = 'active' AND id <> ?",
        (besides,),
    )
    return [(title, same_text(from_json(json.loads(body)))) for title, body in rows]


def active_bank(db: sqlite3.Connection, pack: str) -> tuple[Bank, str] | None:
    """The active version of `pack` with all its items, and its origin; `None` when it is not installed."""
    row = db.execute(f"SELECT {COLUMNS} FROM pack WHERE id = ? AND state = 'active'", (pack,)).fetchone()
    if row is None:
        return None
    one = Shelved(*row)
    texts = db.execute(
        "SELECT body FROM pack_item JOIN item_text ON item_text.hash = item_hash WHERE pack_hash = ? ORDER BY position",
        (one.hash,),
    )
    items = tuple(from_json(json.loads(body)) for (body,) in texts)
    return Bank(one.id, one.version, one.title, one.language, one.licence, one.author, items, one.title_en), one.origin


def unfinished_counts(db: sqlite3.Connection) -> dict[str, int]:
    """By bank, of those that a base's own files became: items that lack an explanation or a family."""
    return dict(
        db.execute(
            "SELECT id, count(*) FROM pack JOIN pack_item ON pack_hash = pack.hash"
            " WHERE state = 'active' AND origin = 'local' AND (family = '' OR NOT pack_item.playable) GROUP BY id"
        )
    )


def amended(db: sqlite3.Connection, bank: Bank) -> Bank:
    """The active version of the bank with `bank.items` added; those of an item's name take its place."""
    before = active_bank(db, bank.id)
    if before is None:
        return bank
    items = {item.id: item for item in (*before[0].items, *bank.items)}
    return replace(bank, items=tuple(items.values()))


def deal(db: sqlite3.Connection, families: Sequence[str]) -> None:
    """Number the playable items of all active banks anew; items of an unknown family go to the local level.

    While `pack_limit` names any, only of those.
    """
    active = (
        "SELECT item_hash, min(pack_hash) AS pack_hash, slot, kind, trick, CASE WHEN family IN"
        " (SELECT value FROM json_each(?)) THEN family ELSE ? END AS family FROM pack_item"
        " WHERE playable AND pack_hash IN (SELECT hash FROM pack WHERE state = 'active' AND (id IN pack_limit"
        " OR NOT EXISTS (SELECT 1 FROM pack_limit))) GROUP BY item_hash"
    )
    known = (json.dumps(list(families)), LOCAL.id)
    db.execute("DELETE FROM play_family")
    db.execute("DELETE FROM play_trick")
    db.execute(
        "INSERT INTO play_family (family, slot, kind, rank, item_hash, pack_hash) SELECT family, slot, kind,"
        " row_number() OVER (PARTITION BY family, slot, kind ORDER BY item_hash) - 1, item_hash, pack_hash"
        f" FROM ({active})",
        known,
    )
    db.execute(
        "INSERT INTO play_trick (trick, kind, rank, item_hash, pack_hash) SELECT trick, kind,"
        " row_number() OVER (PARTITION BY trick, kind ORDER BY item_hash) - 1, item_hash, pack_hash"
        f" FROM ({active}) WHERE trick <> ''",
        known,
    )


def limited(db: sqlite3.Connection) -> set[str]:
    """The packs that are played from while a class is here; empty: all."""
    return {row[0] for row in db.execute("SELECT id FROM pack_limit")}


def limit(db: sqlite3.Connection, packs: Sequence[str], families: Sequence[str]) -> None:
    """Play from `packs` only; from all when it is empty."""
    db.execute("DELETE FROM pack_limit")
    db.executemany("INSERT INTO pack_limit (id) VALUES (?)", [(pack,) for pack in packs])
    deal(db, families)


def form_items(db: sqlite3.Connection) -> list[tuple[str, str, str, str, str]]:
    """Text and hash of the items of active banks that stand in a test's form; pack, its hash and its origin."""
    rows = db.execute(
        "SELECT body, item_hash, id, pack.hash, origin FROM pack JOIN pack_item ON pack_hash = pack.hash"
        " JOIN item_text ON item_text.hash = item_hash"
        " WHERE state = 'active' AND NOT pack_item.playable AND json_extract(body, '$.form') <> ''"
        " ORDER BY id, position"
    )
    return [tuple(row) for row in rows]


def _put_items(db: sqlite3.Connection, ready: Ready) -> None:
    texts = zip(ready.hashes, ready.texts, strict=True)
    counted = watched(ready.bank.items, ready.watch, before=len(ready.hashes))
    db.executemany("INSERT OR IGNORE INTO item_text (hash, body) VALUES (?, ?)", texts)
    db.executemany(
        "INSERT INTO pack_item (pack_hash, position, item_id, item_hash, family, slot, kind, trick, playable)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (ready.name, place, item.id, text, item.family, slot(item), item.kind, item.trick, practised(item))
            for place, (item, text) in enumerate(zip(counted, ready.hashes, strict=True))
        ),
    )


def practised(item: Item) -> bool:
    """Items of the tests' forms are kept for the tests: who has practised on them measures nothing any more."""
    return item.playable and not item.form


def slot(item: Item) -> str:
    """What an item counts as when genuine and scam are balanced: the nature of its message or chat, or `plain`."""
    return item.nature if (item.message or item.chat) and item.nature else "plain"
