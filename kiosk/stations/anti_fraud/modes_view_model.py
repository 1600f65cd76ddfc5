"""轮流、合作、对战: how several children may play a level on this screen, and why not."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.stations.anti_fraud.levels import Level
from kiosk.stations.anti_fraud.match import MODES, Mode
from kiosk.stations.anti_fraud.sides import Panel, Shares, share
from kiosk.stations.station import StationContext

QML_IMPORT_NAME = "kiosk.stations.anti_fraud"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ModesViewModel(QObject):
    """Asked before a level when several children came; while they share the screen it says how."""

    changed = Signal()

    def __init__(self, context: StationContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._players = context.players
        self._say = context.say
        self._panel = Panel(1920, 1080)
        self._level: Level | None = None
        self._short = False
        self._mode: Mode = "turns"
        self.played: set[Mode] = set()

    # What the station asks

    def ask(self, level: Level) -> None:
        """Ask how `level` is to be played."""
        self._level, self._short = level, False
        self.changed.emit()

    def begin(self, mode: Mode) -> None:
        """The children play like this now."""
        self._mode = mode
        self.played.add(mode)
        self.changed.emit()

    def run_short(self) -> None:
        """Too few items are left to give each child as many."""
        self._short = True
        self.changed.emit()

    @property
    def mode(self) -> Mode:
        """How they play."""
        return self._mode

    @property
    def shares(self) -> Shares | None:
        """How this screen is shared; `None` when it is too small."""
        return share(self._panel, self._players)

    @property
    def usable(self) -> list[Mode]:
        """How several children may play here; a child alone is not asked."""
        if self._players == 1:
            return []
        return list(MODES) if self.shares is not None and not self._short else ["turns"]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The ways to play, each with its name, what it is or why it cannot be, and whether it can."""
        why = "mode_short" if self._short else f"mode_small_{self._players}" if self.shares is None else ""
        rows = []
        for mode in MODES:
            usable = mode == "turns" or not why
            code = f"mode_{mode}_text" if usable else why
            name, text = self._say(f"anti_fraud.mode_{mode}"), self._say(f"anti_fraud.{code}")
            rows.append({"key": mode, "name": name, "text": text, "usable": usable})
        return rows

    def reading(self) -> str:
        """All that stands to be read while the children choose."""
        return "".join(f"{row['name']}，{row['text']}。" for row in self.rows)

    # What QML shows and tells

    @Property(list, notify=changed)
    def modes(self) -> list[dict[str, Any]]:
        return self.rows

    @Property(str, notify=changed)
    def head(self) -> str:
        return self._say("anti_fraud.modes_head", count=self._players)

    @Property(str, notify=changed)
    def monster(self) -> str:
        return self._level.family.monster if self._level else ""

    @Property(str, notify=changed)
    def monsterName(self) -> str:
        return self._level.monster_name if self._level else ""

    @Property(bool, notify=changed)
    def together(self) -> bool:
        """One monster for all, in the middle."""
        return self._mode == "together"

    @Property(dict, notify=changed)
    def split(self) -> dict[str, Any]:
        """How the screen is shared: `columns` × `rows` places at `scale`; `turn`: the upper ones stand upside down."""
        found = self.shares
        return {"columns": found.columns, "rows": found.rows, "scale": found.scale, "turn": found.turn} if found else {}

    @Slot(float, float, float)
    def screenIs(self, width: float, height: float, per_mm: float) -> None:
        """The window in pixels, and pixels a millimetre of the panel (0: it does not say)."""
        self._panel = Panel(width, height, per_mm)
        self.changed.emit()
