"""The yearly audit: counted from the journal, the same for any past year; its pack; and the papers beside it."""

import hashlib
import io
import json
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kiosk.core.errors import KioskError
from kiosk.core.events import HeadcountEntered, StaffActed, StationOpened, VisitorNamed, VisitStarted
from kiosk.core.visit import Visit
from kiosk.exports.audit import Audit
from kiosk.exports.audit_file import year
from kiosk.exports.audit_people import band_of
from kiosk.exports.audit_words import facts, sections
from kiosk.staff.privacy_office import KINDS, Office
from kiosk.store import settings
from tests.privacy.home import DAY_MS, Home

JANUARY = 1_767_672_000_000
"""2026-01-06."""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A base's first year: visits, consents, takes, erasures, requests, an incident."""
    one = Home(tmp_path / "home")
    one.clock.utc = JANUARY
    for key in ("booth_mode", "privacy_officer"):
        settings.save(one.store, key, one.settings[key]).result()
    for place, label in enumerate(["五年级（2）班"] * 6 + ["九年级（1）班"] * 7 + ["一年级（1）班"] * 2 + [""]):
        visit = Visit(f"visit-{place}")
        one.store.append(VisitStarted(), visit)
        if label:
            one.store.append(VisitorNamed(class_label=label, nickname="小灯笼"), visit)
        one.store.append(StationOpened("anti_fraud", 2), visit)
    one.store.append(VisitStarted(), Visit("rehearsed", "rehearsal"))
    one.store.append(HeadcountEntered("guide", "e1", "2026-01-07", "", "under_14", 30), None)
    one.store.append(HeadcountEntered("guide", "e1", "2026-01-07", "", "under_14", 40), None)
    voices = [one.voice(f"F-{place}") for place in range(3)]
    takes = [one.take(voice) for voice in voices]
    one.guardian.hear(takes[0].id, "teacher", "review")
    one.guardian.review(takes[0].id, "rejected", "teacher", ("name_heard",))
    one.guardian.daily()
    one.guardian.withdraw(voices[1], ["keep"], "admin")
    one.store.append(StaffActed("admin", "setting_changed", "months_approved = 6"), None)
    one.store.append(StaffActed("admin", "exported", "log xlsx"), None)
    request = one.guardian.requests.ask("F-1", "access", "admin")
    one.guardian.requests.answer(request, "done", "admin")
    incident = one.guardian.incidents.open("stick_lost", "admin")
    one.guardian.incidents.step(incident, "stop", "admin")
    one.settings["months_approved"] = 6
    settings.save(one.store, "months_approved", 6).result()
    one.store.flush(5)
    yield one
    one.close()


def office(home: Home, language: str = "zh") -> Office:
    """Its privacy office."""
    return Office(home.folder, home.store, home.guardian, date(2027, 1, 11), language)


def counted(found: Audit) -> object:
    """What must be the same whenever it is counted."""
    people = found.people
    return (
        people.visits, people.bands, people.grades, people.heads, found.given, found.withdrawn, found.takes,
        found.heard, found.erased, found.cleared, found.acts, found.asked, found.incidents, dict(found.settings),
    )  # fmt: skip


def test_counts(home: Home) -> None:
    """People by band and grade, machine and guide apart; consents, takes, erasures with proof, requests, incidents."""
    found = office(home).audit(year("2026"))
    assert found.people.bands == {"under_14": 16, "14_17": 14, "unknown": 2}
    assert found.people.heads == {"under_14": 40}
    assert (found.given["forms"], found.given["play"], found.withdrawn) == (3, 3, {"keep": 1, "forms": 1})
    assert (found.takes["rejected"], found.heard["teacher", "review"]) == (1, 1)
    assert [(one.why, one.proof) for one in found.erased] == [("rejected", True), ("withdrawn", True)]
    assert [one.in_time for one in found.asked.values()] == [True]
    assert [len(one["steps"]) for one in found.incidents.values()] == [1]
    assert found.settings["months_approved"] == 6
    with_all = office(home).audit(year("2026"), every_origin=True)
    assert with_all.people.visits == found.people.visits + 1


def test_any_past_year_can_be_made_again(home: Home) -> None:
    """Two years later, after changes, the same; a year without anything is empty."""
    before = counted(office(home).audit(year("2026")))
    home.clock.step(800 * DAY_MS)
    home.store.append(VisitStarted(), Visit("later"))
    home.store.append(StaffActed("admin", "setting_changed", "months_approved = 24"), None)
    home.store.append(StaffActed("admin", "setting_changed", "days_unreviewed = 3"), None)
    settings.save(home.store, "months_approved", 24).result()
    settings.save(home.store, "days_unreviewed", 3).result()
    home.voice("G-1")
    home.store.flush(5)
    assert counted(office(home).audit(year("2026"))) == before
    assert office(home).audit(year("2025")).people.visits == 0
    with pytest.raises(KioskError, match=r"audit\.no_such_year"):
        year("26")


def test_a_lost_receipt_is_told(home: Home) -> None:
    """Proof is looked for, not taken for granted."""
    for path in (home.folder / "erasures").glob("e*.json"):
        path.unlink()
    found = office(home).audit(year("2026"))
    assert not any(one.proof for one in found.erased)
    told = {row[0]: row[1] for row in sections(found, office(home).ground())[0].rows}
    assert told["每次删除都有凭据"] == "要处理"
    assert told["指定了负责人"] == "好"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pack_is_whole(home: Home, tmp_path: Path, language: str) -> None:
    """Eight files whose hashes are right; the workbook's figures are the report's; small grades are hidden."""
    one = office(home, language)
    found = one.audit(year("2026"))
    out = tmp_path / "pack.zip"
    assert one.write_audit(found, "zip", out).rows > 50
    with zipfile.ZipFile(out) as packed:
        names = packed.namelist()
        sums = dict(line.split("  ")[::-1] for line in packed.read(names[-1]).decode().splitlines())
        assert sorted(sums) == sorted(names[:-1])
        assert all(hashlib.sha256(packed.read(name)).hexdigest() == digest for name, digest in sums.items())
        book = load_workbook(io.BytesIO(packed.read(names[1])))
        receipts = json.loads(packed.read(names[6]))
        report = text(packed.read(names[0]))
    assert {one["id"] for one in receipts} == {one.receipt for one in found.erased}
    assert [book.worksheets[0].cell(4 + place, 2).value for place in range(6)] == [
        value for _, value in facts(found, language)
    ]
    grades = {row[0].value: row[1].value for row in book.worksheets[3].iter_rows(min_row=5)}
    assert (grades["五年级"], grades["九年级"]) == (12, 14)
    assert not isinstance(grades["一年级"], int)
    assert all(one.receipt in report for one in found.erased)
    assert "F-1" not in report


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_paper_is_from_the_real_settings(home: Home, kind: str, language: str) -> None:
    """Who is in charge, the terms and their version stand on it, in whatever mode the booth is."""
    for mode in ("consent", "once", "closed"):
        home.settings["booth_mode"] = mode
        settings.save(home.store, "booth_mode", mode).result()
        assert text(office(home, language).paper(kind))  # type: ignore[arg-type]
    home.settings["privacy_officer"] = "德育主任"
    settings.save(home.store, "privacy_officer", "德育主任").result()
    told = text(office(home, language).paper(kind))  # type: ignore[arg-type]
    if kind == "consent_form":
        assert home.guardian.terms() in told
        assert ("6 个月" if language == "zh" else "6 months") in told
    if kind in ("consent_form", "child_rules", "impact"):
        assert "德育主任" in told


@pytest.mark.parametrize(
    ("label", "band"),
    [("三年级（1）班", "under_14"), ("八年级（1）班", "under_14"), ("九年级（2）班", "14_17"), ("初三2班", "14_17"),
     ("高一（1）班", "14_17"), ("03", "unknown"), ("", "unknown"), ("启明班", "unknown")],
)  # fmt: skip
def test_ages_follow_from_classes(label: str, band: str) -> None:
    """The stricter side where a grade has both."""
    assert band_of(label) == band


def text(pdf: bytes) -> str:
    """What a reader reads in it."""
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
