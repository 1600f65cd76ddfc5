"""The plain screen that the supervisor shows when the real one keeps crashing: why, what to do, and another try.

It depends on as little as possible: no store, no kit, no pictures. When QML cannot be used either, it paints itself.
"""

import argparse
import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QWindow

from kiosk.core.places import default_home
from kiosk.core.programs import LEFT, RESTART
from kiosk.core.words import say
from kiosk.shell.keys import KeyGuard
from kiosk.shell.lifeline import Lifeline

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlApplicationEngine

RETRY_MINUTES = 5
QML = Path(__file__).with_name("Trouble.qml")
SENTENCES = {
    "title": "supervisor.trouble_title",
    "what": "supervisor.trouble_what",
    "todo": "supervisor.trouble_do",
    "wait": "supervisor.trouble_wait",
    "again": "supervisor.trouble_again",
}
Texts = dict[str, str]


def texts(language: str, code: str, params: dict[str, str], logs: Path) -> Texts:
    """Everything the screen says in one language; a reason that the catalogue lacks is shown as its code."""
    said = {name: say(one, language, logs=logs, minutes=RETRY_MINUTES) for name, one in SENTENCES.items()}
    try:
        said["reason"] = say(code, language, **params)
    except (KeyError, OSError):
        said["reason"] = code
    return said


def open_qml(
    chinese: Texts, english: Texts, detail: str, again: Callable[[], None]
) -> "tuple[QWindow, QQmlApplicationEngine]":
    """The screen in QML. Raises whatever goes wrong with it."""
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    engine = QQmlApplicationEngine()
    engine.setInitialProperties({"chinese": chinese, "english": english, "detail": detail})
    engine.load(QUrl.fromLocalFile(str(QML)))
    if not engine.rootObjects():
        raise RuntimeError(f"{QML.name} did not load")
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.tryAgain.connect(again)  # type: ignore[attr-defined]
    return window, engine


def open_painted(chinese: Texts, english: Texts, detail: str, again: Callable[[], None]) -> tuple[QWindow, None]:
    """The same screen without QML."""
    from kiosk.shell.painted_trouble import PaintedTrouble

    return PaintedTrouble(chinese, english, detail, again), None


def show(window: QWindow, windowed: bool, size: tuple[int, int] | None) -> None:
    """Full screen, or `size` pixels when windowed."""
    screen = window.screen().geometry()
    if windowed or size:
        width, height = size or (1280, 720)
        window.setGeometry(QRect(screen.x(), screen.y(), width, height))
        window.show()
    else:
        window.setGeometry(screen)
        window.showFullScreen()


def read_size(text: str) -> tuple[int, int]:
    """`1920x1080` as two numbers."""
    width, height = text.lower().split("x")
    return int(width), int(height)


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """What the supervisor says; arguments meant for the real screen are passed over."""
    parser = argparse.ArgumentParser(prog="kiosk-trouble")
    parser.add_argument("--home", type=Path, default=default_home())
    parser.add_argument("--code", default="supervisor.fault")
    parser.add_argument("--params", type=json.loads, default={})
    parser.add_argument("--detail", default="")
    parser.add_argument("--windowed", action="store_true")
    parser.add_argument("--size", type=read_size)
    parser.add_argument("--painted", action="store_true", help="do without QML")
    return parser.parse_known_args(arguments)[0]


def main(arguments: list[str] | None = None) -> int:
    """Show the screen until somebody presses or time is up; `RESTART`, or `LEFT` when asked to end."""
    given = parse(arguments)
    app = QGuiApplication(sys.argv[:1])
    lifeline = Lifeline(app)
    chinese, english = (texts(one, given.code, given.params, given.home / "logs") for one in ("zh", "en"))

    def again() -> None:
        app.exit(RESTART)

    try:
        opened = (open_painted if given.painted else open_qml)(chinese, english, given.detail, again)
    except Exception as error:  # noqa: BLE001 (whatever QML met, there is another way to show this)
        sys.stderr.write(f"painting without QML: {error!r}\n")
        opened = open_painted(chinese, english, given.detail, again)
    window, engine = opened
    window.setTitle("Fingertip Glow")
    guard = KeyGuard(window, keep_full=not (given.windowed or given.size))
    show(window, given.windowed, given.size)
    lifeline.watch_first_frame(window)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.exit(LEFT))  # the lifeline's timer wakes Python every second
    QTimer.singleShot(RETRY_MINUTES * 60_000, again)
    code = app.exec()
    guard.release()
    window.close()
    del engine
    return code


if __name__ == "__main__":
    sys.exit(main())
