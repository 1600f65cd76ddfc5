"""The page where the admin updates the program from a stick: what a release is, who signed it, how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import __version__
from kiosk.core.errors import KioskError
from kiosk.devices.stick_writing import Run, systemctl
from kiosk.install import asked, plan, release, update
from kiosk.packs.keys import words
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.stick_model import StickModel

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
POLL_MS = 300


@dataclass(frozen=True, slots=True)
class Installed:
    """The installation that this screen belongs to; `run` starts a unit of the system."""

    program: Path = Path(plan.PLACE)
    settings: Path = Path(plan.SETTINGS)
    run: Run = systemctl

    @property
    def here(self) -> bool:
        """Whether the kiosk was installed on this machine at all."""
        return (self.program / "current").is_symlink()

    def start(self) -> None:
        """Have root take what was asked for. Raises KioskError `install.update_not_started`."""
        if not self.run(["start", "--no-block", "--no-ask-password", asked.UNIT]):
            raise KioskError("install.update_not_started")


INSTALLED = Installed()


@dataclass(frozen=True, slots=True)
class Offer:
    """A release that may be installed."""

    path: Path
    version: str
    size: int


@QmlElement
class UpdateViewModel(QObject):
    """`stage`: `list` (what lies on the stick), `offer` (what one release is), `busy` (root is at it), `done` (the new
    program comes with a restart)."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._installed = INSTALLED
        self._place = update.Place(INSTALLED.program, parts.home)
        self._stick = StickModel(parts, background, self, {release.ENDING}, "install.stick_empty")
        self._stage = "list"
        self._key = self._message = ""
        self._offer: Offer | None = None
        self._told: asked.Told | None = None
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def working(self) -> bool:
        """Whether an update runs."""
        return self._stage == "busy"

    def arrive(self) -> None:
        """See what is installed, whether an update runs or waits for a restart, and what lies on the stick."""
        self._message = ""
        self._stick.look()
        self._work(self._look, lambda found: self._arrived(*found))

    def stop(self) -> None:
        """Staff leave: what root has begun goes on."""
        self._timer.stop()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(StickModel, constant=True)
    def stick(self) -> StickModel:
        return self._stick

    @Property(str, constant=True)
    def current(self) -> str:
        """The version that runs."""
        return __version__

    @Property(list, notify=changed)
    def maker(self) -> list[str]:
        """The eight words of the key by which releases must be signed; none where none is registered."""
        language = self._parts.language()
        return words(self._key, language).split("·" if language == "zh" else "-") if self._key else []

    @Property(bool, notify=changed)
    def able(self) -> bool:
        """Whether this kiosk can be updated on the screen."""
        return self._installed.here and self._key != ""

    @Property(str, notify=changed)
    def version(self) -> str:
        """The version that is offered, being installed, or waiting for a restart."""
        return self._offer.version if self._offer else self._place.current

    @Property(str, notify=changed)
    def name(self) -> str:
        """The offered file and its size."""
        return f"{self._offer.path.name} · {self._offer.size / 1e6:.0f} MB" if self._offer else ""

    @Property(int, notify=changed)
    def done(self) -> int:
        return self._percent()

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How far it is, as a sentence."""
        percent = self._percent()
        return self._parts.say("install.update_trying" if percent == 100 else "install.update_percent", percent=percent)

    @Property(str, notify=changed)
    def what(self) -> str:
        return self._parts.say("install.update_running", version=self.version)

    @Property(str, notify=changed)
    def message(self) -> str:
        """What went wrong, and what to do."""
        return self._message

    @Slot(int)
    def choose(self, index: int) -> None:
        """Look at the release with this place on the stick: its signature, its version, the room it needs."""
        path = self._stick.file(index).path

        def show(manifest: release.Manifest) -> None:
            self._offer = Offer(path, manifest.version, manifest.size)
            self._message = ""
            self._go("offer")

        self._work(lambda: update.examine(self._place, path, self._key), show)

    @Slot()
    def begin(self) -> None:
        """Have the offered release installed."""
        assert self._offer
        path, version, home = self._offer.path, self._offer.version, self._parts.home
        self._told = None
        self._go("busy")

        def start() -> None:
            try:
                asked.ask(home, path)
                self._installed.start()
            except OSError as error:
                raise KioskError("install.update_not_started", repr(error)) from error

        def started(_: None) -> None:
            self._parts.door.record(self._role, "update_started", f"{__version__} → {version}")
            self._timer.start()

        self._work(start, started)

    @Slot()
    def back(self) -> None:
        """Do not take the offered release."""
        self._offer = None
        self._message = ""
        self._go("list")

    def _look(self) -> tuple[str, asked.Told | None]:
        try:
            key = plan.release_key(self._installed.settings)
        except KioskError:
            key = ""
        return key, asked.told(self._parts.home)

    def _arrived(self, key: str, told: asked.Told | None) -> None:
        self._key = key
        self._told = told
        running = told is not None and told.state == asked.WORKING
        if running:
            self._timer.start()
        elif not self._installed.here:
            self._message = self._parts.say("install.not_a_kiosk")
        elif not key:
            self._message = self._parts.say("install.update_none_key")
        waits = self._installed.here and self._place.current not in ("", __version__)
        self._go("busy" if running else "done" if waits else "list")

    def _poll(self) -> None:
        self._work(lambda: asked.told(self._parts.home), self._heard)

    def _heard(self, told: asked.Told | None) -> None:
        if self._stage != "busy":
            return
        self._told = told
        if told is not None and told.state == asked.WORKING:
            self.changed.emit()
            return
        self._timer.stop()
        self._background.run(lambda: asked.forget(self._parts.home), lambda _: None)
        if told is not None and told.state == asked.DONE:
            self._offer = None
            self._go("done")
        else:
            found = told or asked.Told(asked.FAILED, code="install.update_stopped")
            self._failed(KioskError(found.code, **found.params))

    def _failed(self, error: Exception) -> None:
        assert isinstance(error, KioskError)
        self._timer.stop()
        self._offer = None
        self._message = self._parts.tell(error)
        self._go("list")

    def _percent(self) -> int:
        return 100 * self._told.done // self._told.whole if self._told and self._told.whole else 0

    def _work(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._background.run(work, then, failed=self._failed, expected=KioskError)

    def _go(self, stage: str) -> None:
        self._stage = stage
        self.changed.emit()
