"""What Qt itself can draw, asked on the screen's thread."""

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from kiosk.staff.fonts import FAMILY, FontState

SAMPLE = "萤督导骗局辟谣逗蹿囍々āéǐòǖ…“”—·√×"
"""Rare characters, pinyin and the punctuation that small fonts lack."""


def ask_qt() -> FontState:
    """Whether the family is there, and which characters of `SAMPLE` it lacks."""
    found = FAMILY in QFontDatabase.families()
    metrics = QFontMetricsF(QFont(FAMILY))
    missing = "".join(char for char in SAMPLE if not metrics.inFontUcs4(ord(char)))
    return FontState(found=found, missing=missing if found else "")
