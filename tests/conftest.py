"""A real screen for every test that wants one, offscreen; and no warning or lost exception passes unseen."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.app import Devices, Kiosk
from kiosk.core.clock import ShiftedClock
from kiosk.core.events import Origin
from kiosk.devices.sound import SilentPlayer
from kiosk.devices.speech import SilentSpeech
from kiosk.rehearsal.finger import Finger, hurried
from kiosk.rehearsal.report import Warnings

SCREENS = Path(__file__).parents[1] / "build" / "screens"
LONGEST = (
    "test_tour_command",
    "test_shell_taking",
    "test_staff_pictures",
    "test_anti_fraud_screen",
    "test_anti_fraud_pictures",
)
"""Files that take a minute or more."""
MEMORY = Path("/dev/shm")
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= 1 << 30:
    # Hundreds of homes are made, each with a database that is synced to the disk again and again.
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first: the workers end together then."""
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """Qt Quick needs no widgets."""
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    return QGuiApplication


@pytest.fixture(autouse=True)
def silent_pass() -> Iterator[None]:
    """A Qt or QML warning or an exception in a slot fails the test."""
    warnings = Warnings()
    yield
    warnings.stop()
    assert not warnings.texts, "\n".join(warnings.texts)


@pytest.fixture
def memory_of_this_test() -> Iterator[None]:
    """`gc` looks at nothing older than this test: in a worker that ran a thousand others one look took seconds."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def mount_place() -> Iterator[Path]:
    """A folder where what is mounted counts as a stick; below /dev, where `tmp_path` may be, nothing does."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        yield Path(name)


@pytest.fixture
def clock() -> ShiftedClock:
    return ShiftedClock()


MakeKiosk = Callable[..., tuple[Kiosk, Finger]]


@pytest.fixture
def make_kiosk(qapp: QCoreApplication, tmp_path: Path, clock: ShiftedClock) -> Iterator[MakeKiosk]:
    """`make_kiosk(size, seed)`: a whole kiosk on screen over a real store in a home of its own, and a finger."""
    made: list[Kiosk] = []

    def make(
        size: tuple[int, int] = (1920, 1080),
        *,
        seed: int = 1,
        origin: Origin = "visitor",
        home: Path | None = None,
        sticks: tuple[Path, ...] = (),
    ) -> tuple[Kiosk, Finger]:
        devices = Devices(SilentSpeech(), SilentPlayer())
        kiosk = Kiosk(
            home or tmp_path / "home", devices, clock=clock, random=Random(seed), origin=origin, sticks=sticks
        )
        made.append(kiosk)
        kiosk.library.ensure_built_in()
        kiosk.show(windowed=True, size=size)
        finger = hurried(kiosk.engine, kiosk.window)
        finger.wait(kiosk.window.isExposed, "the window")
        return kiosk, finger

    yield make
    for kiosk in made:
        kiosk.close()
