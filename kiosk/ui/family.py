"""The family that texts are set in: the kiosk's own where it was made (`packaging/subset_fonts.py`), else Noto."""

import logging

from PySide6.QtGui import QFontDatabase

from kiosk.core.places import font_files

OWN, SYSTEM = "Fingertip Sans SC", "Noto Sans CJK SC"
log = logging.getLogger(__name__)


def load_family() -> str:
    """Load the kiosk's own fonts, once an application; the name of the family to use."""
    for path in font_files() if loaded_family() != OWN else ():
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            log.error("the font %s cannot be read", path.name)
    return loaded_family()


def loaded_family() -> str:
    """The family to use, of those that are there."""
    return OWN if OWN in QFontDatabase.families() else SYSTEM
