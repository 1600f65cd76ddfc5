"""The 播报墙 at the attract screen: in turn with the little demo a work is shown, and heard, if the base wants that.

Nothing sounds by itself in calm mode, nor where the setting `wall_volume` is 0: then covers are only shown. The first
touch of anything ends it.
"""

from random import Random
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.core.wall import Hung, Told, Wall, Work, cover_of, seed_of
from kiosk.core.words import say
from kiosk.shell.parts import ShellParts
from kiosk.shell.preferences import Preferences

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1
DEMO_S = 24
"""How long the demo plays between two works."""
SHOWN_S = 12
"""How long a cover is shown that is not heard."""
TICK_MS = 1_000


@QmlElement
class WallShow(QObject):
    """`cover` is empty while no work is shown. It begins with `begin` and ends with `end`, within 100 ms."""

    changed = Signal()

    def __init__(self, parts: ShellParts, switches: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._switches = switches
        self._random: Random = parts.random
        self._wall: Wall | None = None
        self._works: tuple[Work, ...] = ()
        self._waiting: list[Work] = []
        self._shown: Work | None = None
        self._heard = False
        self._seconds = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def showing(self) -> str:
        """The work that is shown; empty while none is."""
        return self._shown.id if self._shown else ""

    @Property(dict, notify=changed)
    def cover(self) -> dict[str, Any]:
        """What `CoverCard` paints."""
        one = self._shown
        return cover_of(one.title, one.theme, one.motif, seed_of(one.id), self._say) if one else {}

    @Property(bool, notify=changed)
    def heard(self) -> bool:
        """Whether the work that is shown can be heard, too."""
        return self._heard

    def begin(self) -> None:
        """Nobody is there: the demo first."""
        self._works, self._waiting, self._shown, self._seconds = (), [], None, 0
        self._wall = self._parts.wall()
        self._wall.listener = self._told
        self._wall.look()
        self._timer.start()
        self.changed.emit()

    def end(self) -> None:
        """Somebody is there, or the program ends."""
        self._timer.stop()
        if self._wall:
            self._wall.leave()
            self._wall = None
        if self._shown:
            self._hide()

    def tick(self) -> None:
        """A second has passed."""
        self._seconds += 1
        if self._shown is None and self._works and self._seconds >= DEMO_S:
            self._show()
        elif self._shown and not self._heard and self._seconds >= SHOWN_S:
            self._hide()

    def _show(self) -> None:
        """The next work; each comes once before one comes again."""
        assert self._wall
        if not self._waiting:
            self._waiting = list(self._works)
            self._random.shuffle(self._waiting)
        self._shown, self._seconds = self._waiting.pop(), 0
        loudness = float(self._parts.setting("wall_volume"))
        self._heard = loudness > 0 and not self._switches.now.calm
        if self._heard:
            self._wall.play(self._shown.id, loudness)
        self.changed.emit()

    def _hide(self) -> None:
        self._shown, self._heard, self._seconds = None, False, 0
        self.changed.emit()

    def _told(self, told: Told) -> None:
        if isinstance(told, Hung):
            self._works = told.works
            there = {work.id for work in told.works}
            self._waiting = [work for work in self._waiting if work.id in there]
            if self._shown and self._shown.id not in there:
                self._hide()
        elif self._shown and told.id == self._shown.id:
            self._hide()

    def _say(self, code: str) -> str:
        return say(code, self._switches.now.language)
