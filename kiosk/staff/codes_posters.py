"""What a teacher can hang up or hand out: the poster of 承诺桥, a certificate to write a name on, a result card."""

import sqlite3
from datetime import date, datetime
from random import Random
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.packs.content import ContentShelf
from kiosk.packs.dress import dressed
from kiosk.staff.background import Background
from kiosk.staff.codes_papers import CodesPapers
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.store import pledges, settings
from kiosk.takeaway import paint, wording
from kiosk.takeaway.paint_poster import poster_sheet
from kiosk.takeaway.poster import poster
from kiosk.takeaway.town import local_number

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
KINDS = ("poster", "certificate", "card")
PAPERS = {"a4": paint.A4_MM, "a3": paint.A3_MM}


@QmlElement
class CodesPosters(QObject):
    """The choices, each a list of `{"key", "name", "chosen"}`; `papers` shows, prints and saves what they give."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._background, self._role = parts, background, role
        self._content = ContentShelf(parts.quizzes.parent / "content", parts.store)
        self._papers = CodesPapers(parts, background, self)
        self._papers.out.connect(self._note)
        self._picked = {"kind": "poster", "paper": "a4", "class": "", "station": ""}
        self._seals: tuple[str, ...] = tuple(one.key for one in parts.stations)
        self._classes: list[tuple[str, int]] = []
        self._total = 0

    def begin(self) -> None:
        """Look which classes have lit enough lanterns."""

        def look() -> tuple[list[tuple[str, int]], int]:
            with self._parts.store.read() as connection:
                return pledges.classes(connection), pledges.class_bridge(connection, "").total

        def show(found: tuple[list[tuple[str, int]], int]) -> None:
            self._classes, self._total = found
            self._picked["class"] = self._classes[0][0] if self._classes else ""
            self._picked["station"] = self._parts.stations[0].key
            self._draw()

        self._background.run(look, show, failed=lambda _: show(([], 0)), expected=sqlite3.Error)

    @Property(QObject, constant=True)
    def papers(self) -> QObject:
        return self._papers

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._picked["kind"]

    @Property(list, notify=changed)
    def kinds(self) -> list[dict[str, Any]]:
        return self._choices("kind", [(one, self._parts.say(f"codes.kind_{one}")) for one in KINDS])

    @Property(list, notify=changed)
    def sizes(self) -> list[dict[str, Any]]:
        return self._choices("paper", [(one, one.upper()) for one in PAPERS])

    @Property(list, notify=changed)
    def classes(self) -> list[dict[str, Any]]:
        """Classes with lanterns enough, and the whole base."""
        every = ("", self._parts.say("codes.whole_base"))
        return self._choices("class", [*((label, label) for label, _ in self._classes), every])

    @Property(list, notify=changed)
    def stations(self) -> list[dict[str, Any]]:
        """For a certificate the seals on it, for a card the station it is about."""
        many = self._picked["kind"] == "certificate"
        return [
            {
                "key": one.key,
                "name": self._parts.say(one.name),
                "chosen": one.key in self._seals if many else one.key == self._picked["station"],
            }
            for one in self._parts.stations
        ]

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why there is nothing to hang up yet."""
        if self._picked["kind"] == "poster" and not self._total:
            return self._parts.say("codes.too_few")
        return ""

    @Slot(str, str)
    def pick(self, what: str, key: str) -> None:
        """A choice was touched."""
        if what == "station" and self._picked["kind"] == "certificate":
            chosen = set(self._seals) ^ {key}
            self._seals = tuple(one.key for one in self._parts.stations if one.key in chosen) or self._seals
        else:
            self._picked[what] = key
        self._draw()

    def forget(self) -> None:
        """Nothing is drawn any more."""
        self._papers.forget()

    def _choices(self, what: str, named: list[tuple[str, str]]) -> list[dict[str, Any]]:
        return [{"key": key, "name": name, "chosen": key == self._picked[what]} for key, name in named]

    def _draw(self) -> None:
        if self.message:
            self._papers.forget()
        else:
            picked, seals, language = dict(self._picked), self._seals, self._parts.language()
            name = self._parts.say(f"codes.file_{picked['kind']}", day=self._day().strftime("%Y%m%d"))
            self._papers.show(lambda: [self._sheet(picked, seals, language)], name)
        self.changed.emit()

    def _sheet(self, picked: dict[str, str], seals: tuple[str, ...], language: str) -> paint.Sheet:
        if picked["kind"] == "poster":
            return self._poster(picked, language)
        if picked["kind"] == "certificate":
            words = wording.certificate(seals, language, nickname="", base=self._base(language), day=self._day())
            quiz = wording.challenge(seals, language, Random(self._day().toordinal()))
            return paint.certificate_sheet(words, quiz, language)
        files = (file.data for file in self._content.brought("numbers"))
        local = local_number(files, str(self._kept()["service_number"]), language)
        home = wording.take_home(picked["station"], language, local)
        title = self._parts.say(next(one.name for one in self._parts.stations if one.key == picked["station"]))
        return paint.card_sheet(title, (), home, wording.as_text(home, language), language)

    def _poster(self, picked: dict[str, str], language: str) -> paint.Sheet:
        with self._parts.store.read() as connection:
            lit = pledges.class_bridge(connection, picked["class"])
        text = "text_en" if language == "en" else "text"
        known = {
            one["id"]: (str(one["icon"]), str(one[text]))
            for file in reversed(self._content.brought("promises"))
            for one in file.data["promises"]
        }
        words = poster(picked["class"], lit, known, language, base=self._base(language), day=self._day())
        return poster_sheet(words, PAPERS[picked["paper"]])

    def _base(self, language: str) -> str:
        """The base's name, of its brand or its settings."""
        return dressed(self._content).name.get(language) or str(self._kept()["base_name"])

    def _kept(self) -> dict[str, Any]:
        with self._parts.store.read() as connection:
            return settings.read_all(connection)

    def _day(self) -> date:
        return datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000).date()

    def _note(self, how: str) -> None:
        """On record who made which paper."""
        self._parts.door.record(self._role, f"paper_{how}", self._picked["kind"])
