"""The page of the base's settings, changed by touch alone."""

import sqlite3
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.devices.record_names import microphones
from kiosk.staff.background import Background
from kiosk.staff.classes import CLASSES, GRADES, label, sorted_labels
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.setting_steps import MORE, STEPS, shown, stepped
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SettingsViewModel(QObject):
    """`rows` are the settings with their present value; every change is kept at once and put on record."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._values: dict[str, Any] = {key: setting.default for key, setting in settings.SETTINGS.items()}
        self._message = ""
        self._classes_open = self._more_open = False
        self._microphones: list[str] = []
        self._grade = 3

    working = False

    def arrive(self) -> None:
        """Read the present values."""
        self._classes_open = self._more_open = False
        self._message = ""
        try:
            with self._parts.store.read() as connection:
                self._values = settings.read_all(connection)
        except sqlite3.Error:
            self._message = self._parts.say("staff.not_read")
        self.changed.emit()
        self._background.run(microphones, self._heard_of)

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """Each setting: key, name, help, kind (`choice`, `switch`, `step`, `next`, `classes`), and how it stands."""
        return [
            {
                "key": key,
                "name": self._parts.say(f"staff.setting_{key}"),
                "help": self._parts.say(settings.SETTINGS[key].help),
                "kind": kind,
                "on": self._values[key] is True,
                "value": shown(key, self._values[key], self._parts.say),
                "options": self._options(key) if kind == "choice" else [],
            }
            for key, kind in STEPS.items()
            if (key in MORE) == self._more_open
        ]

    @Property(list, notify=changed)
    def facts(self) -> list[str]:
        """What is set by a service stick only: shown, not changed here."""
        say = self._parts.say
        keys = ("base_name", "service_number", "marker_folder")
        unset = say("staff.setting_unset")
        return [say(f"staff.setting_{key}_is", value=self._values[key] or unset) for key in keys]

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def classesOpen(self) -> bool:
        return self._classes_open

    @Property(bool, notify=changed)
    def moreOpen(self) -> bool:
        """Whether the second page of settings is shown."""
        return self._more_open

    @Property(int, notify=changed)
    def grade(self) -> int:
        """The grade whose classes are shown."""
        return self._grade

    @Property(list, notify=changed)
    def grades(self) -> list[dict[str, Any]]:
        """The nine grades, each with how many of its classes are on the list."""
        chosen = self._values["classes"]
        return [
            {"grade": grade, "name": self._parts.say(f"staff.grade_{grade}"), "count": self._count(grade, chosen)}
            for grade in GRADES
        ]

    @Property(list, notify=changed)
    def classes(self) -> list[dict[str, Any]]:
        """The classes of `grade`: number and whether it is on the list."""
        chosen = self._values["classes"]
        return [{"number": number, "chosen": label(self._grade, number) in chosen} for number in CLASSES]

    @Slot(str, str)
    def choose(self, key: str, value: str) -> None:
        """One of a setting's options."""
        self._keep(key, value)

    @Slot(str)
    def toggle(self, key: str) -> None:
        """A switch."""
        self._keep(key, not self._values[key])

    @Slot(str, int)
    def step(self, key: str, direction: int) -> None:
        """One step more (1) or less (-1)."""
        for name, value in stepped(self._values, key, direction).items():
            self._keep(name, value)

    @Slot(str)
    def next(self, key: str) -> None:
        """The option after the present one, round and round."""
        now = self._values[key]
        choices = ("", *self._microphones) if key == "microphone" else settings.SETTINGS[key].choices
        # A microphone that was pulled out is no choice any more.
        self._keep(key, choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0])

    @Slot()
    def openClasses(self) -> None:
        self._classes_open = True
        self.changed.emit()

    @Slot()
    def turnPage(self) -> None:
        """From the class list back to the settings, else to their other page."""
        if not self._classes_open:
            self._more_open = not self._more_open
        self._classes_open = False
        self.changed.emit()

    @Slot(int)
    def chooseGrade(self, grade: int) -> None:
        self._grade = grade
        self.changed.emit()

    @Slot(int)
    def toggleClass(self, number: int) -> None:
        """Put a class of the present grade on the list, or take it off."""
        name = label(self._grade, number)
        chosen = set(self._values["classes"])
        self._keep("classes", sorted_labels(chosen ^ {name}))

    def _heard_of(self, names: list[str]) -> None:
        """The microphones that are there now."""
        self._microphones = names

    def _count(self, grade: int, chosen: list[str]) -> int:
        return sum(label(grade, number) in chosen for number in CLASSES)

    def _options(self, key: str) -> list[dict[str, Any]]:
        return [
            {
                "value": value,
                "name": self._parts.say(f"staff.setting_{key}_{value}"),
                "chosen": value == self._values[key],
            }
            for value in settings.SETTINGS[key].choices
        ]

    def _keep(self, key: str, value: Any) -> None:
        """Show the new value at once; take it back when it cannot be kept."""
        before = self._values[key]
        if value == before:
            return
        self._values = self._values | {key: value}
        self._message = ""
        self.changed.emit()

        def kept(_: None) -> None:
            detail = f"{key}: {len(value)}" if isinstance(value, list) else f"{key} = {value}"
            self._parts.door.record(self._role, "setting_changed", detail)
            self._parts.setting_changed(key, value)

        def refused(error: Exception) -> None:
            assert isinstance(error, KioskError)
            self._values = self._values | {key: before}
            self._message = self._parts.tell(error)
            self.changed.emit()

        self._background.run(
            lambda: settings.save(self._parts.store, key, value).result(), kept, failed=refused, expected=KioskError
        )
