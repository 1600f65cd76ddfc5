"""What a project may be called: names of our list, and those that a file on a stick brings. No Qt."""

from collections.abc import Sequence

from kiosk.core.words import say
from kiosk.devices.drives import Stick
from kiosk.packs.plain import clean
from kiosk.staff.booth_forms_officer import decoded

OURS = (
    "first_lesson",
    "safety_week",
    "summer_camp",
    "winter_camp",
    "study_tour",
    "after_school",
    "open_day",
    "anti_fraud",
)
FILE = "项目名称.txt"
LONGEST = 30
"""Characters of a title; longer ones are left out, as they would not stand on one line of the paper."""
MOST = 20
MOST_READ = 8_000


def titles(language: str, brought: Sequence[str]) -> list[str]:
    """No title first, then those that were brought, then ours."""
    ours = [say(f"staff.project_{name}", language) for name in OURS]
    return list(dict.fromkeys(["", *brought, *ours]))


def from_sticks(sticks: Sequence[Stick]) -> list[str]:
    """The lines of the file on the first stick that has one that can be read."""
    for stick in sticks:
        try:
            with (stick.path / FILE).open("rb") as file:
                text = decoded(file.read(MOST_READ))
        except (OSError, UnicodeDecodeError):
            continue
        lines = (" ".join(line.split()) for line in clean(text).splitlines())
        return [line for line in lines if line and len(line) <= LONGEST][:MOST]
    return []
