"""Consents, review, retention, withdrawal and erasure: what may be done, and that gone is gone."""

import shutil
from pathlib import Path

import pytest

from kiosk.core.booth import CONSENT_KINDS, ConsentKind, Rights
from kiosk.core.errors import KioskError
from kiosk.privacy.guardian import HOLD_REASON
from kiosk.privacy.sealed import SealedReader
from tests.privacy.home import DAY_MS, VOICE, Home, change, everything


def test_rights_follow_the_setting(home: Home) -> None:
    """Closed, once, consent; and nothing is kept until somebody is in charge."""
    voice = home.voice()
    assert home.guardian.rights([voice]) == Rights(True, True, True, True)
    home.settings["privacy_officer"] = " "
    anew = home.voice()
    assert home.guardian.rights([anew]) == Rights(record=True)
    home.settings["booth_mode"] = "once"
    assert home.guardian.rights([]) == Rights(record=True)
    assert home.guardian.rights([voice]).releases() == ()
    home.settings["booth_mode"] = "closed"
    assert home.guardian.rights([voice]) == Rights()


@pytest.mark.parametrize(
    ("kinds", "rights"),
    [
        ((), Rights()),
        (("keep", "play", "publish"), Rights()),
        (("record",), Rights(record=True)),
        (("record", "keep"), Rights(record=True, keep=True)),
        (("record", "keep", "play"), Rights(record=True, keep=True, play=True)),
        (("record", "keep", "publish"), Rights(record=True, keep=True, publish=True)),
        (("record", "play", "publish"), Rights(record=True)),
    ],
)
def test_each_consent_counts_by_itself(home: Home, kinds: tuple[ConsentKind, ...], rights: Rights) -> None:
    """Alone and in a duet with somebody who agreed to everything: every voice needs its own."""
    other = home.voice("B-002")
    voice = home.voice("A-001", kinds) if kinds else "v0"
    assert home.guardian.rights([voice]) == rights
    assert home.guardian.rights([other, voice]) == rights
    assert home.guardian.rights([]) == Rights()


def test_changed_terms_ask_again(home: Home) -> None:
    """Who agreed to a year did not agree to two; the form can be signed anew."""
    voice = home.voice()
    home.settings["months_approved"] = 24
    assert home.guardian.rights([voice]) == Rights()
    assert home.voice() == voice
    assert home.guardian.rights([voice]).publish


def test_the_register_is_sealed(home: Home) -> None:
    """Form numbers are read by this kiosk and by nobody who has its files without the kiosk's key."""
    voice = home.voice("班级-2026-017", ("record", "keep"))
    assert {(one.voice, one.kind, one.form, one.signed) for one in home.guardian.consents.entries()} == {
        (voice, "record", "班级-2026-017", "2026-11-01"),
        (voice, "keep", "班级-2026-017", "2026-11-01"),
    }
    assert home.guardian.consents.voice(" 班级-2026-017 ") == voice
    assert home.guardian.consents.voice("班级-2026-018") is None
    home.store.flush(5)
    assert b"2026-017" not in everything(home.folder)
    assert "2026-017".encode("utf-16-le") not in everything(home.folder)
    with pytest.raises(KioskError, match=r"privacy\.consent_empty"):
        home.guardian.consents.give(" ", "", ["record"], "t", "teacher")


def test_a_kept_take_is_sealed_and_comes_back(home: Home) -> None:
    """After a restart the kiosk opens it; its bytes lie nowhere in the clear."""
    files = home.take(home.voice())
    again = home.again()
    try:
        found = again.guardian.takes.files(files.id)
        assert SealedReader(found.raw, found.key).read() == VOICE
        assert [take.id for take in again.guardian.takes.all("pending")] == [files.id]
        assert VOICE[:64] not in everything(home.folder)
    finally:
        again.close()


def test_a_passing_take_is_gone_after_a_power_cut(home: Home) -> None:
    """Its key was in memory only; the next start removes the noise."""
    files = home.guardian.takes.begin_passing()
    files.raw.write_bytes(b"sealed with a key that is gone")
    assert not home.guardian.keys.holds(files.id)
    again = home.again()
    try:
        assert again.guardian.replay() == 0
        assert not files.folder.exists()
    finally:
        again.close()


def test_a_take_cut_off_is_mended_or_gone(home: Home) -> None:
    """With sound and consent it waits for review; without sound, key or row it is erased."""
    voice = home.voice()
    cut = home.take(voice, settle=False)
    cut.raw.write_bytes(cut.raw.read_bytes()[:-5])
    empty = home.guardian.takes.begin_kept("s", "t", "x", [voice])
    stray = home.guardian.keys.make("t0123456789abcdef")
    again = home.again()
    try:
        mended, lost = again.guardian.recover()
        assert (mended, lost) == (0, 3)  # of one chunk nothing was whole
        assert again.guardian.takes.all() == []
        assert not empty.folder.exists()
        assert stray
        assert again.guardian.keys.names() == {voice}
    finally:
        again.close()


def test_a_take_cut_off_by_a_crash_waits_for_review(home: Home) -> None:
    """The next program mends it; the one that records it leaves it alone."""
    cut = home.take(home.voice(), settle=False)
    assert home.guardian.recover() == (0, 0)
    home.guardian.takes.begun.clear()
    assert home.guardian.recover() == (1, 0)
    take = home.guardian.takes.find(cut.id)
    assert take
    assert (take.state, take.seconds, take.release, take.ended) == ("pending", 2.0, "keep", "booth.capture_gone")


def test_review(home: Home) -> None:
    """Approve, hold, reject: each on record; a rejected take is gone at once, with a receipt."""
    voice = home.voice()
    good, bad, danger = (home.take(voice) for _ in range(3))
    guardian = home.guardian
    assert guardian.wall() == []
    assert guardian.review(good.id, "approved", "teacher") is None
    assert [take.id for take in guardian.wall("civility")] == [good.id]
    assert guardian.wall("rumour") == []
    with pytest.raises(KioskError, match=r"privacy\.review_reason"):
        guardian.review(bad.id, "rejected", "teacher")
    receipt = guardian.review(bad.id, "rejected", "teacher", ("name_heard",))
    assert receipt
    assert receipt.done
    assert not bad.folder.exists()
    guardian.review(danger.id, "held", "teacher", (HOLD_REASON,))
    held = guardian.takes.find(danger.id)
    assert held
    assert (held.state, held.reasons) == ("held", (HOLD_REASON,))
    with pytest.raises(KioskError, match=r"privacy\.take_gone"):
        guardian.review(bad.id, "approved", "teacher")
    assert [one["verdict"] for one in home.events("take_reviewed")] == ["approved", "rejected", "held"]


def test_listening_to_what_is_not_released_is_recorded(home: Home) -> None:
    files = home.take(home.voice())
    assert home.guardian.hear(files.id, "teacher", "review").key == files.key
    assert home.events("take_heard") == [{"take": files.id, "role": "teacher", "reason": "review"}]
    with pytest.raises(KioskError, match=r"privacy\.review_reason"):
        home.guardian.hear(files.id, "teacher", "curious")
    home.guardian.review(files.id, "approved", "teacher")
    home.guardian.hear(files.id, "teacher", "review")
    assert len(home.events("take_heard")) == 1


def test_only_what_may_be_published_leaves(home: Home) -> None:
    play, publish = home.take(home.voice()), home.take(home.voice("B-2"), release="publish")
    for files in (play, publish):
        with pytest.raises(KioskError, match=r"privacy\.not_allowed"):
            home.guardian.export(files.id, "admin")
        home.guardian.review(files.id, "approved", "teacher")
    with pytest.raises(KioskError, match=r"privacy\.not_allowed"):
        home.guardian.export(play.id, "admin")
    assert home.guardian.export(publish.id, "admin").id == publish.id
    assert home.events("take_exported") == [{"take": publish.id, "role": "admin"}]


def test_withdrawal_erases_every_take_that_needed_it(home: Home) -> None:
    """One voice of a duet takes back its consent to be kept: the duet is gone; takes of others stay."""
    first, second = home.voice("A"), home.voice("B")
    own, duet, others = home.take(first), home.take(first, second), home.take(second)
    receipt = home.guardian.withdraw(first, ["keep"], "admin")
    assert receipt
    assert set(receipt.takes) == {own.id, duet.id}
    assert [take.id for take in home.guardian.takes.all()] == [others.id]
    assert not own.folder.exists()
    assert not home.guardian.keys.holds(own.id)
    assert home.guardian.rights([first]) == Rights(record=True)
    for language in ("zh", "en"):
        assert receipt.id in "".join(receipt.lines(language))
    assert home.guardian.withdraw(first, ["keep"], "admin") is None
    assert home.events("takes_erased") == [{"receipt": receipt.id, "why": "withdrawn", "takes": 2}]


def test_a_narrower_withdrawal_erases_what_went_that_far(home: Home) -> None:
    voice = home.voice()
    kept, played = home.take(voice, release="keep"), home.take(voice, release="play")
    receipt = home.guardian.withdraw(voice, ["play"], "admin")
    assert receipt
    assert receipt.takes == (played.id,)
    assert home.guardian.takes.find(kept.id)


def test_a_restored_disk_is_erased_again(home: Home, tmp_path: Path) -> None:
    """The whole home copied before and put back after an erasure; the receipt in the marker folder remembers."""
    marker = tmp_path / "other partition"
    marker.mkdir()
    home.settings["marker_folder"] = str(marker)
    voice = home.voice()
    files = home.take(voice)
    home.close()
    shutil.copytree(home.folder, tmp_path / "image")
    erased = home.again()
    erased.guardian.withdraw(voice, CONSENT_KINDS, "admin")
    erased.close()
    shutil.rmtree(home.folder)
    shutil.copytree(tmp_path / "image", home.folder)
    restored = Home(home.folder)
    restored.settings = home.settings
    try:
        assert restored.guardian.takes.files(files.id).key == files.key
        assert restored.guardian.replay() == 1
        assert restored.guardian.takes.all() == []
        assert not restored.guardian.keys.holds(files.id)
        assert not files.folder.exists()
        assert restored.guardian.replay() == 0
    finally:
        restored.close()


def test_what_was_erased_under_another_id_stays_erased(home: Home, tmp_path: Path) -> None:
    """A cloned kiosk gets an id of its own; its disk is put back to before, id and all."""
    marker = tmp_path / "other partition"
    marker.mkdir()
    home.settings["marker_folder"] = str(marker)
    voice = home.voice()
    home.take(voice)
    home.close()
    shutil.copytree(home.folder, tmp_path / "image")
    erased = home.again()
    erased.store.adopt("kaaaaaaaaaaaa")
    erased.guardian.withdraw(voice, CONSENT_KINDS, "admin")
    erased.close()
    shutil.rmtree(home.folder)
    shutil.copytree(tmp_path / "image", home.folder)
    restored = Home(home.folder)
    restored.settings = home.settings
    try:
        assert restored.store.kiosk != "kaaaaaaaaaaaa"
        assert restored.guardian.replay() == 1
        assert restored.guardian.takes.all() == []
        assert restored.guardian.replay() == 0
    finally:
        restored.close()


def test_a_backup_holds_no_key(home: Home) -> None:
    """The sealed file and every byte of a backup together open nothing once the key's file is gone."""
    voice = home.voice()
    files = home.take(voice)
    sealed = files.raw.read_bytes()
    home.guardian.erasure.erase([files.id], "staff")
    left = everything(home.folder)
    assert files.key not in left
    assert files.key.hex().encode() not in left
    assert VOICE[:64] not in left + sealed


def test_retention(home: Home) -> None:
    """Seven days unreviewed, twelve months approved, three years in the register; once a day and on record."""
    voice = home.voice()
    waiting, approved = home.take(voice), home.take(voice)
    home.guardian.review(approved.id, "approved", "teacher")
    first = home.guardian.daily()
    assert first
    assert (first.unreviewed, first.expired) == (0, 0)
    assert home.guardian.daily() is None
    home.clock.step(8 * DAY_MS)
    week = home.guardian.daily()
    assert week
    assert week.unreviewed == 1
    assert not waiting.folder.exists()
    assert home.guardian.takes.find(approved.id)
    home.clock.step(360 * DAY_MS)
    year = home.guardian.daily()
    assert year
    assert year.expired == 1
    assert home.guardian.takes.all() == []
    home.guardian.withdraw(voice, CONSENT_KINDS, "admin")
    home.clock.step(3 * 365 * DAY_MS)
    assert (ran := home.guardian.daily())
    assert ran.register == 0
    home.clock.step(3 * DAY_MS)
    assert (ran := home.guardian.daily())
    assert ran.register == 1
    assert home.guardian.consents.entries() == []
    assert home.guardian.keys.names() == set()
    assert len(home.events("retention_ran")) == 5


def test_takes_without_consent_go_with_the_daily_run(home: Home) -> None:
    """However it came about that the register says no."""
    voice = home.voice()
    files = home.take(voice)
    home.guardian.consents.withdraw(voice, ("record",))
    ran = home.guardian.daily()
    assert ran
    assert ran.without_consent == 1
    assert not files.folder.exists()


def test_the_journal_names_nobody(home: Home) -> None:
    """Events about voices hold random ids, codes and counts; neither voice ids nor form numbers."""
    voice = home.voice("C-777")
    files = home.take(voice)
    home.guardian.hear(files.id, "teacher", "review")
    home.guardian.withdraw(voice, CONSENT_KINDS, "admin")
    home.guardian.daily()
    home.store.flush(5)
    with home.store.read() as connection:
        bodies = " ".join(row[0] for row in connection.execute("SELECT body FROM journal_entry"))
    assert voice not in bodies
    assert "C-777" not in bodies


def test_a_damaged_kiosk_key_is_told(home: Home) -> None:
    """Not a new key in its place, which would make all that is kept unreadable for ever."""
    home.take(home.voice())
    (home.folder / "keys/kiosk.key").write_bytes(b"short")
    again = home.again()
    try:
        with pytest.raises(KioskError, match=r"privacy\.key_unusable"):
            again.voice("D")
    finally:
        again.close()


def test_a_systemd_credential_is_the_kiosks_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the home holds wrapped keys only: copied without the credential it opens nothing."""
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "fingertip-glow.key").write_bytes(bytes(range(32)))
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    home = Home(tmp_path / "home")
    try:
        files = home.take(home.voice())
        assert not (home.folder / "keys/kiosk.key").exists()
        monkeypatch.delenv("CREDENTIALS_DIRECTORY")
        stolen = home.again()
        with pytest.raises(KioskError, match=r"privacy\.key_elsewhere"):
            stolen.guardian.takes.files(files.id)
        stolen.close()
    finally:
        home.close()


def test_every_access_is_a_link_of_a_chain(home: Home) -> None:
    """Changed, left out or put in: it shows. After a year the chain goes on from a signed checkpoint."""
    take = home.take(home.voice())
    for reason in ("review", "safety", "guardian_asks"):
        home.guardian.hear(take.id, "teacher", reason)
    log = home.guardian.access
    assert [(one.act, one.reason) for one in log.entries()] == [
        ("heard", "guardian_asks"),
        ("heard", "safety"),
        ("heard", "review"),
    ]
    assert log.is_whole()
    for harm, mend in (("reason = 'none'", "reason = 'safety'"), ("position = 9", "position = 2")):
        there = 9 if harm == "position = 9" else 2
        change(home, f"UPDATE access_log SET {harm} WHERE position = 2")
        assert not log.is_whole()
        assert log.trim(home.clock.utc_ms() + 1) == 0
        change(home, f"UPDATE access_log SET {mend} WHERE position = {there}")
    assert log.is_whole()
    home.clock.step(200 * DAY_MS)
    home.guardian.access.note("admin", "heard", take.id, "review")
    home.clock.step(200 * DAY_MS)
    ran = home.guardian.daily()
    assert ran
    assert ran.accesses == 3
    assert [one.position for one in log.entries()] == [4]
    log.note("admin", "exported", take.id, "publish")
    assert log.is_whole()
    change(home, "UPDATE access_checkpoint SET position = 2")
    assert not log.is_whole()
