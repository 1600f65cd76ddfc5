"""录示范: a teacher reads a script line by line, the whole kiosk speaks with it, it is carried out, and it goes."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import soundfile
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.broadcast.keeper import BoothKeeper
from kiosk.core.clock import SteppedClock
from kiosk.core.places import program_folder
from kiosk.devices.qt_drives import DriveWatch
from kiosk.devices.record import DeafRecorder, Recorder
from kiosk.devices.recorder import ChildRecorder
from kiosk.devices.sound import SilentPlayer
from kiosk.packs.content import ContentShelf
from kiosk.packs.pack_file import read_pack
from kiosk.packs.spoken import SpokenTexts
from kiosk.packs.studio import readings
from kiosk.shell.translator import TsTranslator
from kiosk.staff.door import Door
from kiosk.staff.parts import StaffParts
from kiosk.staff.studio_texts import next_unread
from kiosk.store import settings
from kiosk.store.store import Store

from .booth_parts import SOUNDS
from .conftest import ROOT, Screen, Stay

LINE = "大家好，这里是运河童声播报站。"
SECOND = "昨天下雨，小桥又窄又滑。"


class Post(QObject):
    """Brings a call to the screen's thread."""

    sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)


@pytest.fixture
def recorder() -> Recorder:
    """A microphone that hears our jingle, twenty times as fast as in life."""
    return ChildRecorder(f"file:20:{SOUNDS / 'booth-jingle.wav'}")


@pytest.fixture
def parts(
    parts: StaffParts, home: Path, store: Store, clock: SteppedClock, recorder: Recorder, qapp: QGuiApplication
) -> Iterator[StaffParts]:
    """All that the staff pages are handed, a booth with a microphone among it."""
    with store.read() as connection:
        values = settings.read_all(connection)
    post = Post()
    keeper = BoothKeeper(
        home, store, clock, lambda: values, recorder=recorder, player=SilentPlayer(), sounds=SOUNDS,
        post=post.sent.emit, self_test=False,
    )  # fmt: skip
    yield replace(parts, keeper=keeper)
    keeper.close()


def open_studio(screen: Screen) -> None:
    """Behind the PIN, to the page."""
    screen.enter("teacher")
    screen.touch("page-booth")
    screen.touch("door-studio")
    screen.wait(lambda: bool(screen.of_page("ready")))


def stage(screen: Screen, *stages: str) -> None:
    """Until the desk stands there."""
    reading: Any = screen.of_page("reading")
    screen.wait(lambda: reading.property("stage") in stages)


def read_one(screen: Screen) -> None:
    """Record, stop, hear, keep."""
    stage(screen, "ready")
    screen.touch("studio-record")
    stage(screen, "recording")
    reading: Any = screen.of_page("reading")
    heard: list[int] = []
    reading.levelChanged.connect(lambda: heard.append(1))
    screen.wait(lambda: len(heard) > 3)
    screen.touch("studio-record")
    stage(screen, "taken")
    screen.touch("studio-hear")
    screen.touch("studio-keep")
    stage(screen, "ready")
    screen.settle()


def test_a_teacher_reads_and_the_kiosk_speaks(
    screen: Screen, door: Door, store: Store, home: Path, stick: Path, drives: DriveWatch, clock: SteppedClock
) -> None:
    """Level, take, hear, keep, the next line by itself; published, carried out, replaced, deleted."""
    spoken = SpokenTexts(ContentShelf(program_folder() / "content", store))
    open_studio(screen)
    screen.touch("source-0")
    screen.wait(lambda: screen.text("studio-text") == LINE)
    stage(screen, "ready")
    assert screen.text("studio-advice")
    read_one(screen)
    assert screen.text("studio-text") == SECOND
    read_one(screen)
    screen.touch("studio-back")
    screen.settle()
    assert [one.text for one in readings(home)] == [LINE, SECOND]
    assert spoken.find(LINE, "zh") is None
    assert screen.of_page("sources")[0]["count"] == 2
    screen.touch("publish")
    screen.wait_for("message", "2 句")
    found = spoken.find(LINE, "zh")
    assert found
    assert found.voice == "本校老师"
    assert soundfile.info(io.BytesIO(found.sound)).format == "OGG"
    assert not screen.of_page("publishable")
    stick.mkdir()
    drives.look()
    for _ in range(2):
        screen.touch("studio-export")
        screen.wait_for("message", "写好了")
    files = sorted(stick.iterdir())
    assert [one.name for one in files] == ["老师的示范朗读 2.glow", "老师的示范朗读.glow"]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert read_pack(files[0].read_bytes()).manifest.id == "local.readings"
    assert "·" in screen.text("message")
    screen.touch("source-0")
    stage(screen, "ready")
    screen.touch("studio-before")
    screen.wait(lambda: screen.text("studio-text") == SECOND)
    screen.touch("studio-forget")
    screen.settle()
    assert [one.text for one in readings(home)] == [LINE]
    screen.touch("studio-back")
    clock.step(5_000)
    screen.touch("publish")
    screen.wait_for("message", "1 句")
    assert spoken.find(SECOND, "zh") is None
    assert spoken.find(LINE, "zh")
    screen.touch("studio-clear")
    screen.touch("studio-clear")
    screen.wait_for("message", "都删掉了")
    assert spoken.find(LINE, "zh") is None
    assert readings(home) == []
    assert not list((home / "readings").glob("*.ogg"))
    assert not any(b"voices/" in path.read_bytes() for path in (home / "packs").glob("*.pack"))
    told = [act for act, _ in _acts(store)]
    assert told[-3:] == ["readings_exported", "readings_published", "readings_cleared"]


@pytest.mark.parametrize("recorder", [DeafRecorder()], ids=["deaf"])
def test_without_a_microphone_a_sentence_says_so(screen: Screen, door: Door) -> None:
    """Nothing can be recorded; the way back is there."""
    open_studio(screen)
    screen.touch("source-0")
    stage(screen, "trouble")
    assert "没有找到话筒" in screen.text("studio-advice")
    record = screen.find("studio-record")
    assert record and record.property("usable") is False
    screen.touch("studio-back")
    screen.wait(lambda: screen.find("source-0") is not None)


def test_only_who_may_comes_in(screen: Screen, door: Door) -> None:
    """A guide leads children; voices of the base are a teacher's."""
    screen.enter("guide")
    screen.touch("page-booth")
    screen.settle()
    assert screen.find("door-studio") is None


def test_the_next_that_nobody_has_read() -> None:
    assert next_unread("abc", [True, False, False], 0) == 1
    assert next_unread("abc", [False, True, True], 1) == 0
    assert next_unread("abc", [True, True, True], 1) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_it_can_be_looked_at(
    make_screen: Callable[..., Screen], door: Door, stay: Stay, qapp: QGuiApplication, size: tuple[int, int],
    language: str, request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    """List and desk in every layout, both languages."""
    stay.language = language
    if language == "en":
        translator = TsTranslator(ROOT / "assets/i18n/en.ts")
        qapp.installTranslator(translator)
        request.addfinalizer(partial(qapp.removeTranslator, translator))
    screen = make_screen(*size)
    open_studio(screen)
    screen.grab(f"staff-studio-{language}")
    screen.touch("kind-bank")
    screen.settle()
    screen.grab(f"staff-studio-banks-{language}")
    screen.touch("kind-script")
    screen.touch("source-3")
    stage(screen, "ready")
    screen.grab(f"staff-studio-desk-{language}")
    screen.touch("studio-back")


def _acts(store: Store) -> list[tuple[str, str]]:
    """What staff did, by the journal."""
    import json

    store.flush(5)
    with store.read() as connection:
        rows = connection.execute("SELECT body FROM journal_entry WHERE kind = 'staff_acted' ORDER BY position")
        return [(body["act"], body["detail"]) for body in (json.loads(row[0]) for row in rows)]
