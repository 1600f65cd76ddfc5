"""The kiosk's own font: it holds what Chinese children meet, and the screen sets its texts in it."""

from collections.abc import Callable
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontInfo

from kiosk.core.places import font_files, program_folder
from kiosk.ui.family import OWN

ENDINGS = (".json", ".toml", ".qml")


def texts() -> str:
    """All texts of ours that a screen may show."""
    folders = (program_folder() / name for name in ("kiosk", "content", "quizzes"))
    return "".join(
        path.read_text("utf-8") for folder in folders for path in folder.rglob("*") if path.suffix in ENDINGS
    )


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_it_holds_every_character_of_ours_and_of_gb2312(weight: str) -> None:
    """What it lacks would be set in another face in the middle of a word."""
    (path,) = (one for one in font_files() if one.stem.endswith(weight))
    held = {chr(code) for code in TTFont(path).getBestCmap()}
    listed = bytes(byte for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    assert not {char for char in texts() if char.isprintable()} - held
    assert not set(listed.decode("gb2312", "ignore")) - held
    assert not set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ“”‘’—…·《》①②") - held
    assert (path.parent / "OFL.txt").exists()


def test_the_screen_is_set_in_it(make_kiosk: Callable[..., Any]) -> None:
    """Not in whatever the system has."""
    kiosk, finger = make_kiosk((1280, 720))
    finger.wait(lambda: finger.find("enter"), "the attract screen")
    theme: Any = kiosk.engine.singletonInstance("kiosk.ui", "Theme")
    assert theme.property("family") == OWN
    assert QFontInfo(QFont(OWN)).family() == OWN
