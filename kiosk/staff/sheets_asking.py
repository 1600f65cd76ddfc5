"""What is printed for whom: the choices of the sheets' page. Qt-free."""

from random import SystemRandom
from typing import Any

from kiosk.classroom import PLANS, Classroom, Session
from kiosk.classroom.rules import CODE_DIGITS, FORM_MOMENTS
from kiosk.classroom.sheets_printing import IN_TURN, WAYS, Way, forms_of, sheet_codes
from kiosk.core.answer_sheet import SheetCode, items_digits
from kiosk.core.item import Item
from kiosk.staff.parts import StaffParts

COUNTS = (20, 30, 40, 50)
USUAL = 40


class SheetsAsking:
    """`session` is the class that runs or was last, `None` before the first. For the next one a code is drawn, which is
    typed in when that class begins."""

    def __init__(self, parts: StaffParts, room: Classroom) -> None:
        self._parts, self._room = parts, room
        self.session: Session | None = None
        self.moment = "pre"
        self.way: Way = "booklet"
        self.count = USUAL
        self.next_code = ""

    def look(self) -> None:
        """See which class there is."""
        session = self._room.now or self._room.last
        if session != self.session:
            self.session = session
            self.next_code = ""
            self.moment = session.moment if session and session.testing else (self._moments() or ("pre",))[0]
            self.count = session.asked.present if session and session.asked.present else USUAL
        if session is None or session.ended:
            self._draw_next()

    @property
    def code(self) -> str:
        """The class's code on the sheets."""
        return self.next_code or (self.session.code if self.session else "")

    def pick(self, what: str, key: str) -> None:
        """Choose which class, test, way or how many."""
        if what == "which":
            self.next_code = ""
            if key == "next":
                self._draw_next()
            self.moment = self.moment if self.moment in self._moments() else (self._moments() or ("pre",))[0]
        elif what == "moment" and key in self._moments():
            self.moment = key
        elif what == "way" and key in WAYS:
            self.way = "screen" if key == "screen" else "booklet"
        elif what == "count" and key.isdigit():
            self.count = int(key)

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of choices, each a list of `{"key", "name", "chosen"}`."""
        say = self._parts.say
        which = [("next", say("sheets.which_next"))]
        if self.session and self._plans(self.session):
            which.insert(0, ("now", say("sheets.which_now", number=self.session.code)))
        present = self.session.asked.present if self.session else 0
        # As many as there is room for on one line.
        counts = sorted({present, *COUNTS[1:]}) if present else COUNTS
        return {
            "which": self._row(which, "next" if self.next_code else "now"),
            "moment": self._row([(one, say(f"classroom.moment_{one}")) for one in self._moments()], self.moment),
            "way": self._row([(one, say(f"sheets.way_{one}")) for one in WAYS], self.way),
            "count": self._row([(str(one), say("sheets.count", count=one)) for one in counts], str(self.count)),
        }

    def wanted(self) -> tuple[list[SheetCode], dict[str, list[Item]], bool]:
        """The sheets to print, each form's items, and whether booklets belong to them.

        Raises KioskError `classroom.no_forms`.
        """
        sets = self._room.forms_named(self.session.asked.forms if self.session and not self.next_code else "")
        forms = forms_of(self.moment, self.way, self.code)
        digits = {form: items_digits(one.hash for one in sets.items(form)) for form in forms}
        codes = sheet_codes(self.code, self.moment, forms, self.count, digits, SystemRandom())
        return codes, {form: [one.item for one in sets.items(form)] for form in forms}, self.way == "booklet"

    def _draw_next(self) -> None:
        taken = self.session.code if self.session else ""
        free = (str(SystemRandom().randrange(10 ** (CODE_DIGITS - 1), 10**CODE_DIGITS)) for _ in range(9))
        self.next_code = next(one for one in free if one != taken)

    def _moments(self) -> tuple[str, ...]:
        if self.next_code or self.session is None:
            return tuple(IN_TURN)
        return self._plans(self.session)

    @staticmethod
    def _plans(session: Session) -> tuple[str, ...]:
        return tuple(one for one in PLANS[session.asked.plan] if one in FORM_MOMENTS)

    @staticmethod
    def _row(choices: list[tuple[str, str]], chosen: str) -> list[dict[str, Any]]:
        return [{"key": key, "name": name, "chosen": key == chosen} for key, name in choices]
