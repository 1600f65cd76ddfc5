"""What a class that is here does to the children's screen, as the shell sees it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject


class Lesson(Protocol):
    """While forms are done `screen` stands where else the attract screen would; `qml` is its door."""

    changed: Callable[[], None]
    """Called when the forms' screen comes, goes, or another takes its place; the shell sets it."""
    qml: Path

    @property
    def screen(self) -> QObject | None:
        """The forms' view model; `None` while children may play."""
        ...

    @property
    def class_label(self) -> str:
        """The class that is here; empty when none is."""
        ...

    def stands(self, on_screen: bool) -> None:
        """Whether the forms are on the screen: staff may stand before it."""
        ...

    def let_go(self) -> None:
        """Forms' screens that were left are off the window."""
        ...


class NoLesson:
    """No class is ever here."""

    def __init__(self) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.qml = Path()

    screen: QObject | None = None
    class_label = ""

    def stands(self, on_screen: bool) -> None:
        """Nothing does."""

    def let_go(self) -> None:
        """There was none."""
