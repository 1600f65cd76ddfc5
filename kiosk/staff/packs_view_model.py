"""The page where a teacher brings quiz banks from a stick, and sees what is installed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.devices.drives import Stick
from kiosk.packs.check import Checked, check_file
from kiosk.packs.families import load_families
from kiosk.packs.shelf import Shelved
from kiosk.staff.background import Background
from kiosk.staff.bringing import Brought, bring, list_errors
from kiosk.staff.errors_shelf import ErrorsShelf
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.long_work import LongWork
from kiosk.staff.mend_model import MendModel
from kiosk.staff.pad_view_model import PadViewModel
from kiosk.staff.parts import StaffParts
from kiosk.staff.preview_model import PreviewModel
from kiosk.staff.report_model import ReportModel
from kiosk.staff.roles import Role, pages_of
from kiosk.staff.shelf_model import ShelfModel
from kiosk.staff.stick_model import StickModel

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
PIN_HOLDS_MS = 120_000
"""Whoever installs must be the one who came in: a PIN that was entered longer ago is asked for again."""
TICK_MS = 250


@QmlElement
class PacksViewModel(QObject):
    """`stage`: `list` (what is installed, what lies on the stick), `busy` (long work), `report` (on one file),
    `preview` (its items as children see them), `pin` (asked again before it is installed), `mend` (by tap).
    """

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._stage = "list"
        self._message = ""
        self._good = True
        self._lists = ErrorsShelf(parts.home)
        self._shelf = ShelfModel(parts, background, role, self._end, self)
        self._work = LongWork(background, self)
        self._stick = StickModel(parts, background, self)
        self._report = ReportModel(parts, self)
        self._preview = PreviewModel(parts, self)
        self._mend = MendModel(parts, self)
        self._pad = PadViewModel(parts, background, self._confirmed, again=True, parent=self)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self._pad.tick)
        parts.drives.changed.connect(self.changed)

    @property
    def working(self) -> bool:
        """Whether a file is being checked or installed."""
        return self._stage == "busy"

    def arrive(self) -> None:
        """See what is installed and what lies on the stick."""
        if self._stage == "list":
            self._message = ""
            self._shelf.forget()
        self._shelf.look()
        self._stick.look()

    def stop(self) -> None:
        """Give up what runs; nothing of it remains."""
        self._work.giveUp()
        self._preview.end()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(LongWork, constant=True)
    def work(self) -> LongWork:
        return self._work

    @Property(StickModel, constant=True)
    def stick(self) -> StickModel:
        return self._stick

    @Property(ReportModel, constant=True)
    def report(self) -> ReportModel:
        return self._report

    @Property(PreviewModel, constant=True)
    def preview(self) -> PreviewModel:
        return self._preview

    @Property(MendModel, constant=True)
    def mend(self) -> MendModel:
        return self._mend

    @Property(PadViewModel, constant=True)
    def pad(self) -> PadViewModel:
        return self._pad

    @Property(ShelfModel, constant=True)
    def shelf(self) -> ShelfModel:
        return self._shelf

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Property(int, notify=changed)
    def listsWaiting(self) -> int:
        """How many lists of errors found no stick yet."""
        return len(self._lists.waiting())

    @Property(bool, notify=changed)
    def canHandOver(self) -> bool:
        """Whether a stick is in that takes them."""
        return any(map(self._lists.may_write, self._parts.drives.sticks))

    @Slot(int)
    def choose(self, index: int) -> None:
        """Check the file with this place among those of the stick."""
        file = self._stick.file(index)
        families = load_families(self._parts.quizzes)
        today = datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000).date()
        library = self._parts.library

        def work(progress: Progress) -> Checked:
            return library.compared(check_file(file.path, families, today, progress.step), progress.step)

        def show(checked: Checked) -> None:
            self._report.show(checked, file)
            self._go("report")

        self._begin("staff.checking", work, show, name=file.path.name)

    @Slot()
    def showPreview(self) -> None:
        """The good items as children will see them; where there is none, or no station shows any, on to installing."""
        checked = self._report.checked
        if checked is None or checked.bank is None:
            return
        items = [item for item in checked.bank.items if item.playable]
        if items and self._preview.possible:
            self._preview.begin(items)
            self._go("preview")
        else:
            self.install()

    @Slot()
    def install(self) -> None:
        """Install what is good of the checked file, once the PIN was entered lately."""
        self._preview.end()
        if self._parts.clock.monotonic_ms() - self._parts.door.opened_ms < PIN_HOLDS_MS:
            self._install()
            return
        self._pad.begin()
        self._ticker.start()
        self._go("pin")

    @Slot()
    def listErrors(self) -> None:
        """Write the rows to mend onto the stick, without installing anything."""
        checked = self._report.checked
        assert checked is not None
        stick, language = self._source(), self._parts.language()

        def show(brought: Brought) -> None:
            self._report.tell(
                self._parts.say(f"staff.errors_{brought.errors}", name=brought.name), brought.errors != "lost"
            )
            self._go("report")

        self._begin("staff.listing", lambda _: list_errors(self._lists, checked, language, stick), show)

    @Slot()
    def handOver(self) -> None:
        """Write the lists that wait onto the first stick that takes them."""
        stick = next(filter(self._lists.may_write, self._parts.drives.sticks))
        say = self._parts.say

        def show(names: list[str]) -> None:
            self._end(say("staff.lists_handed", name=names[-1] if names else "", count=len(names)), True)

        self._begin("staff.listing", lambda _: self._lists.hand_over(stick), show)

    @Slot()
    def back(self) -> None:
        """One step back: from the preview and the PIN to the report, else to the list."""
        self._preview.end()
        self._ticker.stop()
        if self._stage in ("preview", "pin"):
            self._go("report")
            return
        self._report.show(None)
        self._end("", True)

    @Slot(str)
    def mendBank(self, pack: str) -> None:
        """Give items of a bank what they lack, by tap."""

        def show(items: Any) -> None:
            if items:
                self._mend.begin(pack, items)
                self._go("mend")

        self._background.run(lambda: self._parts.library.unfinished(pack), show)

    @Slot()
    def saveMended(self) -> None:
        """Keep what was tapped, as a further version of the bank."""
        pack, given = self._mend.pack, dict(self._mend.given)
        done = "pack_mended"

        def show(row: Shelved) -> None:
            self._did(done, f"{row.id} {row.version} ({len(given)})", f"staff.{done}", count=len(given))

        self._begin("staff.mending", lambda _: self._parts.library.complete(pack, given), show)

    def _confirmed(self, role: Role) -> None:
        """The PIN was entered again; it must be one that may be here."""
        self._ticker.stop()
        if "packs" in pages_of(role):
            self._install()
        else:
            self._pad.refuse(self._parts.say("staff.pin_not_for_packs"))

    def _install(self) -> None:
        checked = self._report.checked
        assert checked is not None and checked.bank is not None
        stick, parts, listed = self._source(), self._parts, self._report.listed

        def work(progress: Progress) -> Brought:
            return bring(parts.library, self._lists, checked, parts.language(), stick, progress, listed=listed)

        self._begin("staff.installing", work, self._installed, count=checked.report.stored)

    def _installed(self, brought: Brought) -> None:
        row = brought.row
        assert row is not None
        self._report.show(None)
        more = self._parts.say(f"staff.errors_{brought.errors}", name=brought.name) if brought.errors else ""
        self._did(
            "pack_installed",
            f"{row.id} {row.version} ({row.items})",
            "staff.pack_installed" if row.items else "staff.pack_brought",
            title=self._shelf.title(row),
            count=row.playable,
            more=more,
        )

    def _source(self) -> Stick | None:
        """The stick that the file lies on, while it is in."""
        file = self._report.file
        return self._stick.stick_of(file) if file else None

    def _did(self, act: str, detail: str, words: str, **params: Any) -> None:
        self._parts.door.record(self._role, act, detail)
        self._end(self._parts.say(words, **params), True)
        self._shelf.look()

    def _begin(self, words: str, work: Callable[[Progress], Any], then: Callable[[Any], None], **params: Any) -> None:
        self._work.run(self._parts.say(words, **params), work, then, self._failed)
        self._go("busy")

    def _failed(self, error: KioskError | GivenUp) -> None:
        if isinstance(error, KioskError):
            self._end(self._parts.tell(error), False)
        else:
            self._end(self._parts.say("staff.given_up"), True)

    def _end(self, message: str, good: bool) -> None:
        self._message = message
        self._good = good
        self._shelf.forget()
        self._go("list")

    def _go(self, stage: str) -> None:
        self._stage = stage
        self.changed.emit()
