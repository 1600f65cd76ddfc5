"""A file that a page makes goes onto the stick, or into the kiosk's own folder while no stick takes it. Qt-free."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.devices.stick_writing import StickWriter
from kiosk.exports.writing import Written
from kiosk.staff.export_choices import HOME_FOLDER
from kiosk.staff.parts import StaffParts


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written and read back; `stick` is the stick's name, empty in the kiosk's own folder."""

    file: Path
    stick: str
    written: Written

    def told(self, parts: StaffParts) -> str:
        """Where it is, for a person."""
        code = "staff.saved_stick" if self.stick else "staff.saved_home"
        return parts.say(code, file=self.file.name, stick=self.stick, hash=self.written.sha256[:8])


def save(
    parts: StaffParts,
    name: str,
    write: Callable[[Path], Written],
    writer: StickWriter | None = None,
    *,
    stick_only: bool = False,
) -> Saved:
    """Have `write` make the file called `name`, on the first stick that takes it.

    `stick_only` is for what must not lie in the kiosk's own folder. Takes as long as the medium does.
    Raises KioskError (`exports.…`, `staff.stick_refused`).
    """
    writer = writer or StickWriter()
    stick = next((one for one in parts.drives.sticks if writer.may_write(one)), None)
    if stick is None and stick_only:
        raise KioskError("staff.stick_refused", "the stick is gone")
    folder = stick.path if stick else parts.home / HOME_FOLDER
    try:
        if stick is None:
            folder.mkdir(exist_ok=True)
        with writer.opened(stick) if stick else nullcontext():
            return Saved(folder / name, stick.label if stick else "", write(folder / name))
    except OSError as error:
        if stick is None:
            raise KioskError("exports.not_written", repr(error), file=name) from error
        raise KioskError("staff.stick_refused", repr(error)) from error
