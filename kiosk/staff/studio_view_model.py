"""录示范: a teacher reads scripts and items here, and the whole kiosk then speaks with that voice."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.booth import Booth, ClosedBooth
from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.core.words import say as say_in
from kiosk.devices.drives import Stick
from kiosk.devices.flush import flush_stick
from kiosk.devices.stick_writing import StickWriter
from kiosk.packs.content import ContentShelf
from kiosk.packs.keys import words
from kiosk.packs.pack_build import write_whole
from kiosk.packs.plain import fold
from kiosk.packs.shelf import Shelved
from kiosk.packs.studio import Studio
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.studio_reading import StudioReading
from kiosk.staff.studio_texts import Source, banks, scripts

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look gave: what can be read, what has been, what the kiosk speaks with, and whether that is old."""

    sources: list[Source]
    read: set[str]
    row: Shelved | None
    fresh: bool


@QmlElement
class StudioViewModel(QObject):
    """`sources` are what can be read, `reading` is open while something is; `publish` makes the kiosk speak with it."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._content = ContentShelf(program_folder() / "content", parts.store)
        self._studio = Studio(parts.library, parts.store, parts.clock, lambda: parts.say("studio.key_name"))
        self._silent = ClosedBooth()
        self._reading = StudioReading(parts, self._booth, self._studio, self._kept, self)
        self._reading.changed.connect(self.changed)
        self._writer = StickWriter()
        self._kind = "script"
        self._sources: list[Source] = []
        self._read: set[str] = set()
        self._published: Shelved | None = None
        self._fresh = self._busy = self._asked = self._ready = False
        self._message = ""
        self._good = True
        parts.drives.changed.connect(self.changed)

    @property
    def working(self) -> bool:
        """Whether something is recorded, heard or written."""
        return self._busy or self._reading.busy

    def arrive(self) -> None:
        """See what there is to read and what has been read."""
        self._reading.end()
        self._message, self._asked = "", False

        def look() -> Seen:
            found = [*scripts(self._content), *banks(self._parts.library, self._parts.store)]
            read = {fold(one.text) for one in self._studio.readings()}
            return Seen(found, read, self._studio.published(), self._studio.unpublished())

        self._background.run(look, self._show, failed=self._failed, expected=(KioskError, sqlite3.Error, OSError))

    def stop(self) -> None:
        """The microphone is let go of."""
        self._reading.end()

    @Property(QObject, constant=True)
    def reading(self) -> QObject:
        return self._reading

    @Property(list, notify=changed)
    def kinds(self) -> list[dict[str, Any]]:
        """Scripts or banks."""
        say = self._parts.say
        return [
            {"key": key, "name": say(f"studio.kind_{key}"), "chosen": key == self._kind} for key in ("script", "bank")
        ]

    @Property(list, notify=changed)
    def sources(self) -> list[dict[str, Any]]:
        """What can be read of the chosen kind, with how much of it has been: `{"key", "title", "count", "total"}`."""
        return [
            {
                "key": one.key,
                "title": one.title,
                "count": sum(fold(text) in self._read for text in one.texts),
                "total": len(one.texts),
            }
            for one in self._sources
            if one.kind == self._kind
        ]

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is known what there is."""
        return self._ready

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many texts have been read."""
        return len(self._read)

    @Property(bool, notify=changed)
    def publishable(self) -> bool:
        """Whether there is something that the kiosk does not speak with yet."""
        return self._fresh and bool(self._read) and not self._busy

    @Property(bool, notify=changed)
    def exportable(self) -> bool:
        """Whether the pack can be written to a stick now."""
        return self._published is not None and self._stick() is not None and not self._busy

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        """Whether clearing waits for its second touch."""
        return self._asked

    @Property(str, notify=changed)
    def speaks(self) -> str:
        """What the kiosk speaks with now."""
        if self._published is None:
            return self._parts.say("studio.speaks_synthetic")
        return self._parts.say("studio.speaks_recorded", version=self._published.version)

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Slot(str, str)
    def pick(self, what: str, key: str) -> None:
        """Scripts or banks."""
        self._kind, self._asked = key, False
        self.changed.emit()

    @Slot(str)
    def read(self, key: str) -> None:
        """Read a source."""
        source = next(one for one in self._sources if one.key == key)
        self._message, self._asked = "", False
        self._reading.begin(source, [fold(text) in self._read for text in source.texts])

    @Slot()
    def back(self) -> None:
        """From reading back to the list."""
        self._reading.end()
        self.changed.emit()

    @Slot()
    def forget(self) -> None:
        """The recording of the text at hand goes; the kiosk speaks without it once it is published again."""
        text = self._reading.forgotten()
        if text:
            self._read.discard(fold(text))
            self._fresh = True
            self._do(lambda: self._studio.remove(text), lambda _: None)

    @Slot()
    def publish(self) -> None:
        """The kiosk speaks with all that was read, from now on."""
        if not self._read:
            return
        voice = {language: say_in("studio.voice", language) for language in ("zh", "en")}
        title = self._parts.say("studio.title")

        def done(row: Shelved) -> None:
            self._published, self._fresh = row, False
            self._parts.door.record(self._role, "readings_published", f"{row.id} {row.version}: {len(self._read)}")
            self._tell("studio.published", count=len(self._read))

        self._do(lambda: self._studio.publish(title, voice), done)

    @Slot()
    def export(self) -> None:
        """Write the pack to the stick, for the base's other kiosks."""
        stick = self._stick()
        if stick is None:
            return

        def work() -> tuple[str, str]:
            data = self._studio.packed()
            with self._writer.opened(stick) as folder:
                path = next(path for path in _free_names(folder, self._parts.say("studio.file")) if not path.exists())
                write_whole(path, data)
                flush_stick(folder)
            return path.name, self._studio.key()

        def done(written: tuple[str, str]) -> None:
            name, key = written
            self._parts.door.record(self._role, "readings_exported", name)
            self._tell("studio.exported", name=name, words=words(key, self._parts.language()))

        self._do(work, done)

    @Slot()
    def clear(self) -> None:
        """All readings go, and the kiosk speaks without them; the second touch does it."""
        self._asked = not self._asked
        self.changed.emit()
        if self._asked:
            return

        def done(_: None) -> None:
            self._read.clear()
            self._published, self._fresh = None, False
            self._parts.door.record(self._role, "readings_cleared")
            self._tell("studio.cleared")

        self._do(self._studio.clear, done)

    def _booth(self) -> Booth:
        return self._parts.keeper.booth() if self._parts.keeper else self._silent

    def _stick(self) -> Stick | None:
        return next((one for one in self._parts.drives.sticks if self._writer.may_write(one)), None)

    def _kept(self, text: str) -> None:
        self._read.add(fold(text))
        self._fresh = True
        self._do(lambda: self._studio.add(text), lambda _: None)

    def _do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Something on the disk, off the screen's thread."""
        self._busy = True
        self._message = ""
        self.changed.emit()

        def done(result: Any) -> None:
            self._busy = False
            then(result)
            self.changed.emit()

        self._background.run(work, done, failed=self._failed, expected=(KioskError, sqlite3.Error, OSError))

    def _tell(self, code: str, **params: Any) -> None:
        self._message, self._good = self._parts.say(code, **params), True

    def _failed(self, error: Exception) -> None:
        self._busy = False
        code = error if isinstance(error, KioskError) else KioskError("studio.failed", repr(error))
        self._message, self._good = self._parts.tell(code), False
        self.changed.emit()

    def _show(self, seen: Seen) -> None:
        self._sources, self._read, self._published, self._fresh = seen.sources, seen.read, seen.row, seen.fresh
        self._ready = True
        self.changed.emit()


def _free_names(folder: Path, name: str) -> Iterator[Path]:
    """`name.glow`, `name 2.glow` and so on: nothing on a teacher's stick is overwritten."""
    return (folder / f"{name}{f' {number}' if number > 1 else ''}.glow" for number in count(1))
