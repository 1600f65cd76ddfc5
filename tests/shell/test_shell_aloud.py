"""Reading aloud where no voice can be heard: the text stands in light, sentence by sentence, and stops at once."""

import pytest

from kiosk.shell.aloud import LEAST_MS, Aloud
from tests.conftest import MakeKiosk
from tests.stations.anti_fraud_screen import SCREENS

TEXT = "你好呀，我是萤萤。先点一个书架上的主题，再挑一篇喜欢的稿子。听一听！"


def turn(aloud: Aloud) -> str:
    """The next sentence, without waiting for its time."""
    aloud._timer.stop()
    aloud.turn()
    return str(aloud.property("sentence"))


@pytest.mark.parametrize("why", ["no voice", "muted"])
def test_the_text_stands_in_light(why: str, make_kiosk: MakeKiosk) -> None:
    """To its end; a second touch stops it; the idle clock stands meanwhile; the page that changes ends it."""
    kiosk, finger = make_kiosk((1920, 1080))
    shell, aloud = kiosk.shell, kiosk.shell.aloud_now
    finger.touch("enter")
    finger.wait(lambda: shell.now == "home", "home")
    if why == "muted":
        shell.switches.toggleMuted()
    shell.readAloud(TEXT)
    assert aloud.property("sentence") == "你好呀，我是萤萤。"
    assert aloud._timer.interval() >= LEAST_MS
    assert shell.property("reading")
    assert "reading" in shell._idle._holds
    finger.rest(50)
    strip = finger.find("read-along")
    assert strip and strip.isVisible()
    SCREENS.mkdir(parents=True, exist_ok=True)
    assert kiosk.window.grabWindow().save(str(SCREENS / "read-along-1920x1080.png"))
    assert turn(aloud) == "先点一个书架上的主题，再挑一篇喜欢的稿子。"
    assert turn(aloud) == "听一听！"
    assert turn(aloud) == ""
    assert not shell.property("reading")
    assert "reading" not in shell._idle._holds
    shell.readAloud(TEXT)
    shell.readAloud(TEXT)
    assert (aloud.property("sentence"), aloud.on) == ("", False)
    shell.readAloud(TEXT)
    shell.endVisit()
    assert not aloud.on
