"""What comes down by stick to kiosks that never see the network: erasures, settings, packs, ratings; and poison."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.core.errors import KioskError
from kiosk.core.ids import uuid7
from kiosk.hub import bundles, seal_key, stick_answers
from kiosk.hub.down import erasures
from kiosk.hub.down import settings as orders
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.packs import keys, trust
from kiosk.sync import answer_file, bundle, bundle_file, marks, stick_answer, stick_keys, wire
from kiosk.sync.answer_file import AnswerWriter, Head
from kiosk.sync.down import Down
from kiosk.sync.stick_answer import Taken
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served, incidents, kiosk_command, program, roll_back
from tests.hub.test_hub_down import Obedient, fetched, number_of, staged, take_of, there
from tests.packs.pack_help import pack_bytes
from tests.packs.packs_help import choice


class Mule:
    """A kiosk that was let in, whose hub is reached by a stick only."""

    def __init__(self, served: Served, kiosk: PushingKiosk, folder: Path) -> None:
        self.one = Obedient(served, kiosk, folder.name)
        self.kiosk = kiosk
        self._folder = folder
        self._sticks = 0

    def written(self) -> Path:
        """A bundle, on a stick of its own."""
        self._sticks += 1
        stick = self._folder / f"stick{self._sticks}"
        stick.mkdir()
        return bundle.write(self.kiosk.home, self.kiosk.store, self.kiosk.clock, stick).file

    def taken(self, answer: Path) -> Taken:
        """What the kiosk makes of the hub's answer."""
        kiosk, one = self.kiosk, self.one
        down = Down(
            kiosk.home, kiosk.store, kiosk.clock, guardian=one.guardian, library=one.library,
            mp3=lambda take: pytest.fail("no recordings here"),
            changed=lambda key, value: one.changed.append((key, value)),
        )  # fmt: skip
        return stick_answer.take(kiosk.home, kiosk.store, kiosk.clock, answer, down)

    def walk(self, hub: Hub) -> Taken:
        """There and back."""
        return self.taken(carried(hub, self.written()))


def carried(hub: Hub, file: Path) -> Path:
    """Take it in; the answer beside it."""
    target = file.with_suffix(bundle_file.RECEIPT_ENDING)
    stick_answers.write(hub, bundles.take(hub, file), target)
    return target


@pytest.fixture
def mule(shared: Served, pushing: MakeKiosk, tmp_path: Path) -> Mule:
    return Mule(shared, pushing("mule"), tmp_path)


@pytest.fixture
def hub(shared: Served) -> Iterator[Hub]:
    """The shared hub's data, open here, too."""
    with shared.opened() as opened:
        yield opened


def erased_at_hub(hub: Hub, id: str) -> list[tuple[str, bool]]:
    """The hub's erasures for the kiosk, each with whether it was obeyed."""
    number, _ = number_of(hub, id)
    query = sa.select(tables.erasure).where(tables.erasure.c.kiosk == number).order_by(tables.erasure.c.utc_ms)
    with hub.database.read() as connection:
        return [(row.id, row.done_ms is not None) for row in connection.execute(query)]


def test_everything_comes_down_and_receipts_go_up(hub: Hub, mule: Mule, tmp_path: Path) -> None:
    one = mule.one
    key = Ed25519PrivateKey.generate()
    trust.add(mule.kiosk.store, keys.public(key), "市局", 1)
    content = signed_pack(tmp_path, key, "mule.pack", "1.0.0")
    take, other = take_of(one), take_of(one)
    _, base = number_of(hub, one.tie.kiosk)
    with hub.database.write() as connection:
        (order,) = erasures.order(connection, base, [take], hub.clock.utc_ms())
        orders.order(connection, "volume", 0.3, hub.clock.utc_ms(), base=base)
        orders.order(connection, "months_approved", 36, hub.clock.utc_ms(), base=base)
    staged(hub, one, content, "mule.pack", "1.0.0")
    mule.kiosk.record(5)
    done = mule.walk(hub)
    assert (done.receipt.moved, done.old) == (done.receipt.events, False)
    assert (done.done.erased, done.done.settings, done.done.packs) == (1, 1, 1)
    assert (there(one, take), there(one, other)) == (False, True)
    assert (one.settings()["volume"], one.settings()["months_approved"]) == (0.3, 12)
    assert one.active()["mule.pack"] == "1.0.0"
    assert ("volume", 0.3) in one.changed
    assert (erased_at_hub(hub, one.tie.kiosk), fetched(hub, one)) == ([(order, False)], False)
    own = one.guardian().erasure.erase([other], "withdrawn")
    assert own is not None
    again = mule.walk(hub).done
    assert (again.erased, again.settings, again.packs) == (0, 0, 0), "nothing is done twice"
    assert erased_at_hub(hub, one.tie.kiosk) == [(order, True), (own.id, True)]
    assert fetched(hub, one)
    staged(hub, one, None, "mule.pack", "")
    assert mule.walk(hub).done.packs == 1
    assert "mule.pack" not in one.active()


def signed_pack(folder: Path, key: Ed25519PrivateKey, id: str, version: str, *items: str) -> bytes:
    from kiosk.packs.pack_build import signed

    place = folder / f"pack-{id}-{version}"
    return signed(pack_bytes(place, *map(choice, items or ("one",)), id=id, version=version), key)


def test_an_answer_twice_late_or_after_a_newer_one_does_no_harm(hub: Hub, mule: Mule) -> None:
    one = mule.one
    take, late = take_of(one), take_of(one)
    number, base = number_of(hub, one.tie.kiosk)

    def ordered(value: float) -> None:
        with hub.database.write() as connection:
            orders.order(connection, "volume", value, hub.clock.utc_ms(), kiosk=number)

    ordered(0.2)
    with hub.database.write() as connection:
        erasures.order(connection, base, [take, late], hub.clock.utc_ms())
    first = carried(hub, mule.written())
    ordered(0.6)
    second = carried(hub, mule.written())
    assert not mule.taken(second).old
    assert one.settings()["volume"] == 0.6
    old = mule.taken(first)
    assert (old.old, one.settings()["volume"]) == (True, 0.6), "what is older was refused"
    assert not there(one, take)
    settle = one.kiosk.store
    from kiosk.store import settings

    settings.save(settle, "volume", 0.9).result()
    twice = mule.taken(second)
    assert (twice.old, twice.done.settings, one.settings()["volume"]) == (False, 0, 0.9), "an order is obeyed once"
    ordered(0.4)
    stick = carried(hub, mule.written())
    ordered(0.5)
    one.sync()  # the network comes up in between
    assert mule.taken(stick).old
    assert one.settings()["volume"] == 0.5


def test_an_old_answer_still_erases(hub: Hub, mule: Mule, tmp_path: Path) -> None:
    """The image brought a take back after its erasure went out by stick; the old stick, found again, erases it."""
    one = mule.one
    take = take_of(one)
    mule.walk(hub)
    mule.kiosk.close()
    shutil.copytree(mule.kiosk.home, tmp_path / "image")
    _, base = number_of(hub, one.tie.kiosk)
    with hub.database.write() as connection:
        erasures.order(connection, base, [take], hub.clock.utc_ms())
    stick = carried(hub, mule.written())
    mule.taken(stick)
    assert not there(one, take)
    mule.kiosk.close()
    roll_back(mule.kiosk.home, tmp_path / "image")
    mule.kiosk.record(9)
    assert there(one, take)
    mule.walk(hub)
    assert not there(one, take), "the hub tells it again to whoever lost it"
    assert take_of(one)


def test_nobody_else_writes_or_reads_an_answer(
    hub: Hub, mule: Mule, shared: Served, pushing: MakeKiosk, tmp_path: Path
) -> None:
    other = Mule(shared, pushing("other"), tmp_path / "other")
    take = take_of(mule.one)
    _, base = number_of(hub, mule.one.tie.kiosk)
    with hub.database.write() as connection:
        erasures.order(connection, base, [take], hub.clock.utc_ms())
        orders.order(connection, "volume", 0.1, hub.clock.utc_ms(), base=base)
    good = carried(hub, mule.written())
    content = good.read_bytes()
    assert take.encode() not in content and b"volume" not in content
    forged = tmp_path / "forged.glowreceipt"
    strange = stick_keys.answer_key_for(bytes(range(32)), stick_keys.public_of(bytes(range(1, 33))))
    writer = AnswerWriter(forged, Head(1, hub.id, mule.one.tie.kiosk), strange)
    writer.put(answer_file.RECEIPT, b"{}")
    writer.close()
    spoilt = tmp_path / "spoilt.glowreceipt"
    for change, code in (
        (content[:-30], "receipt_torn"),
        (content[: len(content) // 2], "receipt_(torn|forged)"),
        (content[:12], "receipt_unreadable"),
        (content.replace(b'"answer": 1', b'"answer": 2'), "receipt_newer"),
        (forged.read_bytes(), "receipt_forged"),
    ):
        spoilt.write_bytes(change)
        with pytest.raises(KioskError, match=code):
            mule.taken(spoilt)
    with pytest.raises(KioskError, match="receipt_other"):
        other.taken(good)
    assert there(mule.one, take), "nothing of what is not whole was done"
    assert mule.taken(good).done.erased == 1


def tally(kiosk: PushingKiosk, values: tuple[object, ...]) -> None:
    """Have counted that."""
    kiosk.store.derive(lambda db: db.execute("INSERT INTO item_tally VALUES (?, ?, ?, ?, ?)", values)).result()


def test_ratings_merge_by_stick(hub: Hub, mule: Mule, shared: Served, pushing: MakeKiosk, tmp_path: Path) -> None:
    two = Mule(shared, pushing("two"), tmp_path / "two")
    for each in (mule, two):
        each.one.library().ensure_built_in()
    with mule.kiosk.store.read() as connection:
        item = connection.execute("SELECT item_hash FROM play_family ORDER BY item_hash LIMIT 1").fetchone()[0]
    for each, row in ((mule, (0, 40, 10)), (two, (0, 20, 15))):
        own = each.kiosk.store.kiosk
        values = (item, own, *row)
        tally(each.kiosk, values)
    for each in (mule, two, mule):
        each.walk(hub)
    for each in (mule, two):
        with each.kiosk.store.read() as connection:
            found = connection.execute("SELECT answers FROM item_rating WHERE item_hash = ?", (item,)).fetchone()
        assert found[0] == 60
    mule.walk(hub)


def test_a_kiosk_of_before_gets_a_receipt_alone(hub: Hub, mule: Mule, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its bundle asks for nothing; and the kiosk of today reads the receipt of a hub of before."""
    put = bundle._Packing._put
    monkeypatch.setattr(
        bundle._Packing, "_put", staticmethod(lambda writer, path, told: path == wire.DOWN or put(writer, path, told))
    )
    mule.kiosk.record(4)
    answer = carried(hub, mule.written())
    assert json.loads(answer.read_text("utf-8"))["mark"]
    assert mule.taken(answer).receipt.moved >= 4


POISON: tuple[dict[str, object], ...] = (
    {"visit": b"\1\2"},
    {"body": '{"a":'},
    {"body": '{"a": "\\ud800"}'},
    {"body": "[" * 60_000},
    {"body": '{"a": "' + "x" * 30_000_000 + '"}'},
    {"utc_ms": 9 * 10**17},
    {"kind": "no kind"},
    {"origin": 99},
    {"id": b"no uuid of seven"},
)


def insert(kiosk: PushingKiosk, seq: int, changed: dict[str, object]) -> None:
    """Put what no honest program writes into the journal."""
    with kiosk.store.read() as connection:
        epoch = marks.rows(connection, 0, 1)[0].epoch
    row = {
        "epoch": epoch, "seq": seq, "id": bytes.fromhex(uuid7(seq).replace("-", "")), "kiosk": b"", "visit": None,
        "origin": 0, "utc_ms": seq, "monotonic_ms": 1, "kind": "sync_healed", "version": 1,
        "body": '{"what": "cloned", "events": 0}', **changed,
    }  # fmt: skip
    columns = ", ".join({"kind": "code", "body": "stored"}.get(name, name) for name in row)
    text = f"INSERT INTO journal_entry ({columns}) VALUES ({', '.join('?' * len(row))})"
    kiosk.store.derive(lambda db: db.execute(text, list(row.values()))).result()


def test_poison_in_a_bundle_is_refused_by_event(hub: Hub, mule: Mule) -> None:
    """Each by itself, with its sentence, at both ends; everything else is taken in."""
    for seq, changed in enumerate(POISON, 1_000):
        mule.kiosk.record(10)
        insert(mule.kiosk, seq, changed)
    mule.kiosk.record(10)
    whole = 10 + 11 * len(POISON)
    file = mule.written()
    command = program("kiosk.hub.commands", "import", str(file), "--json", "--data", str(hub.data))
    if hub.database.sqlite:
        out = subprocess.run(command, capture_output=True, check=False)
        assert out.returncode == 1, out.stderr.decode()
        told = json.loads(out.stdout)
        assert (told["events"], told["stored"], told["refused"]) == (whole, whole - len(POISON), len(POISON))
        assert all(one["what"] for one in told["refusals"])
    else:
        carried(hub, file)
    done = mule.taken(carried(hub, file))
    assert (done.receipt.events, done.receipt.refused, done.receipt.moved) == (whole, len(POISON), whole)
    with mule.kiosk.store.read() as connection:
        refused = marks.refused(connection, mule.one.tie.hub)
    assert len(refused) == len(POISON) and all(one[3] for one in refused)
    number, _ = number_of(hub, mule.one.tie.kiosk)
    with hub.database.read() as connection:
        mine = tables.refusal.c.kiosk == number
        assert len(connection.execute(sa.select(tables.refusal).where(mine)).all()) == len(POISON)
    mule.kiosk.record(3)
    mule.kiosk.post.deliver()  # nothing is sent or refused again
    assert mule.walk(hub).receipt.refused == 0


def test_two_machines_under_one_id_are_told(hub: Hub, mule: Mule, tmp_path: Path) -> None:
    mule.kiosk.record(3)
    mule.kiosk.close()
    clone = PushingKiosk(tmp_path / "clone")
    shutil.copytree(mule.kiosk.home, clone.home)
    for kiosk in (mule.kiosk, clone):
        kiosk.record(4)
        stick = tmp_path / f"{kiosk.home.name}-stick"
        stick.mkdir()
        for _ in range(2):
            carried(hub, bundle.write(kiosk.home, kiosk.store, kiosk.clock, stick).file)
    number, _ = number_of(hub, mule.one.tie.kiosk)
    assert [code for code, _ in incidents(hub)].count("hub.incident_two_machines") >= 1
    with hub.database.read() as connection:
        query = sa.select(sa.func.count()).select_from(tables.incident).where(tables.incident.c.kiosk == number)
        assert connection.execute(query).scalar() == 1, "said once"
        mine = tables.event.c.kiosk == number
        assert connection.execute(sa.select(sa.func.count()).where(mine)).scalar() == len(
            {*mule.kiosk.journal(), *clone.journal()}
        )
    clone.close()


def test_the_command_says_what_it_did(hub: Hub, mule: Mule) -> None:
    number, _ = number_of(hub, mule.one.tie.kiosk)
    with hub.database.write() as connection:
        orders.order(connection, "volume", 0.7, hub.clock.utc_ms(), kiosk=number)
    answer = carried(hub, mule.written())
    out = kiosk_command(mule.kiosk.home, "sync", "receipt", str(answer))
    assert (out.returncode, "设置 1 项" in out.stdout) == (0, True), out.stdout + out.stderr
    assert seal_key.public(hub.data) == mule.one.tie.seal
