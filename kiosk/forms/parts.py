"""What the forms' screen is handed by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.classroom import Classroom
from kiosk.core.clock import Clock
from kiosk.core.events import Event
from kiosk.core.returning import Returns
from kiosk.core.visit import Visit

Then = Callable[[bool], None]


@dataclass(frozen=True, slots=True)
class FormParts:
    """`record(event, visit, then)` calls `then` on the screen's thread once it is on disk, or kept in memory.

    `returns(class)` gives the return codes of a class; `read(text)` reads aloud, whatever is being read; `visit(id)`
    makes a visit of this program's origin.
    """

    room: Classroom
    clock: Clock
    record: Callable[[Event, Visit, Then | None], None]
    visit: Callable[[str], Visit]
    returns: Callable[[str], Returns]
    say: Callable[..., str]
    play: Callable[[str], None]
    read: Callable[[str], None]
