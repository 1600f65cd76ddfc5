"""Real screens of the staff pages, offscreen: touched by a synthetic finger, watched for warnings."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    QUrl,
)
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

import kiosk.ui.ruby_text  # noqa: F401 (registers its QML type)
from kiosk.classroom import Classroom
from kiosk.commands import sync_whole
from kiosk.core.clock import SteppedClock
from kiosk.devices.drives import FolderDrives
from kiosk.devices.qt_drives import DriveWatch
from kiosk.devices.state import DeviceState
from kiosk.packs.library import Library
from kiosk.rehearsal.finger import items
from kiosk.shell.translator import TsTranslator
from kiosk.staff.door import Door
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import TABS, Role
from kiosk.staff.staff_view_model import STAFF_QML, StaffViewModel
from kiosk.stations.all import STATIONS
from kiosk.store.store import Store
from kiosk.ui.art import ArtProvider
from tests.classroom.lan_help import free_port, net

ROOT = Path(__file__).parents[2]
QUIZZES = ROOT / "quizzes"
SCREENS = ROOT / "build" / "screens"
PINS: dict[Role, str] = {"guide": "482913", "teacher": "735014", "admin": "906132", "auditor": "271845"}
PATIENCE_MS = 30_000
"""A busy machine's disk may take seconds for one write."""
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@pytest.fixture
def clock() -> SteppedClock:
    """Noon of a Friday."""
    return SteppedClock(utc=1_795_147_200_000)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path, clock: SteppedClock) -> Iterator[Store]:
    store = Store.open(home, clock)
    yield store
    store.close()


@pytest.fixture
def fresh_door(store: Store, clock: SteppedClock) -> Door:
    """A door that nobody has set a PIN for."""
    return Door(store, clock, QUICK)


@pytest.fixture
def door(fresh_door: Door) -> Door:
    """A door with all four PINs set."""
    fresh_door.set_first_pin(PINS["admin"])
    for role in ("guide", "teacher", "auditor"):
        fresh_door.set_pin(role, PINS[role])
    return fresh_door


@cache
def finger() -> QPointingDevice:
    """The one touch panel; Qt keeps every device that was ever made."""
    return QTest.createTouchDevice()


class Screen:
    """The staff screen in a window of its own, and a finger."""

    def __init__(self, model: StaffViewModel, width: int, height: int) -> None:
        self.model = model
        self.view = QQuickView()
        self.view.engine().addImportPath(str(ROOT))
        self.view.engine().addImageProvider("art", ArtProvider())
        theme = self.view.engine().singletonInstance("kiosk.ui", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("windowWidth", width)
        theme.setProperty("windowHeight", height)
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.view.setInitialProperties({"viewModel": model})
        self.view.setSource(QUrl.fromLocalFile(str(STAFF_QML)))
        assert not self.view.errors(), self.view.errors()
        self.view.resize(width, height)
        self.view.show()
        self._device = finger()
        self.wait(self.view.isExposed)

    @property
    def page(self) -> str:
        """The open page's key."""
        return str(self.model.property("page"))

    def of_page(self, name: str) -> Any:
        """A property of the open page's view model."""
        return self.model.property("model").property(name)

    def begin(self) -> None:
        """Stand at the door anew, after its PINs were set behind the screen's back."""
        self.model.property("model").begin()

    def wait(self, condition: Callable[[], bool], milliseconds: int = PATIENCE_MS) -> None:
        """Turn the event loop until `condition` holds."""
        deadline = QDeadlineTimer(milliseconds)
        while not condition():
            assert not deadline.hasExpired(), f"it did not happen in time; the screen says {self.texts()}"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def texts(self) -> list[str]:
        """Every text that stands on the screen."""
        return [str(item.property("text")) for item in items(self.view.rootObject()) if item.property("text")]

    def frame(self) -> None:
        """Until a frame was drawn: what positioners lay out, they lay out just before one."""
        drawn: list[bool] = []
        connection = self.view.frameSwapped.connect(lambda: drawn.append(True))
        self.view.update()
        self.wait(lambda: bool(drawn))
        self.view.frameSwapped.disconnect(connection)

    def find(self, name: str) -> QQuickItem | None:
        """The visible item called `name`, delegates included."""
        todo = [self.view.rootObject()]
        while todo:
            item = todo.pop()
            if item.objectName() == name and item.isVisible():
                return item
            todo += item.childItems()
        return None

    def enter(self, role: Role) -> None:
        """Through the door with the PIN of `role`."""
        self.begin()
        self.type(PINS[role])
        self.wait(lambda: self.page != "pad")

    def touch(self, name: str) -> None:
        """Put a finger on the item called `name` once it takes it, and lift it; a page of a tab is looked for there."""
        tab = next((tab for tab, pages in TABS.items() if name.removeprefix("page-") in pages), "")
        if name.startswith("page-") and self.find(name) is None and self.find(f"tab-{tab}"):
            self.touch(f"tab-{tab}")
        self.wait(lambda: self._at(name) is not None)
        self.frame()
        item, at = self.find(name), self._at(name)
        assert item is not None and at is not None
        assert item.property("usable") is not False, f"{name} cannot be used now"
        self._settle(item)
        QTest.touchEvent(self.view, self._device).press(0, at, self.view).commit()
        QTest.touchEvent(self.view, self._device).release(0, at, self.view).commit()

    def _at(self, name: str) -> QPoint | None:
        """The middle of the item called `name`, once it stands on the screen."""
        item = self.find(name)
        if item is None:
            return None
        at = item.mapToScene(item.boundingRect().center()).toPoint()
        return at if self.view.rootObject().boundingRect().toRect().contains(at) else None

    def _settle(self, item: QQuickItem) -> None:
        """A new screen's buttons ignore the first 400 ms: let them pass."""
        taps = [tap for tap in item.findChildren(QObject) if tap.property("shownAt") is not None]
        for tap in taps:
            tap.setProperty("shownAt", 0)
            tap.setProperty("tappedAt", 0)

    def type(self, digits: str) -> None:
        """Touch one key after the other, then 确定."""
        for digit in digits:
            self.touch(f"key-{digit}")
        self.touch("ok")

    def text(self, name: str) -> str:
        """What the item called `name` shows."""
        item = self.find(name)
        return str(item.property("text")) if item else ""

    def settle(self) -> None:
        """Until the page's background work has arrived."""
        done: list[bool] = []
        self.model.background.run(lambda: None, lambda _: done.append(True))
        self.wait(lambda: bool(done))

    def wait_for(self, name: str, words: str) -> None:
        """Until the item called `name` shows `words`."""
        self.wait(lambda: words in self.text(name))

    def grab(self, name: str) -> Path:
        """Keep a picture of the screen, and give its path."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        QCoreApplication.processEvents()
        path = SCREENS / f"{name}-{self.view.width()}x{self.view.height()}.png"
        assert self.view.grabWindow().save(str(path))
        return path

    def close(self) -> None:
        """Windows go before the Python objects their bindings read."""
        self.view.close()
        self.view.setSource(QUrl())
        self.view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.model.close(wait=True)


class Stay:
    """What became of a stay behind the PIN."""

    def __init__(self) -> None:
        self.left = 0
        self.quit = 0
        self.language = "zh"
        self.settings: dict[str, Any] = {}


@pytest.fixture
def stay() -> Stay:
    return Stay()


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: QGuiApplication, stay: Stay) -> str:
    """The language of the pictures."""
    chosen: str = request.param
    stay.language = chosen
    if chosen == "en":
        translator = TsTranslator(ROOT / "assets/i18n/en.ts")
        qapp.installTranslator(translator)
        request.addfinalizer(lambda: qapp.removeTranslator(translator))
    return chosen


@pytest.fixture
def library(store: Store, clock: SteppedClock) -> Library:
    """The built-in banks, installed."""
    library = Library(store, QUIZZES, clock)
    library.ensure_built_in()
    return library


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where a folder counts as a stick as soon as it is there."""
    return tmp_path / "TEACHER"


@pytest.fixture
def drives(qapp: QGuiApplication, stick: Path) -> Iterator[DriveWatch]:
    """Only the folder `stick`."""
    watch = DriveWatch(drives=FolderDrives([stick]))
    yield watch
    watch.close()


@pytest.fixture
def classroom(store: Store, clock: SteppedClock, library: Library) -> Iterator[Classroom]:
    """The class session at this kiosk; its codes are the same in every run, its network is this machine."""
    room = Classroom(
        store, clock, "visitor", lambda: "", library.form_items, library.limit, Random(5), net(free_port())
    )
    yield room
    room.close()


@pytest.fixture
def parts(
    home: Path,
    store: Store,
    clock: SteppedClock,
    fresh_door: Door,
    stay: Stay,
    library: Library,
    drives: DriveWatch,
    classroom: Classroom,
) -> StaffParts:
    """All that the staff pages are handed."""

    def leave() -> None:
        stay.left += 1

    def end() -> None:
        stay.quit += 1

    off = DeviceState("devices.sound_off", works=False)
    return StaffParts(
        home=home,
        clock=clock,
        store=store,
        door=fresh_door,
        library=library,
        quizzes=QUIZZES,
        drives=drives,
        speech=lambda: off,
        sound=lambda: off,
        setting_changed=stay.settings.__setitem__,
        language=lambda: stay.language,
        leave=leave,
        quit=end,
        stations=STATIONS,
        classroom=classroom,
        down=lambda: sync_whole.down(home, store, clock),
    )


@pytest.fixture
def make_screen(qapp: QGuiApplication, parts: StaffParts) -> Iterator[Callable[..., Screen]]:
    """`make_screen(width, height)` opens the staff screen."""
    open_screens: list[Screen] = []

    def make(width: int = 1920, height: int = 1080) -> Screen:
        open_screens.append(Screen(StaffViewModel(parts), width, height))
        return open_screens[-1]

    yield make
    for one in open_screens:
        one.close()


@pytest.fixture
def screen(make_screen: Callable[..., Screen]) -> Screen:
    """A landscape screen."""
    return make_screen()
