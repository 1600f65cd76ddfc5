"""Where the program's own files and the kiosk's data lie."""

import os
import sys
from pathlib import Path


def program_folder() -> Path:
    """The folder that holds `content/`, `quizzes/` and `assets/`: the clone, or the frozen program's own."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def font_files() -> list[Path]:
    """The kiosk's own fonts; none where they were not made yet."""
    return sorted((program_folder() / "assets" / "fonts").glob("*.otf"))


def default_home() -> Path:
    """The kiosk's data folder: `KIOSK_HOME`, else the system's place for application data."""
    if chosen := os.environ.get("KIOSK_HOME"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "FingertipGlow"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "fingertip-glow"
