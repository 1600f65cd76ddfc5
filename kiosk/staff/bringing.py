"""What happens to a checked file when it is installed: its good items come in, the rest goes back. Qt-free."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.staff.errors_shelf import ErrorsShelf
from kiosk.staff.giving_up import Progress

if TYPE_CHECKING:
    from kiosk.devices.drives import Stick
    from kiosk.packs.check import Checked
    from kiosk.packs.library import Library
    from kiosk.packs.shelf import Shelved


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it. `errors`: the list of errors was `written` onto the stick as `name`, `kept` in the home, or
    `lost`; empty when there was none to write.
    """

    row: "Shelved | None" = None
    errors: str = ""
    name: str = ""


def bring(
    library: "Library",
    shelf: ErrorsShelf,
    checked: "Checked",
    language: str,
    stick: "Stick | None",
    progress: Progress,
    *,
    listed: bool,
) -> Brought:
    """Install the good items, then write down the rest, unless it was `listed` before.

    Raises KioskError or GivenUp while nothing is installed; not any more afterwards.
    """
    row = library.install_checked(checked, progress.step)
    back = Brought() if listed else list_errors(shelf, checked, language, stick)
    return replace(back, row=row)


def list_errors(shelf: ErrorsShelf, checked: "Checked", language: str, stick: "Stick | None") -> Brought:
    """Write the rows to mend onto the stick, or keep them until one comes that takes them."""
    if not checked.faulty or not checked.bank_id:
        return Brought()
    # Imported here: most files need no list.
    from kiosk.packs.errors_file import errors_file

    try:
        name = shelf.put(checked.bank_id, errors_file(checked, language), stick)
    except (KioskError, OSError):
        return Brought(errors="lost")
    return Brought(errors="written" if name else "kept", name=name)
