"""Who is in charge of children's personal information: a post of our list, or a name from a file on a stick. No Qt."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.devices.drives import Stick
from kiosk.packs.plain import clean

POSTS = ("head", "moral", "pioneers", "base", "safety")
FILE = "负责人.txt"
LONGEST = 40
"""Characters of a name or post."""
MOST_READ = 1_000


def posts() -> list[str]:
    """What may be chosen without a file; it is data, the same in every language."""
    return [say(f"booth_staff.post_{post}") for post in POSTS]


def from_sticks(sticks: Sequence[Stick]) -> str:
    """The first line of the file on the first stick that has one.

    Raises KioskError `booth_staff.officer_missing`, `booth_staff.officer_unreadable` or `booth_staff.officer_long`.
    """
    found = next((stick.path / FILE for stick in sticks if (stick.path / FILE).is_file()), None)
    if found is None:
        raise KioskError("booth_staff.officer_missing")
    lines = [line for line in clean(_text(found)).splitlines() if line.strip()]
    if not lines:
        raise KioskError("booth_staff.officer_unreadable", "empty")
    name = " ".join(lines[0].split())
    if len(name) > LONGEST:
        raise KioskError("booth_staff.officer_long", most=LONGEST)
    return name


def _text(path: Path) -> str:
    """What Windows' and everybody else's editors write."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_READ)
    except OSError as error:
        raise KioskError("booth_staff.officer_unreadable", repr(error)) from error
    try:
        return decoded(data)
    except UnicodeDecodeError as error:
        raise KioskError("booth_staff.officer_unreadable", repr(error)) from error


def decoded(data: bytes) -> str:
    """The text, by the encoding it shows. Raises UnicodeDecodeError."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")
