"""Pictures of answer sheets on sticks, and sheets put onto one. Qt-free; blocks."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.classroom.sheets_reader import ENDINGS
from kiosk.core.errors import KioskError
from kiosk.devices.drives import Stick
from kiosk.devices.stick_writing import StickWriter
from kiosk.exports.answer_sheet_papers import Document, put
from kiosk.staff.stick_files import candidates

FOLDERS = ("答题纸", "sheets")
"""Where a stick has one of these, only it is looked through: a stick may be full of other photos."""
MOST = 200


def pictures_on(sticks: Sequence[Stick]) -> list[Path]:
    """The newest pictures. Raises KioskError `sheets.no_stick`, `no_pictures` or `stick_failed`."""
    if not sticks:
        raise KioskError("sheets.no_stick")
    found: list[Path] = []
    try:
        for stick in sticks:
            folder = next((stick.path / name for name in FOLDERS if (stick.path / name).is_dir()), stick.path)
            found += [one.path for one in candidates(folder, ENDINGS, MOST)]
    except OSError as error:
        raise KioskError("sheets.stick_failed", repr(error)) from error
    # What this kiosk has put there to be printed is no picture of anything.
    pictures = [one for one in found if not one.name.startswith(("答题纸-", "题本-", "answer-sheets-", "messages-"))]
    if not pictures:
        raise KioskError("sheets.no_pictures")
    return pictures[:MOST]


def save(made: Sequence[Document], sticks: Sequence[Stick], writer: StickWriter) -> str:
    """Write them to the first stick that takes them; its label. Raises KioskError (`sheets.…`, `exports.…`)."""
    stick = next((one for one in sticks if writer.may_write(one)), None)
    if stick is None:
        raise KioskError("sheets.no_stick")
    try:
        with writer.opened(stick) as folder:
            put(made, folder)
    except OSError as error:
        raise KioskError("sheets.stick_failed", repr(error)) from error
    return stick.label
