"""The keys whose packs this base takes: the admin adds them from a stick by their eight words, and removes them."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.packs import trust
from kiosk.packs.keys import read_public, words
from kiosk.packs.plain import clean
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.stick_model import StickModel
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
ENDINGS = frozenset((".pub",))
NAME = 40
"""Characters of a key's name: that of the file it is from."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the base trusts now."""

    keys: Sequence[trust.TrustedKey] = ()
    unsigned: bool = False


@QmlElement
class KeysViewModel(QObject):
    """`stage`: `list`, or `compare` while the words of a key from the stick are held against its maker's."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._known = Known()
        self._stick = StickModel(parts, background, self, ENDINGS, "staff.keys_stick_empty")
        self._key = self._name = self._asked = self._message = ""
        self._good = True

    working = False

    def arrive(self) -> None:
        """See whom the base trusts and what lies on the stick."""
        self._key = self._asked = self._message = ""
        self._look()
        self._stick.look()

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(str, notify=changed)
    def stage(self) -> str:
        return "compare" if self._key else "list"

    @Property(StickModel, constant=True)
    def stick(self) -> StickModel:
        return self._stick

    @Property(list, notify=changed)
    def keys(self) -> list[dict[str, Any]]:
        """Each trusted key: whose it is, its words, since when, and whether it was asked once to remove it."""
        return [
            {
                "key": one.key,
                "name": one.name or self._parts.say("staff.key_unnamed"),
                "words": self._words(one.key),
                "since": f"{datetime.fromtimestamp(one.added_ms / 1000):%Y-%m-%d}",
                "asked": one.key == self._asked,
            }
            for one in self._known.keys
        ]

    @Property(bool, notify=changed)
    def unsigned(self) -> bool:
        """Whether packs that nobody signed may come in."""
        return self._known.unsigned

    @Property(str, notify=changed)
    def name(self) -> str:
        """Whose key is being compared, by its file."""
        return self._name

    @Property(list, notify=changed)
    def compared(self) -> list[str]:
        """The eight words of the key that is being compared."""
        return self._words(self._key) if self._key else []

    @Property(bool, notify=changed)
    def here(self) -> bool:
        """Whether the key that is being compared is trusted already."""
        return any(one.key == self._key for one in self._known.keys)

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Slot(int)
    def choose(self, index: int) -> None:
        """Show the words of the key in the file with this place on the stick."""
        path = self._stick.file(index).path

        def show(key: str) -> None:
            self._key = key
            self._name = clean(path.stem)[:NAME]
            self._message = ""
            self.changed.emit()

        self._asked = ""
        self._work(lambda: read_public(path), show)

    @Slot()
    def add(self) -> None:
        """The words are the same: trust that key."""
        key, name, now = self._key, self._name, self._parts.clock.utc_ms()
        self._work(lambda: trust.add(self._parts.store, key, name, now), lambda _: self._did("key_added", name, key))

    @Slot(str)
    def remove(self, key: str) -> None:
        """Trust a key no more; the second touch does it."""
        if self._asked != key:
            self._asked, self._message = key, ""
            self.changed.emit()
            return
        name = next(one.name for one in self._known.keys if one.key == key)
        self._work(lambda: trust.remove(self._parts.store, key), lambda _: self._did("key_removed", name, key))

    @Slot()
    def toggleUnsigned(self) -> None:
        """Let packs without a trusted signature in, or keep them out."""
        allowed = not self._known.unsigned

        def kept(_: None) -> None:
            self._parts.door.record(self._role, "setting_changed", f"{trust.UNSIGNED} = {allowed}")
            self._parts.setting_changed(trust.UNSIGNED, allowed)
            self._tell(f"staff.unsigned_{'allowed' if allowed else 'refused'}")

        self._work(lambda: settings.save(self._parts.store, trust.UNSIGNED, allowed).result(), kept)

    @Slot()
    def back(self) -> None:
        """The words differ, or somebody changed their mind."""
        self._key = self._message = ""
        self.changed.emit()

    def _words(self, key: str) -> list[str]:
        language = self._parts.language()
        return words(key, language).split("·" if language == "zh" else "-")

    def _did(self, act: str, name: str, key: str) -> None:
        self._parts.door.record(self._role, act, f"{name} {words(key, 'zh')}")
        self._tell(f"staff.{act}", name=name or self._parts.say("staff.key_unnamed"))

    def _tell(self, code: str, **params: str) -> None:
        self._key = self._asked = ""
        self._message, self._good = self._parts.say(code, **params), True
        self._look()

    def _look(self) -> None:
        def work() -> Known:
            with self._parts.store.read() as db:
                return Known(trust.trusted(db), bool(settings.read_all(db)[trust.UNSIGNED]))

        def show(known: Known) -> None:
            self._known = known
            self.changed.emit()

        self._work(work, show)

    def _work(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def failed(error: Exception) -> None:
            told = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_kept")
            self._message, self._good = told, False
            self._key = self._asked = ""
            self.changed.emit()

        self._background.run(work, then, failed=failed, expected=(KioskError, sqlite3.Error))
