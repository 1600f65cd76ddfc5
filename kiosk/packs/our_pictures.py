"""Which pictures the program has of its own: the SVG files of `assets/`."""

import re

from kiosk.core.places import program_folder


def is_ours(name: str) -> bool:
    """Whether there is `name`: `canal`, `icon/home`, or a group within one, `stations#anti-fraud`."""
    path, _, group = name.partition("#")
    inside = f"icons/{path.removeprefix('icon/')}" if path.startswith("icon/") else f"art/{path}"
    file = program_folder() / "assets" / f"{inside}.svg"
    if not re.fullmatch(r"(art|icons)/[A-Za-z0-9_-]+", inside) or not file.is_file():
        return False
    return not group or f'id="{group}"' in file.read_text("utf-8")


def ours(start: str) -> list[str]:
    """The names of all pictures that begin like that."""
    return sorted(path.stem for path in (program_folder() / "assets" / "art").glob(f"{start}*.svg"))
