"""The service stick: a `kiosk.toml` is found, what it would change is shown, and it is taken whole or not at all."""

from collections.abc import Callable
from itertools import chain, count
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.exports.writing import Written, write_whole
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.stick_model import StickModel
from kiosk.staff.stick_saving import Saved, save
from kiosk.store import settings
from kiosk.store.settings_file import NAME, Draft, as_toml, load, read, write

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
ENDINGS = frozenset((".toml",))


@QmlElement
class SettingsStick(QObject):
    """`stage`: `none` (no file was looked at), `faults` (it is refused), `same` (nothing would change) or `changes`."""

    changed = Signal()
    applied = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        role: Role,
        now: Callable[[], dict[str, Any]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._now = now
        self._files = StickModel(parts, background, self, ENDINGS, "settings.stick_empty")
        self._files.changed.connect(self._look_for_ours)
        self._draft: Draft | None = None
        self._name = self._message = ""
        self._good = True
        self._busy = False

    def arrive(self) -> None:
        """See what lies on the stick."""
        self._draft, self._name, self._message = None, "", ""
        self._files.look()
        self.changed.emit()

    @property
    def is_busy(self) -> bool:
        """Whether settings or a file are being written."""
        return self._busy

    @Property(StickModel, constant=True)
    def files(self) -> StickModel:
        return self._files

    @Property(str, notify=changed)
    def stage(self) -> str:
        if self._draft is None:
            return "none"
        return "faults" if self._draft.faults else "changes" if self._changes() else "same"

    @Property(str, notify=changed)
    def name(self) -> str:
        """The file that is looked at."""
        return self._name

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, str]]:
        """What would change, as `{"name", "before", "after"}`; or each fault, as `{"name"}`."""
        if self._draft is None:
            return []
        if self._draft.faults:
            language = self._parts.language()
            return [{"name": one.told(language), "before": "", "after": ""} for one in self._draft.faults]
        before = self._now()
        return [
            {"name": self._called(key), "before": as_toml(before[key]), "after": as_toml(value)}
            for key, value in self._changes().items()
        ]

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Slot(int)
    def choose(self, index: int) -> None:
        """Look at a file."""
        self._look_at(self._files.file(index).path)

    @Slot()
    def apply(self) -> None:
        """Take what the file asks for: all of it at once."""
        changes = self._changes()
        if not changes or self._busy or (self._draft and self._draft.faults):
            return
        self._work(True)

        def kept(_: None) -> None:
            self._parts.door.record(self._role, "settings_applied", ", ".join(changes))
            for key, value in changes.items():
                self._parts.door.record(self._role, "setting_changed", f"{key} = {value}")
                self._parts.setting_changed(key, value)
            self._draft = None
            self._end(self._parts.say("settings.applied", count=len(changes)), good=True)
            self.applied.emit()

        self._background.run(
            lambda: settings.save_all(self._parts.store, changes).result(),
            kept, failed=self._failed, expected=KioskError,
        )  # fmt: skip

    @Slot()
    def write(self) -> None:
        """Put the present settings onto the stick, for other kiosks."""
        if self._busy:
            return
        self._work(True)
        text = write(self._now(), self._parts.language()).encode()

        def put(path: Path) -> Written:
            return write_whole(path, len(text), lambda part: bool(part.write_bytes(text)))

        def saved(done: Saved) -> None:
            self._parts.door.record(self._role, "settings_written")
            self._end(done.told(self._parts), good=True)

        self._background.run(
            lambda: save(self._parts, self._free_name(), put), saved, failed=self._failed, expected=KioskError
        )

    def _free_name(self) -> str:
        """Nothing on a stick is overwritten."""
        taken = {path.name for stick in self._parts.drives.sticks for path in stick.path.glob("*.toml")}
        numbered = (f"kiosk-{number}.toml" for number in count(2))
        return next(name for name in chain((NAME,), numbered) if name not in taken)

    def _changes(self) -> dict[str, settings.Value]:
        return self._draft.changes(self._now()) if self._draft else {}

    def _called(self, key: str) -> str:
        """The setting's name on the page, or its key where only a file sets it."""
        try:
            return self._parts.say(f"staff.setting_{key}")
        except KeyError:
            return key

    def _look_for_ours(self) -> None:
        """The file with the right name is looked at without being asked; one that is gone is not kept in mind."""
        names = [one["name"] for one in self._files.property("files")]
        if self._name and self._name not in names:
            self._draft, self._name = None, ""
        if not self._name and NAME in names:
            self.choose(names.index(NAME))
        self.changed.emit()

    def _look_at(self, path: Path) -> None:
        self._name, self._message = path.name, ""

        def show(text: str) -> None:
            self._draft = read(text, self._now())
            self.changed.emit()

        self._background.run(lambda: load(path), show, failed=self._failed, expected=KioskError)

    def _work(self, busy: bool) -> None:
        self._busy, self._message = busy, ""
        self.changed.emit()

    def _end(self, message: str, *, good: bool) -> None:
        self._busy, self._message, self._good = False, message, good
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        assert isinstance(error, KioskError)
        self._end(self._parts.tell(error), good=False)
