"""Printing one sheet: what the house asks of it, and the silent one. The real one is `child_printer.ChildPrinter`."""

from collections.abc import Callable
from typing import Protocol

from kiosk.core.errors import KioskError

Printed = Callable[[KioskError | None], None]
"""Told once, from another thread: `None` when the system has taken the sheet, else what went wrong."""


class Printer(Protocol):
    """Hands sheets to the system's printer. No method blocks or raises."""

    def submit(self, pdf: bytes, paper_mm: tuple[float, float], printed: Printed) -> None:
        """Print the PDF of one page on paper of that width and height in millimetres."""
        ...

    def close(self) -> None:
        """Give up what is under way and leave no sheet on the disk; waits at most two seconds."""
        ...


class SilentPrinter:
    """A printer for machines and rehearsals without one: `sheets` are what was to be printed, with their paper."""

    def __init__(self) -> None:
        self.sheets: list[tuple[bytes, tuple[float, float]]] = []

    def submit(self, pdf: bytes, paper_mm: tuple[float, float], printed: Printed) -> None:
        """Taken at once, by nobody."""
        self.sheets.append((pdf, paper_mm))
        printed(None)

    def close(self) -> None:
        """Nothing was started."""
