"""A scanner that types reads a child's card: only where one is asked for, and whatever else it reads does no harm."""

from collections.abc import Callable
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.app import Kiosk
from kiosk.core.returning import as_digits
from kiosk.rehearsal.finger import Finger
from tests.stations.test_pledge_in_kiosk import enter

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]
GAP_MS = 3


class Scanner:
    """Types what it reads, as fast as scanners do, and Enter."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._window = kiosk.window
        self._now = 10_000

    def type(self, text: str, gap_ms: int = GAP_MS) -> None:
        """Every character as a key of its own."""
        self._now += 5_000
        for one in [*text, "\r"]:
            enter = one == "\r"
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                code = Qt.Key.Key_Return.value if enter else ord(one.upper()[0])
                event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, one)
                event.setTimestamp(self._now)
                QCoreApplication.sendEvent(self._window, event)
            self._now += gap_ms


def test_a_card_is_read_where_it_is_asked_for_and_nowhere_else(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    scanner = Scanner(kiosk)
    card = as_digits(kiosk.keeper.guardian().codes.issue("F-1", "2026-11-01", "", "admin"))
    scanner.type(card)
    assert kiosk.shell.now == "attract"
    station = enter(kiosk, finger)
    scanner.type(card)
    assert station.now == "hello", "nobody asked for a card yet"
    station.enterCode()
    _rubbish(scanner, card)
    assert station.now == "code" and station.back_now.offered_now and "卡片" in station.back.note
    scanner.type(card, gap_ms=400)
    assert station.now == "code", "a finger on a keyboard is no scanner"
    scanner.type(card)
    assert station.now == "back"
    scanner.type(card)
    assert station.now == "back"
    kiosk.shell.goHome()
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    scanner.type(card)
    assert kiosk.shell.now == "home"


def _rubbish(scanner: Scanner, card: str) -> None:
    """Other codes, torn ones, noise: none of it counts as a wrong try."""
    chance = Random(3)
    noise = ["".join(chance.choice("0123456789ABCxyz-:/?") for _ in range(chance.randint(1, 300))) for _ in range(30)]
    for text in (card[:-1], card + "0", card[::-1], "https://hub.example/t/abcdef", "6901234567892", "图案", *noise):
        scanner.type(text)


def test_a_card_of_nobody_counts_as_a_wrong_try_and_five_are_enough(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    scanner = Scanner(kiosk)
    codes: Any = kiosk.keeper.guardian().codes
    real = codes.issue("F-1", "2026-11-01", "", "admin")
    station = enter(kiosk, finger)
    station.enterCode()
    for _ in range(7):
        scanner.type(as_digits(real[::-1]))
    assert station.now == "code" and not station.back_now.offered_now
    scanner.type(as_digits(real))
    assert station.now == "code", "no guessing on after five"
