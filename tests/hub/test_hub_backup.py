"""A backup of either database goes back into either, whole; what was erased since stays erased."""

from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.events import TakeHomeGiven
from kiosk.hub import app
from kiosk.hub.backup import backup, restore
from kiosk.hub.hub import Hub
from kiosk.hub.people import audit
from kiosk.hub.rollups import rolling
from kiosk.hub.store import rollup_tables, tables
from kiosk.hub.store.down_tables import recording
from kiosk.takeaway.code import token_hash
from tests.hub.hub_help import held
from tests.hub.pages_help import Visitor, person
from tests.hub.town_help import Town, lesson, playground, roll_all

BASE = "石牛山基地"


def filled(hub: Hub, home: Path) -> Town:
    """A hub with a class's records, people, packs and recordings."""
    town = Town(hub)
    with playground(home) as base:
        town.push(BASE, "k000000000001", lesson(base, Random(3), hub.clock.utc_ms() - 9_000_000))
    roll_all(hub)
    person(hub, "city", "region")
    for folder in ("packs", "recordings"):
        (hub.data / folder).mkdir()
        (hub.data / folder / "ab12").write_bytes(b"content")
    now = hub.clock.utc_ms()
    with hub.database.write() as connection:
        take = {
            "upload": "u", "base": 1, "kiosk": 1, "take": "t1", "sha256": "ab12", "bytes": 7, "received": 7,
            "script": "", "theme": "", "title": "", "seconds": 1.0, "made_ms": now, "begun_ms": now, "whole_ms": now,
        }  # fmt: skip
        connection.execute(recording.insert().values(take))
    return town


def figures(hub: Hub) -> list[tuple[object, ...]]:
    table = rollup_tables.base_day
    with hub.database.read() as connection:
        return [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]


def generation(hub: Hub) -> str:
    with hub.database.read() as connection:
        return str(connection.execute(sa.select(tables.hub.c.generation)).scalar_one())


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_there_and_back(hub: Hub, tmp_path: Path, target: str, request: pytest.FixtureRequest) -> None:
    town = filled(hub, tmp_path / "home")
    out = tmp_path / "hub.tar"
    assert backup(hub, out) > 10_000
    assert out.stat().st_mode & 0o077 == 0
    kept, sums = held(hub), figures(hub)
    url = request.getfixturevalue("postgres").new_url() if target == "postgresql" else ""
    other = Hub.open(tmp_path / "other", url, SystemClock())
    try:
        assert restore(other, out) == len(kept)
        assert held(other) == kept
        assert figures(other) == sums
        assert generation(other) != generation(hub)
        assert (other.data / "packs" / "ab12").read_bytes() == b"content"
        with other.database.read() as connection:
            assert audit.broken(connection) is None
        visitor = Visitor(app.make(other))
        assert visitor.login("city").status_code == 303
        assert visitor.get("/learning").status_code == 200
        again = Town(other)  # it counts on where it was: new kiosks, batches, events
        again.tell(BASE, "k000000000009", TakeHomeGiven("pledge", "00", "zh"))
        assert rolling.roll(other) == 1
        assert len(held(other)) == len(kept) + 1
    finally:
        other.close()
    assert town


def test_erased_stays_erased(hub: Hub, tmp_path: Path) -> None:
    """The hub is rolled back to before an erasure, and to before a page was withdrawn."""
    town = filled(hub, tmp_path / "home")
    token = "C" * 22
    town.tell(BASE, "k000000000001", TakeHomeGiven("pledge", token_hash(token), "zh"))
    roll_all(hub)
    out = tmp_path / "hub.tar"
    backup(hub, out)
    with hub.database.write() as connection:
        row = {"id": "e1", "base": 1, "kiosk": 1, "utc_ms": 5, "why": "withdrawn", "subjects": '["t1"]'}
        connection.execute(tables.erasure.insert().values(row))
    visitor = Visitor(app.make(hub))
    visitor.client.post(f"/t/{token}/withdraw")
    restore(hub, out)
    with hub.database.read() as connection:
        assert connection.execute(sa.select(tables.erasure.c.id)).scalars().all() == ["e1"]
        assert connection.execute(sa.select(recording.c.erased_ms)).scalar_one() is not None
    assert "已经收回" in visitor.get(f"/t/{token}").text


@pytest.mark.parametrize("content", [b"", b"nonsense" * 99, None])
def test_what_is_no_backup_changes_nothing(hub: Hub, tmp_path: Path, content: bytes | None) -> None:
    town = Town(hub)
    town.tell(BASE, "k000000000001", TakeHomeGiven("pledge", "00", "zh"))
    wrong = tmp_path / "wrong.tar"
    if content is not None:
        wrong.write_bytes(content)
    with pytest.raises(KioskError, match=r"hub_backup\.unreadable"):
        restore(hub, wrong)
    assert len(held(hub)) == 1


def test_a_backup_that_cannot_be_written(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(KioskError, match=r"hub_backup\.unwritable"):
        backup(hub, tmp_path / "nowhere" / "hub.tar")
