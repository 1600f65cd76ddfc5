"""Kinds and bodies are written short, and read as they were recorded: by our queries and by any SQLite."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from sqlite_utils import Database

from kiosk.core.events import ItemAnswered, LanternLit, PackInstalled, VisitStarted, body
from kiosk.core.events.event import Event
from kiosk.store import files, migrations
from kiosk.store.folding import FOLDS, fold, unfold
from kiosk.store.folding import fields as fields_of
from kiosk.store.rows import compact
from tests.store.store_help import VISIT, OpenStore, answer, record, record_many, stored

RELEASED = "73d340fff63cde75"
"""What databases in the field were written with. More folds may be added, by a step that adds the columns anew."""
ODD = (
    *(
        "",
        "{}",
        "[]",
        '{"why":""}',
        '{"station":"',
        '{"station":"{\\"station\\":\\"a"}',
        "'); DROP TABLE journal_entry; --",
    ),
    compact({"station": "\x01\x02\x1f", "level": "'", "chosen": [], "right": ["A", "B"], "said": ['","item":"']}),
    compact(body(answer())),
    compact(body(answer()) | {"verdict": "wrong", "pack": "built_in", "player": 3, "chosen": ["A", "B"]}),
    compact(body(answer()) | {"changes": 2, "mode": "trickster", "said": ["a", "b"], "confidence": "sure"}),
    compact(body(answer()) | {"chosen": [], "right": [], "mode": "form", "confidence": "sure", "said": ["a", "b"]}),
)


@pytest.fixture(scope="module")
def unfolding() -> Iterator[sqlite3.Connection]:
    """An empty database of today's shape."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.apply(connection)
        yield connection


def unfolded(connection: sqlite3.Connection, kind: str, text: str) -> tuple[str, str]:
    """What comes out of the journal for an event that was put into it."""
    connection.execute("BEGIN")
    given = "x'01', 1, x'02', x'03', 0, 1, 1, ?, 1, ?"
    columns = "epoch, seq, id, kiosk, origin, utc_ms, monotonic_ms, code, version, stored"
    connection.execute(f"INSERT INTO journal_entry ({columns}) VALUES ({given})", fold(kind, text))
    found: tuple[str, str] = connection.execute("SELECT kind, body FROM journal").fetchone()
    connection.execute("ROLLBACK")
    return found


def test_what_was_released_stays() -> None:
    told = json.dumps({kind: [one.code, *one.stretches] for kind, one in FOLDS.items()}, sort_keys=True)
    assert hashlib.sha256(told.encode()).hexdigest()[:16] == RELEASED


def test_codes_are_no_kinds_and_stretches_can_be_numbered() -> None:
    codes = [one.code for one in FOLDS.values()]
    assert len(set(codes)) == len(codes) and all(len(code) == 1 for code in codes)
    assert all(len(one.stretches) < ord(" ") for one in FOLDS.values())
    assert not any(
        ord(sign) < ord(" ") or sign == "'" for one in FOLDS.values() for text in one.stretches for sign in text
    )


@pytest.mark.parametrize("kind", [*FOLDS, "staff_acted", "kind_of_tomorrow"])
def test_what_comes_out_is_what_was_put_in(unfolding: sqlite3.Connection, kind: str) -> None:
    for text in ODD:
        assert unfolded(unfolding, kind, text) == (kind, text)


def test_every_field_of_an_answer_has_its_stretch() -> None:
    """Else answers would quietly grow again with a new field."""
    written = "".join(FOLDS[ItemAnswered.kind].stretches)
    assert [one.name for one in fields(ItemAnswered) if f'"{one.name}":' not in written] == []


def test_an_answer_is_short_on_the_disk(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    record_many(store, 2_000)
    store.close()
    with closing(sqlite3.connect(home / files.DATABASE)) as connection:
        pages = connection.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%journal_entry%'").fetchone()[0]
    assert pages / 2_000 < 220, "bytes a journal entry, its index included"


def before_folding(home: Path, events: list[Event]) -> list[tuple[str, str]]:
    """A home as it was before; the kinds and bodies in its journal."""
    home.mkdir()
    older = migrations.STEPS[: migrations.STEPS.index(migrations.fold_journal)]
    told = [(event.kind, compact(body(event))) for event in events]
    with closing(sqlite3.connect(home / files.DATABASE, isolation_level=None)) as connection:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(migrations, "STEPS", older)
            migrations.apply(connection)
        columns = "epoch, seq, id, kiosk, visit, origin, utc_ms, monotonic_ms, kind, version, body"
        connection.executemany(
            f"INSERT INTO journal_entry ({columns})"
            " VALUES (x'0102030405060708', ?, ?, x'000000000001', NULL, 0, ?, 1, ?, 1, ?)",
            ((seq, seq.to_bytes(16, "big"), seq, kind, text) for seq, (kind, text) in enumerate(told, start=1)),
        )
    return told


def laid_over(home: Path) -> dict[str, str]:
    """Names of indexes and triggers on the journal, with how they are made."""
    with closing(sqlite3.connect(home / files.DATABASE)) as connection:
        wanted = "type IN ('index', 'trigger') AND tbl_name = 'journal_entry' AND sql NOT NULL"
        return dict(connection.execute(f"SELECT name, sql FROM sqlite_master WHERE {wanted}").fetchall())


def test_an_older_journal_is_read_and_written_on(open_store: OpenStore, tmp_path: Path) -> None:
    home = tmp_path / "older"
    events = [VisitStarted(), answer(1), LanternLit("anti_fraud", "game_skin"), PackInstalled("p", "1", "h", 3)]
    told, laid = before_folding(home, events), laid_over(home)
    store = open_store(home)
    assert store.state().well and record(store, 2)
    with store.read() as connection:
        found = connection.execute("SELECT kind, body FROM journal ORDER BY position").fetchall()
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT 1 FROM journal_entry WHERE kind = 'visit_started' AND utc_ms > 5"
        ).fetchall()
    assert [tuple(row) for row in found[: len(told)]] == told
    assert tuple(found[-1]) == (ItemAnswered.kind, compact(body(answer(2))))
    assert "journal_visit_started" in plan[0][3]
    store.close()
    assert laid_over(home) == laid
    assert len(stored(home)) == len(found)


def test_a_step_that_comes_later_finds_kinds_and_bodies(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    record_many(store, 3)
    store.append(VisitStarted(), VISIT)

    def index(db: Database) -> int:
        db.execute("CREATE INDEX later ON journal_entry (json_extract(body, '$.item')) WHERE kind = 'item_answered'")
        found = db.execute(
            "SELECT count(*) FROM journal_entry INDEXED BY later"
            " WHERE kind = 'item_answered' AND json_extract(body, '$.item') = 'game_skin-002'"
        )
        return int(found.fetchone()[0])

    assert store.write(index).result(5) == 1


def test_fields_are_what_the_body_says() -> None:
    for text in ODD:
        if text.startswith("{") and text.endswith("}"):
            code, stored = fold(ItemAnswered.kind, text)
            assert fields_of(code, stored) == json.loads(text)
            assert fields_of(ItemAnswered.kind, text) == json.loads(text), "written before, or by a hub"
            assert unfold(code, stored) == text
