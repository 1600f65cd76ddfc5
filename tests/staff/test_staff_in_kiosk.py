"""The staff pages within the whole kiosk: through the hidden corner in, and without a trace out."""

import gc
import weakref
from collections.abc import Callable

from kiosk.app import Kiosk
from kiosk.rehearsal.finger import Finger

from .conftest import PINS, SCREENS

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]


def type_in(finger: Finger, digits: str) -> None:
    """The keys, then 确定."""
    for key in (*(f"key-{digit}" for digit in digits), "ok"):
        finger.touch(key)


def test_first_use_through_the_shell(make_kiosk: MakeKiosk) -> None:
    """Three seconds in the corner; pinyin and the left hand of a child before do not disturb; nothing stays behind."""
    kiosk, finger = make_kiosk((1920, 1080))
    kiosk.shell.switches.togglePinyin()
    kiosk.shell.switches.toggleHand()
    finger.touch("staff-door", hold_ms=3_200)
    finger.wait(lambda: finger.find("key-1") is not None, "the pad")
    for _ in range(2):
        type_in(finger, PINS["admin"])
        finger.rest(600)
    assert kiosk.window.grabWindow().save(str(SCREENS / "staff-in-kiosk-left-hand.png"))
    finger.touch("primary")
    finger.wait(lambda: finger.find("page-people") is not None, "the first page")
    assert kiosk.window.grabWindow().save(str(SCREENS / "staff-in-kiosk-today.png"))
    gone = weakref.ref(kiosk.shell.property("staff"))
    finger.touch("staff-leave")
    finger.wait(lambda: kiosk.shell.property("screen") == "attract", "the attract screen")

    def forgotten() -> bool:
        gc.collect()
        return gone() is None

    finger.wait(forgotten, "the end of the staff pages")
