"""The staff pages within the whole kiosk: through the hidden corner in, and without a trace out."""

import gc
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.app import Kiosk
from kiosk.rehearsal.finger import Finger

from .conftest import PINS, ROOT, SCREENS

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]


def type_in(finger: Finger, digits: str) -> None:
    """The keys, then 确定."""
    for key in (*(f"key-{digit}" for digit in digits), "ok"):
        finger.touch(key)


@pytest.mark.usefixtures("memory_of_this_test")
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
    finger.wait(lambda: finger.find("tab-settings") is not None, "the first page")
    assert kiosk.window.grabWindow().save(str(SCREENS / "staff-in-kiosk-today.png"))
    gone = weakref.ref(kiosk.shell.property("staff"))
    finger.touch("staff-leave")
    finger.wait(lambda: kiosk.shell.property("screen") == "attract", "the attract screen")

    def forgotten() -> bool:
        gc.collect()
        return gone() is None

    finger.wait(forgotten, "the end of the staff pages")


@pytest.mark.usefixtures("memory_of_this_test")
def test_a_preview_that_is_left_stays_nowhere(make_kiosk: MakeKiosk, tmp_path: Path) -> None:
    """A teacher looks at an item of a stick in the children's own screen, turns on, and walks away."""
    stick = tmp_path / "TEACHER"
    stick.mkdir()
    shutil.copy(ROOT / "tests/packs/files/考试宝-反诈题库.xlsx", stick)
    kiosk, finger = make_kiosk((1080, 1920), sticks=(stick,))
    journal = "SELECT count(*) FROM journal WHERE kind NOT LIKE 'staff%'"
    with kiosk.store.read() as db:
        before = db.execute(journal).fetchone()
    finger.touch("staff-door", hold_ms=3_200)
    finger.wait(lambda: finger.find("key-1") is not None, "the pad")
    for _ in range(2):
        type_in(finger, PINS["admin"])
        finger.rest(600)
    finger.touch("primary")
    finger.wait(lambda: finger.find("page-packs") is not None, "the first page")
    finger.touch("page-packs")
    finger.wait(lambda: finger.find("file-0") is not None, "the stick's file")
    finger.rest(450)
    finger.touch("file-0")
    finger.wait(lambda: finger.find("good") is not None, "the report")
    finger.rest(450)
    finger.touch("primary")
    finger.wait(lambda: finger.find("option-0") is not None, "the first item")
    finger.rest(450)
    finger.touch("preview-next")
    place = finger.find("preview-place")
    assert place is not None
    finger.wait(lambda: str(place.property("text")).startswith("第 2 /"), "the second item")
    gone = weakref.ref(kiosk.shell.property("staff"))
    finger.rest(450)
    finger.touch("staff-leave")
    finger.wait(lambda: kiosk.shell.property("screen") == "attract", "the attract screen")

    def forgotten() -> bool:
        gc.collect()
        return gone() is None

    finger.wait(forgotten, "the end of the staff pages")
    assert kiosk.store.flush(5)
    with kiosk.store.read() as db:
        assert db.execute(journal).fetchone() == before
