"""A stick as the mule: bundle, import, receipt; beside the network, twice, in any order, forged, torn, set back."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands import sync_whole
from kiosk.core.errors import KioskError
from kiosk.hub import bundles, enrolment, stick_answers
from kiosk.hub.hub import Hub
from kiosk.sync import bundle, bundle_file, status, stick_answer
from kiosk.sync.stick_answer import Taken
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served, healed, kiosk_command, program, roll_back


@pytest.fixture
def kiosk(shared: Served, pushing: MakeKiosk) -> PushingKiosk:
    """A kiosk that is let in."""
    made = pushing("kiosk")
    made.enrol(shared.url, shared.code())
    return made


def written(kiosk: PushingKiosk, stick: Path) -> Path:
    """A bundle of what waits."""
    stick.mkdir(exist_ok=True)
    return bundle.write(kiosk.home, kiosk.store, kiosk.clock, stick).file


def carried(hub: Hub, file: Path) -> Path:
    """Take it in; the receipt beside it."""
    target = file.with_suffix(bundle_file.RECEIPT_ENDING)
    stick_answers.write(hub, bundles.take(hub, file), target)
    return target


def plain(hub: Hub, file: Path) -> Path:
    """Take it in; beside it the receipt alone, as an older hub writes it."""
    target = file.with_suffix(bundle_file.RECEIPT_ENDING)
    done = bundles.take(hub, file)
    target.write_bytes(done.told.to_bytes(done.hash))
    return target


def taken(kiosk: PushingKiosk, file: Path) -> Taken:
    """What comes of bringing `file` to the kiosk."""
    down = sync_whole.down(kiosk.home, kiosk.store, kiosk.clock)
    return stick_answer.take(kiosk.home, kiosk.store, kiosk.clock, file, down)


def acknowledged(kiosk: PushingKiosk, file: Path) -> tuple[int, int, int]:
    done = taken(kiosk, file).receipt
    return done.events, done.refused, done.moved


def waiting(kiosk: PushingKiosk) -> int:
    return status.read(kiosk.home, kiosk.store, kiosk.clock.utc_ms()).waiting


def mine(served: Served, kiosk: PushingKiosk) -> list[tuple[str, int]]:
    """Which of the kiosk's events the hub holds; `shared` has others', too."""
    journal = set(kiosk.journal())
    return [key for key in served.held() if key in journal]


def test_the_commands_carry_everything_and_back(shared: Served, kiosk: PushingKiosk, tmp_path: Path) -> None:
    kiosk.record(4_500)
    stick = tmp_path / "stick"
    stick.mkdir()
    out = kiosk_command(kiosk.home, "sync", "bundle", str(stick), "--json")
    made = json.loads(out.stdout)
    assert (out.returncode, made["events"], Path(made["file"]).parent) == (0, 4_500, stick)
    assert made["bytes"] < 60 * 4_500
    text = Path(made["file"]).read_bytes()
    assert b"anti_fraud" not in text and b"item_answered" not in text
    command = program("kiosk.hub.commands", "import", made["file"], "--json", "--data", str(shared.data))
    taken = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert (taken["events"], taken["stored"], taken["refused"], taken["base"]) == (4_500, 4_500, 0, "石牛山基地")
    again = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert (again["events"], again["stored"]) == (4_500, 0)
    done = kiosk_command(kiosk.home, "sync", "receipt", taken["receipt"])
    assert (done.returncode, "4500 条" in done.stdout) == (0, True)
    told = json.loads(kiosk_command(kiosk.home, "sync", "status", "--json").stdout)
    assert (told["waiting"], told["error"], told["last_success"] is not None) == (0, None, True)
    assert mine(shared, kiosk) == sorted(kiosk.journal())


def test_mule_and_network_overlap_freely(shared: Served, kiosk: PushingKiosk, tmp_path: Path) -> None:
    with shared.opened() as hub:
        kiosk.record(30)
        first = written(kiosk, tmp_path / "first")
        kiosk.record(20)
        second = written(kiosk, tmp_path / "second")
        receipts = [carried(hub, second)]  # carried, and on its way back, while the network comes up for a while
        kiosk.post.deliver()
        kiosk.record(10)
        receipts.append(carried(hub, first))
        assert acknowledged(kiosk, receipts[1]) == (30, 0, 0)
        assert acknowledged(kiosk, receipts[0]) == (50, 0, 0)
        assert waiting(kiosk) == 10
        third = written(kiosk, tmp_path / "third")
        last = carried(hub, third)
        kiosk.record(7)
        assert acknowledged(kiosk, last) == (10, 0, 10)
        assert acknowledged(kiosk, last) == (10, 0, 0)
        assert waiting(kiosk) == 7
        kiosk.post.deliver()
    assert mine(shared, kiosk) == sorted(kiosk.journal())
    assert healed(kiosk.store) == [], "a stick is no set-back"


def test_what_is_not_a_kiosks_bundle_is_refused_whole(shared: Served, pushing: MakeKiosk, tmp_path: Path) -> None:
    kiosk, stranger = pushing("kiosk"), pushing("stranger")
    kiosk.enrol(shared.url, shared.code())
    kiosk.record(2_500)
    good = written(kiosk, tmp_path / "stick")
    content = good.read_bytes()

    def spoilt(change: Callable[[bytes], bytes]) -> Path:
        return _put(tmp_path, change(content))

    with shared.opened() as hub:
        for change, code in (
            (lambda old: old[:-40], "bundle_torn"),
            (lambda old: old[: len(old) // 2], "bundle_torn"),
            (lambda old: old[:40], "bundle_unreadable"),
            (lambda old: b"", "bundle_unreadable"),
            (lambda old: b"PK" + old, "bundle_unreadable"),
            (lambda old: old.replace(b'"bundle": 1', b'"bundle": 9'), "bundle_newer"),
            (lambda old: _flipped(old, len(old) // 2), "bundle_torn"),
            (lambda old: old.replace(hub.id.encode(), b"h" + b"0" * 12), "bundle_other_hub"),
            (lambda old: old.replace(kiosk.store.kiosk.encode(), b"k" + b"0" * 12), "bundle_stranger"),
        ):
            with pytest.raises(KioskError, match=code):
                bundles.take(hub, spoilt(change))
        # Somebody who knows the hub's key and the kiosk's id, but not its credential.
        stranger.enrol(shared.url, shared.code("别处"))
        stranger.record(5)
        tie = json.loads((stranger.home / "keys" / "hub.json").read_text())
        tie["kiosk"] = kiosk.store.kiosk
        (stranger.home / "keys" / "hub.json").write_text(json.dumps(tie))
        with pytest.raises(KioskError, match="bundle_forged"):
            bundles.take(hub, written(stranger, tmp_path / "forged"))
        assert mine(shared, kiosk) == []
        with hub.database.write() as connection:
            number = enrolment.who(
                connection, bytes.fromhex(json.loads((kiosk.home / "keys/hub.json").read_text())["credential"])
            )
            enrolment.revoke(connection, number, 1)
        with pytest.raises(KioskError, match="bundle_stranger"):
            bundles.take(hub, good)


def _put(folder: Path, content: bytes) -> Path:
    file = folder / "spoilt.glowbundle"
    file.write_bytes(content)
    return file


def _flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def test_only_the_hubs_own_receipt_counts(shared: Served, kiosk: PushingKiosk, tmp_path: Path) -> None:
    kiosk.record(12)
    with shared.opened() as hub:
        good = plain(hub, written(kiosk, tmp_path / "stick"))
    whole = json.loads(good.read_text("utf-8"))
    for change, code in (
        ({"content": whole["content"].replace('"through":12', '"through":99')}, "receipt_forged"),
        ({"content": whole["content"].replace(kiosk.store.kiosk, "k" + "0" * 12)}, "receipt_other"),
        ({"content": whole["content"].replace('"receipt":1', '"receipt":2')}, "receipt_newer"),
        ({"content": "{"}, "receipt_unreadable"),
        ({"mark": "00"}, "receipt_forged"),
    ):
        spoilt = tmp_path / "spoilt.glowreceipt"
        spoilt.write_text(json.dumps(whole | change), "utf-8")
        with pytest.raises(KioskError, match=code):
            taken(kiosk, spoilt)
    assert waiting(kiosk) == 12
    assert acknowledged(kiosk, good) == (12, 0, 12)


def test_a_receipt_for_a_journal_that_was_rolled_back_moves_nothing(
    shared: Served, kiosk: PushingKiosk, tmp_path: Path
) -> None:
    kiosk.record(10)
    kiosk.close()
    shutil.copytree(kiosk.home, tmp_path / "image")
    kiosk.record(10)
    with shared.opened() as hub:
        paper = carried(hub, written(kiosk, tmp_path / "stick"))
        kiosk.close()
        roll_back(kiosk.home, tmp_path / "image")
        kiosk.record(25)
        with pytest.raises(KioskError, match="receipt_past"):
            taken(kiosk, paper)
        assert waiting(kiosk) == 35
        done = carried(hub, written(kiosk, tmp_path / "stick"))
        assert acknowledged(kiosk, done) == (35, 0, 35)
    assert mine(shared, kiosk) == sorted(kiosk.journal())


def test_a_hub_set_back_is_healed_by_sticks_alone(hub: Hub, database: str, pushing: MakeKiosk, tmp_path: Path) -> None:
    """The kiosk never had a network but for its enrolment."""
    if database:
        pytest.skip("the copy of a folder is SQLite's; what follows is the same")
    served = Served(hub.data, "", 1)
    kiosk = _let_in_by_hand(hub, pushing("kiosk"))
    kiosk.record(8)
    hub.database.close()
    shutil.copytree(hub.data, tmp_path / "yesterday")
    with served.opened() as open_hub:
        acknowledged(kiosk, carried(open_hub, written(kiosk, tmp_path / "stick")))
    assert waiting(kiosk) == 0
    roll_back(hub.data, tmp_path / "yesterday")
    kiosk.record(3)
    with served.opened() as open_hub:
        assert acknowledged(kiosk, carried(open_hub, written(kiosk, tmp_path / "stick"))) == (3, 0, 3)
        assert healed(kiosk.store) == [("hub_set_back", 8)]
        acknowledged(kiosk, carried(open_hub, written(kiosk, tmp_path / "stick")))
        assert sorted(served.held()) == sorted(kiosk.journal())


def _let_in_by_hand(hub: Hub, kiosk: PushingKiosk) -> PushingKiosk:
    """What enrolling over the network leaves behind."""
    import hashlib
    import os

    from kiosk.hub import seal_key
    from kiosk.sync import link, stick_keys

    code, _ = enrolment.new_code(hub, "石牛山基地", b"")
    credential = os.urandom(32)
    hashed, signer = hashlib.sha256(credential).digest(), stick_keys.signer(credential.hex())
    id = kiosk.store.kiosk
    enrolment.enrol(hub, enrolment.Applicant(code.secret, id, hashed, "b", "m", signer=signer))
    made = link.Link("https://hub.example", "", credential.hex(), hub.id, id, "石牛山基地", seal_key.public(hub.data))
    link.write(kiosk.home, made)
    return kiosk
