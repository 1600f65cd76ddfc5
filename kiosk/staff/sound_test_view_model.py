"""The page that tries microphone and speaker out: the level as one speaks, and a tone that the kiosk must hear."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.booth import Armed, Heard, Told, Trouble
from kiosk.devices.state import DeviceState
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.stations.broadcast_booth.rules import CELLS, GOOD_CELLS, QUIET_CELLS, lit_cells

if TYPE_CHECKING:
    from kiosk.broadcast.keeper import BoothKeeper

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SoundTestViewModel(QObject):
    """`stage`: `opening`, `live` (the level follows what is heard), `testing` (the tone sounds) or `trouble`.

    Nothing is kept of what is heard: a level is all that leaves the microphone's process.
    """

    changed = Signal()
    levelChanged = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._stage = "opening"
        self._advice = ""
        self._cells = 0
        self._tested: DeviceState | None = None

    @property
    def working(self) -> bool:
        """Whether the tone sounds."""
        return self._stage == "testing"

    def arrive(self) -> None:
        """Open the microphone."""
        self._tested = None
        self._open()

    def stop(self) -> None:
        """Let go of the microphone."""
        keeper = self._parts.keeper
        if keeper and self._stage in ("live", "opening", "trouble"):
            keeper.booth().leave()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What the level has to say, or what keeps the microphone shut."""
        return self._advice

    @Property(str, notify=changed)
    def result(self) -> str:
        """What the tone has shown; empty before it."""
        return self._parts.say(self._tested.code, **self._tested.params) if self._tested else ""

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether the kiosk has heard itself."""
        return self._tested is not None and self._tested.works is True

    @Property(int, notify=levelChanged)
    def cells(self) -> int:
        """How many cells of the meter are lit, of `zones`."""
        return self._cells

    @Property(list, constant=True)
    def zones(self) -> list[int]:
        """How many cells are quiet, good, loud."""
        return [QUIET_CELLS, GOOD_CELLS, CELLS - QUIET_CELLS - GOOD_CELLS]

    @Slot()
    def test(self) -> None:
        """Play the tone and listen; for that the microphone is handed to the self-test, and taken back."""
        keeper = self._parts.keeper
        if keeper is None or self._stage == "testing":
            return
        keeper.booth().leave()
        self._stage, self._cells, self._tested = "testing", 0, None
        self._advice = self._parts.say("staff.sound_testing")
        self.levelChanged.emit()
        self.changed.emit()
        self._background.run(keeper.test_microphone, self._heard_tone)

    @Slot()
    def leave(self) -> None:
        """The page is left."""
        self.stop()

    def _open(self) -> None:
        keeper: BoothKeeper | None = self._parts.keeper
        self._cells = 0
        self._stage, self._advice = "opening", self._parts.say("studio.open_mic")
        if keeper is None:
            self._stage, self._advice = "trouble", self._parts.say("booth.staff_untried")
        else:
            keeper.booth().listener = self._told
            keeper.booth().arm()
        self.levelChanged.emit()
        self.changed.emit()

    def _heard_tone(self, state: DeviceState) -> None:
        self._tested = state
        self._parts.door.record(self._role, "sound_tested", state.code.partition(".")[2])
        self._open()

    def _told(self, told: Told) -> None:
        match told:
            case Armed():
                self._stage = "live"
            case Heard():
                self._stage = "live"
                self._advice = self._parts.say(told.check)
                cells = lit_cells(told.level)
                if cells != self._cells:
                    self._cells = cells
                    self.levelChanged.emit()
            case Trouble():
                self._stage, self._advice, self._cells = "trouble", self._parts.say(told.code), 0
                self.levelChanged.emit()
            case _:
                return
        self.changed.emit()
