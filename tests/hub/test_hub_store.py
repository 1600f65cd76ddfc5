"""The hub's tables are the same by metadata and by migrations, on both databases."""

from dataclasses import fields
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from kiosk.core.errors import KioskError
from kiosk.core.events import KINDS
from kiosk.hub.hub import Hub
from kiosk.hub.store import migrating, tables
from kiosk.hub.store.bodies import first_dictionary
from kiosk.hub.store.partitions import month_of


def test_steps_make_the_tables(hub: Hub) -> None:
    with hub.database.read() as connection:
        found = compare_metadata(MigrationContext.configure(connection), tables.metadata)
    # PostgreSQL's partitions are tables of their own.
    assert [one for one in found if "event_" not in str(one)] == []


def test_head_is_the_newest_step() -> None:
    folder = Path(migrating.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == migrating.HEAD


def test_a_second_opening_changes_nothing(hub: Hub, database: str) -> None:
    again = Hub.open(hub.data, database)
    assert again.id == hub.id
    again.close()


def test_a_newer_database_is_refused(hub: Hub, database: str) -> None:
    with hub.database.write() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999_tomorrow'"))
    with pytest.raises(KioskError, match=r"hub\.newer"):
        Hub.open(hub.data, database)


def test_a_database_out_of_reach_is_a_sentence(tmp_path: Path) -> None:
    for url in ("postgresql+psycopg://nobody@127.0.0.1:1/none", "mysql://x", "nonsense"):
        with pytest.raises(KioskError, match=r"hub\.database_unreachable"):
            Hub.open(tmp_path, url)


def test_bodies_come_back_and_are_small(hub: Hub) -> None:
    body = b'{"station":"anti_fraud","level":"game_skin","item":"game_skin-007","chosen":["B"],"verdict":"right"}'
    packed = hub.bodies.pack(1, body)
    assert hub.bodies.unpack(1, packed) == body
    assert len(packed) < len(body) * 0.7


def test_the_first_dictionary_knows_every_kind() -> None:
    known = first_dictionary().decode()
    assert all(f'"{field.name}":' in known for kind in KINDS.values() for field in fields(kind))


def test_months_of_ids() -> None:
    assert month_of((1_795_000_000_000).to_bytes(6, "big") + bytes(10)) == (2026, 11)
    assert month_of(b"\xff" * 16) == (9999, 12)
