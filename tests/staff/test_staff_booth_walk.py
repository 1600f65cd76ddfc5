"""By touch through the whole kiosk: a form is registered, its child records, staff approve, the guardian takes it back.

The microphone hears our jingle twenty times as fast as in life; everything else is real.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app import Devices, Kiosk
from kiosk.core.clock import ShiftedClock
from kiosk.core.places import program_folder
from kiosk.devices.recorder import ChildRecorder
from kiosk.devices.sound import SilentPlayer
from kiosk.devices.speech import SilentSpeech
from kiosk.rehearsal.finger import hurried, items
from kiosk.rehearsal.player import Player
from kiosk.staff.booth_forms_officer import posts
from kiosk.stations.broadcast_booth.card import CARD

from .conftest import PINS, SCREENS

FORM = "2026017"
LIBRARY = f"file:20:{program_folder() / 'assets/sounds/booth-jingle.wav'}"


class Walk:
    """The kiosk, its finger, and what staff and children do with them."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self.finger = hurried(kiosk.engine, kiosk.window)
        self.finger.wait(kiosk.window.isExposed, "the window")

    @property
    def page(self) -> Any:
        """The open staff page's view model."""
        staff = self.kiosk.shell.property("staff")
        return staff.property("model") if staff else None

    def touch(self, *names: str) -> None:
        """One after the other."""
        for name in names:
            self.finger.touch(name)

    def until(self, name: str, value: Any = True) -> None:
        """Until a property of the open staff page has that value."""
        self.finger.wait(lambda: self.page.property(name) == value, f"{name} = {value}")

    def type_in(self, digits: str) -> None:
        self.touch(*(f"key-{digit}" for digit in digits))

    def staff(self, *, first: bool = False) -> None:
        """Through the corner to the booth's page."""
        self.finger.touch("staff-door", hold_ms=3_200)
        for _ in range(2 if first else 1):
            self.finger.wait(lambda: self.finger.find("key-1") is not None, "the pad")
            self.type_in(PINS["admin"])
            self.touch("ok")
            self.finger.rest(600)
        if first:
            self.touch("primary")
        self.touch("page-booth")
        self.until("ready")

    def out(self) -> None:
        """Back to the children."""
        self.touch("staff-leave")
        self.finger.wait(lambda: self.kiosk.shell.now == "attract", "attract")

    def keeping(self) -> str:
        """What a child is told at the booth of what becomes of a take; then the visit is left."""
        Player(self.kiosk, self.finger, Random(3)).come_in(CARD)
        station = self.kiosk.shell.station_now
        if station.phase != "closed":
            self.finger.wait(lambda: self.finger.find("script-0") is not None, "the shelf")
            self.touch("script-0")
        told = f"{station.property('notice')}|{station.property('keeping')}"
        self.kiosk.shell.endVisit()
        self.finger.wait(lambda: self.kiosk.shell.now == "attract", "attract")
        return told

    def shows(self, words: str) -> bool:
        """Whether these words stand on the screen."""
        return any(words in str(item.property("text")) for item in items(self.kiosk.window.contentItem()))


@pytest.fixture
def walk(qapp: QCoreApplication, tmp_path: Path, clock: ShiftedClock) -> Iterator[Walk]:
    """A fresh kiosk with a microphone."""
    devices = Devices(SilentSpeech(), SilentPlayer(), ChildRecorder(LIBRARY))
    kiosk = Kiosk(tmp_path / "home", devices, clock=clock, random=Random(3), origin="visitor")
    kiosk.library.ensure_built_in()
    kiosk.show(windowed=True, size=(1920, 1080))
    yield Walk(kiosk)
    kiosk.close()


@pytest.fixture
def clock() -> ShiftedClock:
    """Real time: the kiosk plays in it."""
    return ShiftedClock()


def open_by_consent(walk: Walk) -> None:
    """The admin opens the booth for those with a form, names who is in charge, and registers one form."""
    walk.staff(first=True)
    walk.touch("door-booth_rules")
    walk.finger.wait(lambda: walk.finger.find("mode-consent") is not None, "the rules")
    walk.touch("mode-consent", "officer-open", "post-1", "primary")
    walk.finger.wait(lambda: walk.kiosk.setting("privacy_officer") == posts()[1], "the rules are kept")
    walk.touch("back", "door-consents", "register")
    walk.type_in(FORM)
    walk.touch("kind-record", "kind-keep", "kind-play", "primary")
    walk.finger.wait(lambda: walk.finger.find(f"form-{FORM}") is not None, "the form in the list")


def record_and_keep(walk: Walk) -> None:
    """The child comes, records, and lets the base keep it to be played."""
    player = Player(walk.kiosk, walk.finger, Random(3))
    player.come_in(CARD)
    station = walk.kiosk.shell.station_now
    by_itself = ("count", "take")
    while station.phase != "release":
        if station.phase in by_itself:  # to the end of its time: nothing is touched that may be gone
            walk.finger.wait(lambda: station.phase not in by_itself, "the end of the take")
        else:
            player.step(CARD)
    assert not walk.shows(FORM), "no child's screen shows a form's number"
    assert walk.finger.find("release-publish") is None, "the guardian did not agree to that"
    walk.touch("release-play", "primary")
    walk.finger.wait(lambda: station.phase == "done", "the take is kept")
    walk.kiosk.shell.endVisit()
    walk.finger.wait(lambda: walk.kiosk.shell.now == "attract", "attract")


def test_from_the_paper_to_the_wall_and_back(walk: Walk) -> None:
    """Nobody records without a form; one form holds for one visit; what is taken back is gone, with a receipt."""
    open_by_consent(walk)
    guardian, guests = walk.kiosk.keeper.guardian(), walk.kiosk.keeper.guests
    walk.out()
    assert "家长签好的同意书" in walk.keeping()
    walk.staff()
    walk.touch("door-consents", f"form-{FORM}", "primary")
    walk.finger.wait(lambda: bool(guests.present()), "somebody is in the booth")
    walk.out()
    record_and_keep(walk)
    assert not guests.present(), "the visit is over, and so is the stay"
    assert [take.state for take in guardian.takes.all()] == ["pending"]
    walk.staff()
    walk.touch("door-review", "take-0")
    walk.finger.wait(lambda: walk.finger.find("hear-review") is not None, "the take")
    assert not walk.page.property("usable"), "nobody approves what was not listened to"
    walk.touch("hear-review")
    walk.until("usable")
    walk.finger.wait(lambda: walk.page.player.property("wave"), "the wave")
    assert walk.kiosk.window.grabWindow().save(str(SCREENS / "booth-walk-review.png"))
    walk.touch("primary")
    walk.until("stage", "list")
    walk.finger.wait(lambda: [take.state for take in guardian.takes.all()] == ["approved"], "approved")
    assert len(guardian.wall()) == 1
    assert [(one.act, one.reason) for one in guardian.access.entries()] == [
        ("reviewed", "approved"),
        ("heard", "review"),
    ]
    walk.touch("back", "door-consents", f"open-{FORM}", "withdraw-play")
    walk.finger.wait(lambda: walk.shows("会删掉 1 段录音"), "the warning")
    walk.finger.rest(350)
    walk.touch("withdraw-play")
    walk.until("stage", "receipt")
    receipt = guardian.erasure.receipts()[-1]
    assert walk.shows(receipt.id) and receipt.done
    assert guardian.takes.all() == [] and guardian.wall() == [] and not guardian.takes.on_disk()
    assert walk.kiosk.window.grabWindow().save(str(SCREENS / "booth-walk-receipt.png"))


def test_the_booth_says_what_the_setting_says(walk: Walk) -> None:
    """Each of the three ways, as a child reads it, changed by touch between the visits."""
    told = {"once": walk.keeping()}
    walk.staff(first=True)
    for mode in ("closed", "consent"):
        walk.touch("door-booth_rules", f"mode-{mode}", "primary")
        walk.finger.wait(lambda: walk.kiosk.setting("booth_mode") == mode, mode)  # noqa: B023
        walk.out()
        told[mode] = walk.keeping()
        if mode == "closed":
            walk.staff()
    assert told["once"].startswith("|")
    assert len(set(told.values())) == 3
    assert "没有开放" in told["closed"]
    assert "家长签好的同意书" in told["consent"]
