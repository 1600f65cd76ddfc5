"""What a child takes home from the real screen: codes that another reader reads, seals, the lit canal, a rest."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.app import Kiosk
from kiosk.core.clock import ShiftedClock
from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.devices.printer import Printed, SilentPrinter
from kiosk.rehearsal.finger import Finger, items
from kiosk.stations.station import StationResult
from kiosk.takeaway import code, wording

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]
RESULT = StationResult(
    "anti_fraud", "skin", "打败了皮肤怪", 5, 4, 2, 4, "monster-skin-beaten", ("先停一停，再问大人。",)
)


class JammedPrinter(SilentPrinter):
    """Takes a sheet and then says that it did not."""

    def submit(self, pdf: bytes, paper_mm: tuple[float, float], printed: Printed) -> None:
        super().submit(pdf, paper_mm, lambda error: None)
        printed(KioskError("devices.printer_refused"))


def printed_on(kiosk: Kiosk, printer: SilentPrinter, kind: str) -> SilentPrinter:
    """A kiosk that prints on `printer`, as the setting `kind` says."""
    kiosk._setting_changed("printer", kind)
    taking: Any = kiosk.shell.taking_now
    taking._parts = replace(taking._parts, printer=printer)
    return printer


def texts(finger: Finger) -> list[str]:
    return [str(text) for one in items(finger.window.contentItem()) if (text := one.property("text"))]


def come_in(kiosk: Kiosk, finger: Finger) -> None:
    finger.touch("enter")
    finger.wait(lambda: kiosk.shell.now == "home", "home")


def play(kiosk: Kiosk, finger: Finger, key: str) -> None:
    """Enter a station by touch and come to its result at once."""
    finger.touch(f"station-{key}")
    finger.wait(lambda: kiosk.shell.now in ("who", "station"), "who or the station")
    if kiosk.shell.now == "who":
        finger.touch("primary")
        finger.wait(lambda: kiosk.shell.now == "station", "the station")
    kiosk.shell._finish(replace(RESULT, station=key))
    finger.wait(lambda: finger.find("take-home-code"), "the result card")


def read(kiosk: Kiosk) -> set[str]:
    """What another program reads from the screen."""
    gray = kiosk.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())
    found: Any = zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : gray.width()]))
    return {one.text for one in found}


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_a_phone_reads_the_result_card_and_the_challenge_from_the_screen(
    make_kiosk: MakeKiosk, size: tuple[int, int]
) -> None:
    kiosk, finger = make_kiosk(size)
    come_in(kiosk, finger)
    play(kiosk, finger, "anti_fraud")
    finger.wait(lambda: read(kiosk), "a code that can be read")
    (text,) = read(kiosk)
    assert say("takeaway.can_anti_fraud") in text
    assert "96110" in text
    kiosk.shell.switches.toggleLanguage()
    finger.wait(lambda: any(say("takeaway.can_anti_fraud", "en") in one for one in read(kiosk)), "English in the code")
    kiosk.shell.switches.toggleLanguage()

    finger.touch("leave")
    finger.wait(lambda: kiosk.shell.now == "thanks", "thanks")
    finger.touch("my-certificate")
    finger.wait(lambda: kiosk.shell.now == "certificate", "the certificate")
    finger.wait(lambda: any(say("takeaway.challenge_answers") in one for one in read(kiosk)), "the sealed answers")
    shown = texts(finger)
    for question in kiosk.shell.taking_now._quiz().questions:
        assert question in shown
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.now == "thanks", "thanks")


def test_an_enrolled_kiosk_gives_each_card_a_link_of_its_own_with_the_text_beside_it(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    kiosk._setting_changed("take_home_url", "https://hub.example/")
    come_in(kiosk, finger)
    links: list[str] = []
    for key in ("anti_fraud", "pledge"):
        play(kiosk, finger, key)
        finger.wait(lambda: read(kiosk), "a code that can be read")
        links += read(kiosk)
        assert set(wording.take_home(key, "zh", {}).lines[:3]) <= set(texts(finger)), "the text stands beside the link"
        finger.touch("primary")
        finger.wait(lambda: kiosk.shell.now == "home", "home")
    assert kiosk.store.flush(10)
    with kiosk.store.read() as connection:
        given = [
            json.loads(row[0])
            for row in connection.execute("SELECT body FROM journal WHERE kind = 'take_home_given' ORDER BY seq")
        ]
    tokens = [one.removeprefix("https://hub.example/t/") for one in links]
    assert len(set(tokens)) == 2 and all(len(one) == 22 for one in tokens)
    assert [one["token_hash"] for one in given] == [code.token_hash(one) for one in tokens]
    assert [one["station"] for one in given] == ["anti_fraud", "pledge"]
    held = b"".join(path.read_bytes() for path in kiosk.home.rglob("*") if path.is_file())
    assert not any(one.encode() in held for one in tokens), "the token is on the card only"


def test_every_station_gives_one_seal_and_all_of_them_light_the_canal(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    come_in(kiosk, finger)
    assert not [name for name in finger.names() if name.startswith("stamp-")]
    *first, last = [one.key for one in kiosk.stations]
    for key in first:
        play(kiosk, finger, key)
        finger.touch("primary")
        finger.wait(lambda: kiosk.shell.now == "home", "home")
        assert finger.find(f"stamp-{key}")
    play(kiosk, finger, first[0])
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    assert len([name for name in finger.names() if name.startswith("stamp-")]) == len(first), "one seal a station"

    play(kiosk, finger, last)
    finger.touch("leave")  # also on the way out
    finger.wait(lambda: finger.find("canal-lit"), "the canal lit from end to end")
    finger.touch("leave")
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    play(kiosk, finger, last)
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.now == "home", "home: the thanks come once a visit")

    finger.touch("leave")
    finger.wait(lambda: kiosk.shell.now == "thanks", "thanks")
    finger.touch("face-3")
    finger.wait(lambda: kiosk.shell.now == "attract", "attract")
    left = kiosk.shell.taking_now.pictures.requestImage("1/certificate", QSize(), QSize(300, 0))
    assert left.width() == 1, "nothing of the visit can be drawn any more"
    come_in(kiosk, finger)
    assert not [name for name in finger.names() if name.startswith("stamp-")], "the next child begins anew"
    kiosk.shell.showThanks()
    finger.wait(lambda: kiosk.shell.now == "thanks", "thanks")
    assert finger.find("my-certificate") is None, "nothing was learned yet"


def test_a_rest_is_offered_kindly_and_never_forced(make_kiosk: MakeKiosk, clock: ShiftedClock) -> None:
    kiosk, finger = make_kiosk()
    come_in(kiosk, finger)
    play(kiosk, finger, "anti_fraud")
    assert not any("该休息啦" in one for one in texts(finger))
    clock.step(kiosk.setting("rest_after_min") * 60_000)
    kiosk.shell.touched()
    finger.wait(lambda: any("该休息啦" in one for one in texts(finger)), "a kind word")
    finger.touch("primary")
    finger.wait(lambda: any("该休息啦" in one for one in texts(finger)), "a kind word at home")
    play(kiosk, finger, "anti_fraud")
    kiosk.shell.endVisit()
    come_in(kiosk, finger)
    assert not any("该休息啦" in one for one in texts(finger))
    kiosk.shell.endVisit()  # its id is of a later hour: other tests take the latest in memory for their own


def test_printing_hands_over_a_sheet_and_tells_what_became_of_it(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    come_in(kiosk, finger)
    play(kiosk, finger, "anti_fraud")
    assert finger.find("print") is None, "no printer, no button"
    kiosk.shell.goHome()
    printer = printed_on(kiosk, SilentPrinter(), "system")
    play(kiosk, finger, "anti_fraud")
    finger.touch("print")
    finger.wait(lambda: say("takeaway.printed") in texts(finger), "that it is printed")
    kiosk.shell.goHome()
    printed_on(kiosk, printer, "receipt_58")
    play(kiosk, finger, "anti_fraud")
    finger.touch("print")
    finger.wait(lambda: len(printer.sheets) == 2, "the receipt")
    assert [paper[0] for _, paper in printer.sheets] == [210, 58]
    assert all(pdf.startswith(b"%PDF-") for pdf, _ in printer.sheets)
    kiosk.shell.openCertificate()
    finger.wait(lambda: finger.find("certificate"), "the certificate")
    assert finger.find("print-certificate") is None, "a receipt is no certificate"

    printed_on(kiosk, JammedPrinter(), "system")
    kiosk.shell.goHome()
    kiosk.shell.openCertificate()
    finger.touch("print-certificate")
    finger.wait(lambda: say("devices.printer_refused") in texts(finger), "what went wrong")


def test_sheets_are_saved_to_the_teachers_stick_where_staff_chose_so(make_kiosk: MakeKiosk, tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    kiosk, finger = make_kiosk(sticks=(stick,))
    kiosk._setting_changed("printer", "stick")
    come_in(kiosk, finger)
    play(kiosk, finger, "anti_fraud")
    finger.touch("print")
    finger.wait(lambda: say("devices.stick_none") in texts(finger), "that there is no stick")
    stick.mkdir()
    finger.touch("print")
    finger.wait(lambda: say("takeaway.saved") in texts(finger), "that it is saved")
    kiosk.shell.openCertificate()
    finger.touch("print-certificate")
    finger.wait(lambda: len(list(stick.glob("*.pdf"))) == 2, "the certificate")
    finger.wait(lambda: say("takeaway.saved") in texts(finger), "that it is saved")
    files = sorted(stick.iterdir())
    assert all(one.name.startswith("带回家-") and one.read_bytes().startswith(b"%PDF-") for one in files)
