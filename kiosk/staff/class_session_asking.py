"""What is asked before a class session, and what there is to choose from. Qt-free."""

from dataclasses import replace
from typing import Any

from kiosk.classroom import Asked, Classroom
from kiosk.staff.class_session_choices import MOST_PRESENT, Say, choices, picked, show_fit, toggled
from kiosk.staff.parts import StaffParts
from kiosk.store import settings


class Asking:
    """The choices of one stay behind the PIN; `places` is how many children this screen bears at once."""

    def __init__(self) -> None:
        self.asked = Asked("")
        self.places = 4
        self._classes: list[str] = []
        self._packs: list[tuple[str, str]] = []
        self._sets: list[str] = []

    def look(self, parts: StaffParts, room: Classroom) -> None:
        """See which classes, banks and forms there are. Raises sqlite3.Error."""
        with parts.store.read() as connection:
            self._classes = list(settings.read_all(connection)["classes"])
        english = parts.language() == "en"
        self._packs = [
            (one.id, (english and one.title_en) or one.title)
            for one in parts.library.installed()
            if one.state == "active" and one.playable
        ]
        self._sets = list(room.sets())
        if self.asked.class_label not in ("", *self._classes):
            self.asked = replace(self.asked, class_label="")

    def pick(self, what: str, key: str) -> None:
        """A class, a bank to play from or not, a plan, a time box or a set of forms."""
        if what == "class":
            self.asked = replace(self.asked, class_label=key)
        elif what == "pack":
            self.asked = toggled(self.asked, key)
        else:
            self.asked = picked(self.asked, what, key)

    def all_packs(self) -> None:
        """Play from all banks."""
        self.asked = replace(self.asked, packs=())

    def set_present(self, count: int) -> None:
        """So many children are here; 0: nobody counted."""
        self.asked = replace(self.asked, present=min(count, MOST_PRESENT))

    def rows(self, say: Say) -> dict[str, Any]:
        """The rows of choices."""
        return choices(say, self.asked, self._sets)

    def in_words(self, say: Say) -> dict[str, str]:
        """Class, children present and packs."""
        one = self.asked
        return {
            "class": one.class_label or say("classroom.no_class"),
            "present": say("classroom.present", count=one.present) if one.present else say("classroom.present_none"),
            "packs": say("classroom.packs_some", count=len(one.packs)) if one.packs else say("classroom.packs_all"),
        }

    def fit(self, say: Say) -> list[dict[str, Any]]:
        """Whether the class fits its time."""
        return show_fit(say, self.asked, self.places)

    def classes(self, say: Say) -> list[dict[str, Any]]:
        """The closed list, and a session without a class."""
        return [
            {"key": one, "name": one or say("classroom.no_class"), "chosen": one == self.asked.class_label}
            for one in ("", *self._classes)
        ]

    def packs(self) -> list[dict[str, Any]]:
        """The banks that children can play from; none chosen means all."""
        return [{"key": key, "name": name, "chosen": key in self.asked.packs} for key, name in self._packs]
