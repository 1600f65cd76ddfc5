"""The 播报墙 in the booth: covers of approved works by theme, a page at a time; a touch plays one, another stops it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.wall import Hung, Told, Work
from kiosk.stations.broadcast_booth.shown import show_wall_themes, show_work
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.broadcast_booth"
QML_IMPORT_MAJOR_VERSION = 1
ON_A_PAGE = 6
ALL = "all"


@QmlElement
class WallViewModel(QObject):
    """Empty until `open`. What is withdrawn while a child looks goes off the wall and is silent."""

    changed = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wall = context.wall()
        self._works: Sequence[Work] = ()
        self._theme = self._playing = ""
        self._page = 0
        self._looked = False

    @property
    def playing(self) -> str:
        """The work that plays; empty when all is quiet."""
        return self._playing

    @property
    def bare(self) -> bool:
        """Whether it was looked at and nothing hangs there."""
        return self._looked and not self._works

    @Property(list, notify=changed)
    def themes(self) -> list[dict[str, Any]]:
        return show_wall_themes(self._theme, self._works, self._context.say)

    @Property(list, notify=changed)
    def works(self) -> list[dict[str, Any]]:
        """The works of this page."""
        there = self._there()[self._page * ON_A_PAGE : (self._page + 1) * ON_A_PAGE]
        return [show_work(work, self._playing, self._context.say) for work in there]

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether nothing hangs there; false as long as nobody knows."""
        return self.bare

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """Whether there is another page."""
        return len(self._there()) > ON_A_PAGE

    @Slot(str)
    def pickTheme(self, theme: str) -> None:
        """Another theme, or `all`; what plays goes on."""
        self._context.play("choose")
        self._theme, self._page = "" if theme == ALL else theme, 0
        self.changed.emit()

    @Slot()
    def turn(self) -> None:
        """The next page, after the last the first."""
        self._context.play("choose")
        self._page = (self._page + 1) % self._pages()
        self.changed.emit()

    @Slot(str)
    def touch(self, work: str) -> None:
        """Play a work; be quiet when it plays already."""
        if work == self._playing:
            self.hush()
            return
        self._playing = work
        self._wall.play(work)
        self._told_all()

    @Slot()
    def hush(self) -> None:
        """Be quiet."""
        self._playing = ""
        self._wall.hush()
        self._told_all()

    def open(self) -> None:
        """The wall is looked at."""
        self._looked, self._works, self._theme, self._page = False, (), "", 0
        self._wall.listener = self._told
        self._wall.look()
        self.changed.emit()

    def close(self) -> None:
        """Nobody looks any more."""
        self._playing = ""
        self._wall.leave()
        self._context.stay(False)

    def _told(self, told: Told) -> None:
        if isinstance(told, Hung):
            self._looked, self._works = True, told.works
            if self._theme not in {work.theme for work in told.works}:
                self._theme = ""
            self._page = min(self._page, self._pages() - 1)
        elif told.id == self._playing:
            self._playing = ""
        self._told_all()

    def _told_all(self) -> None:
        self._context.stay(bool(self._playing))
        self.changed.emit()

    def _there(self) -> list[Work]:
        return [work for work in self._works if self._theme in ("", work.theme)]

    def _pages(self) -> int:
        return max(1, -(-len(self._there()) // ON_A_PAGE))
