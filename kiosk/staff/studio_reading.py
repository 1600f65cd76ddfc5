"""One source read text by text into the booth's microphone: level, take, listening, keeping. Behind the PIN."""

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.booth import Armed, Booth, Heard, Level, Played, Saved, Script, Started, TakeEnd, Told, Trouble
from kiosk.packs.studio import Studio
from kiosk.staff.parts import StaffParts
from kiosk.staff.studio_texts import Source, next_unread
from kiosk.stations.broadcast_booth.rules import CELLS, GOOD_CELLS, QUIET_CELLS, lit_cells

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
LONGEST_S = 90.0
SHORTEST_S = 0.4
Stage = Literal["opening", "ready", "recording", "taken", "saving", "trouble"]


@QmlElement
class StudioReading(QObject):
    """`stage` is one of `Stage`; `kept(text)` is called once the clip of a text lies on the disk."""

    changed = Signal()
    levelChanged = Signal()

    def __init__(
        self,
        parts: StaffParts,
        booth: Callable[[], Booth],
        studio: Studio,
        kept: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._booth = booth
        self._studio = studio
        self._kept = kept
        self._source: Source | None = None
        self._read: list[bool] = []
        self._at = self._cells = 0
        self._stage: Stage = "opening"
        self._check = "booth.level_waiting"
        self._said = ""
        self._playing = False

    @property
    def busy(self) -> bool:
        """Whether something is recorded, heard or written."""
        return self._stage in ("recording", "saving") or self._playing

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether something is being read."""
        return self._source is not None

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        """Whether the take is heard."""
        return self._playing

    @Property(dict, notify=changed)
    def shown(self) -> dict[str, Any]:
        """The text at hand: `{"title", "text", "place", "read", "count", "total"}`."""
        source = self._source
        if source is None:
            return {}
        total = len(source.texts)
        return {
            "title": source.title,
            "text": source.texts[self._at],
            "place": self._parts.say("studio.place", at=self._at + 1, total=total),
            "read": self._read[self._at],
            "count": sum(self._read),
            "total": total,
        }

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What the level check, or the last take, has to say."""
        return self._said or self._parts.say("studio.open_mic" if self._stage == "opening" else self._check)

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether the level is just right."""
        return not self._said and self._check == "booth.level_good"

    @Property(int, notify=levelChanged)
    def cells(self) -> int:
        """How many cells of the meter are lit, of `zones`."""
        return self._cells

    @Property(list, constant=True)
    def zones(self) -> list[int]:
        """How many cells are quiet, good, loud."""
        return [QUIET_CELLS, GOOD_CELLS, CELLS - QUIET_CELLS - GOOD_CELLS]

    @Slot()
    def record(self) -> None:
        """Begin a take of the text at hand, or a new one in its place."""
        if self._source is None or self._stage not in ("ready", "taken"):
            return
        self._hush()
        self._said = ""
        self._stage = "recording"
        text = self._source.texts[self._at]
        self._booth().record(Script(text=text), (), LONGEST_S, staff=True)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """End the take."""
        if self._stage == "recording":
            self._booth().stop()

    @Slot()
    def hear(self) -> None:
        """Hear the take, or be quiet."""
        if self._playing:
            self._hush()
        elif self._stage == "taken":
            self._playing = True
            self._booth().play("raw")
        self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Make a clip of the take."""
        if self._source and self._stage == "taken":
            self._hush()
            self._stage = "saving"
            self._booth().save_clip(self._studio.clip(self._source.texts[self._at]))
            self.changed.emit()

    @Slot(int)
    def step(self, by: int) -> None:
        """Another text of the source; 0: the next that nobody has read."""
        if self._source is None or self._stage in ("recording", "saving"):
            return
        total = len(self._source.texts)
        at = (self._at + by) % total if by else next_unread(self._source.texts, self._read, self._at)
        self._go(at)

    def begin(self, source: Source, read: list[bool]) -> None:
        """Open the microphone, at the first text that nobody has read."""
        self._source, self._read = source, read
        self._at, self._said, self._playing, self._cells = 0, "", False, 0
        self._at = 0 if not read[0] else next_unread(source.texts, read, 0)
        self._stage, self._check = "opening", "booth.level_waiting"
        self._booth().listener = self._told
        self._booth().arm()
        self.changed.emit()

    def forgotten(self) -> str:
        """The text at hand counts as not read; empty when it was not."""
        if self._source is None or not self._read[self._at] or self.busy:
            return ""
        self._read[self._at] = False
        return self._source.texts[self._at]

    def end(self) -> None:
        """Let go of the microphone; a take that was not kept is gone."""
        if self._source is None:
            return
        self._source, self._playing, self._cells = None, False, 0
        self._booth().leave()
        self.changed.emit()

    def _go(self, at: int) -> None:
        self._hush()
        self._booth().throw_away()
        self._at, self._said = at, ""
        if self._stage == "taken":
            self._stage = "ready"
        self.changed.emit()

    def _hush(self) -> None:
        if self._playing:
            self._playing = False
            self._booth().hush()

    def _told(self, told: Told) -> None:
        match told:
            case Heard():
                self._heard(told.level, told.check)
                return
            case Armed():
                self._stage, self._said = ("ready" if self._stage in ("opening", "trouble") else self._stage), ""
            case Trouble():
                self._trouble(told)
            case TakeEnd():
                self._ended(told)
            case Played():
                self._playing = False
            case Saved():
                self._saved()
            case Started():
                pass
        self.changed.emit()

    def _heard(self, level: Level, check: str) -> None:
        cells = lit_cells(level)
        if cells != self._cells:
            self._cells = cells
            self.levelChanged.emit()
        if check != self._check:
            self._check = check
            self.changed.emit()

    def _trouble(self, trouble: Trouble) -> None:
        self._said = self._parts.say(trouble.code)
        self._stage = "taken" if self._stage == "saving" else "trouble"

    def _ended(self, end: TakeEnd) -> None:
        if self._stage != "recording":
            return
        heard = end.seconds >= SHORTEST_S
        self._stage = "taken" if heard else "ready" if end.whole else "trouble"
        self._said = "" if end.whole and heard else self._parts.say("studio.too_short" if end.whole else end.code)

    def _saved(self) -> None:
        assert self._source
        self._read[self._at] = True
        self._kept(self._source.texts[self._at])
        self._stage = "ready"
        self._go(next_unread(self._source.texts, self._read, self._at))
