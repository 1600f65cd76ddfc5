"""The composition root of the screen: the only module that knows everything."""

import gc
import sys

if __name__ == "__main__":
    gc.disable()  # until the first frame: looking through what is being loaded finds nothing, and costs 15 ms
    # Shiboken loads numpy wherever it is installed, at the first list it is handed: 12 MB that nothing here uses.
    # hashlib takes OpenSSL wherever that is: 4 MB for what Python's own hashes do, too.
    sys.modules["numpy"] = sys.modules["_hashlib"] = None  # type: ignore[assignment]

import argparse
import logging
import os
import signal
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QSocketNotifier, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.broadcast.keeper import BoothKeeper
from kiosk.broadcast.wall import TakeWall
from kiosk.classroom import Classroom
from kiosk.core.bridge import Bridge
from kiosk.core.clock import Clock, SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.events import Event, Origin, VisitEnded
from kiosk.core.hours import loudness
from kiosk.core.places import default_home, program_folder
from kiosk.core.programs import FAULT, LEFT
from kiosk.core.visit import Visit
from kiosk.core.words import say
from kiosk.devices.drives import system_drives
from kiosk.devices.printer import Printer, SilentPrinter
from kiosk.devices.record import DeafRecorder, Recorder
from kiosk.devices.screen_power import ScreenPower, SilentScreen, system_screen
from kiosk.devices.sound import SoundPlayer
from kiosk.devices.speech import Speech
from kiosk.devices.stick_printer import ChosenPrinter, StickPrinter
from kiosk.forms.lesson import Lesson
from kiosk.forms.parts import FormParts
from kiosk.packs.content import ContentShelf
from kiosk.packs.covers import motifs
from kiosk.packs.dress import Dress, dressed
from kiosk.packs.library import Library
from kiosk.packs.rater import Rater
from kiosk.packs.spoken import SpokenTexts
from kiosk.packs.suited import SuitedItems
from kiosk.packs.texts import TextKeeper
from kiosk.privacy.returns import ClassReturns
from kiosk.shell.keys import KeyGuard
from kiosk.shell.lifeline import Lifeline
from kiosk.shell.parts import ShellParts
from kiosk.shell.screen_thread import ScreenThread
from kiosk.shell.shell_view_model import ShellViewModel
from kiosk.shell.snapshot import SnapshotFile
from kiosk.shell.texts import ShellTexts
from kiosk.shell.touch import AnyTouch, TouchLock
from kiosk.shell.translator import TsTranslator
from kiosk.stations.all import STATIONS
from kiosk.store import Store, StoreState, pledges, queries, settings
from kiosk.sync.link import is_enrolled
from kiosk.ui import ruby_text
from kiosk.ui.art import ArtProvider
from kiosk.ui.brought import BroughtProvider
from kiosk.ui.family import load_family

if TYPE_CHECKING:
    from kiosk.sync.courier import Courier
    from kiosk.sync.down import Down

log = logging.getLogger(__name__)
MINUTE_MS = 60_000
QML_TYPES = (ruby_text,)
"""Modules that only have to be imported so that their QML types exist."""


@dataclass(frozen=True, slots=True)
class Devices:
    """The outside world that the screen is handed."""

    speech: Speech
    player: SoundPlayer
    recorder: Recorder = field(default_factory=DeafRecorder)
    printer: Printer = field(default_factory=SilentPrinter)
    screen: ScreenPower = field(default_factory=SilentScreen)
    self_test: bool = False
    """Whether the microphone is tested each morning, with a tone that can be heard."""


def real_devices(home: Path, *, library: str = "", self_test: bool = True) -> Devices:
    """The machine's own sound, voice and microphone; a rehearsal has another microphone (`library`) and no test."""
    from kiosk.devices.child_player import ChildPlayer
    from kiosk.devices.child_printer import ChildPrinter
    from kiosk.devices.child_speech import ChildSpeech
    from kiosk.devices.recorder import ChildRecorder

    player = ChildPlayer(program_folder() / "assets" / "sounds")
    return Devices(
        ChildSpeech(home, player),
        player,
        ChildRecorder(library),
        ChildPrinter(home / "printing"),
        system_screen(QGuiApplication.platformName()),
        self_test,
    )


class Kiosk:
    """One composed screen over one opening of the store. Needs a QGuiApplication; `close` it before that ends."""

    def __init__(
        self,
        home: Path,
        devices: Devices,
        *,
        clock: Clock | None = None,
        random: Random | None = None,
        origin: Origin = "visitor",
        sticks: tuple[Path, ...] = (),
    ) -> None:
        self.quizzes = program_folder() / "quizzes"
        self._sticks = sticks
        self.clock = clock or SystemClock()
        self.stations = STATIONS
        self.devices = devices
        self.home = home
        self.store = Store.open(home, self.clock, origin=origin)
        self.library = Library(self.store, self.quizzes, self.clock, lambda: self._thread.post(self._dress))
        self.content = ContentShelf(program_folder() / "content", self.store)
        devices.speech.use_recorded(SpokenTexts(self.content).find)
        self.rater = Rater(self.store)
        self._thread = ScreenThread()
        self._dressed: Dress | None = None
        self._closed = False
        self._settings = self._read_settings()
        self._generation = self.store.state().generation
        self.keeper = BoothKeeper(
            home, self.store, self.clock, lambda: self._settings, recorder=devices.recorder, player=devices.player,
            sounds=program_folder() / "assets" / "sounds", post=self._thread.post, self_test=devices.self_test,
        )  # fmt: skip
        self.wall = TakeWall(
            store=self.store, guardian=self.keeper.guardian, desk=self.keeper.desk, player=devices.player,
            settings=lambda: self._settings, motifs=lambda: motifs(self.content), post=self._thread.post,
        )  # fmt: skip
        self.keeper.replay()
        self.store.on_change(lambda state: self._thread.post(lambda: self._store_changed(state)))
        self._preparing: threading.Thread | None = None
        self._courier: Courier | None = None
        self._door: Any = None
        self._drives: Any = None
        self._printer = ChosenPrinter(
            devices.printer,
            StickPrinter(lambda: system_drives(sticks).sticks(), self._sheet_name),
            lambda: self.setting("printer") == "stick",
        )
        random = random or Random()
        self.classroom = Classroom(
            self.store, self.clock, origin, lambda: str(self._settings["base_name"]),
            self.library.form_items, self.library.limit, random,
            returns=partial(ClassReturns, self.store, lambda: self.keeper.guardian().codes),
        )  # fmt: skip
        self.lesson = Lesson(self._form_parts(origin))
        self.shell = ShellViewModel(self._parts(random, origin))
        self._translator: TsTranslator | None = None
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(program_folder()))
        self._art = ArtProvider()
        self.engine.addImageProvider("art", self._art)
        self.engine.addImageProvider("takeaway", self.shell.taking_now.pictures)
        self.engine.addImageProvider("brought", BroughtProvider(self.content.picture, self._art))
        theme = self.engine.singletonInstance("kiosk.ui", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("family", load_family())
        self.engine.setInitialProperties({"viewModel": self.shell})
        self._dress()
        # Packs may come from the command line too: whoever looks at a new screen sees them.
        self.shell.screenChanged.connect(self._dress)
        self.shell.switches.languageChanged.connect(self._translate)
        self._translate()
        self.engine.load(QUrl.fromLocalFile(str(program_folder() / "kiosk/shell/Main.qml")))
        roots = self.engine.rootObjects()
        if not roots:
            raise RuntimeError("Main.qml did not load; Qt's messages say why")
        self.window: QQuickWindow = roots[0]  # type: ignore[assignment]
        AnyTouch(self.window).touched.connect(self.shell.touched)
        TouchLock(self.window, self.shell.resting)
        self._minute = QTimer(self.window, interval=MINUTE_MS)
        self._minute.timeout.connect(self._look_at_settings)
        self._minute.start()
        self._adjust_volume()
        self.shell.come_back()
        self.classroom.resume()
        self._keys: KeyGuard | None = None

    def show(self, *, windowed: bool, size: tuple[int, int] | None) -> None:
        """Open the window: full screen, or `size` pixels (default 1280x720) when `windowed`."""
        screen = self.window.screen().geometry()
        self._keys = KeyGuard(self.window, keep_full=not (windowed or size))
        self._keys.scanned.connect(self.shell.scanned)
        self._keys.scanned.connect(self.lesson.scanned)
        if windowed or size:
            width, height = size or (1280, 720)
            self.window.setGeometry(QRect(screen.x(), screen.y(), width, height))
            self.window.show()
        else:
            # Without a window manager FullScreen does not resize: the geometry comes from the screen.
            self.window.setGeometry(screen)
            self.window.showFullScreen()

    def prepare(self) -> None:
        """What can wait until the first frame stands: the built-in banks, off the screen's thread."""
        self.shell.look_at_wall()
        if self._preparing:
            self._preparing.join()
        self._preparing = threading.Thread(target=self._install_built_in, name="built-in banks")
        self._preparing.start()

    def _install_built_in(self) -> None:
        try:
            self.library.ensure_built_in()
        except KioskError:
            # The machine's fault, and staff see it among the checks; children play what is installed.
            log.exception("the built-in banks were not installed")
        self.keeper.soon()
        self._thread.post(self._send)

    def _send(self) -> None:
        """Have the courier send what was recorded; a kiosk without a hub pays one look at the disk for it."""
        if not self._settings["hub_sending"]:
            self._stop_sending()
        elif self._courier is None and not self._closed and is_enrolled(self.home):
            from kiosk.sync.courier import Courier

            self._courier = Courier(
                self.home, self.store, self.clock, Random(), renamed=self.keeper.replay, down=self._down()
            )
            self._courier.start()
        elif self._courier:
            self._courier.soon()

    def _down(self) -> "Down":
        """What the hub may have done here; the screen hears of settings."""
        from kiosk.sync.down import Down
        from kiosk.sync.down_settings import ROLE

        def changed(key: str, value: Any) -> None:
            self._thread.post(lambda: self._setting_changed(key, value))

        return Down(
            self.home, self.store, self.clock, guardian=self.keeper.guardian, library=lambda: self.library,
            mp3=lambda take: self.keeper.desk().mp3(take, ROLE), changed=changed,
        )  # fmt: skip

    def _stop_sending(self) -> None:
        if self._courier:
            self._courier.close()
            self._courier = None

    def close(self) -> None:
        """Destroy the window before the objects its bindings read, then the devices and the store."""
        self.shell.shut()
        self.lesson.close()
        self.shell.switches.languageChanged.disconnect(self._translate)
        self.shell.screenChanged.disconnect(self._dress)
        self._closed = True
        if self._keys:
            self._keys.release()
        if self._translator:
            QGuiApplication.removeTranslator(self._translator)
        self.window.close()
        del self.window
        self.engine.clearSingletons()
        self.engine.deleteLater()
        QGuiApplication.sendPostedEvents(None, 52)  # 52 is QEvent.DeferredDelete: the engine goes now
        if self._preparing:
            self._preparing.join()
        self._stop_sending()
        self.classroom.close()
        if self._drives:
            self._drives.close()
        self.devices.speech.close()
        self._printer.close()
        self.wall.close()
        self.devices.player.close()
        self.devices.screen.close()
        self.keeper.close()
        self.rater.close()
        self.store.close()

    def _parts(self, random: Random, origin: Origin) -> ShellParts:
        return ShellParts(
            clock=self.clock,
            random=random,
            origin=origin,
            stations=self.stations,
            items=lambda ages: SuitedItems(self.library, ages) if ages else self.library,
            content=self.content,
            keep_text=TextKeeper(self.store).keep,
            booth=self.keeper.booth,
            wall=lambda: self.wall,
            returns=partial(ClassReturns, self.store, lambda: self.keeper.guardian().codes),
            bridge=self._bridge,
            thread=self._thread,
            texts=ShellTexts(program_folder() / "content"),
            speech=self.devices.speech,
            printer=self._printer,
            play=self.devices.player.play,
            silence=self.devices.player.set_muted,
            record=self._record,
            lanterns_today=self._lanterns_today,
            setting=self.setting,
            staff_qml=program_folder() / "kiosk/staff/StaffScreen.qml",
            make_staff=self._make_staff,
            snapshot=SnapshotFile(self.home / "visit.json", self.clock),
            voices=self.keeper.guests.voices,
            screen=self.devices.screen,
            lesson=self.lesson,
        )

    def _form_parts(self, origin: Origin) -> FormParts:
        """The shell knows language and mute; it is made after this, and asked later."""
        return FormParts(
            room=self.classroom,
            clock=self.clock,
            record=self._record,
            visit=lambda id_: Visit(id_, origin),
            returns=partial(ClassReturns, self.store, lambda: self.keeper.guardian().codes),
            say=lambda code, **params: say(code, self.shell.switches.now.language, **params),
            play=self.devices.player.play,
            read=self._read_anew,
        )

    def _read_anew(self, text: str) -> None:
        """Read `text` aloud, whatever is being read for another child."""
        self.shell.stopReading()
        self.shell.readAloud(text)

    def _record(self, event: Event, visit: Visit, then: Callable[[bool], None] | None) -> None:
        if then is None:
            self.store.append(event, visit)
        else:
            self.store.append(event, visit, lambda kept: self._thread.post(lambda: then(kept)))
        if isinstance(event, VisitEnded):
            self.rater.soon()
            self.keeper.guests.leave()
            self.keeper.soon()
            self._send()

    def _store_changed(self, state: StoreState) -> None:
        """Another database took over (a stand-in in memory, or the real one again): banks and settings are its own."""
        if state.generation != self._generation:
            self._generation = state.generation
            self._settings = self._read_settings()
            self.prepare()

    def _bridge(self) -> Bridge:
        with self.store.read() as connection:
            return pledges.bridge(connection)

    def _lanterns_today(self) -> int:
        with self.store.read() as connection:
            return queries.lanterns_today(connection, self.clock.utc_ms())

    def _sheet_name(self) -> str:
        """What a sheet that is saved is called: when, never whose."""
        moment = datetime.fromtimestamp(self.clock.utc_ms() / 1000)
        return say("takeaway.file", self._settings["language"], moment=f"{moment:%Y%m%d-%H%M%S}")

    def _read_settings(self) -> dict[str, Any]:
        with self.store.read() as connection:
            return settings.read_all(connection)

    def setting(self, key: str) -> Any:
        """The present value of a setting of `store.settings`."""
        return self._settings[key]

    def _make_staff(self, leave: Callable[[], None]) -> QObject:
        # Imported here: a start does not pay for what only staff see.
        from kiosk.devices.qt_drives import DriveWatch
        from kiosk.staff.door import Door
        from kiosk.staff.parts import StaffParts
        from kiosk.staff.staff_view_model import StaffViewModel

        self._door = self._door or Door(self.store, self.clock)
        self._drives = self._drives or DriveWatch(self._sticks)

        return StaffViewModel(
            StaffParts(
                home=self.home,
                clock=self.clock,
                store=self.store,
                door=self._door,
                library=self.library,
                quizzes=self.quizzes,
                drives=self._drives,
                speech=self.devices.speech.state,
                sound=self.devices.player.state,
                keeper=self.keeper,
                printer=self.devices.printer,
                setting_changed=self._setting_changed,
                language=lambda: self.shell.switches.now.language,
                leave=leave,
                quit=lambda: QGuiApplication.exit(LEFT),
                stations=self.stations,
                classroom=self.classroom,
                clean=self.shell.resting.clean,
                screen=self.devices.screen.state,
                down=self._down,
            )
        )

    def _setting_changed(self, key: str, value: Any) -> None:
        """Staff kept a new value: it holds from the next visit on; volume, brand and hub at once."""
        self._settings[key] = value
        self._adjust_volume()
        if key == "branding":
            self._dress()
        elif key == "hub_sending":
            self._send()

    def _look_at_settings(self) -> None:
        """Another hour may have its own volume, and another program may have changed settings."""
        try:
            self._settings = self._read_settings()
        except sqlite3.Error as failure:
            log.warning("the settings stay as they were read last: %r", failure)
        self._adjust_volume()

    def _adjust_volume(self) -> None:
        """As loud as this hour shall be."""
        moment = datetime.fromtimestamp(self.clock.utc_ms() / 1000)
        self.devices.player.set_volume(loudness(self._settings["volume"], self._settings["volume_by_hour"], moment))

    def _dress(self) -> None:
        """Let every screen look as the present packs want it; cheap when nothing has changed."""
        if self._closed or (now := dressed(self.content, self._settings["branding"])) == self._dressed:
            return
        self._dressed = now
        self._art.wear(now.pictures, self.content.picture)
        theme = self.engine.singletonInstance("kiosk.ui", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("brand", dict(now.colours))
        theme.setProperty("pictures", f"image://art/@{now.mark}/" if now.mark else "image://art/")
        self.shell.base_facts.dress(now.name, now.mascot)

    def _translate(self) -> None:
        """Switch QML's language."""
        app = QGuiApplication.instance()
        assert app is not None
        if self.shell.switches.now.language == "en":
            self._translator = self._translator or TsTranslator(program_folder() / "assets/i18n/en.ts")
            app.installTranslator(self._translator)
        elif self._translator is not None:
            app.removeTranslator(self._translator)
        self.engine.retranslate()


def make_application() -> QGuiApplication:
    """The application with the renderer of the house: software first, everything draws there."""
    # Milliseconds from "something changed" to drawing it. Qt's 5 and the 8 that the field notes tell of make a touch
    # wait; measured at 3, the attract screen still draws 60 frames a second in 1 % of a core.
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "3")
    # Without any locale Qt takes this one itself, and complains first.
    if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        os.environ["LC_CTYPE"] = "C.UTF-8"
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    app = QGuiApplication(sys.argv[:1])
    # Qt names the folder of its compiled QML by it, which otherwise is called as the file that was started.
    app.setApplicationName("fingertip-glow")
    return app


def main(arguments: list[str] | None = None) -> int:
    """The screen process, as the supervisor starts it."""
    parser = argparse.ArgumentParser(prog="kiosk-screen")
    parser.add_argument("--home", type=Path, default=default_home())
    parser.add_argument("--windowed", action="store_true")
    parser.add_argument("--size", type=parse_size)
    parser.add_argument("--stick", type=Path, action="append", default=[])
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    app = make_application()
    lifeline = Lifeline(app)
    kiosk = Kiosk(given.home, real_devices(given.home), sticks=tuple(given.stick))
    lifeline.watch_first_frame(kiosk.window)
    wake = _leave_on_signals(app)
    _leave_on_faults(app)
    kiosk.show(windowed=given.windowed, size=given.size)
    kiosk.window.frameSwapped.connect(lambda: gc.enable(), Qt.ConnectionType.SingleShotConnection)
    kiosk.window.frameSwapped.connect(kiosk.prepare, Qt.ConnectionType.SingleShotConnection)
    code = app.exec()
    wake.setEnabled(False)
    kiosk.close()
    return code


def parse_size(text: str) -> tuple[int, int]:
    """`1920x1080` as two numbers of pixels. Raises ValueError."""
    width, height = text.lower().split("x")
    return int(width), int(height)


def _leave_on_signals(app: QGuiApplication) -> QSocketNotifier:
    """End cleanly on SIGTERM and SIGINT: Python runs its handlers only when it is woken, so Qt watches a socket."""
    import socket

    ours, theirs = socket.socketpair()
    for one in (ours, theirs):
        one.setblocking(False)
    signal.set_wakeup_fd(theirs.fileno())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.exit(LEFT))
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: ours.recv(1))
    notifier.setProperty("sockets", [ours, theirs])
    return notifier


def _leave_on_faults(app: QGuiApplication) -> None:
    """An uncaught exception in a slot is ours: into the log, then a fresh screen by the supervisor."""

    def fault(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        log.critical("the screen failed", exc_info=(kind, error or kind(), trace))
        app.exit(FAULT)

    sys.excepthook = fault
    threading.excepthook = lambda told: fault(told.exc_type, told.exc_value, told.exc_traceback)


if __name__ == "__main__":
    sys.exit(main())
