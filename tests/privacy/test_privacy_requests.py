"""Guardians' requests, incidents, agreed terms, withdrawals and marks in the access log."""

from datetime import date

import pytest

from kiosk.core.booth import CONSENT_KINDS
from kiosk.core.errors import KioskError
from kiosk.privacy.incidents import STEPS
from kiosk.privacy.requests import RIGHTS, due_day
from kiosk.privacy.rights import Agreed, agreed
from kiosk.privacy.subject import erase, hand_out, kept_of
from tests.privacy.home import DAY_MS, Home, change, everything


@pytest.mark.parametrize(
    ("asked", "days", "due"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 20), 15, date(2026, 12, 11)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
    ],
)
def test_due_days_are_working_days(asked: date, days: int, due: date) -> None:
    """Fridays, Saturdays and Mondays."""
    assert due_day(asked, days) == due


def test_a_request_is_on_record_and_its_form_is_sealed(home: Home) -> None:
    """The journal knows kind and day; the number lies sealed, and is gone with the answer."""
    found = [home.guardian.requests.ask("5550001", right, "admin") for right in RIGHTS]
    assert [one.form for one in home.guardian.requests.waiting()] == ["5550001"] * 4
    home.store.flush(5)
    assert b"5550001" not in everything(home.folder)
    home.guardian.requests.answer(found[0], "done", "admin")
    assert [one.id for one in home.guardian.requests.waiting()] == sorted(one.id for one in found[1:])
    assert not home.guardian.keys.holds(found[0].id)
    assert [one["what"] for one in home.events("subject_asked")] == list(RIGHTS)
    assert [(one["request"], one["outcome"]) for one in home.events("subject_answered")] == [(found[0].id, "done")]
    with pytest.raises(KioskError, match=r"privacy\.request_empty"):
        home.guardian.requests.ask(" ", "copy", "admin")


def test_due_days_follow_the_setting(home: Home) -> None:
    home.settings["days_request"] = 3
    one = home.guardian.requests.ask("1", "access", "admin")
    assert one.due == due_day(date.fromtimestamp(home.clock.utc_ms() / 1000), 3)
    assert one.days_left(one.due) == 0


def test_what_is_kept_of_a_child(home: Home) -> None:
    """Consents, takes of its own and shared ones, its code; of a stranger nothing."""
    first, second = home.voice("A-1"), home.voice("B-2")
    own, duet = home.take(first), home.take(first, second)
    code = home.guardian.codes.issue("A-1", "2026-11-01", "三班", "teacher")
    found = home.guardian.codes.find("三班", code)
    assert found
    home.guardian.codes.keep(found.handle, ("stop",))
    kept = kept_of(home.guardian, "a-1")
    assert {take.id for take in kept.takes} == {own.id, duet.id}
    assert [take.id for take in kept.own()] == [own.id]
    assert len(kept.standing) == len(CONSENT_KINDS)
    assert (kept.codes[0].promises, kept.codes[0].visits) == (("stop",), 0)
    assert home.guardian.codes.form_of("三班", code) == "A-1"
    assert home.guardian.codes.form_of("四班", code) == ""
    assert not kept_of(home.guardian, "C-3").anything
    request = home.guardian.requests.ask("A-1", "copy", "admin")
    assert [files.id for files in hand_out(home.guardian, request, kept, "admin")] == [own.id]
    assert [(one.act, one.reason) for one in home.guardian.access.entries()] == [("copied", request.id)]


def test_a_correction_reaches_every_entry(home: Home) -> None:
    voice = home.voice("A-1")
    home.guardian.consents.correct(voice, "2026-10-30", "五年级（1）班")
    told = {(one.form, one.signed, one.class_label) for one in home.guardian.consents.entries()}
    assert told == {("A-1", "2026-10-30", "五年级（1）班")}
    with pytest.raises(KioskError):
        home.guardian.consents.correct("v0", "2026-10-30", "")


def test_erasing_leaves_proof_only(home: Home) -> None:
    """Takes, code and consents go with two receipts; a second time there is nothing to erase."""
    voice = home.voice("A-1")
    take = home.take(voice, release="keep")
    home.guardian.codes.issue("A-1", "2026-11-01", "三班", "teacher")
    receipts = erase(home.guardian, "A-1", "admin")
    assert [one.why for one in receipts] == ["withdrawn", "code_withdrawn"]
    assert receipts[0].takes == (take.id,)
    kept = kept_of(home.guardian, "A-1")
    assert (kept.takes, kept.codes, kept.standing, len(kept.consents)) == ((), (), (), 4)
    assert erase(home.guardian, "A-1", "admin") == []


def test_a_withdrawal_outlives_an_older_register(home: Home) -> None:
    """A backup of the time before says that it stands; before the first screen it does not any more."""
    voice = home.voice("A-1")
    home.guardian.withdraw(voice, ["publish"], "admin")
    change(home, "UPDATE consent SET withdrawn_ms = NULL")
    assert "publish" in home.guardian.consents.in_force(voice)
    home.guardian.replay()
    assert home.guardian.consents.in_force(voice) == {"record", "keep", "play"}
    home.clock.step(1_000)
    assert home.voice("A-1", ["publish"]) == voice
    home.guardian.replay()
    assert "publish" in home.guardian.consents.in_force(voice)


def test_longer_terms_lengthen_nothing_that_was_agreed(home: Home) -> None:
    """Twelve months were agreed to, 36 are set: the take goes after twelve; shorter terms shorten at once."""
    voice = home.voice("A-1")
    take = home.take(voice)
    home.guardian.review(take.id, "approved", "teacher")
    found = home.guardian.takes.find(take.id)
    assert found
    end = home.guardian.retention.ends_ms(found)
    home.settings["months_approved"] = 36
    assert home.guardian.retention.ends_ms(found) == end
    home.settings["months_approved"] = 1
    assert home.guardian.retention.ends_ms(found) < end
    home.settings["months_approved"] = 36
    home.clock.step(370 * DAY_MS)
    ran = home.guardian.daily()
    assert ran
    assert ran.expired == 1


def test_a_code_ends_when_its_guardian_was_told(home: Home) -> None:
    """Thirty days were printed, sixty are set now."""
    home.settings["days_return_code"] = 30
    code = home.guardian.codes.issue("A-1", "2026-11-01", "三班", "teacher")
    home.settings["days_return_code"] = 60
    home.clock.step(29 * DAY_MS)
    assert home.guardian.codes.find("三班", code)
    home.clock.step(2 * DAY_MS)
    assert home.guardian.codes.find("三班", code) is None
    assert home.guardian.codes.expire() == 1


def test_the_terms_version_tells_the_terms(home: Home) -> None:
    """It changes with each of them, and comes back with them."""
    first = home.guardian.terms()
    assert agreed(first) == Agreed(7, 12)
    assert agreed("an older name") is None
    versions = {first}
    for key, value in (
        ("days_unreviewed", 5),
        ("months_approved", 24),
        ("years_register", 5),
        ("privacy_officer", "校长"),
    ):
        home.settings[key] = value
        versions.add(home.guardian.terms())
    assert len(versions) == 5
    home.settings |= {"days_unreviewed": 7, "months_approved": 12, "years_register": 3, "privacy_officer": "德育处"}
    assert home.guardian.terms() == first


def test_an_end_that_is_cut_off_shows(home: Home) -> None:
    """The journal knows how far the chain had come: without its last entries it is not whole."""
    take = home.take(home.voice())
    for reason in ("review", "safety"):
        home.guardian.hear(take.id, "teacher", reason)
    home.guardian.daily()
    home.store.flush(5)
    assert home.guardian.access.is_whole()
    change(home, "DELETE FROM access_log WHERE position = 2")
    assert not home.guardian.access.is_whole()
    assert len(home.events("accesses_sealed")) == 1


def test_an_incident_step_by_step(home: Home) -> None:
    """Steps are late by their own hours; it closes when all are done; a false alarm closes at once."""
    incidents = home.guardian.incidents
    one = incidents.open("stick_lost", "admin")
    home.store.flush(5)
    assert one.late(home.clock.utc_ms()) == []
    home.clock.step(2 * 3_600_000)
    assert one.late(home.clock.utc_ms()) == ["stop", "officer"]
    with pytest.raises(KioskError, match=r"privacy\.incident_steps"):
        incidents.close(one, "done", "admin")
    for step in STEPS:
        incidents.step(one, step, "admin")
    home.store.flush(5)
    (same,) = incidents.going_on()
    assert same.done
    assert list(same.steps) == list(STEPS)
    incidents.close(same, "done", "admin")
    alarm = incidents.open("other", "admin")
    incidents.close(alarm, "nothing", "admin")
    home.store.flush(5)
    assert incidents.going_on() == []
    assert sorted(one.closed for one in incidents.all()) == ["done", "nothing"]
