"""Return codes, school lists and papers behind the PIN, by touch: issued once, printed, saved, taken back."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import PromisesMade, VisitorNamed, VisitStarted
from kiosk.core.returning import PICTURES, from_digits
from kiosk.core.visit import Visit
from kiosk.devices.printer import SilentPrinter
from kiosk.devices.qt_drives import DriveWatch
from kiosk.privacy.guardian import Guardian
from kiosk.staff.door import Door
from kiosk.staff.parts import StaffParts
from kiosk.store import settings
from kiosk.store.store import Store
from tests.takeaway.reader import pages_of, read_codes

from .conftest import Screen

LIST = Path(__file__).parents[1] / "packs" / "files" / "学生名册.xlsx"
CLASS = "四年级（2）班"
SIZES = ((1920, 1080), (1080, 1920), (3840, 2160))


class Register:
    """The booth's keeper, as far as this page asks: the guardian's register."""

    def __init__(self, guardian: Guardian) -> None:
        self._guardian = guardian

    def guardian(self) -> Guardian:
        return self._guardian


@pytest.fixture
def printer() -> SilentPrinter:
    return SilentPrinter()


@pytest.fixture
def guardian(home: Path, store: Store, clock: SteppedClock) -> Guardian:
    def present() -> dict[str, Any]:
        with store.read() as connection:
            return settings.read_all(connection)

    return Guardian(home, store, clock, present)


@pytest.fixture
def parts(parts: StaffParts, guardian: Guardian, printer: SilentPrinter) -> StaffParts:
    return replace(parts, keeper=cast(Any, Register(guardian)), printer=printer)


def plug_in(stick: Path, drives: DriveWatch, *files: Path) -> None:
    stick.mkdir(exist_ok=True)
    for one in files:
        shutil.copy(one, stick)
    drives.look()


def on_page(screen: Screen) -> None:
    screen.enter("teacher")
    screen.touch("page-codes")
    screen.wait(lambda: screen.page == "codes")
    screen.settle()


def keys(screen: Screen, digits: str) -> None:
    for one in digits:
        screen.touch(f"key-{one}")


def test_a_list_comes_in_and_cards_for_its_seats_are_saved_printed_and_found_again(
    screen: Screen,
    door: Door,
    store: Store,
    stick: Path,
    drives: DriveWatch,
    guardian: Guardian,
    printer: SilentPrinter,
) -> None:
    settings.save(store, "printer", "system").result()
    plug_in(stick, drives, LIST)
    on_page(screen)
    screen.touch("codes-roster")
    screen.touch("roster-0")
    screen.wait_for("roster-line-0", "40 个座位")
    assert "姓名、身份证号" in screen.text("roster-line-1") and "不算同意" in screen.text("roster-line-2")
    screen.grab("staff-roster")
    screen.touch("codes-back")
    screen.touch("codes-seats")
    screen.touch("class-0")
    for seat in (1, 2, 5):
        screen.touch(f"seat-{seat}")
    screen.touch("primary")
    keys(screen, "0099")
    screen.touch("day-earlier")
    screen.grab("staff-codes-form")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "once")
    screen.touch("paper-save")
    screen.wait_for("paper-message", "存好了")
    screen.touch("paper-print")
    screen.wait_for("paper-message", "打印机")
    screen.grab("staff-codes-once")
    (file,) = stick.glob("三个图案卡片-*.pdf")
    assert printer.sheets[0][1] == (210.0, 297.0)
    cards, listed = pages_of(file.read_bytes())
    found = [from_digits(one) for one in read_codes(cards)]
    assert len(found) == 3 and all(one and guardian.codes.find(CLASS, one) for one in found)
    assert not read_codes(listed), "no code stands on the list for the drawer"
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list" and screen.of_page("facts")["codes"] == 3)
    assert guardian.codes.withdraw("0101") and not guardian.codes.withdraw("0102")


def test_a_single_card_is_shown_once_and_taken_back_with_a_receipt(
    screen: Screen, door: Door, guardian: Guardian
) -> None:
    on_page(screen)
    screen.grab("staff-codes")
    screen.touch("codes-seats")
    screen.touch("primary")
    keys(screen, "7")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "once")
    pictures = [one["name"] for one in screen.of_page("pictures")]
    assert set(pictures) <= set(PICTURES) and guardian.codes.find("", pictures)
    screen.grab("staff-codes-single")
    screen.touch("primary")
    assert screen.of_page("pictures") == []
    screen.touch("codes-withdraw")
    keys(screen, "8")
    screen.touch("primary")
    screen.wait_for("message", "没有在用的卡片")
    screen.touch("key-clear")
    keys(screen, "7")
    screen.touch("primary")
    screen.wait_for("receipt-0", "凭据")
    screen.grab("staff-codes-receipt")
    assert guardian.codes.find("", pictures) is None


def test_many_cards_are_not_let_go_unseen(screen: Screen, door: Door) -> None:
    on_page(screen)
    screen.touch("codes-seats")
    screen.touch("every-seat")
    screen.touch("primary")
    keys(screen, "1")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "once")
    assert screen.of_page("cards") == 45
    screen.touch("primary")
    assert screen.of_page("stage") == "once" and screen.of_page("sure")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")


def light(store: Store, lanterns: int) -> None:
    """A class hangs so many."""
    facts: list[Any] = []
    for number in range(lanterns):
        visit = Visit(f"v{number}")
        chosen = ("kind", "no-link", "time", "sleep", "secret")
        promises = tuple(chosen[(number + at) % 5] for at in range(3))
        made = PromisesMade("pledge", "h", promises, number, 1 + number % 6)
        facts += [(VisitStarted(), visit), (VisitorNamed(CLASS, ""), visit), (made, visit)]
    store.append_many(facts)
    assert store.flush(30)


@pytest.mark.parametrize("size", SIZES)
def test_posters_certificates_and_cards_are_shown_and_saved(
    make_screen: Callable[..., Screen], door: Door, store: Store, stick: Path, drives: DriveWatch, size: tuple[int, int]
) -> None:
    light(store, 38)
    plug_in(stick, drives)
    screen = make_screen(*size)
    on_page(screen)
    screen.grab("staff-codes")
    screen.touch("codes-seats")
    screen.touch("seat-3")
    screen.grab("staff-codes-seats")
    screen.touch("primary")
    keys(screen, "20261120")
    screen.grab("staff-codes-form")
    screen.touch("codes-back")
    screen.touch("codes-back")
    screen.touch("codes-posters")
    for kind in ("poster", "certificate", "card"):
        screen.touch(f"kind-{kind}")
        screen.settle()
        screen.wait(lambda: screen.find("paper-preview") is not None)
        screen.grab(f"staff-codes-{kind}")
        screen.touch("paper-save")
        screen.wait_for("paper-message", "存好了")
    saved = sorted(one.name.split("-")[0] for one in stick.glob("*.pdf"))
    assert saved == ["成果卡", "承诺桥海报", "证书"]


def test_a_class_with_few_lanterns_has_no_poster(screen: Screen, door: Door, store: Store) -> None:
    light(store, 4)
    on_page(screen)
    screen.touch("codes-posters")
    screen.wait_for("message", "5 盏")
    assert screen.find("paper-preview") is None
