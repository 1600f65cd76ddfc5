"""The page of approved works: by theme, to hear, take off the wall, or carry out on a stick."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.devices.stick_writing import StickWriter
from kiosk.privacy.guardian import DOWN_REASON
from kiosk.privacy.page_token import page_token
from kiosk.staff.background import Background
from kiosk.staff.codes_papers import CodesPapers
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.long_work import LongWork
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.takes_player import TakePlayer
from kiosk.staff.takes_shown import Kept, kept, shown, theme
from kiosk.store import settings
from kiosk.takeaway import code, paint, wording

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class WorksViewModel(QObject):
    """`works` are those of the chosen theme. Only works that may be published go onto a stick, each on record; and have
    a card with a code for parents, where the kiosk's hub has pages for them.
    """

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._player = TakePlayer(parts, background, self)
        self._player.changed.connect(self.changed)
        self._work = LongWork(background, self)
        self._work.changed.connect(self.changed)
        self._card = CodesPapers(parts, background, self)
        self._showing = self._linked = ""
        self._writer = StickWriter()
        self._kept: list[Kept] = []
        self._theme = self._asked = self._message = ""
        self._good = True
        parts.drives.changed.connect(self.changed)

    @property
    def working(self) -> bool:
        """Whether works are being written, or heard."""
        return bool(self._work.running or self._player.now)

    def arrive(self) -> None:
        """See what there is."""
        self._message = self._asked = ""
        self.putCardAway()
        self._look()

    def stop(self) -> None:
        """Silence, and no half file."""
        self._player.hush()
        self._work.giveUp()

    @Property(TakePlayer, constant=True)
    def player(self) -> TakePlayer:
        return self._player

    @Property(QObject, constant=True)
    def card(self) -> QObject:
        """The card that is shown."""
        return self._card

    @Property(bool, notify=changed)
    def carding(self) -> bool:
        """Whether a work's card is shown."""
        return bool(self._showing)

    @Property(bool, notify=changed)
    def linked(self) -> bool:
        """Whether there are pages for parents to which a code leads."""
        return bool(self._linked)

    @Property(LongWork, constant=True)
    def work(self) -> LongWork:
        return self._work

    @Property(list, notify=changed)
    def themes(self) -> list[dict[str, Any]]:
        """All, and each theme that has a work: `{"key", "name", "chosen"}`."""
        say = self._parts.say
        keys = sorted({one.take.theme or "free" for one in self._kept})
        names = [("", say("booth_staff.theme_all")), *((key, theme(key, say)) for key in keys)]
        return [{"key": key or "all", "name": name, "chosen": key == self._theme} for key, name in names]

    @Property(list, notify=changed)
    def works(self) -> list[dict[str, Any]]:
        """The works of the theme, whose term ends first at the top."""
        now = self._parts.clock.utc_ms()
        return [
            shown(one, now, self._parts.say)
            | {"asked": one.take.id == self._asked, "playing": one.take.id == self._player.now}
            for one in self._chosen()
        ]

    @Property(int, notify=changed)
    def publishable(self) -> int:
        """How many of them may leave the base."""
        return len(self._leaving())

    @Property(bool, notify=changed)
    def stickIn(self) -> bool:
        """Whether a stick is in that can be written."""
        return any(self._writer.may_write(stick) for stick in self._parts.drives.sticks)

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Slot(str, str)
    def pick(self, what: str, key: str) -> None:
        """Another theme."""
        self._theme = "" if key == "all" else key
        self._asked = ""
        self.changed.emit()

    @Slot(str)
    def play(self, key: str) -> None:
        """Hear a work, or be quiet when it plays."""
        keeper = self._parts.keeper
        if keeper is None or self._player.now == key:
            self._player.hush()
            return
        take, desk = next(one.take for one in self._kept if one.take.id == key), keeper.desk()
        on_wall = take.release != "keep"
        self._message = ""
        self._player.play(
            key,
            take.seconds,
            lambda done: desk.play(key, done) if on_wall else desk.listen(key, self._role, "review", done),
            self._failed,
        )

    @Slot(str)
    def showCard(self, key: str) -> None:
        """The card of a work that may be published: its code leads to the work's page."""
        keeper, one = self._parts.keeper, next((one for one in self._leaving() if one.take.id == key), None)
        if keeper is None or one is None or not self._linked:
            return
        guardian, language, url = keeper.guardian(), self._parts.language(), self._linked
        title = one.take.title or theme(one.take.theme, self._parts.say)

        def sheets() -> list[paint.Sheet]:
            link = code.link(url, page_token(guardian.takes.files(key).key))
            return [paint.card_sheet(title, (), wording.work_home(language, {}), link, language)]

        self._player.hush()
        self._showing = key
        self._card.show(sheets, self._parts.say("codes.file_card", day=key))
        self.changed.emit()

    @Slot()
    def putCardAway(self) -> None:
        """Back to the list."""
        self._card.forget()
        self._showing = ""
        self.changed.emit()

    @Slot(str)
    def takeDown(self, key: str) -> None:
        """Off the wall and back to review; the second touch does it."""
        if self._asked != key:
            self._asked = key
            self.changed.emit()
            return
        self._player.hush()
        assert self._parts.keeper
        guardian = self._parts.keeper.guardian()
        self._background.run(
            lambda: guardian.review(key, "held", self._role, (DOWN_REASON,)),
            lambda _: self._did("booth_staff.did_taken_down"),
            failed=self._failed,
            expected=(KioskError, sqlite3.Error),
        )

    @Slot()
    def export(self) -> None:
        """Write every work of the theme that may leave the base to the stick, as MP3."""
        keeper, takes = self._parts.keeper, [one.take.id for one in self._leaving()]
        stick = next((one for one in self._parts.drives.sticks if self._writer.may_write(one)), None)
        if keeper is None or not takes:
            return
        if stick is None:
            self._message, self._good = self._parts.say("booth_staff.no_stick"), False
            self.changed.emit()
            return
        desk = keeper.desk()

        def write(progress: Progress) -> int:
            try:
                with self._writer.opened(stick) as folder:
                    for place, take in enumerate(takes):
                        progress.step(place, len(takes))
                        desk.export(take, self._role, folder)
            except OSError as error:
                raise KioskError("booth_staff.stick_refused", repr(error)) from error
            return len(takes)

        self._player.hush()
        self._message = ""
        self._work.run(
            self._parts.say("booth_staff.exporting"),
            write,
            lambda count: self._did("booth_staff.did_export", count=count, stick=stick.label),
            self._failed,
        )

    @Slot()
    def hush(self) -> None:
        """The page goes off the screen."""
        self._player.hush()

    def _chosen(self) -> Sequence[Kept]:
        return [one for one in self._kept if self._theme in ("", one.take.theme or "free")]

    def _leaving(self) -> Sequence[Kept]:
        return [one for one in self._chosen() if one.take.release == "publish" and "publish" in one.agreed]

    def _did(self, code: str, **params: object) -> None:
        self._message, self._good = self._parts.say(code, **params), True
        self._asked = ""
        self._look()

    def _look(self) -> None:
        keeper = self._parts.keeper
        if keeper is not None:
            guardian = keeper.guardian()
            store = self._parts.store

            def look() -> tuple[list[Kept], str]:
                with store.read() as connection:
                    url = str(settings.read_all(connection)["take_home_url"])
                return kept(guardian, "approved"), url

            self._background.run(look, self._show, failed=self._failed, expected=(KioskError, sqlite3.Error))

    def _show(self, found: tuple[list[Kept], str]) -> None:
        self._kept, self._linked = found
        if self._theme and not self._chosen():
            self._theme = ""
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, KioskError):
            self._message = self._parts.tell(error)
        else:
            self._message = self._parts.say(
                "booth_staff.export_given_up" if isinstance(error, GivenUp) else "staff.not_read"
            )
        self._good, self._asked = False, ""
        self.changed.emit()
