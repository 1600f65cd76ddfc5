"""Return codes: issued by the kiosk, one class apart from the other, gone after their term or when taken back."""

import shutil
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.core.events import FormStarted, ItemAnswered
from kiosk.core.ids import uuid7
from kiosk.core.returning import LENGTH, PICTURES
from kiosk.core.visit import Visit
from kiosk.core.words import say
from kiosk.exports.asked import Asked
from kiosk.exports.columns import LOG, Value
from kiosk.exports.log_rows import log_rows
from kiosk.privacy.returns import ClassReturns
from tests.privacy.home import DAY_MS, Home, everything


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A home on a stepped clock."""
    made = Home(tmp_path / "home")
    yield made
    made.close()


def test_a_code_finds_its_promises_in_its_class_only(home: Home) -> None:
    codes = home.guardian.codes
    code = codes.issue("F-001", "2026-11-01", "三班", "teacher")
    assert len(set(code)) == LENGTH and set(code) <= set(PICTURES)
    returns = ClassReturns(home.store, lambda: codes, "三班")
    found = returns.find(code)
    assert found is not None and found.promises == ()
    returns.keep(found, ["secret", "kind", "sleep"], [("kind", "lose", "water")])
    home.clock.step(9 * DAY_MS)
    again = returns.find(code)
    assert again is not None and (again.promises, again.days, again.handle) == (
        ("secret", "kind", "sleep"),
        9,
        found.handle,
    )
    assert again.plans == (("kind", "lose", "water"),)
    assert ClassReturns(home.store, lambda: codes, "四班").find(code) is None
    assert all(returns.find(other) is None for other in permutations(code) if other != code)


def test_within_a_class_no_two_codes_share_their_pictures(home: Home) -> None:
    issued = [home.guardian.codes.issue(f"F-{number}", "2026-11-01", "三班", "teacher") for number in range(40)]
    assert len({frozenset(code) for code in issued}) == 40
    assert len(home.events("return_code_issued")) == 40


def test_it_needs_a_guardians_form(home: Home) -> None:
    for form, signed in (("", "2026-11-01"), ("F-1", " ")):
        with pytest.raises(KioskError, match="consent_empty"):
            home.guardian.codes.issue(form, signed, "三班", "teacher")


def test_a_class_that_has_them_all_is_told_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.privacy.return_codes.PICTURES", PICTURES[:3])
    home.guardian.codes.issue("F-1", "2026-11-01", "三班", "teacher")
    with pytest.raises(KioskError, match="codes_full"):
        home.guardian.codes.issue("F-2", "2026-11-01", "三班", "teacher")
    assert home.guardian.codes.issue("F-2", "2026-11-01", "四班", "teacher")


def test_nothing_of_code_form_or_promises_can_be_read_on_the_disk(home: Home) -> None:
    """Neither in the database nor in the journal; the class and the pictures are in no row."""
    codes = home.guardian.codes
    code = codes.issue("PAPER-7731", "2026-11-01", "银杏三班", "teacher")
    found = codes.find("银杏三班", code)
    assert found is not None
    codes.keep(found.handle, ["promise-one-of-mine"])
    home.store.flush(5)
    bytes_ = everything(home.folder)
    for secret in ("PAPER-7731", "promise-one-of-mine", "银杏三班", ",".join(code), "\0".join(code)):
        assert secret.encode() not in bytes_
    assert home.events("return_code_issued") == [{"role": "teacher"}]


def test_after_sixty_days_it_is_unlinked_and_proved(home: Home) -> None:
    codes = home.guardian.codes
    code = codes.issue("F-1", "2026-11-01", "三班", "teacher")
    home.clock.step(60 * DAY_MS)
    assert codes.find("三班", code) is not None and codes.expire() == 0
    home.clock.step(1)
    assert codes.find("三班", code) is None, "its time is over even before the daily run"
    home.guardian.daily()
    (event,) = home.events("return_codes_erased")
    assert (event["why"], event["codes"]) == ("code_expired", 1)
    assert not ClassReturns(home.store, lambda: codes, "三班").offered() and home.guardian.keys.names() == set()
    (receipt,) = home.guardian.erasure.receipts()
    for language in ("zh", "en"):
        assert all(receipt.lines(language)) and receipt.lines(language)[0] == say(
            "privacy.code_receipt_title", language
        )


def test_taken_back_or_issued_anew_the_old_one_is_gone(home: Home) -> None:
    codes = home.guardian.codes
    old = codes.issue("F-1", "2026-11-01", "三班", "teacher")
    new = codes.issue("f-1 ", "2026-11-02", "三班", "teacher")
    assert codes.find("三班", new) is not None and (old == new or codes.find("三班", old) is None)
    receipt = codes.withdraw("F-1")
    assert receipt is not None and codes.find("三班", new) is None and codes.withdraw("F-1") is None


def test_a_restored_image_brings_no_code_back(home: Home, tmp_path: Path) -> None:
    """A copy of the whole home from before: the base's marker folder ends it again before the first screen."""
    marker = tmp_path / "marker"
    marker.mkdir()
    home.settings["marker_folder"] = str(marker)
    code = home.guardian.codes.issue("F-1", "2026-11-01", "三班", "teacher")
    home.store.flush(5)
    home.close()
    image = tmp_path / "image"
    shutil.copytree(home.folder, image)
    again = home.again()
    again.guardian.codes.withdraw("F-1")
    again.close()
    shutil.rmtree(home.folder)
    shutil.copytree(image, home.folder)
    back = home.again()
    assert back.guardian.replay() == 1
    assert back.guardian.codes.find("三班", code) is None
    assert back.guardian.codes.expire() == 1 and not ClassReturns(back.store, lambda: back.guardian.codes, "").offered()
    back.close()


def test_promises_for_a_code_that_is_gone_are_not_kept(home: Home) -> None:
    code = home.guardian.codes.issue("F-1", "2026-11-01", "三班", "teacher")
    found = home.guardian.codes.find("三班", code)
    assert found is not None
    home.guardian.codes.withdraw("F-1")
    home.guardian.codes.keep(found.handle, ["kind"])
    assert home.guardian.codes.find("三班", code) is None


def test_the_log_tells_the_same_child_by_a_hash_only_while_consent_stands(home: Home) -> None:
    """By the visits in which the card was shown, and by the forms that carry it; erased, nothing tells any more."""
    codes, store = home.guardian.codes, home.store
    mine, other = (codes.issue(form, "2026-11-01", "三班", "teacher") for form in ("F-1", "F-2"))
    visits = [Visit(uuid7(home.clock.utc_ms())) for _ in range(4)]
    found = ClassReturns(store, lambda: codes, "三班", visits[0].id).find(mine)
    ClassReturns(store, lambda: codes, "三班", visits[1].id).find(mine)
    assert found is not None
    form = FormStarted("s", "A", "pre", "quarter", codes.pseudonym(found.handle))
    answer = ItemAnswered("pledge", "pledge", "i", "h", "p", "ph", ("A",), ("A",), "right", 1)
    store.append_many([(form, visits[2]), *((answer, visit) for visit in visits)])
    assert store.flush(10)

    place = [column.key for column in LOG].index("returning")

    def told() -> list[Value]:
        with store.read() as db:
            return [row[place] for row in log_rows(db, Asked(returning=codes.hashes()))]

    first = told()
    assert first[0] == first[1] == first[2] == codes.pseudonym(found.handle) and first[3] == ""
    assert codes.find("三班", other) is not None
    codes.withdraw("F-1")
    assert told() == ["", "", "", ""]
