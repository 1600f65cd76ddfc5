"""What the staff pages are handed by the composition root."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.broadcast.keeper import BoothKeeper
from kiosk.classroom import Classroom
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.devices.printer import Printer, SilentPrinter
from kiosk.devices.qt_drives import DriveWatch
from kiosk.devices.state import DeviceState
from kiosk.packs.library import Library
from kiosk.staff.door import Door
from kiosk.stations.station import StationCard
from kiosk.store.store import Store

if TYPE_CHECKING:
    from kiosk.sync.down import Down


@dataclass(frozen=True, slots=True)
class StaffParts:
    """Everything behind the PIN. `door` lives as long as the program: it holds the running lock-out.

    `quizzes` is the folder of the built-in banks. `speech()` and `sound()` tell how the devices do. `language()` is
    the screen's present language. `setting_changed(key, value)` is called once a setting is kept; `leave()` brings the
    children's screen back; `quit()` ends the program. `stations` show items of a bank before it is installed.
    """

    home: Path
    clock: Clock
    store: Store
    door: Door
    library: Library
    quizzes: Path
    drives: DriveWatch
    speech: Callable[[], DeviceState]
    sound: Callable[[], DeviceState]
    setting_changed: Callable[[str, Any], None]
    language: Callable[[], str]
    leave: Callable[[], None]
    quit: Callable[[], None]
    stations: tuple[StationCard, ...]
    classroom: Classroom | None = None
    """The class session at this kiosk."""
    keeper: BoothKeeper | None = None
    """The booth's: takes to review, the consent register, the microphone's state and test."""
    printer: Printer = field(default_factory=SilentPrinter)
    """Takes receipts of erasures, when the setting `printer` is `system`."""

    clean: Callable[[], None] = lambda: None
    """Locks the screen while somebody wipes it."""
    screen: Callable[[], DeviceState] = lambda: DeviceState("devices.screen_untried")
    """How the panel's power does."""

    down: "Callable[[], Down] | None" = None
    """What the hub may have done here, beside the records that go up."""

    def microphone(self) -> DeviceState:
        """How the booth's microphone does."""
        return self.keeper.microphone() if self.keeper else DeviceState("booth.staff_untried")

    def say(self, code: str, **params: object) -> str:
        """The sentence for `code` in the screen's language."""
        return say(code, self.language(), **params)

    def tell(self, error: KioskError) -> str:
        """What happened and, where the catalogue has it separately, what to do."""
        told = self.say(error.code, **error.params)
        with suppress(KeyError):
            told += self.say(f"{error.code}_how", **error.params)
        return told


def span(milliseconds: int, words: Callable[..., Any]) -> str:
    """A waiting time as people say it: `45 秒`, `4 分 05 秒`."""
    seconds = -(-milliseconds // 1000)
    if seconds < 60:
        return str(words("staff.seconds", seconds=seconds))
    return str(words("staff.minutes", minutes=seconds // 60, seconds=f"{seconds % 60:02}"))
