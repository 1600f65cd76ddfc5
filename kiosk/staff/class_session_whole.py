"""全班模式: one message large for the whole class; the guide enters how many hands went up for each answer."""

import sqlite3
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.classroom.attempt import JUDGEMENTS
from kiosk.classroom.choice import class_form
from kiosk.classroom.rules import Session
from kiosk.core.events import ClassCounted
from kiosk.forms.shown import LOOKS
from kiosk.staff.parts import StaffParts
from kiosk.stations.anti_fraud import paged_column
from kiosk.stations.anti_fraud.message import show_message
from kiosk.stations.station import BankItem
from kiosk.store import class_sessions

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
QML_TYPES = (paged_column,)
"""Modules that only have to be imported so that their QML types exist."""
DIGITS = 2
"""No class has a hundred children."""


@QmlElement
class ClassWholeViewModel(QObject):
    """The form of the session's present part, item by item. `explaining`: answers are shown, which only the last test
    allows. Raises KioskError `classroom.no_forms` when it is made and there are none.
    """

    changed = Signal()

    def __init__(self, parts: StaffParts, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        assert parts.classroom is not None
        self._parts = parts
        self._room = parts.classroom
        self._session = session
        self._form = class_form(session.code, session.moment)
        self._items = self._room.forms(session).items(self._form)
        self._counts = self._read_counts()
        self._at = next((at for at, one in enumerate(self._items) if one.item.id not in self._counts), 0)
        self._typed: dict[str, str] = {}
        self._field = JUDGEMENTS[0]
        self._explaining = False
        self._fresh = True
        self._load()

    @Property(str, notify=changed)
    def place(self) -> str:
        return self._parts.say("classroom.whole_place", number=self._at + 1, total=len(self._items))

    @Property(dict, notify=changed)
    def item(self) -> dict[str, Any]:
        """The message with its stem; explained, also what it is and why."""
        item = self._bank.item
        assert item.message is not None
        return {
            "stem": item.stem,
            "message": show_message(item.message),
            "right": self._parts.say(f"classroom.judge_{item.right[0]}") if self._explaining else "",
            "explanation": item.explanation if self._explaining else "",
        }

    @Property(list, notify=changed)
    def options(self) -> list[dict[str, Any]]:
        """Each answer with what was entered for it, and whether the pad writes there now."""
        return [
            {
                "key": key,
                "name": self._parts.say(f"classroom.judge_{key}"),
                "tone": LOOKS[key][0],
                "icon": LOOKS[key][1],
                "count": self._typed.get(key, ""),
                "now": key == self._field and not self._explaining,
                "right": self._explaining and key in self._bank.item.right,
            }
            for key in JUDGEMENTS
        ]

    @Property(str, notify=changed)
    def total(self) -> str:
        """How many hands there are in all, beside how many children there are."""
        hands = sum(self._numbers())
        present = self._session.asked.present
        if present and hands > present:
            return self._parts.say("classroom.whole_too_many", hands=hands, present=present)
        return self._parts.say(
            "classroom.whole_hands" if present else "classroom.whole_sum", hands=hands, present=present
        )

    @Property(bool, notify=changed)
    def tooMany(self) -> bool:
        return 0 < self._session.asked.present < sum(self._numbers())

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether something stands for every answer."""
        return self._whole()

    @Property(bool, notify=changed)
    def explaining(self) -> bool:
        return self._explaining

    @Property(bool, notify=changed)
    def mayExplain(self) -> bool:
        """Once the whole form of the last test is counted: before, an answer would spoil it."""
        return self._tested()

    @Property(int, notify=changed)
    def counted(self) -> int:
        return len(self._counts)

    @Property(bool, notify=changed)
    def last(self) -> bool:
        return self._at == len(self._items) - 1

    @Slot(str)
    def write(self, key: str) -> None:
        """The pad writes the count of this answer from now on."""
        if key in JUDGEMENTS and not self._explaining:
            self._field = key
            self._fresh = True
            self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A key of the pad. The first digit takes the place of what stood there."""
        before = "" if self._fresh else self._typed.get(self._field, "")
        self._typed[self._field] = (digit if len(before) >= DIGITS else before + digit).lstrip("0") or "0"
        self._fresh = False
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed[self._field] = self._typed.get(self._field, "")[:-1]
        self._fresh = False
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._typed[self._field] = ""
        self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Record the counts and go on; the last one stays. An earlier count of this item is corrected by it."""
        if not self._whole():
            return
        counts = tuple(self._numbers())
        if self._counts.get(self._bank.item.id) != counts:
            self._room.count(self._form, self._bank, JUDGEMENTS, counts)
            self._counts[self._bank.item.id] = counts
        self.step(1)

    @Slot(int)
    def step(self, steps: int) -> None:
        """Go to another message; at either end it stays."""
        self._at = max(0, min(len(self._items) - 1, self._at + steps))
        self._load()

    @Slot()
    def explain(self) -> None:
        """Show answers and reasons from the first message on, or go back to counting."""
        if not (self._explaining or self._tested()):
            return
        self._explaining = not self._explaining
        self._at = 0
        self._load()

    @property
    def _bank(self) -> BankItem:
        return self._items[self._at]

    def _tested(self) -> bool:
        return self._session.moment in ("post", "booster") and len(self._counts) == len(self._items)

    def _whole(self) -> bool:
        return all(self._typed.get(key) for key in JUDGEMENTS) and sum(self._numbers()) > 0

    def _numbers(self) -> list[int]:
        return [int(self._typed.get(key) or 0) for key in JUDGEMENTS]

    def _load(self) -> None:
        known = self._counts.get(self._bank.item.id)
        self._typed = {key: str(count) for key, count in zip(JUDGEMENTS, known, strict=True)} if known else {}
        self._field = JUDGEMENTS[0]
        self._fresh = True
        self.changed.emit()

    def _read_counts(self) -> dict[str, tuple[int, ...]]:
        """What was counted before, e.g. before staff left the page."""
        found: dict[str, tuple[int, ...]] = {}
        try:
            with self._parts.store.read() as connection:
                facts = list(class_sessions.own_facts(connection, self._session.id))
        except sqlite3.Error:
            return found
        for one in facts:
            event = one.event
            if isinstance(event, ClassCounted) and (event.moment, event.form) == (self._session.moment, self._form):
                found[event.item] = tuple(event.counts)
        return found
