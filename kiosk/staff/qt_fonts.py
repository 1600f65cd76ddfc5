"""What Qt itself can draw, asked on the screen's thread."""

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from kiosk.staff.fonts import FontState
from kiosk.ui.family import loaded_family

SAMPLE = "萤督导骗局辟谣逗蹿囍々āéǐòǖ…“”—·√×"
"""Rare characters, pinyin and the punctuation that small fonts lack."""


def ask_qt() -> FontState:
    """Whether the family is there, and which characters of `SAMPLE` it lacks."""
    family = loaded_family()
    found = family in QFontDatabase.families()
    metrics = QFontMetricsF(QFont(family))
    missing = "".join(char for char in SAMPLE if not metrics.inFontUcs4(ord(char)))
    return FontState(family, found=found, missing=missing if found else "")
