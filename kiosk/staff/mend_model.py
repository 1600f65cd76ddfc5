"""Items of a base's own files that lack an explanation, a family or a nature: given by a tap, one item at a time."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.item import NATURES, Item
from kiosk.packs.families import load_families
from kiosk.packs.suggest import suggestions
from kiosk.staff.parts import StaffParts

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
TABS = ("explanation", "family", "nature")
JUDGED = ("judge", "cues", "chat")
"""Kinds whose nature is part of the question: it came with the item, and other answers hang on it."""


@QmlElement
class MendModel(QObject):
    """`given` by item id and field holds what was tapped; nothing is kept before the page saves it."""

    changed = Signal()

    def __init__(self, parts: StaffParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._items: Sequence[Item] = ()
        self._place = 0
        self._tab = TABS[0]
        self.pack = ""
        self.given: dict[str, dict[str, str]] = {}

    def begin(self, pack: str, items: Sequence[Item]) -> None:
        """Start with the first of `items` of `pack`."""
        self.pack, self._items, self._place, self.given = pack, items, 0, {}
        self._tab = self._open_tab()
        self.changed.emit()

    @Property(int, notify=changed)
    def number(self) -> int:
        """Which item is shown, from 1."""
        return self._place + 1

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._items)

    @Property(int, notify=changed)
    def touched(self) -> int:
        """How many items would be changed."""
        return len(self.given)

    @Property(str, notify=changed)
    def stem(self) -> str:
        return self._item.stem if self._items else ""

    @Property(list, notify=changed)
    def lines(self) -> list[dict[str, Any]]:
        """The message and the options: `text`, and whether it is `right`."""
        if not self._items:
            return []
        item = self._item
        parts = item.message.parts if item.message else ()
        message = [{"text": part.text or part.title, "right": False} for part in parts]
        return message + [{"text": option.text, "right": option.key in item.right} for option in item.options]

    @Property(list, notify=changed)
    def tabs(self) -> list[dict[str, Any]]:
        """What can be given: `key`, `name`, whether it is `done` and `open`."""
        return [
            {
                "key": tab,
                "name": self._parts.say(f"staff.mend_{tab}"),
                "done": bool(self._value(tab)),
                "open": tab == self._tab,
            }
            for tab in self._shown_tabs()
        ]

    @Property(bool, notify=changed)
    def sentences(self) -> bool:
        """Whether the choices of the open tab are whole sentences."""
        return self._tab == "explanation"

    @Property(list, notify=changed)
    def choices(self) -> list[dict[str, Any]]:
        """What can be tapped in the open tab: `key`, `name`, whether it is `chosen`."""
        if not self._items:
            return []
        value = self._value(self._tab)
        return [{"key": key, "name": name, "chosen": key == value} for key, name in self._offered()]

    @Slot(str)
    def open(self, tab: str) -> None:
        """Show another tab."""
        self._tab = tab
        self.changed.emit()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Take a choice of the open tab; a second touch takes it back. Then what is still missing is asked."""
        item, tab = self._item, self._tab
        fields = self.given.setdefault(item.id, {})
        if fields.get(tab) == key:
            del fields[tab]
        elif getattr(item, tab) != key:
            fields[tab] = key
            if not self.forAll:
                self._tab = self._open_tab()
        if not fields:
            del self.given[item.id]
        self.changed.emit()

    @Property(str, notify=changed)
    def forAll(self) -> str:
        """The family of this item, while others of the bank lack one and could have it too; empty otherwise."""
        value = self._value("family")
        if self._tab != "family" or not value or not self._without_family():
            return ""
        return next((name for key, name in self._offered() if key == value), "")

    @Slot()
    def chooseForAll(self) -> None:
        """Give the family of this item to all that have none."""
        value = self._value("family")
        for item in self._without_family():
            self.given.setdefault(item.id, {})["family"] = value
        self._tab = self._open_tab()
        self.changed.emit()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Go `by` items on, or back."""
        self._place = (self._place + by) % len(self._items)
        self._tab = self._open_tab()
        self.changed.emit()

    def _without_family(self) -> list[Item]:
        """The items that neither have nor were given a family."""
        return [one for one in self._items if not one.family and "family" not in self.given.get(one.id, {})]

    @property
    def _item(self) -> Item:
        return self._items[self._place]

    def _value(self, field: str) -> str:
        """What the item has or was given."""
        if not self._items:
            return ""
        return self.given.get(self._item.id, {}).get(field) or str(getattr(self._item, field))

    def _shown_tabs(self) -> list[str]:
        judged = bool(self._items) and self._item.kind in JUDGED
        return [tab for tab in TABS if not (tab == "nature" and judged)]

    def _open_tab(self) -> str:
        """The first tab that has nothing yet; the family comes first, since it decides what is suggested."""
        order = ("family", "explanation", "nature")
        return next((tab for tab in order if tab in self._shown_tabs() and not self._value(tab)), TABS[0])

    def _offered(self) -> list[tuple[str, str]]:
        language = self._parts.language()
        if self._tab == "family":
            families = load_families(self._parts.quizzes)
            return [(one.id, one.name_en if language == "en" else one.name) for one in families]
        if self._tab == "nature":
            return [(nature, self._parts.say(f"staff.nature_{nature}")) for nature in NATURES]
        offered = suggestions(self._item, self._value("family"), self._value("nature"), self._language_of_item())
        own = self._item.explanation
        return [(text, text) for text in dict.fromkeys((*([own] if own else ()), *offered))]

    def _language_of_item(self) -> str:
        """An explanation is read by children: in the item's language, not in the screen's."""
        return "en" if self._item.stem.isascii() else "zh"
