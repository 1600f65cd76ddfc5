"""The page of return codes, school lists and papers: cards are issued, taken back, printed; classes come in."""

import sqlite3
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.privacy.erasure import Receipt
from kiosk.staff.background import Background
from kiosk.staff.codes_issue import CodesIssue
from kiosk.staff.codes_papers import CodesPapers
from kiosk.staff.codes_posters import CodesPosters
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.roster_model import RosterModel
from kiosk.store import settings
from kiosk.takeaway.cards import ReturnCard
from kiosk.takeaway.paint_cards import card_sheets

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
DAY_MS = 86_400_000


@QmlElement
class CodesViewModel(QObject):
    """`stage`: list; seats, form, once (issuing); withdraw, receipt; roster; posters."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._background, self._role = parts, background, role
        self._issue = CodesIssue(parts, background, role, self._issued, self)
        self._papers = CodesPapers(parts, background, self)
        self._papers.out.connect(self._handed_over)
        self._posters = CodesPosters(parts, background, role, self)
        self._roster = RosterModel(parts, background, role, self._look, self)
        self._stage = "list"
        self._cards: list[ReturnCard] = []
        self._handed = self._asked = False
        self._facts: dict[str, Any] = {"codes": 0, "days": 0, "classes": 0}
        self._typed = self._message = ""
        self._receipt: Receipt | None = None

    @property
    def working(self) -> bool:
        """Whether codes are being issued."""
        return self._issue.busy_now

    def arrive(self) -> None:
        """The list; nothing of earlier cards."""
        self._forget()
        self._look()
        self._show("list")

    def stop(self) -> None:
        """Cards are shown once: whoever leaves has seen them."""
        self._forget()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(QObject, constant=True)
    def issue(self) -> QObject:
        return self._issue

    @Property(QObject, constant=True)
    def papers(self) -> QObject:
        return self._papers

    @Property(QObject, constant=True)
    def posters(self) -> QObject:
        return self._posters

    @Property(QObject, constant=True)
    def roster(self) -> QObject:
        return self._roster

    @Property(dict, notify=changed)
    def facts(self) -> dict[str, Any]:
        """`codes` in use, the `days` one lives, and the `classes` of the base."""
        return self._facts

    @Property(list, notify=changed)
    def pictures(self) -> list[dict[str, str]]:
        """The three pictures of a single card; empty when several were issued."""
        if len(self._cards) != 1:
            return []
        say = self._parts.say
        return [{"name": one, "label": say(f"privacy.picture_{one}")} for one in self._cards[0].pictures]

    @Property(int, notify=changed)
    def cards(self) -> int:
        """How many cards lie here."""
        return len(self._cards)

    @Property(bool, notify=changed)
    def sure(self) -> bool:
        """Whether the next touch lets the cards go, though nothing was printed or saved."""
        return self._asked

    @Property(str, notify=changed)
    def typed(self) -> str:
        """The number of the form to take back."""
        return self._typed

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(list, notify=changed)
    def receipt(self) -> list[str]:
        """The lines of the receipt of an erasure."""
        return self._receipt.lines(self._parts.language()) if self._receipt else []

    @Slot(str)
    def open(self, stage: str) -> None:
        """A way from the list."""
        if stage == "seats":
            self._issue.begin()
        elif stage == "roster":
            self._roster.begin()
        elif stage == "posters":
            self._posters.begin()
        self._typed = self._message = ""
        self._show(stage)

    @Slot()
    def back(self) -> None:
        """One step back; from the form to the seats."""
        if self._stage == "form":
            self._show("seats")
        else:
            self.arrive()

    @Slot()
    def primary(self) -> None:
        """The page's primary button."""
        match self._stage:
            case "seats":
                self._show("form")
            case "form":
                self._issue.issue()
            case "once" if not (self._handed or self._asked or len(self._cards) == 1):
                self._asked = True
                self.changed.emit()
            case "withdraw":
                self._withdraw()
            case _:
                self.arrive()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A key of the pad, where a card is taken back."""
        self._type((self._typed + digit)[:12] if digit.isdigit() else self._typed)

    @Slot()
    def erase(self) -> None:
        self._type(self._typed[:-1])

    @Slot()
    def clear(self) -> None:
        self._type("")

    def _type(self, number: str) -> None:
        self._typed, self._message = number, ""
        self.changed.emit()

    def _issued(self, cards: list[ReturnCard]) -> None:
        self._cards, self._handed, self._asked = cards, False, False
        language = self._parts.language()
        day = datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000)
        name = self._parts.say("codes.file_cards", day=day.strftime("%Y%m%d-%H%M"))
        self._papers.show(lambda: card_sheets(cards, language), name)
        self._look()
        self._show("once")

    def _handed_over(self, how: str) -> None:
        self._handed = True
        self._parts.door.record(self._role, f"paper_{how}", "cards")
        self.changed.emit()

    def _withdraw(self) -> None:
        keeper = self._parts.keeper
        if not self._typed or keeper is None:
            return
        form, codes = self._typed, keeper.guardian().codes

        def done(receipt: Receipt | None) -> None:
            self._receipt = receipt
            self._message = "" if receipt else self._parts.say("codes.none_of_form", form=form)
            self._look()
            self._show("receipt" if receipt else "withdraw")

        def failed(error: Exception) -> None:
            told = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_kept")
            self._message = told
            self.changed.emit()

        self._background.run(lambda: codes.withdraw(form), done, failed=failed, expected=(KioskError, sqlite3.Error))

    def _look(self) -> None:
        """What stands on the list."""

        def look() -> dict[str, Any]:
            with self._parts.store.read() as connection:
                kept = settings.read_all(connection)
                since = self._parts.clock.utc_ms() - kept["days_return_code"] * DAY_MS
                codes = connection.execute("SELECT count(*) FROM return_code WHERE issued_ms >= ?", (since,)).fetchone()
            return {"codes": codes[0], "days": kept["days_return_code"], "classes": len(kept["classes"])}

        def show(found: dict[str, Any]) -> None:
            self._facts = found
            self.changed.emit()

        self._background.run(look, show, failed=lambda _: None, expected=sqlite3.Error)

    def _forget(self) -> None:
        self._cards, self._receipt, self._asked = [], None, False
        self._typed = self._message = ""
        self._papers.forget()
        self._posters.forget()

    def _show(self, stage: str) -> None:
        self._stage = stage
        self.changed.emit()
