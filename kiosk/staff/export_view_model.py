"""The page that writes what happened to a stick or a folder."""

import sqlite3
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.devices.drives import Stick
from kiosk.devices.stick_writing import StickWriter
from kiosk.exports.export import export
from kiosk.exports.log_rows import count_answers
from kiosk.exports.writing import Written
from kiosk.staff import export_choices
from kiosk.staff.background import Background
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
PROGRESS_MS = 100
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Target:
    """Where the file may go; `stick` is the stick that `folder` is, if it is one."""

    folder: Path
    name: str
    stick: Stick | None = None


@QmlElement
class ExportViewModel(QObject):
    """`stage`: `ask`, `busy`, `done`. Each choice is a list of `{"key", "name", "chosen"}`."""

    changed = Signal()
    progressed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._stage = "ask"
        self._picked = {"table": "log", "form": "xlsx", "span": "all"}
        self._writer = StickWriter()
        self._targets: list[Target] = []
        self._target = 0
        self._count = -1
        self._message = ""
        self._file: Path | None = None
        self._written: Written | None = None
        self._progress = Progress()
        self._ticker = QTimer(self, interval=PROGRESS_MS)
        self._ticker.timeout.connect(self.progressed)
        parts.drives.changed.connect(self._look_for_targets)

    @property
    def working(self) -> bool:
        """Whether a file is being written."""
        return self._stage == "busy"

    def arrive(self) -> None:
        """See which sticks are in and how much there is."""
        if self._stage != "busy":
            self._stage = "ask"
            self._message = ""
        self._look_for_targets()
        self._recount()

    def stop(self) -> None:
        """Give up; no half file remains."""
        self._progress.give_up()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(list, notify=changed)
    def tables(self) -> list[dict[str, Any]]:
        return self._choices("table", export_choices.TABLES)

    @Property(list, notify=changed)
    def forms(self) -> list[dict[str, Any]]:
        return self._choices("form", export_choices.FORMS[self._picked["table"]])

    @Property(list, notify=changed)
    def spans(self) -> list[dict[str, Any]]:
        return self._choices("span", export_choices.SPANS)

    @Property(list, notify=changed)
    def targets(self) -> list[dict[str, Any]]:
        return [
            {"key": str(place), "name": target.name, "chosen": place == self._target}
            for place, target in enumerate(self._targets)
        ]

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many answers lie in the chosen days; -1 while they are counted."""
        return self._count

    @Property(str, notify=changed)
    def message(self) -> str:
        """What went wrong."""
        return self._message

    @Property(int, notify=progressed)
    def done(self) -> int:
        return self._progress.done

    @Property(int, notify=progressed)
    def all(self) -> int:
        return self._progress.all

    @Property(bool, notify=progressed)
    def stopping(self) -> bool:
        return self._progress.stopping

    @Property(dict, notify=changed)
    def result(self) -> dict[str, Any]:
        """What was written: file, place, rows, size, SHA-256 in groups; empty before."""
        if self._written is None or self._file is None:
            return {}
        digest = self._written.sha256
        return {
            "file": self._file.name,
            "place": self._targets[self._target].name if self._target < len(self._targets) else str(self._file.parent),
            "rows": self._written.rows,
            "size": self._size(self._written.bytes),
            "sha256": " ".join(digest[start : start + 8] for start in range(0, len(digest), 8)),
        }

    @Slot(str, str)
    def pick(self, what: str, key: str) -> None:
        """Choose a table, form or span."""
        self._picked[what] = key
        forms = export_choices.FORMS[self._picked["table"]]
        if self._picked["form"] not in forms:
            self._picked["form"] = forms[0]
        self._message = ""
        self._recount()

    @Slot(str)
    def pickTarget(self, key: str) -> None:
        self._target = int(key)
        self._message = ""
        self.changed.emit()

    @Slot()
    def again(self) -> None:
        """Back to the choices."""
        self.arrive()

    @Slot()
    def giveUp(self) -> None:
        """Stop the export that runs."""
        self._progress.give_up()
        self.progressed.emit()

    @Slot()
    def start(self) -> None:
        """Write the file."""
        parts, now = self._parts, self._parts.clock.utc_ms()
        table, span = self._picked["table"], self._picked["span"]
        form, encoding, ending = export_choices.FILES[self._picked["form"]]
        asked = export_choices.asked(span, now, parts.language(), parts.quizzes, encoding)
        codes = parts.keeper.guardian().codes if parts.keeper else None
        name = export_choices.file_name(parts.say(f"staff.table_{table}"), now, ending)
        target = self._targets[self._target]
        self._file = file = target.folder / name
        self._progress = progress = Progress()
        progress.all = max(0, self._count) if table == "log" else 0
        self._stage = "busy"
        self._ticker.start()
        self.changed.emit()
        self.progressed.emit()

        def write() -> Written:
            if file.parent == parts.home / export_choices.HOME_FOLDER:
                file.parent.mkdir(exist_ok=True)
            opened = self._writer.opened(target.stick) if target.stick else nullcontext()
            wanted = replace(asked, returning=codes.hashes()) if codes else asked
            with opened, parts.store.read() as connection:
                return export(connection, table, form, wanted, file, progress.step)

        self._background.run(
            write, self._show, failed=self._failed, expected=(KioskError, GivenUp, OSError, sqlite3.Error)
        )

    def _show(self, written: Written) -> None:
        self._written = written
        detail = f"{self._picked['table']} {self._picked['form']} {written.rows} sha256 {written.sha256[:16]}"
        self._parts.door.record(self._role, "exported", detail)
        self._end("done", "")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, KioskError):
            message = self._parts.tell(error)
        elif isinstance(error, GivenUp):
            message = self._parts.say("staff.export_given_up")
        else:
            message = self._parts.say("staff.export_failed")
        self._end("ask", message)

    def _end(self, stage: str, message: str) -> None:
        self._ticker.stop()
        self._stage = stage
        self._message = message
        self.changed.emit()

    def _choices(self, what: str, keys: tuple[str, ...]) -> list[dict[str, Any]]:
        say, picked = self._parts.say, self._picked[what]
        return [{"key": key, "name": say(f"staff.{what}_{key}"), "chosen": key == picked} for key in keys]

    def _look_for_targets(self) -> None:
        """Sticks that can be written, then the kiosk's own folder."""
        say = self._parts.say
        before = self._targets[self._target].folder if self._target < len(self._targets) else None
        sticks = [stick for stick in self._parts.drives.sticks if self._writer.may_write(stick)]
        self._targets = [
            Target(stick.path, say("staff.target_stick", name=stick.label, free=self._size(stick.free_bytes)), stick)
            for stick in sticks
        ]
        self._targets.append(Target(self._parts.home / export_choices.HOME_FOLDER, say("staff.target_home")))
        folders = [target.folder for target in self._targets]
        self._target = folders.index(before) if before in folders else 0
        self.changed.emit()

    def _recount(self) -> None:
        self._count = -1
        self.changed.emit()
        asked = export_choices.asked(
            self._picked["span"], self._parts.clock.utc_ms(), self._parts.language(), self._parts.quizzes
        )

        def count() -> int:
            with self._parts.store.read() as connection:
                return count_answers(connection, asked)

        def show(found: int) -> None:
            self._count = found
            self.changed.emit()

        self._background.run(count, show, failed=lambda _: show(0), expected=sqlite3.Error)

    @staticmethod
    def _size(size: int) -> str:
        if size < MB:
            return f"{size / 1024:.0f} KB"
        return f"{size / MB:.1f} MB" if size < 1024 * MB else f"{size / MB / 1024:.1f} GB"
