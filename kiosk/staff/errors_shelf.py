"""Where `错误清单.xlsx` goes: onto the stick; while that is read-only, full or gone, into the home until one comes.

Qt-free. Nothing on a stick is ever overwritten: it may be a list that a teacher has begun to mend.
"""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.devices.drives import Stick
from kiosk.devices.flush import flush_stick
from kiosk.devices.stick_writing import StickWriter
from kiosk.packs.errors_file import NAME
from kiosk.packs.pack_build import write_whole

FOLDER = "to-mend"
MOST_KEPT = 20


class ErrorsShelf:
    """The lists that wait in `home/to-mend`, one a bank."""

    def __init__(self, home: Path, writer: StickWriter | None = None) -> None:
        self._folder = home / FOLDER
        self._writer = writer or StickWriter()

    def may_write(self, stick: Stick) -> bool:
        """Whether `stick` may take a list."""
        return self._writer.may_write(stick)

    def waiting(self) -> list[Path]:
        """The lists that found no stick yet, the oldest first."""
        try:
            return sorted(self._folder.glob("*.xlsx"), key=lambda path: path.stat().st_mtime_ns)
        except OSError:
            return []

    def put(self, bank: str, data: bytes, stick: Stick | None) -> str:
        """Write the list of `bank` onto `stick` and return its name there; or keep it here and return nothing.

        Raises KioskError `packs.out_unwritable` when it can be kept nowhere.
        """
        kept = self._folder / f"{hashlib.sha256(bank.encode()).hexdigest()[:16]}.xlsx"
        if stick is not None:
            with suppress(KioskError, OSError), self._writer.opened(stick) as folder:
                name = _write(folder, data)
                kept.unlink(missing_ok=True)
                return name
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self.waiting()[: -MOST_KEPT + 1]:
            old.unlink(missing_ok=True)
        write_whole(kept, data)
        return ""

    def hand_over(self, stick: Stick) -> list[str]:
        """Write all that wait onto `stick`; their names there.

        Raises KioskError `packs.out_unwritable` at the first that cannot be written; it waits on.
        """
        names = []
        try:
            with self._writer.opened(stick) as folder:
                for path in self.waiting():
                    names.append(_write(folder, path.read_bytes()))
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise KioskError("packs.out_unwritable", repr(error), name=NAME) from error
        return names


def _write(folder: Path, data: bytes) -> str:
    """The list under a name that is free, all of it on the medium."""
    path = next(path for path in _names(folder) if not path.exists())
    write_whole(path, data)
    flush_stick(folder)
    return path.name


def _names(folder: Path) -> Iterator[Path]:
    """`错误清单.xlsx`, `错误清单 2.xlsx` and so on."""
    plain = Path(NAME)
    yield folder / plain
    for number in count(2):
        yield folder / f"{plain.stem} {number}{plain.suffix}"
