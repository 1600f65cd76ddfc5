"""What is installed: the banks that are played; an older version can come back, a bank can be taken away."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.packs.shelf import Shelved
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.signing import names, signature

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShelfModel(QObject):
    """`ended(message, good)` is called when a bank was changed, or could not be."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        role: Role,
        ended: Callable[[str, bool], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._ended = ended
        self._rows: list[Shelved] = []
        self._unfinished: dict[str, int] = {}
        self._known: dict[str, str] = {}
        self._asked = ""

    @Property(list, notify=changed)
    def banks(self) -> list[dict[str, Any]]:
        """The banks that are played, the last installed first; `hasOlder`: a version before lies here.

        `unfinished`: how many items of it can be given something by tap; `brings`: what else is in it; `mark` is
        there while no trusted key has signed a pack file.
        """
        older = {row.id for row in self._rows if row.state == "kept"}
        act, _, asked = self._asked.partition(":")
        return [
            {
                "id": row.id,
                "title": self.title(row),
                "version": row.version,
                "playable": row.playable,
                "mend": row.items - row.playable,
                "unfinished": self._unfinished.get(row.id, 0),
                "origin": self._parts.say(f"staff.origin_{row.origin}"),
                "hasOlder": row.id in older,
                "asked": act if asked == row.id else "",
                "brings": self._brings(row),
                "mark": self._mark(row),
            }
            for row in self._rows
            if row.state == "active"
        ]

    @Property(int, notify=changed)
    def playable(self) -> int:
        """How many items children can play now."""
        return sum(row.playable for row in self._rows if row.state == "active")

    @Property(int, notify=changed)
    def waiting(self) -> int:
        """How many items cannot be played yet, for want of something."""
        return sum(row.items - row.playable for row in self._rows if row.state == "active")

    @Slot(str)
    def remove(self, pack: str) -> None:
        """Take a bank away; the second touch does it."""
        if self._asks(f"remove:{pack}"):
            library = self._parts.library
            self._alter(lambda: library.remove(pack), lambda _: self._did("pack_removed", pack))

    @Slot(str)
    def rollBack(self, pack: str) -> None:
        """Return to the version before; the second touch does it."""
        if self._asks(f"rollback:{pack}"):
            self._alter(
                lambda: self._parts.library.rollback(pack),
                lambda row: self._did("pack_rolled_back", f"{row.id} {row.version}", version=row.version),
            )

    def look(self) -> None:
        """See what is installed."""
        library = self._parts.library

        def work() -> tuple[list[Shelved], dict[str, int], dict[str, str]]:
            with self._parts.store.read() as db:
                known = names(db)
            return library.installed(), library.unfinished_counts(), known

        def show(found: tuple[list[Shelved], dict[str, int], dict[str, str]]) -> None:
            rows, self._unfinished, self._known = found
            self._rows = sorted(rows, key=lambda row: -row.turn)
            self.changed.emit()

        self._background.run(work, show)

    def forget(self) -> None:
        """Whatever was asked once is to be asked anew."""
        self._asked = ""
        self.changed.emit()

    def title(self, row: Shelved) -> str:
        """The bank's title in the screen's language."""
        return row.title_en if self._parts.language() == "en" and row.title_en else row.title

    def _brings(self, row: Shelved) -> str:
        """What a pack brings besides items."""
        say = self._parts.say
        return say("staff.list_comma").join(
            say(f"staff.brings_{kind}") for kind in row.brings.split() if kind != "banks"
        )

    def _mark(self, row: Shelved) -> str:
        signed = signature(self._parts, self._known, row.signer)
        return signed.text if row.file and not signed.trusted else ""

    def _asks(self, act: str) -> bool:
        """Whether `act` was asked for a second time."""
        sure = self._asked == act
        self._asked = "" if sure else act
        self.changed.emit()
        return sure

    def _did(self, act: str, detail: str, **params: Any) -> None:
        self._parts.door.record(self._role, act, detail)
        self._ended(self._parts.say(f"staff.{act}", **params), True)
        self.look()

    def _alter(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Something short: the page stays as it is meanwhile."""

        def failed(error: Exception) -> None:
            assert isinstance(error, KioskError)
            self._ended(self._parts.tell(error), False)

        self._background.run(work, then, failed=failed, expected=KioskError)
