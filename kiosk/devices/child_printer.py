"""The system's printer: a child process of CUPS (`lp`), on Windows the `print` verb of whatever opens PDFs."""

import logging
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.devices.printer import Printed

log = logging.getLogger(__name__)
PATIENCE_S = 20.0
LAST_S = 2.0
A4_MM = (210.0, 297.0)


class ChildPrinter:
    """Keeps the sheet in `folder` only as long as the system needs it. One sheet at a time."""

    def __init__(self, folder: Path, command: Sequence[str] = ("lp",), patience_s: float = PATIENCE_S) -> None:
        self._folder = folder
        self._command = tuple(command)
        self._patience_s = patience_s
        self._child: subprocess.Popen[str] | None = None
        self._thread: threading.Thread | None = None
        self._closed = False
        self._wipe()

    def submit(self, pdf: bytes, paper_mm: tuple[float, float], printed: Printed) -> None:
        """Print on a thread of its own; a second sheet is refused while the first is being handed over."""
        if self._thread and self._thread.is_alive():
            printed(KioskError("devices.printer_busy"))
            return
        self._thread = threading.Thread(target=self._work, args=(pdf, paper_mm, printed), name="printing")
        self._thread.start()

    def close(self) -> None:
        """End the child that is under way."""
        self._closed = True
        if child := self._child:
            child.kill()
        if self._thread:
            self._thread.join(LAST_S)
        self._wipe()

    def _work(self, pdf: bytes, paper_mm: tuple[float, float], printed: Printed) -> None:
        error: KioskError | None = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            sheet = self._folder / "sheet.pdf"
            sheet.write_bytes(pdf)
            self._hand_over(sheet, paper_mm)
        except KioskError as refused:
            error = refused
        except OSError as broken:
            error = KioskError("devices.printer_missing", repr(broken))
        if sys.platform != "win32":
            # There the program that prints reads the file only later: it goes with the next sheet, or the kiosk.
            self._wipe()
        if error:
            log.warning("nothing was printed: %s", error)
        if not self._closed:
            printed(error)

    def _hand_over(self, sheet: Path, paper_mm: tuple[float, float]) -> None:
        """Raises KioskError or OSError when the system does not take it."""
        if sys.platform == "win32":
            import os

            os.startfile(sheet, "print")
            return
        media = "A4" if paper_mm == A4_MM else f"Custom.{paper_mm[0]:.0f}x{paper_mm[1]:.0f}mm"
        command = [*self._command, "-o", f"media={media}", "-o", "fit-to-page", str(sheet)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as child:
            self._child = child
            if self._closed:  # closing looked for a child just before there was one
                child.kill()
            try:
                said, _ = child.communicate(timeout=self._patience_s)
            except subprocess.TimeoutExpired as late:
                child.kill()
                raise KioskError("devices.printer_slow", f"no answer in {self._patience_s} s") from late
            finally:
                self._child = None
        if child.returncode:
            raise KioskError("devices.printer_refused", said.strip())

    def _wipe(self) -> None:
        try:
            (self._folder / "sheet.pdf").unlink(missing_ok=True)
        except OSError as error:
            log.warning("a printed sheet was not erased: %s", error)
