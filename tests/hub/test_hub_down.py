"""What comes down: erasures for good, settings from an allow-list, packs by ranges with their signature, ratings."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.core.errors import KioskError
from kiosk.hub.down import erasures, packs
from kiosk.hub.down import settings as orders
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import setting_order
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.packs import keys, trust
from kiosk.packs.library import Library
from kiosk.packs.pack_build import signed
from kiosk.packs.pack_file import read_pack
from kiosk.privacy.guardian import Guardian
from kiosk.store import ratings, settings
from kiosk.sync import down_packs, wire
from kiosk.sync.client import Address, Client, context
from kiosk.sync.down import Down
from kiosk.sync.post import PostOffice
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served, incidents, roll_back
from tests.packs.pack_help import pack_bytes
from tests.packs.packs_help import choice

QUIZZES = Path(__file__).parents[2] / "quizzes"
Enrolled = Callable[[str], "Obedient"]


class Obedient:
    """A kiosk that is let in and does what its hub wants."""

    def __init__(self, served: Served, kiosk: PushingKiosk, base: str = "石牛山基地") -> None:
        self.kiosk = kiosk
        self.tie = kiosk.enrol(served.url, served.code(base))
        self.changed: list[tuple[str, Any]] = []

    def sync(self) -> None:
        """One round, as the courier does it."""
        kiosk = self.kiosk
        down = Down(
            kiosk.home, kiosk.store, kiosk.clock, guardian=self.guardian, library=self.library,
            mp3=lambda take: pytest.fail("no recordings here"),
            changed=lambda key, value: self.changed.append((key, value)),
        )  # fmt: skip
        post = PostOffice(kiosk.home, kiosk.store, kiosk.clock, down=down)
        try:
            post.deliver()
        finally:
            post.close()

    def guardian(self) -> Guardian:
        return Guardian(self.kiosk.home, self.kiosk.store, self.kiosk.clock, self.settings)

    def library(self) -> Library:
        return Library(self.kiosk.store, QUIZZES, self.kiosk.clock)

    def settings(self) -> dict[str, Any]:
        with self.kiosk.store.read() as connection:
            return settings.read_all(connection)

    def acts(self) -> list[str]:
        """What its staff can read of the hub's doings."""
        assert self.kiosk.store.flush(5)
        with self.kiosk.store.read() as connection:
            found = connection.execute("SELECT body FROM journal WHERE kind = 'staff_acted' ORDER BY position")
            return [f"{body['act']} {body['detail']}" for body in (json.loads(row[0]) for row in found)]

    def active(self) -> dict[str, str]:
        return {row.id: row.version for row in self.library().installed() if row.state == "active"}


@pytest.fixture
def obedient(shared: Served, pushing: MakeKiosk, tmp_path: Path) -> Enrolled:
    """Kiosks of one base that no other test orders anything for."""
    return lambda name: Obedient(shared, pushing(name), tmp_path.name)


def number_of(hub: Hub, id: str) -> tuple[int, int]:
    """A kiosk's number and its base's."""
    with hub.database.read() as connection:
        row = connection.execute(sa.select(tables.kiosk).where(tables.kiosk.c.id == id)).one()
        return row.number, row.base


def take_of(one: Obedient) -> str:
    """A take that the base keeps."""
    return one.guardian().takes.begin_kept("script", "theme", "题目", []).id


def there(one: Obedient, take: str) -> bool:
    return one.guardian().takes.find(take) is not None or take in one.guardian().keys.names()


def test_an_order_erases_at_the_kiosk_and_its_receipt_comes_back(shared: Served, obedient: Enrolled) -> None:
    one = obedient("one")
    take, other = take_of(one), take_of(one)
    one.sync()
    with shared.opened() as hub:
        number, base = number_of(hub, one.tie.kiosk)
        with hub.database.write() as connection:
            made = erasures.order(connection, base, [take], hub.clock.utc_ms())
        one.sync()
        assert (there(one, take), there(one, other)) == (False, True)
        assert [receipt.takes for receipt in one.guardian().erasure.receipts()] == [(take,)]
        with hub.database.read() as connection:
            mine = tables.erasure.c.kiosk == number
            row = connection.execute(sa.select(tables.erasure).where(mine)).one()
        assert row.id in made and row.done_ms is not None


def test_orders_to_a_base_reach_who_comes_later(
    shared: Served, obedient: Enrolled, pushing: MakeKiosk, tmp_path: Path
) -> None:
    """A kiosk that is let in after them, with a disk that still has the take, erases it and is set as the others."""
    one, kiosk = obedient("one"), pushing("late")
    take = Guardian(kiosk.home, kiosk.store, kiosk.clock, dict).takes.begin_kept("script", "theme", "题目", []).id
    with shared.opened() as hub:
        _, base = number_of(hub, one.tie.kiosk)
        with hub.database.write() as connection:
            erasures.order(connection, base, [take], hub.clock.utc_ms())
            orders.order(connection, "volume", 0.4, hub.clock.utc_ms(), base=base)
        late = Obedient(shared, kiosk, tmp_path.name)
        assert there(late, take)
        late.sync()
        late.sync()
        assert not there(late, take)
        assert late.settings()["volume"] == 0.4
        mine = tables.erasure.c.kiosk == number_of(hub, late.tie.kiosk)[0]
        with hub.database.write() as connection:
            done = connection.execute(sa.select(tables.erasure.c.done_ms).where(mine)).scalars().all()
            connection.execute(setting_order.delete())
        assert len(done) == 1 and done[0] is not None, "once, with its receipt"


def test_no_set_back_of_either_side_undoes_an_erasure(obedient: Enrolled, shared: Served, tmp_path: Path) -> None:
    one = obedient("one")
    take = take_of(one)
    one.sync()
    one.kiosk.close()
    shutil.copytree(one.kiosk.home, tmp_path / "image")
    receipt = one.guardian().erasure.erase([take], "withdrawn")
    assert receipt is not None
    one.sync()
    with shared.opened() as hub:
        number, _ = number_of(hub, one.tie.kiosk)
        query = sa.select(tables.erasure.c.id).where(tables.erasure.c.kiosk == number)
        with hub.database.write() as connection:
            assert connection.execute(query).scalars().all() == [receipt.id]
            connection.execute(tables.erasure.delete().where(tables.erasure.c.kiosk == number))
        one.sync()
        with hub.database.read() as connection:
            assert connection.execute(query).scalars().all() == [receipt.id], "a hub that lost it asks for it"
    one.kiosk.close()
    roll_back(one.kiosk.home, tmp_path / "image")
    assert there(one, take), "the image brought it back"
    one.sync()
    assert not there(one, take)
    assert [found.id for found in one.guardian().erasure.receipts()] == [receipt.id]


def test_settings_come_from_an_allow_list_and_never_lengthen_terms(shared: Served, obedient: Enrolled) -> None:
    one, two = obedient("one"), obedient("two")
    with shared.opened() as hub:
        number, base = number_of(hub, one.tie.kiosk)
        with hub.database.write() as connection:
            now = hub.clock.utc_ms()
            orders.order(connection, "volume", 0.5, now, base=base)
            orders.order(connection, "volume", 0.3, now, kiosk=number)
            orders.order(connection, "days_unreviewed", 3, now, base=base)
            orders.order(connection, "months_approved", 36, now, base=base)
            for key, value in (("allow_unsigned_packs", True), ("volume", 7), ("no_such", 1)):
                with pytest.raises(KioskError, match="setting_not_allowed"):
                    orders.order(connection, key, value, now, base=base)
        one.sync()
        two.sync()
        assert (one.settings()["volume"], two.settings()["volume"]) == (0.3, 0.5)
        assert (one.settings()["days_unreviewed"], one.settings()["months_approved"]) == (3, 12)
        assert sorted(one.changed) == [("days_unreviewed", 3), ("volume", 0.3)]
        assert [" ".join(act.split()[:2]) for act in one.acts()] == [
            *("hub_setting volume", "hub_setting days_unreviewed", "hub_setting_refused months_approved")
        ]
        settings.save(one.kiosk.store, "volume", 0.9).result()
        one.sync()
        assert one.settings()["volume"] == 0.9, "an order is obeyed once: the base may change its mind"
        with hub.database.write() as connection:
            connection.execute(setting_order.delete())


def test_a_hub_set_back_gives_no_order_the_number_of_a_lost_one(shared: Served, obedient: Enrolled) -> None:
    """The kiosk has obeyed what the backup does not hold; the next order must not look like that one."""
    one = obedient("one")
    with shared.opened() as hub:
        number, _ = number_of(hub, one.tie.kiosk)
        for value in (0.2, 0.7):
            with hub.database.write() as connection:
                orders.order(connection, "volume", value, hub.clock.utc_ms(), kiosk=number)
            one.sync()
            assert one.settings()["volume"] == value
            with hub.database.write() as connection:
                connection.execute(setting_order.delete())


def test_a_key_that_is_trusted_later_lets_the_pack_in(
    shared: Served, obedient: Enrolled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would not go in is tried again a day later, and said once."""
    one, key = obedient("one"), Ed25519PrivateKey.generate()
    content = signed(pack_bytes(tmp_path / "a", choice("one"), id="later.pack", version="1.0.0"), key)
    with shared.opened() as hub:
        staged(hub, one, content, "later.pack", "1.0.0")
        one.sync()
        trust.add(one.kiosk.store, keys.public(key), "市局", 1)
        one.sync()
        assert "later.pack" not in one.active()
        monkeypatch.setattr(down_packs, "AGAIN_MS", -60_000)
        one.sync()
        assert one.active()["later.pack"] == "1.0.0"
    assert [act.split()[0] for act in one.acts()] == ["hub_pack_refused", "hub_pack"]


def staged(hub: Hub, one: Obedient, content: bytes | None, pack: str, version: str) -> str:
    """Release a pack file and stage it for the kiosk; `None` takes the pack away. Its digest."""
    number, _ = number_of(hub, one.tie.kiosk)
    release, digest = None, hashlib.sha256(content or b"").hexdigest()
    with hub.database.write() as connection:
        if content is not None:
            (hub.data / packs.FOLDER).mkdir(exist_ok=True)
            file = hub.data / packs.FOLDER / digest
            file.write_bytes(content)
            row = {
                "pack": pack, "version": version, "title": "t", "hash": read_pack(content).hash, "sha256": digest,
                "bytes": len(content), "made_ms": 1,
            }  # fmt: skip
            insert_or_ignore(connection, tables.pack_release, [row])
            query = sa.select(tables.pack_release.c.number).where(tables.pack_release.c.sha256 == digest)
            release = connection.execute(query).scalar_one()
        stage = tables.pack_stage
        connection.execute(stage.delete().where(stage.c.kiosk == number))
        connection.execute(stage.insert().values(kiosk=number, pack=pack, release=release, staged_ms=1))
    return digest


def fetched(hub: Hub, one: Obedient) -> bool:
    number, _ = number_of(hub, one.tie.kiosk)
    with hub.database.read() as connection:
        query = sa.select(tables.pack_stage.c.fetched_ms).where(tables.pack_stage.c.kiosk == number)
        return connection.execute(query).scalar_one() is not None


def test_packs_are_staged_fetched_rolled_back_and_taken_away(
    shared: Served, obedient: Enrolled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(down_packs, "RANGE", 700)
    one, two = obedient("one"), obedient("two")
    key = Ed25519PrivateKey.generate()
    trust.add(one.kiosk.store, keys.public(key), "市局", 1)
    first = signed(pack_bytes(tmp_path / "a", choice("one"), id="county.pack", version="1.0.0"), key)
    second = signed(pack_bytes(tmp_path / "b", choice("one"), choice("two"), id="county.pack", version="1.1.0"), key)
    with shared.opened() as hub:
        for content, version in ((first, "1.0.0"), (second, "1.1.0"), (first, "1.0.0")):
            staged(hub, one, content, "county.pack", version)
            one.sync()
            assert one.active()["county.pack"] == version
            assert fetched(hub, one)
        two.sync()
        assert "county.pack" not in two.active(), "only where it is staged"
        staged(hub, one, None, "county.pack", "")
        one.sync()
        assert "county.pack" not in one.active()
        assert [act.split()[0] for act in one.acts()] == ["hub_pack"] * 4
    assert not list((one.kiosk.home / down_packs.FOLDER).iterdir())


def test_a_cut_download_goes_on_where_it_was(shared: Served, obedient: Enrolled, tmp_path: Path) -> None:
    one = obedient("one")
    key = Ed25519PrivateKey.generate()
    trust.add(one.kiosk.store, keys.public(key), "市局", 1)
    content = signed(pack_bytes(tmp_path / "a", choice("one"), id="cut.pack", version="1.0.0"), key)
    folder = one.kiosk.home / down_packs.FOLDER
    folder.mkdir()
    with shared.opened() as hub:
        digest = staged(hub, one, content, "cut.pack", "1.0.0")
        (folder / f"{digest}.part").write_bytes(b"\0" * 100)
        with pytest.raises(KioskError, match="answer_odd"):
            one.sync()  # what lay there was something else: noticed by the digest, and begun anew
        (folder / f"{digest}.part").write_bytes(content[:100])
        one.sync()
        assert one.active()["cut.pack"] == "1.0.0"


def test_a_pack_nobody_trusts_is_refused_at_both_ends_once(shared: Served, obedient: Enrolled, tmp_path: Path) -> None:
    one = obedient("one")
    settings.save(one.kiosk.store, "allow_unsigned_packs", True).result()
    plain = pack_bytes(tmp_path / "a", choice("one"), id="plain.pack", version="1.0.0")
    with shared.opened() as hub:
        for content in (plain, signed(plain, Ed25519PrivateKey.generate())):
            staged(hub, one, content, "plain.pack", "1.0.0")
            one.sync()
            one.sync()
        assert "plain.pack" not in one.active()
        found = [params["why"] for code, params in incidents(hub) if code == "hub.incident_pack_refused"]
        assert found[-2:] == ["packs.unsigned", "sync.pack_key_unknown"]
    assert [act.split()[0] for act in one.acts()] == ["hub_pack_refused"] * 2


def test_a_pack_file_is_for_those_it_is_staged_for(shared: Served, obedient: Enrolled, tmp_path: Path) -> None:
    one, two = obedient("one"), obedient("two")
    content = pack_bytes(tmp_path / "a", choice("one"), id="mine.pack", version="1.0.0")
    with shared.opened() as hub:
        path = f"{wire.PACKS}/{staged(hub, one, content, 'mine', '1.0.0')}"
    tls = context(pinned=True)
    with httpx.Client(base_url=shared.url, verify=tls) as client:
        mine = {"Authorization": f"Bearer {one.tie.credential}"}
        whole = client.get(path, headers=mine)
        assert (whole.status_code, whole.content) == (200, content)
        part = {"Range": "bytes=10-19", "If-Range": whole.headers["ETag"]}
        assert client.get(path, headers=mine | part).content == content[10:20]
        assert client.get(path, headers=mine | part | {"If-Range": '"other"'}).status_code == 200
        assert client.get(path, headers={"Authorization": f"Bearer {two.tie.credential}"}).status_code == 404
        assert client.get(path).status_code == 401
        assert client.get(f"{wire.PACKS}/..%2Fhub.db", headers=mine).status_code == 404


def test_ratings_merge_by_counts(shared: Served, obedient: Enrolled) -> None:
    one, two = obedient("one"), obedient("two")
    for each in (one, two):
        each.library().ensure_built_in()
    with one.kiosk.store.read() as connection:
        item = connection.execute("SELECT item_hash FROM play_family ORDER BY item_hash LIMIT 1").fetchone()[0]

    def counted(each: Obedient, answers: int, solved: int) -> None:
        rows = {item: [(0, answers, solved)]}

        def work(db: Any) -> None:
            own = each.kiosk.store.kiosk
            db.execute("DELETE FROM item_tally WHERE kiosk = ?", (own,))
            db.executemany("INSERT INTO item_tally VALUES (?, ?, ?, ?, ?)", [(item, own, *band) for band in rows[item]])

        each.kiosk.store.derive(work).result()

    def rating(each: Obedient) -> tuple[int, float]:
        with each.kiosk.store.read() as connection:
            row = connection.execute(
                "SELECT answers, difficulty FROM item_rating WHERE item_hash = ?", (item,)
            ).fetchone()
            return row[0], round(row[1], 6)

    counted(one, 40, 10)
    counted(two, 20, 15)
    for each in (one, two, one):
        each.sync()
    assert rating(one) == rating(two)
    assert rating(one)[0] == 60
    one.sync()
    assert rating(one)[0] == 60, "twice is harmless"
    counted(two, 25, 20)
    two.sync()
    one.sync()
    assert rating(one)[0] == 65
    with one.kiosk.store.read() as connection:
        assert ratings.tallies(connection, [item]) == {item: [(0, 65, 30)]}


def test_a_stranger_is_told_nothing(shared: Served, obedient: Enrolled) -> None:
    client = Client(Address(shared.url, obedient("one").tie.fingerprint), "00" * 32)
    with pytest.raises(KioskError, match="unknown_credential"):
        client.post(wire.DOWN, b"{}")
    client.close()


def test_a_receipt_of_no_time_is_refused(shared: Served, obedient: Enrolled) -> None:
    """PostgreSQL has no number so large: what it cannot keep is no answer of "busy"."""
    tie = obedient("one").tie
    client = Client(Address(shared.url, tie.fingerprint), tie.credential)
    for moment in (1 << 63, -1):
        with pytest.raises(KioskError, match="unreadable"):
            client.post(wire.DOWN, json.dumps({"receipts": [["x", moment, "withdrawn", []]]}).encode())
    client.close()
