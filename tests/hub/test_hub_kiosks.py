"""Kiosks that are set back, cloned, locked out, let in again: each time all of it is at the hub, once."""

import dataclasses
import json
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.core.item import Item, item_hash
from kiosk.hub import upkeep
from kiosk.hub.enrolment import revoke, who
from kiosk.hub.store import bodies, tables
from kiosk.packs.texts import TextKeeper
from kiosk.sync import link, marks, status, wire
from kiosk.sync.link import Link
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served, healed, incidents, kiosk_command, roll_back, same_at_both_ends
from tests.store.store_help import answer


@pytest.fixture
def kiosk(shared: Served, pushing: MakeKiosk) -> PushingKiosk:
    """A kiosk that is let in."""
    made = pushing("kiosk")
    made.enrol(shared.url, shared.code())
    return made


def tie_of(kiosk: PushingKiosk) -> Link:
    """Its tie to the hub."""
    tie = link.read(kiosk.home)
    assert tie is not None
    return tie


def test_a_kiosk_set_back_three_syncs(shared: Served, kiosk: PushingKiosk, tmp_path: Path) -> None:
    kiosk.record(20)
    kiosk.post.deliver()
    kiosk.close()
    shutil.copytree(kiosk.home, tmp_path / "image")
    for _ in range(3):
        kiosk.record(10)
        kiosk.post.deliver()
    lost = set(kiosk.journal())
    kiosk.close()
    roll_back(kiosk.home, tmp_path / "image")
    kiosk.record(7)
    same_at_both_ends([kiosk], shared)
    assert lost <= set(shared.held()), "what only the hub still had is there"
    assert healed(kiosk.store) == [("kiosk_set_back", 30)]
    kiosk.record(3)
    same_at_both_ends([kiosk], shared)
    assert len(healed(kiosk.store)) == 1, "told once"
    with shared.opened() as hub:
        assert ("hub.incident_kiosk_set_back", {"events": 30}) in incidents(hub)


def test_a_cloned_disk(shared: Served, kiosk: PushingKiosk, pushing: MakeKiosk, tmp_path: Path) -> None:
    """Both go on, one under a name of its own; all that either recorded is there once."""
    kiosk.record(20)
    kiosk.post.deliver()
    kiosk.record(4)
    kiosk.close()
    shutil.copytree(kiosk.home, tmp_path / "clone")
    clone = pushing("clone")
    for _ in range(3):
        for one in (kiosk, clone):
            one.record(10)
            one.post.deliver()
    same_at_both_ends([kiosk, clone], shared)
    ids = {one.store.kiosk for one in (kiosk, clone)}
    assert len(ids) == 2
    assert [what for one in (kiosk, clone) for what, _ in healed(one.store) if what == "cloned"] == ["cloned"]
    with shared.opened() as hub:
        assert "hub.incident_cloned" in [code for code, _ in incidents(hub)]
    renamed = kiosk if healed(kiosk.store)[-1][0] == "cloned" else clone
    assert tie_of(renamed).kiosk == renamed.store.kiosk
    renamed.close()
    assert renamed.store.kiosk == tie_of(renamed).kiosk, "after a restart, too"


def test_a_golden_image_that_was_never_enrolled(shared: Served, pushing: MakeKiosk, tmp_path: Path) -> None:
    """Thirty machines from one image, each with a code of its own: each gets an id of its own."""
    first = pushing("first")
    first.record(3)
    first.close()
    shutil.copytree(first.home, tmp_path / "second")
    second = pushing("second")
    for one in (first, second):
        one.enrol(shared.url, shared.code())
        one.record(2)
    assert first.store.kiosk != second.store.kiosk
    same_at_both_ends([first, second], shared)


def test_revoked_then_let_in_again(shared: Served, kiosk: PushingKiosk) -> None:
    kiosk.record(5)
    with shared.opened() as hub, hub.database.write() as connection:
        assert revoke(connection, who(connection, bytes.fromhex(tie_of(kiosk).credential)), 1) == 1
    with pytest.raises(KioskError, match=r"sync\.revoked"):
        kiosk.post.deliver()
    assert status.read(kiosk.home, kiosk.store, 0).error == "sync.revoked"
    name = kiosk.store.kiosk
    kiosk.enrol(shared.url, shared.code())
    same_at_both_ends([kiosk], shared)
    assert kiosk.store.kiosk == name, "it proved who it was"
    assert status.read(kiosk.home, kiosk.store, 0).error == ""


def test_texts_go_up_once(shared: Served, kiosk: PushingKiosk) -> None:
    item = Item("lottery", "true_false", "中奖了？", ("no",))
    TextKeeper(kiosk.store).keep(item)
    kiosk.post.deliver()
    with kiosk.store.read() as connection:
        offered = [row[0] for row in connection.execute("SELECT hash FROM sync_offered")]
        assert marks.read(connection, tie_of(kiosk).hub).position == 0
    assert offered == [item_hash(item)]
    with shared.opened() as hub, hub.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM item_text").scalar() == 1


def test_a_kiosk_newer_than_its_hub_keeps_all_until_the_hub_is_updated(
    shared: Served, kiosk: PushingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.record(5)
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr(wire, "VERSION", wire.VERSION + 1)
        with pytest.raises(KioskError, match=r"sync\.version"):
            kiosk.post.deliver()
        assert status.read(kiosk.home, kiosk.store, 0).waiting == 5
    same_at_both_ends([kiosk], shared)


def test_poison_goes_on_the_list_at_both_sides(shared: Served, kiosk: PushingKiosk) -> None:
    """A torn body in the middle of the journal: refused with a sentence, told by the command, the others arrive."""
    kiosk.record(3)
    torn = dataclasses.replace(answer(9), reading_ms="soon")  # type: ignore[arg-type]
    kiosk.store.append(torn, None)
    kiosk.record(3)
    done = kiosk.post.deliver()
    assert (done.sent, done.accepted, done.refused) == (7, 6, 1)
    poison, sound = kiosk.journal()[3], [*kiosk.journal()[:3], *kiosk.journal()[4:]]
    assert poison not in shared.held()
    kiosk.post.deliver()
    assert [shared.held().count(key) for key in sound] == [1] * 6
    kiosk.close()
    told = json.loads(kiosk_command(kiosk.home, "sync", "status", "--json").stdout)
    assert [(one["seq"], one["code"]) for one in told["refusals"]] == [(4, "sync.refused_body")]
    assert (told["refused"], told["waiting"], told["error"]) == (1, 0, None)


def test_what_a_hub_cannot_read_at_all_is_found_by_halves(shared: Served, kiosk: PushingKiosk) -> None:
    """Half a surrogate spoils the whole batch; the one event is set aside, the others arrive."""
    kiosk.record(9)
    with kiosk.store.read() as connection:
        rows = marks.rows(connection, 0, 100)
    kiosk.store.derive(lambda db: db.execute(
        "INSERT INTO journal_entry (epoch, seq, id, kiosk, visit, origin, utc_ms, monotonic_ms, code, version, stored)"
        " VALUES (?, 99, ?, x'00', NULL, 0, 1, 1, 'item_answered', 1, ?)",
        (rows[0].epoch, rows[0].id[::-1], '{"a": "\\ud800"}'),
    )).result()  # fmt: skip
    kiosk.record(9)
    done = kiosk.post.deliver()
    assert (done.accepted, done.refused) == (18, 1)
    with kiosk.store.read() as connection:
        assert [(one[1], one[2]) for one in marks.refused(connection, tie_of(kiosk).hub)] == [(99, "sync.unreadable")]
    assert len(set(kiosk.journal()) & set(shared.held())) == 18


def test_a_dictionary_is_trained_and_old_bodies_stay_readable(shared: Served, kiosk: PushingKiosk) -> None:
    kiosk.record(bodies.TRAIN_AFTER)
    kiosk.post.deliver()
    with shared.opened() as hub:
        before = hub.bodies.newest
        upkeep.keep(hub)
        assert (before, hub.bodies.newest) == (1, 2)
        with hub.database.read() as connection:
            row = connection.execute(sa.select(tables.event.c.dictionary, tables.event.c.body).limit(1)).one()
            body = hub.bodies.unpack(*row)
            assert json.loads(body)
            assert len(hub.bodies.pack(2, body)) < len(hub.bodies.pack(1, body))
    kiosk.record(3)
    same_at_both_ends([kiosk], shared)
