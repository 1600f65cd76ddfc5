"""The page where staff hear kept takes and decide about them."""

import sqlite3
from typing import Any, Literal

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.privacy.erasure import Receipt
from kiosk.privacy.guardian import HEAR_REASONS, HOLD_REASON, REJECT_REASONS, Guardian, Verdict
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.takes_player import TakePlayer
from kiosk.staff.takes_shown import Kept, kept, shown

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
Stage = Literal["list", "take", "duty"]


@QmlElement
class ReviewViewModel(QObject):
    """`stage`: `list`; `take` while one is heard and decided about; `duty` once a child may be in danger.

    A take is approved only after it was listened to here, and erased only by a second touch.
    """

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._player = TakePlayer(parts, background, self)
        self._kept: list[Kept] = []
        self._open: Kept | None = None
        self._stage: Stage = "list"
        self._marked: set[str] = set()
        self._heard: set[str] = set()
        self._sure = self._busy = False
        self._message, self._good = "", True

    @property
    def working(self) -> bool:
        """Whether somebody is listening."""
        return bool(self._player.now)

    def arrive(self) -> None:
        """See what waits; a take that was open is open no more."""
        self._message = ""
        self._back()

    def stop(self) -> None:
        """Staff leave: silence."""
        self._player.hush()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(TakePlayer, constant=True)
    def player(self) -> TakePlayer:
        return self._player

    @Property(list, notify=changed)
    def takes(self) -> list[dict[str, Any]]:
        """What waits, whose term ends first at the top."""
        now = self._parts.clock.utc_ms()
        return [shown(one, now, self._parts.say) for one in self._kept]

    @Property(dict, notify=changed)
    def take(self) -> dict[str, Any]:
        """The take that is open."""
        return shown(self._open, self._parts.clock.utc_ms(), self._parts.say) if self._open else {}

    @Property(list, notify=changed)
    def hearReasons(self) -> list[dict[str, Any]]:
        """Why one may listen: `{"key", "name"}`."""
        return [{"key": key, "name": self._parts.say(f"booth_staff.hear_{key}")} for key in HEAR_REASONS]

    @Property(list, notify=changed)
    def checklist(self) -> list[dict[str, Any]]:
        """What rules a take out, and last what calls for help: `{"key", "name", "marked", "danger"}`."""
        return [
            {
                "key": key,
                "name": self._parts.say(f"booth_staff.check_{key}"),
                "marked": key in self._marked,
                "danger": key == HOLD_REASON,
            }
            for key in (*REJECT_REASONS, HOLD_REASON)
        ]

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """What the marks come to."""
        return self._verdict()

    @Property(bool, notify=changed)
    def usable(self) -> bool:
        """Whether it may be decided now."""
        return self._open is not None and not self._busy and (self._verdict() != "approved" or self._was_heard())

    @Property(bool, notify=changed)
    def sure(self) -> bool:
        """Whether the next touch erases."""
        return self._sure

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What the primary button would do, or why it does not."""
        if self._open is None:
            return ""
        verdict = self._verdict()
        name = "hear_first" if verdict == "approved" and not self._was_heard() else f"will_{verdict}"
        return self._parts.say(f"booth_staff.{name}")

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Slot(str)
    def choose(self, key: str) -> None:
        """Open a take."""
        self._open = next((one for one in self._kept if one.take.id == key), None)
        self._stage = "take" if self._open else "list"
        self._marked, self._sure, self._message = set(), False, ""
        self._player.clear()
        self.changed.emit()

    @Slot(str)
    def listen(self, reason: str) -> None:
        """Hear the take that is open, for a reason that goes on record."""
        keeper, one = self._parts.keeper, self._open
        if keeper is None or one is None:
            return
        take, desk = one.take, keeper.desk()
        self._heard.add(take.id)
        self._message = ""
        self._player.play(
            take.id,
            take.seconds,
            lambda finished: desk.listen(take.id, self._role, reason, finished),
            lambda error: self._refused(error, take.id),
            shaped=True,
        )
        self.changed.emit()

    @Slot(str)
    def mark(self, key: str) -> None:
        """Tick an entry of the checklist, or untick it."""
        self._marked ^= {key}
        self._sure = False
        self.changed.emit()

    @Slot()
    def decide(self) -> None:
        """Approve, reject or hold, as the marks say; a second touch erases."""
        verdict, one = self._verdict(), self._open
        if not self.usable or one is None:
            return
        if verdict == "rejected" and not self._sure:
            self._sure = True
            self.changed.emit()
            return
        self._player.hush()
        self._busy = True
        self.changed.emit()
        guardian, reasons = self._guardian(), sorted(self._marked)
        self._background.run(
            lambda: guardian.review(one.take.id, verdict, self._role, reasons),
            lambda receipt: self._decided(verdict, receipt),
            failed=self._failed,
            expected=(KioskError, sqlite3.Error),
        )

    @Slot()
    def back(self) -> None:
        """To the list, as it is."""
        self._message = ""
        self._back()

    @Slot()
    def hush(self) -> None:
        """The page goes off the screen."""
        self._player.hush()

    def _verdict(self) -> Verdict:
        if HOLD_REASON in self._marked:
            return "held"
        return "rejected" if self._marked else "approved"

    def _was_heard(self) -> bool:
        return self._open is not None and self._open.take.id in self._heard

    def _decided(self, verdict: Verdict, receipt: Receipt | None) -> None:
        self._busy = False
        self._message, self._good = (
            self._parts.say(f"booth_staff.did_{verdict}", receipt=receipt.id if receipt else ""),
            True,
        )
        if verdict == "held":
            self._stage = "duty"
            self.changed.emit()
        else:
            self._back()

    def _back(self) -> None:
        self._open, self._stage, self._sure, self._busy = None, "list", False, False
        self._marked = set()
        self._player.clear()
        if self._parts.keeper:
            self._background.run(self._look, self._show, failed=self._failed, expected=(KioskError, sqlite3.Error))

    def _look(self) -> list[Kept]:
        return kept(self._guardian(), "pending", "held")

    def _show(self, found: list[Kept]) -> None:
        self._kept = found
        self.changed.emit()

    def _guardian(self) -> Guardian:
        assert self._parts.keeper
        return self._parts.keeper.guardian()

    def _refused(self, error: KioskError, take: str) -> None:
        self._heard.discard(take)
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        told = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self._busy = self._sure = False
        self._message, self._good = told, False
        self.changed.emit()
