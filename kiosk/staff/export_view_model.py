"""The page that writes what happened to a stick or a folder."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.exports.export import export
from kiosk.exports.log_rows import count_answers
from kiosk.exports.writing import Written
from kiosk.staff import export_choices
from kiosk.staff.background import Background
from kiosk.staff.export_lock import ExportLock
from kiosk.staff.export_targets import Targets, digest_in_groups, size
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
PROGRESS_MS = 100


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
        self._targets = Targets(parts)
        self._lock = ExportLock(self)
        self._count = -1
        self._message = ""
        self._file: Path | None = None
        self._place = ""
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
        self._lock.cancel()
        self._progress.give_up()

    @Property(ExportLock, constant=True)
    def lock(self) -> ExportLock:
        return self._lock

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
        return self._targets.choices

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
        return {
            "file": self._file.name,
            "place": self._place,
            "rows": self._written.rows,
            "size": size(self._written.bytes),
            "sha256": digest_in_groups(self._written.sha256),
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
        self._targets.pick(key)
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
        """Write the file, once its password is on paper if it is to have one."""
        self._lock.ask(self._write)

    def _write(self, password: str) -> None:
        parts, now = self._parts, self._parts.clock.utc_ms()
        table, span = self._picked["table"], self._picked["span"]
        form, encoding, ending = export_choices.FILES[self._picked["form"]]
        asked = export_choices.asked(span, now, parts.language(), parts.quizzes, encoding)
        codes = parts.keeper.guardian().codes if parts.keeper else None
        title = parts.say(f"staff.table_{table}")
        name = export_choices.file_name(title, now, "zip" if password else ending)
        target = self._targets.picked
        if target is None:
            return
        self._place = target.name
        self._file = file = target.folder / name
        self._progress = progress = Progress()
        progress.all = max(0, self._count) if table == "log" else 0
        self._stage = "busy"
        self._ticker.start()
        self.changed.emit()
        self.progressed.emit()

        def write() -> Written:
            wanted = replace(asked, returning=codes.hashes()) if codes else asked
            with self._targets.opened(target), parts.store.read() as connection:
                return export(connection, table, form, wanted, file, progress.step, password)

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
        self._targets.look()
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
