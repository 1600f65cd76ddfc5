"""A child's data from consent to the end: recorded, backed up, exported, asked for, erased, brought back, and gone."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.core.booth import CONSENT_KINDS
from kiosk.core.events import ItemAnswered, VisitorNamed, VisitStarted
from kiosk.core.visit import Visit
from kiosk.exports.asked import Asked
from kiosk.exports.audit_file import year
from kiosk.exports.export import export
from kiosk.privacy.return_codes import NONCE_BYTES
from kiosk.privacy.sealed import NotOurs, SealedReader
from kiosk.privacy.subject import erase, kept_of
from kiosk.staff.privacy_office import Office
from kiosk.store import backups, files, settings
from tests.privacy.home import DAY_MS, VOICE, Home, everything, unpacked

FORM = "7301946528"
CLASS = "五年级（2）班"
PROMISES = ("check", "stop")


class Child:
    """What a base comes to hold of one child; `code` is its three pictures, `take` its recording."""

    def __init__(self, home: Home) -> None:
        home.settings["classes"] = [CLASS]
        for key in ("booth_mode", "privacy_officer", "marker_folder"):
            settings.save(home.store, key, home.settings[key]).result()
        guardian = home.guardian
        self.voice = guardian.consents.give(FORM, "2026-11-01", CONSENT_KINDS, guardian.terms(), "teacher", CLASS)
        self.code = guardian.codes.issue(FORM, "2026-11-01", CLASS, "teacher")
        self.take = home.take(self.voice, release="publish")
        guardian.review(self.take.id, "approved", "teacher")
        guardian.export(self.take.id, "admin")
        returned = guardian.codes.find(CLASS, self.code)
        assert returned
        self.handle = returned.handle
        self.visit = Visit("0190a0b0-0000-7000-8000-000000000001")
        home.store.append(VisitStarted(), self.visit)
        home.store.append(VisitorNamed(class_label=CLASS, nickname="小灯笼"), self.visit)
        answer = ItemAnswered("anti_fraud", "game_skin", "i", "h", "p", "ph", ("A",), ("A",), "right", 4000)
        home.store.append(answer, self.visit)
        guardian.codes.came(self.handle, self.visit.id)
        guardian.codes.keep(self.handle, PROMISES)
        self.pseudonym = guardian.codes.pseudonym(self.handle)
        self.keys = {name: guardian.keys.find(name) for name in (self.take.id, self.handle)}
        self.sealed = self.take.raw.read_bytes()
        assert home.store.flush(5)


def carry_out(home: Home, out: Path) -> None:
    """Everything that staff may take along: log, visits, audit, papers."""
    out.mkdir()
    office = Office(home.folder, home.store, home.guardian, date(2026, 11, 20))
    with home.store.read() as db:
        asked = Asked(returning=home.guardian.codes.hashes())
        for table in ("log", "visits", "items"):
            export(db, table, "csv", asked, out / f"{table}.csv")
        export(db, "log", "xlsx", asked, out / "log.xlsx")
        export(db, "log", "xapi", asked, out / "log.jsonl")
    found = office.audit(year("2026"))
    for form in ("pdf", "xlsx", "zip"):
        office.write_audit(found, form, out / f"audit.{form}")


def restore_backup(home: Home, image: Path) -> Home:
    """The database as it was, put in the place of the present one."""
    home.close()
    for ending in ("", *files.COMPANIONS):
        (home.folder / f"{files.DATABASE}{ending}").unlink(missing_ok=True)
    shutil.copy(image, home.folder / files.DATABASE)
    again = Home(home.folder, home.clock)
    again.settings = home.settings
    return again


def nothing_readable(home: Home, child: Child, *others: Path) -> None:
    """No byte of it in home, backups and exports, and no key that opens what is sealed."""
    home.store.flush(5)
    for folder in (home.folder, *others):
        left = everything(folder)
        for secret in (FORM.encode(), FORM.encode("utf-16-le"), VOICE[:64], *filter(None, child.keys.values())):
            assert secret not in left, (folder, secret)
            assert secret.hex().encode() not in left
    names = home.guardian.keys.names()
    assert not {child.take.id, child.handle} & names
    assert home.guardian.takes.all() == []
    assert home.guardian.consents.in_force(child.voice) == frozenset()
    assert home.guardian.rights([child.voice]).releases() == ()
    assert home.guardian.wall() == []
    assert home.guardian.codes.find(CLASS, child.code) is None
    assert home.guardian.codes.pseudonym(child.handle) == ""
    kept = kept_of(home.guardian, FORM)
    assert (kept.takes, kept.codes, kept.standing) == ((), (), ())


def no_key_opens(home: Home, child: Child, database: Path, tmp_path: Path) -> None:
    """Every key that is left is tried on the old sealed file and on every sealed cell of an old database."""
    keys = [home.guardian.keys.own(), *filter(None, map(home.guardian.keys.find, home.guardian.keys.names()))]
    assert keys
    old = tmp_path / "old.sealed"
    old.write_bytes(child.sealed)
    with closing(sqlite3.connect(database)) as db:
        cells = [row[0] for row in db.execute("SELECT sealed FROM return_code")]
        titles = [tuple(row) for row in db.execute("SELECT id, state FROM take")]
    assert cells
    assert titles == [(child.take.id, "approved")]
    for key in keys:
        with pytest.raises(NotOurs):
            SealedReader(old, key).read()
        for cell in cells:
            with pytest.raises(InvalidTag):
                AESGCM(key).decrypt(cell[:NONCE_BYTES], cell[NONCE_BYTES:], None)


def test_the_whole_walk(home: Home, tmp_path: Path) -> None:
    """Consent, recording, backup, export, request, withdrawal; a restored backup and a restored disk: it stays gone."""
    marker = tmp_path / "other partition"
    marker.mkdir()
    home.settings["marker_folder"] = str(marker)
    child = Child(home)
    with home.store.read() as connection:
        backup = backups.make(home.folder, connection, home.clock.utc_ms())
    old = tmp_path / "kept backup.db"
    shutil.copy(backup, old)
    carry_out(home, tmp_path / "before")
    for name in ("log.csv", "log.xlsx"):
        assert child.pseudonym.encode() in unpacked((tmp_path / "before" / name).read_bytes())
    assert "审计".encode() in unpacked((tmp_path / "before" / "audit.zip").read_bytes())
    request = home.guardian.requests.ask(FORM, "delete", "admin")
    home.close()
    shutil.copytree(home.folder, tmp_path / "image")
    home = home.again()

    receipts = erase(home.guardian, FORM, "admin")
    home.guardian.requests.answer(request, "done", "admin")
    assert {take for one in receipts for take in one.takes} == {child.take.id, child.handle}
    carry_out(home, tmp_path / "after")
    nothing_readable(home, child, tmp_path / "before", tmp_path / "after", marker)
    assert child.pseudonym.encode() not in everything(tmp_path / "after")
    no_key_opens(home, child, old, tmp_path)

    home = restore_backup(home, old)
    assert home.guardian.takes.find(child.take.id)
    assert home.guardian.consents.in_force(child.voice)
    home.guardian.replay()
    nothing_readable(home, child, marker)
    assert home.guardian.requests.waiting() == []
    no_key_opens(home, child, old, tmp_path)

    home.close()
    shutil.rmtree(home.folder)
    shutil.copytree(tmp_path / "image", home.folder)
    restored = Home(home.folder, home.clock)
    restored.settings = home.settings
    assert restored.guardian.keys.find(child.take.id) == child.keys[child.take.id]
    assert restored.guardian.requests.waiting()
    restored.guardian.replay()
    nothing_readable(restored, child, marker)
    assert restored.guardian.requests.waiting() == []
    restored.guardian.daily()
    with restored.store.read() as db:
        for table in ("take", "take_voice", "return_code", "subject_request"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table
    _register_ends(restored, child, old)
    restored.close()


def _register_ends(home: Home, child: Child, old: Path) -> None:
    """What proves the consent is readable here for three years; then its key goes, for old backups, too."""
    (entry, *_) = kept_of(home.guardian, FORM).consents
    assert (entry.form, entry.withdrawn_ms is not None) == (FORM, True)
    with closing(sqlite3.connect(old)) as db:
        (cell,) = {row[0] for row in db.execute("SELECT sealed FROM consent")}
    key = home.guardian.keys.find(child.voice)
    assert key
    assert json.loads(AESGCM(key).decrypt(cell[:NONCE_BYTES], cell[NONCE_BYTES:], None))["form"] == FORM
    home.clock.step(3 * 366 * DAY_MS)
    assert home.guardian.daily()
    assert home.guardian.consents.entries() == []
    assert home.guardian.keys.names() == set()
    assert not list((home.folder / "erasures").glob("w*.json"))
