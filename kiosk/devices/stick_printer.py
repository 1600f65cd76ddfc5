"""A printer that is a stick: sheets go onto it as PDF files, for bases that print elsewhere. Nothing is overwritten."""

import logging
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.devices.drives import Stick
from kiosk.devices.flush import flush_stick
from kiosk.devices.printer import Printed, Printer
from kiosk.devices.stick_writing import StickWriter

log = logging.getLogger(__name__)
LAST_S = 2.0
MOST = 10_000


class StickPrinter:
    """Writes to the first stick that takes it, on a thread of its own. `name` is what every file begins with."""

    def __init__(self, sticks: Callable[[], Sequence[Stick]], name: Callable[[], str]) -> None:
        self._sticks, self._name = sticks, name
        self._writer = StickWriter()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, pdf: bytes, paper_mm: tuple[float, float], printed: Printed) -> None:
        """Save the sheet; a second one is refused while the first is being written."""
        if self._thread and self._thread.is_alive():
            printed(KioskError("devices.printer_busy"))
            return
        self._thread = threading.Thread(target=self._work, args=(pdf, printed), name="saving a sheet")
        self._thread.start()

    def close(self) -> None:
        """Wait for what is under way."""
        self._closed = True
        if self._thread:
            self._thread.join(LAST_S)

    def _work(self, pdf: bytes, printed: Printed) -> None:
        error: KioskError | None = None
        try:
            self._save(pdf)
        except KioskError as refused:
            error = refused
        except OSError as broken:
            error = KioskError("devices.stick_refused", repr(broken))
        if error:
            log.warning("a sheet was not saved: %s", error)
        if not self._closed:
            printed(error)

    def _save(self, pdf: bytes) -> None:
        """Raises KioskError or OSError when the stick does not take it; then nothing of it is left."""
        stick = next((one for one in self._sticks() if self._writer.may_write(one)), None)
        if stick is None:
            raise KioskError("devices.stick_none")
        with self._writer.opened(stick) as folder:
            path = _free(folder, self._name())
            part = path.with_name(f".{path.name}.part")
            try:
                with part.open("wb") as file:
                    file.write(pdf)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(path)
                flush_stick(folder)
            finally:
                part.unlink(missing_ok=True)


def _free(folder: Path, name: str) -> Path:
    """A name that nothing has."""
    for number in range(1, MOST):
        path = folder / f"{name}{f'-{number}' if number > 1 else ''}.pdf"
        if not path.exists():
            return path
    raise KioskError("devices.stick_refused", f"{MOST} sheets of one second")


class ChosenPrinter:
    """The printer that the setting names: the stick, or the system's for everything else."""

    def __init__(self, system: Printer, stick: Printer, to_stick: Callable[[], bool]) -> None:
        self._system, self._stick, self._to_stick = system, stick, to_stick

    def submit(self, pdf: bytes, paper_mm: tuple[float, float], printed: Printed) -> None:
        """Hand it to the one that is chosen now."""
        (self._stick if self._to_stick() else self._system).submit(pdf, paper_mm, printed)

    def close(self) -> None:
        """Both."""
        self._stick.close()
        self._system.close()
