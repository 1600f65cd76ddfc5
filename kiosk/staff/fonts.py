"""Whether this machine can show Chinese. The command line asks fontconfig; the screen asks Qt (`qt_fonts`)."""

import shutil
import subprocess
from dataclasses import dataclass

from kiosk.core.places import font_files

FAMILY = "Noto Sans CJK SC"
PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class FontState:
    """`found` is `None` where nobody can be asked; `missing` are characters of ours that would show as boxes."""

    family: str = FAMILY
    found: bool | None = None
    missing: str = ""


def ask_fontconfig() -> FontState:
    """The kiosk's own fonts need nobody; else what `fc-match` says, where it is installed."""
    if font_files():
        return FontState(found=True)
    tool = shutil.which("fc-match")
    if tool is None:
        return FontState()
    try:
        said = subprocess.run(
            [tool, "-f", "%{family}", FAMILY], capture_output=True, text=True, timeout=PATIENCE_S, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return FontState()
    return FontState(found=FAMILY in said)
