"""The page of the base's settings, changed by touch alone."""

import logging
import sqlite3
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.devices.record_names import microphones
from kiosk.packs.content import ContentShelf
from kiosk.packs.dress import BUILT_IN, OURS
from kiosk.staff.background import Background
from kiosk.staff.classes import CLASSES, GRADES, label, sorted_labels
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.setting_steps import GROUPS, ICONS, shown, stepped
from kiosk.staff.settings_hours import SettingsHours
from kiosk.staff.settings_stick import SettingsStick
from kiosk.staff.settings_today import today
from kiosk.store import settings
from kiosk.sync import link

log = logging.getLogger(__name__)

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SettingsViewModel(QObject):
    """`rows` are the settings of `group` with their present value; every change is kept at once and put on record.

    `stage`: `rows`, or one of `classes`, `hours`, `volumes` and `stick`, which have pictures of their own.
    """

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._values: dict[str, Any] = {key: setting.default for key, setting in settings.SETTINGS.items()}
        self._message = self._hub = ""
        self._group = next(iter(GROUPS))
        self._stage = "rows"
        self._microphones: list[str] = []
        self._brands: dict[str, str] = {}
        self._grade = 3
        self._hours = SettingsHours(parts, self._values_of, self._keep, self)
        self._stick = SettingsStick(parts, background, role, lambda: self._values, self)
        self._stick.applied.connect(self._read)
        self.changed.connect(self._hours.changed)

    @property
    def working(self) -> bool:
        """Whether settings are being taken from a stick or written to it."""
        return self._stick.is_busy

    def arrive(self) -> None:
        """Read the present values, and what can be chosen."""
        self._stage, self._message = "rows", ""
        self._read()
        self._stick.arrive()
        self._background.run(microphones, self._heard_of)
        self._background.run(self._look_around, self._seen, failed=self._unseen, expected=(KioskError, sqlite3.Error))

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(QObject, constant=True)
    def hours(self) -> QObject:
        return self._hours

    @Property(QObject, constant=True)
    def stick(self) -> QObject:
        return self._stick

    @Property(list, notify=changed)
    def groups(self) -> list[dict[str, Any]]:
        """The groups of settings, and the service stick: `{"key", "name", "icon", "chosen"}`."""
        icons = {**ICONS, "stick": "usb-stick"}
        now = "stick" if self._stage == "stick" else self._group
        return [
            {"key": key, "name": self._parts.say(f"staff.settings_{key}"), "icon": icon, "chosen": key == now}
            for key, icon in icons.items()
        ]

    @Property(str, notify=changed)
    def group(self) -> str:
        return self._group

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """Each setting: key, name, help, kind (`choice`, `switch`, `step`, `next`, `open`), and how it stands."""
        return [
            {
                "key": key,
                "name": self._parts.say(f"staff.setting_{key}"),
                "help": self._parts.say(settings.SETTINGS[key].help),
                "kind": kind,
                "on": self._values[key] is True,
                "value": shown(key, self._values[key], self._parts.say, self._brands),
                "options": self._options(key) if kind == "choice" else [],
            }
            for key, kind in GROUPS[self._group].items()
        ]

    @Property(list, notify=changed)
    def now(self) -> list[dict[str, str]]:
        """What the settings mean today: each `{"icon", "text"}`."""
        moment = datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000)
        return today(self._values, self._hub, moment, self._parts.say)

    @Property(list, notify=changed)
    def facts(self) -> list[str]:
        """What is set by a service stick or the command line only: shown, not changed here."""
        say = self._parts.say
        keys = ("base_name", "service_number", "marker_folder")
        unset = say("staff.setting_unset")
        told = [say(f"staff.setting_{key}_is", value=self._values[key] or unset) for key in keys]
        return [*told, say("staff.setting_hub_is", value=self._hub or unset)]

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

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
        found = {"microphone": ("", *self._microphones), "branding": ("", OURS, *self._brands)}
        choices = found.get(key, settings.SETTINGS[key].choices)
        # A microphone that was pulled out, a pack that was removed: no choice any more.
        self._keep(key, choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0])

    @Slot(str)
    def open(self, key: str) -> None:
        """The picture in which the setting `key` is changed."""
        self._go({"classes": "classes", "opening_hours": "hours", "volume_by_hour": "volumes"}[key])

    @Slot(str)
    def chooseGroup(self, key: str) -> None:
        """Another group of settings, or the service stick."""
        if key in GROUPS:
            self._group = key
        self._go("rows" if key in GROUPS else "stick")

    @Slot()
    def back(self) -> None:
        """From a picture to the settings."""
        self._go("rows")

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

    def _go(self, stage: str) -> None:
        self._stage, self._message = stage, ""
        self.changed.emit()

    def _values_of(self, key: str) -> Any:
        return self._values[key]

    def _read(self) -> None:
        """The values as they are kept."""
        try:
            with self._parts.store.read() as connection:
                self._values = settings.read_all(connection)
        except sqlite3.Error:
            self._message = self._parts.say("staff.not_read")
        self.changed.emit()

    def _look_around(self) -> tuple[dict[str, str], str]:
        """The packs that bring a brand, by id with its name; and the hub's address."""
        content = ContentShelf(program_folder() / "content", self._parts.store)
        brands = [one for one in content.brought("branding") if one.pack != BUILT_IN]
        tie = link.read(self._parts.home)
        return {one.pack: one.data.get("name", {}).get("zh") or one.pack for one in brands}, tie.url if tie else ""

    def _seen(self, found: tuple[dict[str, str], str]) -> None:
        self._brands, self._hub = found
        self.changed.emit()

    def _unseen(self, failure: Exception) -> None:
        """Health says what is the matter; here brands and hub stay unknown."""
        log.warning("brands and hub cannot be read: %r", failure)

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
