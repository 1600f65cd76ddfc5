"""Guardians' forms on screen: found, registered on our own keys, brought into the booth, and taken back with proof."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.broadcast.guests import STAY_MS
from kiosk.core.clock import SteppedClock
from kiosk.devices.printer import SilentPrinter
from kiosk.devices.qt_drives import DriveWatch
from kiosk.staff.door import Door
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.store import settings
from kiosk.store.store import Store

from .booth_parts import BoothHome
from .conftest import Screen

CLASSES = ["三年级（1）班", "五年级（3）班"]


@pytest.fixture
def booth(home: Path, store: Store, clock: SteppedClock) -> BoothHome:
    """By consent, with somebody in charge and two classes."""
    settings.save(store, "classes", CLASSES).result()
    return BoothHome(home, store, clock)


@pytest.fixture
def printer() -> SilentPrinter:
    return SilentPrinter()


@pytest.fixture
def parts(parts: StaffParts, booth: BoothHome, printer: SilentPrinter) -> StaffParts:
    """With the booth and a printer."""
    return replace(parts, keeper=booth.keeper, printer=printer)


def on_forms(screen: Screen, role: Role = "teacher", count: int = 0) -> None:
    """The page of forms, showing so many."""
    screen.enter(role)
    screen.touch("page-booth")
    screen.touch("door-consents")
    screen.wait(lambda: len(screen.of_page("forms")) == count)


def type_in(screen: Screen, digits: str) -> None:
    for digit in digits:
        screen.touch(f"key-{digit}")


def entries(booth: BoothHome, number: str) -> dict[str, tuple[str, str, str]]:
    """What stands for the form in the register: kind → day on the paper, class, terms."""
    return {
        one.kind: (one.signed, one.class_label, one.terms)
        for one in booth.guardian.consents.entries()
        if one.form == number and one.withdrawn_ms is None
    }


def test_a_form_is_registered(screen: Screen, door: Door, booth: BoothHome) -> None:
    """Number, day, class and each consent by itself; nothing is registered without a number and a consent."""
    on_forms(screen)
    screen.touch("register")
    assert not screen.model.property("model").entry.ready
    type_in(screen, "20260188")
    screen.touch("key-erase")
    screen.touch("day-less")
    screen.touch("class-more")
    screen.touch("class-more")
    for kind in ("record", "keep", "publish"):
        screen.touch(f"kind-{kind}")
    screen.touch("kind-publish")
    screen.touch("primary")
    screen.wait_for("message", "2026018")
    day = ("2026-11-19", CLASSES[1], booth.guardian.terms())
    assert entries(booth, "2026018") == {"record": day, "keep": day}
    assert screen.of_page("forms")[0]["usable"]


def test_a_teacher_gets_the_form_to_sign(
    screen: Screen, door: Door, booth: BoothHome, stick: Path, drives: DriveWatch
) -> None:
    """From the real settings; without a printer as a file on the stick."""
    stick.mkdir()
    drives.look()
    on_forms(screen)
    screen.touch("print-blank")
    screen.wait(lambda: bool(list(stick.glob("监护人同意书-*.pdf"))) and not screen.model.property("model").blank.busy)
    assert "监护人同意书" in screen.text("message")


def test_a_known_form_gets_more_and_loses_nothing(screen: Screen, door: Door, booth: BoothHome) -> None:
    """What stands cannot be switched off here: that is a withdrawal, and erases."""
    booth.form("2026001", ("record", "keep"), CLASSES[0])
    on_forms(screen, count=1)
    type_in(screen, "2026001")
    screen.touch("register")
    assert screen.text("number") == "2026001"
    screen.touch("kind-keep")
    screen.wait_for("message", "请在列表里打开这份同意书")
    screen.touch("kind-play")
    screen.touch("primary")
    screen.wait_for("message", "登记好了")
    assert set(entries(booth, "2026001")) == {"record", "keep", "play"}


def test_changed_rules_ask_for_a_new_signature(screen: Screen, door: Door, booth: BoothHome) -> None:
    """The form stays in the list and cannot be chosen; signed anew it can."""
    booth.form("2026001", ("record", "keep"))
    booth.settings["months_approved"] = 24
    on_forms(screen, count=1)
    assert screen.of_page("forms")[0]["state"] == "old"
    screen.touch("form-2026001")
    screen.wait_for("message", "2026001 号今天不能录")
    assert screen.of_page("chosen") == 0
    type_in(screen, "2026001")
    screen.touch("register")
    screen.touch("kind-record")
    screen.touch("kind-keep")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list" and screen.of_page("forms")[0]["state"] == "good")


def test_four_at_most_come_into_the_booth(screen: Screen, door: Door, booth: BoothHome) -> None:
    """A guide brings them, for half an hour; whoever comes next takes their place; they can be sent out."""
    voices = [booth.form(f"202600{number}") for number in range(1, 6)]
    on_forms(screen, "guide", 5)
    assert screen.find("register") is None
    for number in range(1, 6):
        screen.model.property("model").choose(voices[number - 1])
    screen.wait_for("message", "一次最多带 4 位")
    screen.touch("primary")
    screen.wait_for("message", "4 位小朋友可以进播报站了")
    assert booth.keeper.guests.voices() == tuple(voices[:4])
    assert sum(one["present"] for one in screen.of_page("forms")) == 4
    type_in(screen, "005")
    screen.touch("form-2026005")
    screen.touch("primary")
    screen.wait(lambda: booth.keeper.guests.voices() == (voices[4],))
    screen.touch("back")
    screen.wait(lambda: "2026005" in screen.text("guests"))
    screen.touch("send-out")
    assert booth.keeper.guests.voices() == ()
    screen.touch("door-consents")
    screen.settle()
    screen.touch("form-2026001")
    screen.touch("primary")
    booth.clock.step(STAY_MS)
    assert booth.keeper.guests.voices() == ()


def test_what_is_taken_back_is_gone(
    screen: Screen, door: Door, booth: BoothHome, printer: SilentPrinter, stick: Path, drives: DriveWatch
) -> None:
    """Both takes in which the voice speaks, also the other child's; the receipt is printed and saved."""
    settings.save(booth.store, "printer", "system").result()
    one, two = booth.form("2026001"), booth.form("2026002")
    mine, ours, theirs = booth.take(one), booth.approved(one, two), booth.take(two)
    on_forms(screen, count=2)
    screen.touch("form-2026001")
    screen.touch("primary")
    screen.touch("open-2026001")
    screen.touch("withdraw-all")
    screen.wait_for("message", "会删掉 2 段录音")
    screen.touch("withdraw-all")
    screen.wait(lambda: screen.of_page("stage") == "receipt")
    assert {take.id for take in booth.guardian.takes.all()} == {theirs}
    assert entries(booth, "2026001") == {} and booth.keeper.guests.voices() == ()
    receipt = booth.guardian.erasure.receipts()[-1]
    assert set(receipt.takes) == {mine, ours} and receipt.why == "withdrawn"
    screen.touch("print")
    screen.wait_for("receipt-message", "打印机")
    (sheet, paper) = printer.sheets[0]
    assert sheet.startswith(b"%PDF") and paper == (210.0, 297.0)
    stick.mkdir()
    drives.look()
    screen.wait(lambda: bool(screen.model.property("model").receipt.out.hasStick))
    screen.touch("save")
    screen.wait_for("receipt-message", receipt.id)
    (file,) = stick.iterdir()
    assert receipt.id in file.name and file.read_bytes().startswith(b"%PDF")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")
    assert {one["number"]: one["state"] for one in screen.of_page("forms")} == {"2026001": "gone", "2026002": "good"}


def test_taking_back_what_covers_nothing(screen: Screen, door: Door, booth: BoothHome) -> None:
    """One of the four, with no take behind it: said before and after."""
    booth.form("2026001")
    on_forms(screen, count=1)
    screen.touch("open-2026001")
    screen.touch("withdraw-publish")
    screen.wait_for("message", "没有要删的录音。再点一次")
    screen.touch("withdraw-publish")
    screen.wait_for("message", "撤回了")
    assert set(entries(booth, "2026001")) == {"record", "keep", "play"}


def test_a_stick_that_takes_nothing_is_told(
    screen: Screen, door: Door, booth: BoothHome, stick: Path, drives: DriveWatch
) -> None:
    """The receipt stays on the kiosk; without printer and stick its number is to be written down."""
    booth.take(booth.form("2026001"))
    on_forms(screen, count=1)
    screen.touch("open-2026001")
    screen.touch("withdraw-keep")
    screen.wait_for("message", "1 段")
    screen.touch("withdraw-keep")
    screen.wait(lambda: screen.of_page("stage") == "receipt")
    screen.frame()
    assert "抄给家长" in screen.text("receipt-message")
    stick.mkdir()
    drives.look()
    screen.wait(lambda: bool(screen.model.property("model").receipt.out.hasStick))
    stick.rmdir()
    screen.touch("save")
    screen.wait(lambda: not screen.model.property("model").receipt.out.good)
    assert booth.guardian.erasure.receipts()


def test_a_number_is_found(screen: Screen, door: Door, booth: BoothHome) -> None:
    """By any part of it; a guide cannot take anything back."""
    for number in ("2026001", "2026012", "2025117"):
        booth.form(number)
    on_forms(screen, "guide", 3)
    type_in(screen, "01")
    assert {one["number"] for one in screen.of_page("forms")} == {"2026001", "2026012"}
    screen.touch("key-clear")
    type_in(screen, "117")
    screen.wait(lambda: len(screen.of_page("forms")) == 1)
    screen.touch("open-2025117")
    assert screen.find("withdraw-all") is None and screen.find("withdraw-keep") is None
    screen.model.property("model").paper.withdraw("all")
    screen.settle()
    assert len(entries(booth, "2025117")) == 4


def test_a_booth_that_keeps_nothing_says_so(screen: Screen, door: Door, booth: BoothHome) -> None:
    """While it is set to hear once no form is needed, and none is chosen."""
    booth.form("2026001")
    settings.save(booth.store, "booth_mode", "once").result()
    booth.settings["booth_mode"] = "once"
    on_forms(screen, "guide", 1)
    screen.touch("form-2026001")
    screen.wait_for("message", "现在是“只听一次”")
    assert screen.of_page("chosen") == 0
