"""Behind the PIN: who is inside, which page is open, and when nobody is there any more."""

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.staff.background import Background
from kiosk.staff.booth_forms_rules import BoothRulesViewModel
from kiosk.staff.breach_view_model import BreachViewModel
from kiosk.staff.class_report_view_model import ClassReportViewModel
from kiosk.staff.class_session_view_model import ClassSessionViewModel
from kiosk.staff.codes_view_model import CodesViewModel
from kiosk.staff.consents_view_model import ConsentsViewModel
from kiosk.staff.export_view_model import ExportViewModel
from kiosk.staff.health_view_model import HealthViewModel
from kiosk.staff.keys_view_model import KeysViewModel
from kiosk.staff.ledger_view_model import LedgerViewModel
from kiosk.staff.log_view_model import LogViewModel
from kiosk.staff.packs_view_model import PacksViewModel
from kiosk.staff.pad_view_model import PadViewModel
from kiosk.staff.page import Page, PageType
from kiosk.staff.parts import StaffParts
from kiosk.staff.people_view_model import PeopleViewModel
from kiosk.staff.privacy_papers_view_model import PrivacyPapersViewModel
from kiosk.staff.privacy_view_model import PrivacyViewModel
from kiosk.staff.quality_view_model import QualityViewModel
from kiosk.staff.requests_view_model import RequestsViewModel
from kiosk.staff.review_view_model import ReviewViewModel
from kiosk.staff.roles import INNER, Role, may_open, may_quit, pages_of, tabs_of
from kiosk.staff.settings_view_model import SettingsViewModel
from kiosk.staff.sheets_view_model import SheetsViewModel
from kiosk.staff.sound_test_view_model import SoundTestViewModel
from kiosk.staff.studio_view_model import StudioViewModel
from kiosk.staff.sync_view_model import SyncViewModel
from kiosk.staff.takes_accesses import AccessesViewModel
from kiosk.staff.takes_view_model import TakesViewModel
from kiosk.staff.terms_view_model import TermsViewModel
from kiosk.staff.today_view_model import TodayViewModel
from kiosk.staff.touch_test_view_model import TouchTestViewModel
from kiosk.staff.update_view_model import UpdateViewModel
from kiosk.staff.works_view_model import WorksViewModel

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
STAFF_QML = Path(__file__).parent / "StaffScreen.qml"
IDLE_MS = 180_000
TICK_MS = 250
INPUTS = frozenset(
    [
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.KeyPress),
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel),
    ]
)
ICONS = {
    "today": "calendar",
    "booth": "microphone",
    "class": "class",
    "packs": "box",
    "codes": "tag",
    "export": "export",
    "ledger": "tag",
    "settings": "gear",
    "people": "people-three",
    "privacy": "shield-lock",
    "health": "wrench",
    "log": "clock",
    "evidence": "flag",
}
PAGE_TYPES: dict[str, PageType] = {
    "today": TodayViewModel,
    "class": ClassSessionViewModel,
    "report": ClassReportViewModel,
    "quality": QualityViewModel,
    "sheets": SheetsViewModel,
    "packs": PacksViewModel,
    "codes": CodesViewModel,
    "export": ExportViewModel,
    "ledger": LedgerViewModel,
    "settings": SettingsViewModel,
    "keys": KeysViewModel,
    "update": UpdateViewModel,
    "people": PeopleViewModel,
    "log": LogViewModel,
    "health": HealthViewModel,
    "sync": SyncViewModel,
    "touch_test": TouchTestViewModel,
    "sound_test": SoundTestViewModel,
    "booth": TakesViewModel,
    "consents": ConsentsViewModel,
    "review": ReviewViewModel,
    "works": WorksViewModel,
    "booth_rules": BoothRulesViewModel,
    "studio": StudioViewModel,
    "accesses": AccessesViewModel,
    "privacy": PrivacyViewModel,
    "requests": RequestsViewModel,
    "privacy_papers": PrivacyPapersViewModel,
    "terms": TermsViewModel,
    "breach": BreachViewModel,
}


@QmlElement
class StaffViewModel(QObject):
    """One stay behind the PIN; made when the hidden corner is held. `page` is `pad` or one of `roles.PAGES`.

    `left` comes, and `parts.leave` is called, when staff are done or nobody has touched anything for three minutes.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parts: StaffParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.background = Background(self)
        self._role: Role | None = None
        self._page = "pad"
        self._pad = PadViewModel(parts, self.background, self._enter, parent=self)
        self._model: QObject = self._pad
        self._models: dict[str, Page] = {}
        self._touched_at = parts.clock.monotonic_ms()
        self._gone = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(QObject, notify=changed)
    def model(self) -> QObject:
        """The open page's own view model."""
        return self._model

    @Property(str, notify=changed)
    def roleName(self) -> str:
        return self._parts.say(f"staff.role_{self._role}") if self._role else ""

    @Property(list, notify=changed)
    def tabs(self) -> list[dict[str, Any]]:
        """The tabs of this role's bar: name, icon, whether the open page stands in it, and its pages likewise. `key`
        is the page's own where there is but one."""
        place = self._place()
        return [
            self._tab(pages[0] if len(pages) == 1 else tab, place in pages)
            | {"pages": [self._tab(page, page == place) for page in pages]}
            for tab, pages in (tabs_of(self._role) if self._role else {}).items()
        ]

    def _place(self) -> str:
        """The page's place in the bar: its own, or that of the page that leads to it."""
        if self._role is not None and self._page in pages_of(self._role):
            return self._page
        return INNER.get(self._page, self._page)

    def _tab(self, key: str, here: bool) -> dict[str, Any]:
        return {"key": key, "name": self._parts.say(f"staff.page_{key}"), "icon": ICONS[key], "here": here}

    @Property(bool, notify=changed)
    def mayQuit(self) -> bool:
        return self._role is not None and may_quit(self._role)

    @Slot(str)
    def open(self, page: str) -> None:
        """Go to `page`, if this role may."""
        if self._role is None or not may_open(self._role, page):
            return
        if page not in self._models:
            self._models[page] = PAGE_TYPES[page](self._parts, self.background, self._role, self)
        self._models[page].arrive()
        self._model = cast(QObject, self._models[page])
        self._page = page
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the children's screen."""
        self._go("left")

    @Slot()
    def quit(self) -> None:
        """End the program; only the admin may."""
        if self.mayQuit:
            self._go("quit", self._parts.quit)

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._touched_at = self._parts.clock.monotonic_ms()

    def scanned(self, text: str) -> None:
        """A scanner typed: for the open page, if it listens."""
        self.touched()
        hear = getattr(self._model, "scanned", None)
        if hear is not None:
            hear(text)

    @Slot(QObject)
    def watch(self, window: QObject) -> None:
        """Take every input of `window` as a sign of life, also where nothing is to be touched."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never takes an event away."""
        if event.type() in INPUTS:
            self.touched()
        return False

    def tick(self) -> None:
        """Let waiting times run down; leave when nobody is there. Long work counts as somebody."""
        if any(page.working for page in self._models.values()):
            self.touched()
        if self._parts.clock.monotonic_ms() - self._touched_at >= IDLE_MS:
            self._go("idle")
        elif self._model is self._pad:
            self._pad.tick()

    def close(self, *, wait: bool = False) -> None:
        """Give up the work that still runs; called when leaving, and (with `wait`) when the program ends meanwhile."""
        self._gone = True
        self._timer.stop()
        for page in self._models.values():
            page.stop()
        self.background.close(wait=wait)

    def _enter(self, role: Role) -> None:
        self._role = role
        self.open(pages_of(role)[0])

    def _go(self, act: str, then: Any = None) -> None:
        if self._gone:
            return
        if self._role is not None:
            self._parts.door.record(self._role, act)
        self.close()
        self.left.emit()
        (then or self._parts.leave)()
