"""The database's shape, as named steps. Append only: a step that has been released is never edited or removed.

Whoever needs a table adds one function at the end and lists it in `STEPS`. The names that were applied are kept in
the database; one that this program does not know means the database is newer than the program.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.store.folding import body_sql, kind_sql

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x46474C57
"""`FGLW` in the file's header: tells our database from a foreign one."""
_SET = "kiosk"
_UUID = " || '-' || ".join(
    f"substr(hex({{0}}), {start}, {length})" for start, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
)
"""SQL that shows 16 bytes as a UUID's text."""
_VIEW = f"""
    CREATE VIEW journal AS SELECT
        lower(hex(epoch)) AS epoch, seq, lower({_UUID.format("id")}) AS id, 'k' || lower(hex(kiosk)) AS kiosk,
        CASE typeof(visit) WHEN 'blob' THEN lower({_UUID.format("visit")}) ELSE visit END AS visit,
        CASE origin WHEN 0 THEN 'visitor' WHEN 1 THEN 'rehearsal' ELSE 'simulated' END AS origin,
        utc_ms, monotonic_ms, kind, version, body, position
    FROM journal_entry
"""


def create_journal(db: "Database") -> None:
    """The append-only journal. Entries hold ids as bytes to save space; the view `journal` shows them as text."""
    db.execute(
        """
        CREATE TABLE journal_entry (
            position INTEGER PRIMARY KEY,
            epoch BLOB NOT NULL,
            seq INTEGER NOT NULL,
            id BLOB NOT NULL,
            kiosk BLOB NOT NULL,
            visit BLOB,
            origin INTEGER NOT NULL,
            utc_ms INTEGER NOT NULL,
            monotonic_ms INTEGER NOT NULL,
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            UNIQUE (epoch, seq)
        )
        """
    )
    for act in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER journal_refuses_{act.lower()} BEFORE {act} ON journal_entry "
            "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        )
    for kind in ("lantern_lit", "station_finished"):
        db.execute(f"CREATE INDEX journal_{kind} ON journal_entry (utc_ms) WHERE kind = '{kind}'")
    db.execute(_VIEW)


def create_identity(db: "Database") -> None:
    """Which kiosk this home is, and when it was made."""
    db.execute("CREATE TABLE identity (kiosk TEXT NOT NULL, made_utc_ms INTEGER NOT NULL)")


def create_setting(db: "Database") -> None:
    """Settings that differ from their default; `value` is JSON."""
    db.execute("CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")


def create_staff_door(db: "Database") -> None:
    """Hashes of the roles' PINs and of the recovery code, the door's lock-out, and what staff did by time."""
    db.execute(
        "CREATE TABLE staff_pin (role TEXT PRIMARY KEY, hash TEXT NOT NULL, set_utc_ms INTEGER NOT NULL) WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE staff_lock"
        " (one INTEGER PRIMARY KEY CHECK (one = 1), wrong INTEGER NOT NULL, utc_ms INTEGER NOT NULL)"
    )
    for kind in ("staff_acted", "visit_started"):
        db.execute(f"CREATE INDEX journal_{kind} ON journal_entry (utc_ms) WHERE kind = '{kind}'")


def create_packs(db: "Database") -> None:
    """Installed packs, their items by hash, and what may be played now.

    `play_family` and `play_trick` number the playable items densely from 0, so that a random one is a single seek
    however many there are; `kiosk.packs.library` rebuilds them whenever the active packs change.
    """
    statements = (
        "CREATE TABLE pack (hash TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL,"
        " title_en TEXT NOT NULL, language TEXT NOT NULL, licence TEXT NOT NULL, author TEXT NOT NULL,"
        " origin TEXT NOT NULL, state TEXT NOT NULL, installed_ms INTEGER NOT NULL, turn INTEGER NOT NULL,"
        " items INTEGER NOT NULL, playable INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE INDEX pack_by_id ON pack (id, turn)",
        "CREATE TABLE item_text (hash TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE pack_item (pack_hash TEXT NOT NULL, position INTEGER NOT NULL, item_id TEXT NOT NULL,"
        " item_hash TEXT NOT NULL, family TEXT NOT NULL, slot TEXT NOT NULL, kind TEXT NOT NULL, trick TEXT NOT NULL,"
        " playable INTEGER NOT NULL, PRIMARY KEY (pack_hash, position)) WITHOUT ROWID",
        "CREATE TABLE play_family (family TEXT, slot TEXT, kind TEXT, rank INTEGER, item_hash TEXT NOT NULL,"
        " pack_hash TEXT NOT NULL, PRIMARY KEY (family, slot, kind, rank)) WITHOUT ROWID",
        "CREATE TABLE play_trick (trick TEXT, rank INTEGER, item_hash TEXT NOT NULL, pack_hash TEXT NOT NULL,"
        " PRIMARY KEY (trick, rank)) WITHOUT ROWID",
        "CREATE TABLE pack_folder (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID",
    )
    for statement in statements:
        db.execute(statement)


def index_restorations(db: "Database") -> None:
    """Find what happened to the memory without reading the journal."""
    db.execute("CREATE INDEX journal_memory_restored ON journal_entry (utc_ms) WHERE kind = 'memory_restored'")


def create_item_rating(db: "Database") -> None:
    """How hard items turned out to be, by item hash: ratings outlive packs.

    `item_tally` holds what merges (`kiosk.learning.tally`), by the kiosk whose visitors answered: receiving a kiosk's
    rows twice is harmless. `item_rating` follows from all of them; `rating_cursor` is how far the journal was read.
    """
    statements = (
        "CREATE TABLE item_tally (item_hash TEXT NOT NULL, kiosk TEXT NOT NULL, band INTEGER NOT NULL,"
        " answers INTEGER NOT NULL, solved INTEGER NOT NULL, PRIMARY KEY (item_hash, kiosk, band)) WITHOUT ROWID",
        "CREATE TABLE item_rating (item_hash TEXT PRIMARY KEY, answers INTEGER NOT NULL, difficulty REAL NOT NULL)"
        " WITHOUT ROWID",
        "CREATE TABLE rating_cursor (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL)",
    )
    for statement in statements:
        db.execute(statement)


def number_tricks_by_kind(db: "Database") -> None:
    """Let a missed trick come back as a kind that the station can play; `kiosk.packs.library` fills it anew."""
    db.execute("DROP TABLE play_trick")
    db.execute(
        "CREATE TABLE play_trick (trick TEXT, kind TEXT, rank INTEGER, item_hash TEXT NOT NULL,"
        " pack_hash TEXT NOT NULL, PRIMARY KEY (trick, kind, rank)) WITHOUT ROWID"
    )


def create_pack_trust(db: "Database") -> None:
    """Whose packs may come in; and of each pack, who signed it and which file of `packs/` it is from."""
    db.execute("CREATE TABLE trusted_key (key TEXT PRIMARY KEY, name TEXT NOT NULL, added_ms INTEGER NOT NULL)")
    for column in ("signer", "file"):
        db.execute(f"ALTER TABLE pack ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


def create_pack_brings(db: "Database") -> None:
    """What each pack brings: kinds with a space between, as folders of its file are called."""
    db.execute("ALTER TABLE pack ADD COLUMN brings TEXT NOT NULL DEFAULT 'banks'")


def create_recordings(db: "Database") -> None:
    """Voices, the consents for them, and kept takes. What names a person is sealed; the keys lie in files of their own.

    Of an erased take no row stays. `form_mark` finds a paper form by its number without telling the number.
    """
    statements = (
        "CREATE TABLE voice (id TEXT PRIMARY KEY, form_mark BLOB NOT NULL UNIQUE, made_ms INTEGER NOT NULL)"
        " WITHOUT ROWID",
        "CREATE TABLE consent (voice TEXT NOT NULL REFERENCES voice (id), kind TEXT NOT NULL, terms TEXT NOT NULL,"
        " given_ms INTEGER NOT NULL, withdrawn_ms INTEGER, sealed BLOB NOT NULL,"
        " PRIMARY KEY (voice, kind, given_ms)) WITHOUT ROWID",
        "CREATE TABLE take (id TEXT PRIMARY KEY, state TEXT NOT NULL, release TEXT NOT NULL, made_ms INTEGER NOT NULL,"
        " changed_ms INTEGER NOT NULL, script TEXT NOT NULL, theme TEXT NOT NULL, title TEXT NOT NULL,"
        " seconds REAL NOT NULL, ended TEXT NOT NULL, reasons TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE take_voice (take TEXT NOT NULL REFERENCES take (id), voice TEXT NOT NULL REFERENCES voice (id),"
        " PRIMARY KEY (take, voice)) WITHOUT ROWID",
        "CREATE INDEX take_by_voice ON take_voice (voice)",
        "CREATE INDEX journal_retention_ran ON journal_entry (utc_ms) WHERE kind = 'retention_ran'",
    )
    for statement in statements:
        db.execute(statement)


def create_access_log(db: "Database") -> None:
    """Who listened to what and why, as a chain of hashes, and the signed point from which it goes on."""
    db.execute(
        "CREATE TABLE access_log (position INTEGER PRIMARY KEY, utc_ms INTEGER NOT NULL, role TEXT NOT NULL,"
        " act TEXT NOT NULL, take TEXT NOT NULL, reason TEXT NOT NULL, chain BLOB NOT NULL)"
    )
    db.execute(
        "CREATE TABLE access_checkpoint (position INTEGER PRIMARY KEY, chain BLOB NOT NULL, signature BLOB NOT NULL)"
    )


def create_return_codes(db: "Database") -> None:
    """Return codes: pictures as keyed HMACs, the rest sealed. And finding promises and a visit's class by index."""
    statements = (
        "CREATE TABLE return_code (id TEXT PRIMARY KEY, mark BLOB NOT NULL UNIQUE, pictures BLOB NOT NULL UNIQUE,"
        " form_mark BLOB NOT NULL, issued_ms INTEGER NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID",
        "CREATE INDEX journal_promises_made ON journal_entry (utc_ms) WHERE kind = 'promises_made'",
        "CREATE INDEX journal_visitor_named ON journal_entry (visit) WHERE kind = 'visitor_named'",
    )
    for statement in statements:
        db.execute(statement)


def create_class_sessions(db: "Database") -> None:
    """Finding a class session's facts by index; and `class_row`: what other kiosks recorded of a session joined here.

    Those rows stay out of the journal: they are in their own kiosk's journal, exports and outbox. `pack_limit` names
    the packs that are played from while a class is here; empty: all.
    """
    db.execute("CREATE INDEX journal_class_session ON journal_entry (position) WHERE kind = 'class_session_started'")
    for kind in ("class_session_moved", "form_started", "form_finished", "class_counted"):
        db.execute(
            f"CREATE INDEX journal_{kind} ON journal_entry (json_extract(body, '$.session')) WHERE kind = '{kind}'"
        )
    db.execute(
        "CREATE TABLE class_row (id BLOB PRIMARY KEY, session TEXT NOT NULL, kiosk TEXT NOT NULL, epoch TEXT NOT NULL,"
        " seq INTEGER NOT NULL, visit TEXT, origin INTEGER NOT NULL, utc_ms INTEGER NOT NULL, kind TEXT NOT NULL,"
        " version INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (kiosk, epoch, seq)) WITHOUT ROWID"
    )
    db.execute("CREATE INDEX class_row_by_session ON class_row (session, kiosk, epoch, seq)")
    db.execute("CREATE TABLE pack_limit (id TEXT PRIMARY KEY) WITHOUT ROWID")


def create_sync(db: "Database") -> None:
    """How far each hub has acknowledged the journal, what it refused, and which item texts and packs it has.

    A mark is a position in this very file, so that both go back together: see `kiosk.sync.marks`.
    """
    statements = (
        "CREATE TABLE sync_mark (hub TEXT PRIMARY KEY, position INTEGER NOT NULL, token TEXT NOT NULL,"
        " generation TEXT NOT NULL, watermark INTEGER NOT NULL, sent INTEGER NOT NULL, accepted INTEGER NOT NULL,"
        " success_ms INTEGER NOT NULL, error TEXT NOT NULL, error_ms INTEGER NOT NULL, skew_ms INTEGER NOT NULL)"
        " WITHOUT ROWID",
        "CREATE TABLE sync_refused (hub TEXT NOT NULL, epoch BLOB NOT NULL, seq INTEGER NOT NULL, code TEXT NOT NULL,"
        " what TEXT NOT NULL, utc_ms INTEGER NOT NULL, PRIMARY KEY (hub, epoch, seq)) WITHOUT ROWID",
        "CREATE TABLE sync_offered (hub TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (hub, hash)) WITHOUT ROWID",
        "CREATE INDEX journal_sync_healed ON journal_entry (utc_ms) WHERE kind = 'sync_healed'",
    )
    for statement in statements:
        db.execute(statement)


def create_subject_requests(db: "Database") -> None:
    """Guardians' requests that wait for an answer; which form each is about is sealed. And their facts by index."""
    db.execute(
        "CREATE TABLE subject_request (id TEXT PRIMARY KEY, what TEXT NOT NULL, asked_ms INTEGER NOT NULL,"
        " due TEXT NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID"
    )
    for kind in ("subject_asked", "subject_answered", "incident_opened", "incident_stepped", "incident_closed"):
        db.execute(f"CREATE INDEX journal_{kind} ON journal_entry (utc_ms) WHERE kind = '{kind}'")
    db.execute("CREATE INDEX journal_accesses_sealed ON journal_entry (utc_ms) WHERE kind = 'accesses_sealed'")


def create_sync_down(db: "Database") -> None:
    """What came down from a hub: orders that were obeyed, packs that would not go in, tallies it was told of."""
    statements = (
        "CREATE TABLE sync_order (hub TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, code TEXT NOT NULL,"
        " utc_ms INTEGER NOT NULL, PRIMARY KEY (hub, key)) WITHOUT ROWID",
        "CREATE TABLE sync_pack (hub TEXT NOT NULL, sha256 TEXT NOT NULL, code TEXT NOT NULL, told INTEGER NOT NULL,"
        " utc_ms INTEGER NOT NULL, PRIMARY KEY (hub, sha256)) WITHOUT ROWID",
        "CREATE TABLE sync_tally (hub TEXT NOT NULL, item_hash TEXT NOT NULL, band INTEGER NOT NULL,"
        " answers INTEGER NOT NULL, PRIMARY KEY (hub, item_hash, band)) WITHOUT ROWID",
        "CREATE TABLE sync_recording (hub TEXT NOT NULL, take TEXT NOT NULL, sha256 TEXT NOT NULL,"
        " place TEXT NOT NULL, sent INTEGER NOT NULL, bytes INTEGER NOT NULL, whole_ms INTEGER NOT NULL,"
        " PRIMARY KEY (hub, take)) WITHOUT ROWID",
    )
    for statement in statements:
        db.execute(statement)


def create_sync_taken(db: "Database") -> None:
    """When, by its own clock, each hub gave the newest orders that were obeyed: a stick may come late."""
    db.execute("CREATE TABLE sync_taken (hub TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID")


def create_sync_review(db: "Database") -> None:
    """What each hub has decided about recordings that it was sent."""
    db.execute(
        "CREATE TABLE sync_review (hub TEXT NOT NULL, take TEXT NOT NULL, verdict TEXT NOT NULL,"
        " utc_ms INTEGER NOT NULL, PRIMARY KEY (hub, take)) WITHOUT ROWID"
    )


def fold_journal(db: "Database") -> None:
    """Write kinds and bodies short (`kiosk.store.folding`); what is in the journal already stays as it was written.

    `kind` and `body` become columns that the database works out; what was laid over them is laid over these.
    """
    laid = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'journal_entry' AND sql NOT NULL"
    ).fetchall()
    db.execute("DROP VIEW journal")
    for name, _ in laid:
        db.execute(f"DROP INDEX {name}")
    db.execute("ALTER TABLE journal_entry RENAME COLUMN kind TO code")
    db.execute("ALTER TABLE journal_entry RENAME COLUMN body TO stored")
    for column, sql in (("kind", kind_sql()), ("body", body_sql())):
        db.execute(f"ALTER TABLE journal_entry ADD COLUMN {column} TEXT GENERATED ALWAYS AS ({sql}) VIRTUAL")
    for _, sql in laid:
        db.execute(sql)
    db.execute(_VIEW)


STEPS: tuple[Callable[["Database"], None], ...] = (
    create_journal,
    create_identity,
    create_setting,
    create_staff_door,
    create_packs,
    index_restorations,
    create_item_rating,
    number_tricks_by_kind,
    create_pack_trust,
    create_pack_brings,
    create_recordings,
    create_access_log,
    create_return_codes,
    create_class_sessions,
    create_sync,
    create_subject_requests,
    create_sync_down,
    create_sync_taken,
    create_sync_review,
    fold_journal,
)


def names() -> list[str]:
    """The names of all steps this program knows, in order."""
    return [step.__name__ for step in STEPS]


def applied(connection: sqlite3.Connection) -> list[str]:
    """The names of the steps that `connection`'s database has been through. Raises sqlite3.Error if unreadable."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return []
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (_SET,))
    return [row[0] for row in rows]


def apply(connection: sqlite3.Connection) -> None:
    """Bring `connection`'s database to the newest shape in one transaction. Raises sqlite3.Error; then nothing changed.

    `connection` must be in autocommit mode (`isolation_level=None`).
    """
    # Imported here: it costs 50 ms (plugins, dateutil, click), which a start with nothing to migrate must not pay.
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    migrations = Migrations(_SET)
    for step in STEPS:
        migrations()(step)
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
