"""The page of the booth's rules: open or not, who is in charge, and how long things live.

A change is kept as a draft until it is said what follows from it: guardians agreed to the rules as they were.
"""

import sqlite3
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.booth import MODES
from kiosk.core.errors import KioskError
from kiosk.privacy.rights import TERMS, terms_version
from kiosk.staff.background import Background
from kiosk.staff.booth_forms_officer import FILE, from_sticks, posts
from kiosk.staff.consents_forms import Form, read_forms
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
SPANS = (
    "days_unreviewed",
    "months_approved",
    "days_return_code",
    "months_access_log",
    "years_register",
    "days_request",
)
"""The terms that are changed step by step here."""
OURS = ("booth_mode", "privacy_officer", *SPANS)


@QmlElement
class BoothRulesViewModel(QObject):
    """`stage`: `rules`, or `officer` while it is chosen who is in charge."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._kept: dict[str, Any] = {key: one.default for key, one in settings.SETTINGS.items()}
        self._draft = dict(self._kept)
        self._forms: list[Form] = []
        self._choosing = self._busy = False
        self._message, self._good = "", True

    working = False

    def arrive(self) -> None:
        """The rules as they are."""
        self._message, self._choosing = "", False
        self._look()

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(str, notify=changed)
    def stage(self) -> str:
        return "officer" if self._choosing else "rules"

    @Property(list, notify=changed)
    def modes(self) -> list[dict[str, Any]]:
        """The three ways of the booth: `{"key", "name", "help", "chosen"}`."""
        say, now = self._parts.say, self._draft["booth_mode"]
        return [
            {
                "key": mode,
                "name": say(f"booth_staff.mode_{mode}"),
                "help": say(f"booth_staff.mode_{mode}_help"),
                "chosen": mode == now,
            }
            for mode in MODES
        ]

    @Property(str, notify=changed)
    def officer(self) -> str:
        """Who is in charge; empty while nobody is."""
        return str(self._draft["privacy_officer"])

    @Property(list, notify=changed)
    def posts(self) -> list[dict[str, Any]]:
        """Whom one can choose: `{"key", "name", "chosen"}`."""
        return [
            {"key": str(place), "name": name, "chosen": name == self._draft["privacy_officer"]}
            for place, name in enumerate(posts())
        ]

    @Property(list, notify=changed)
    def spans(self) -> list[dict[str, Any]]:
        """How long things live: `{"key", "name", "help", "value"}`."""
        say = self._parts.say
        return [
            {
                "key": key,
                "name": say(f"booth_staff.span_{key}"),
                "help": say(f"booth_staff.span_{key}_help"),
                "value": say(f"booth_staff.span_{key.partition('_')[0]}", count=self._draft[key]),
                "atLeast": self._draft[key] <= (settings.SETTINGS[key].least or 0),
                "atMost": self._draft[key] >= (settings.SETTINGS[key].most or 0),
            }
            for key in SPANS
        ]

    @Property(bool, notify=changed)
    def dirty(self) -> bool:
        """Whether there is something to keep."""
        return self._draft != self._kept and not self._busy

    @Property(str, notify=changed)
    def consequence(self) -> str:
        """What the changes lead to; without any, what holds now."""
        say = self._parts.say
        if self._draft == self._kept:
            return say("booth_staff.rules_hold", terms=terms_version(self._kept), count=self._valid(self._kept))
        told = []
        if self._draft["booth_mode"] != self._kept["booth_mode"]:
            told.append(say(f"booth_staff.mode_{self._draft['booth_mode']}_then"))
        if any(self._draft[key] != self._kept[key] for key in TERMS) and (lost := self._lost()):
            told.append(say("booth_staff.asks_again", count=lost))
        if any(self._draft[key] < self._kept[key] for key in SPANS):
            told.append(say("booth_staff.shorter"))
        return " ".join(told) or say("booth_staff.rules_changed")

    @Property(bool, notify=changed)
    def heavy(self) -> bool:
        """Whether guardians have to be asked again."""
        return self._draft != self._kept and self._lost() > 0

    @Property(str, notify=changed)
    def officerFile(self) -> str:
        """The name of the file that a stick may bring."""
        return FILE

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Slot(str)
    def chooseMode(self, mode: str) -> None:
        self._put("booth_mode", mode)

    @Slot(str, int)
    def step(self, key: str, direction: int) -> None:
        """One more or one less, within what the setting may be."""
        if settings.SETTINGS[key].accepts(value := self._draft[key] + direction):
            self._put(key, value)

    @Slot()
    def openOfficers(self) -> None:
        """Choose who is in charge."""
        self._choosing, self._message = True, ""
        self.changed.emit()

    @Slot(str)
    def chooseOfficer(self, key: str) -> None:
        """A post of the list."""
        self._choosing = False
        self._put("privacy_officer", posts()[int(key)])

    @Slot()
    def officerFromStick(self) -> None:
        """The name in the file on the stick."""

        def show(name: str) -> None:
            self._choosing = False
            self._put("privacy_officer", name)

        sticks = list(self._parts.drives.sticks)
        self._background.run(lambda: from_sticks(sticks), show, failed=self._failed, expected=KioskError)

    @Slot()
    def back(self) -> None:
        """From the list of posts to the rules; from there everything as it was."""
        if not self._choosing:
            self._draft = dict(self._kept)
        self._choosing, self._message = False, ""
        self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """The draft holds from now on; each change is on record."""
        changes = {key: self._draft[key] for key in OURS if self._draft[key] != self._kept[key]}
        if not changes or self._busy:
            return
        self._busy = True
        self.changed.emit()

        def save() -> None:
            for key, value in changes.items():
                settings.save(self._parts.store, key, value).result()

        self._background.run(
            save, lambda _: self._saved(changes), failed=self._failed, expected=(KioskError, sqlite3.Error)
        )

    def _saved(self, changes: dict[str, Any]) -> None:
        for key, value in changes.items():
            self._parts.door.record(self._role, "setting_changed", f"{key} = {value}")
            self._parts.setting_changed(key, value)
        if self._parts.keeper:
            # Whoever was in the booth came by the rules as they were.
            self._parts.keeper.guests.leave()
        self._kept, self._busy = self._kept | changes, False
        self._message, self._good = self._parts.say("booth_staff.rules_saved"), True
        self._look()

    def _put(self, key: str, value: Any) -> None:
        self._draft = self._draft | {key: value}
        self._message = ""
        self.changed.emit()

    def _valid(self, values: dict[str, Any]) -> int:
        """How many forms hold by these rules."""
        terms = terms_version(values)
        return sum(bool(one.kinds) and one.current(terms) for one in self._forms)

    def _lost(self) -> int:
        """How many forms hold now and would not by the draft."""
        return max(0, self._valid(self._kept) - self._valid(self._draft))

    def _look(self) -> None:
        keeper = self._parts.keeper

        def work() -> tuple[dict[str, Any], list[Form]]:
            with self._parts.store.read() as connection:
                values = settings.read_all(connection)
            return values, read_forms(keeper.guardian().consents) if keeper else []

        def show(found: tuple[dict[str, Any], list[Form]]) -> None:
            self._kept, self._forms = found
            self._draft = dict(self._kept)
            self.changed.emit()

        self._background.run(work, show, failed=self._failed, expected=(KioskError, sqlite3.Error))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self._good = False
        self.changed.emit()
