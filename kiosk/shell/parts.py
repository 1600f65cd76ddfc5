"""What the shell is handed by the composition root."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QObject

from kiosk.core.booth import Booth
from kiosk.core.bridge import Bridge
from kiosk.core.clock import Clock
from kiosk.core.events import Event, Origin
from kiosk.core.item import Item
from kiosk.core.returning import Returns
from kiosk.core.visit import Visit
from kiosk.core.wall import EmptyWall, Wall
from kiosk.devices.printer import Printer
from kiosk.devices.screen_power import ScreenPower, SilentScreen
from kiosk.devices.speech import Speech
from kiosk.shell.lesson import Lesson, NoLesson
from kiosk.shell.screen_thread import ScreenThread
from kiosk.shell.snapshot import SnapshotFile
from kiosk.shell.texts import ShellTexts
from kiosk.stations.station import Content, ItemSource, StationCard


@dataclass(frozen=True, slots=True)
class ShellParts:
    """Everything around the shell. `record(event, visit, then)` calls `then` on the screen's thread.

    `items(ages)` are the banks as children of that age band are asked from them; empty where it is not known.
    """

    clock: Clock
    random: Random
    origin: Origin
    stations: Sequence[StationCard]
    items: Callable[[str], ItemSource]
    content: Content
    keep_text: Callable[[Item], str]
    booth: Callable[[], Booth]
    returns: Callable[[str, str], Returns]
    bridge: Callable[[], Bridge]
    thread: ScreenThread
    texts: ShellTexts
    speech: Speech
    printer: Printer
    play: Callable[[str], None]
    silence: Callable[[bool], None]
    record: Callable[[Event, Visit, Callable[[bool], None] | None], None]
    lanterns_today: Callable[[], int]
    setting: Callable[[str], Any]
    staff_qml: Path
    make_staff: Callable[[Callable[[], None]], QObject]
    snapshot: SnapshotFile
    lesson: Lesson = field(default_factory=NoLesson)
    wall: Callable[[], Wall] = EmptyWall
    screen: ScreenPower = field(default_factory=SilentScreen)
    voices: Callable[[], Sequence[str]] = tuple
    """Who of those in front of the screen stands in the consent register: staff have brought their forms."""
