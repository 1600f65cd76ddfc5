"""The system's printer as a child process, with commands that behave well and badly."""

import sys
import threading
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.core.words import LANGUAGES, say
from kiosk.devices.child_printer import A4_MM, ChildPrinter
from kiosk.devices.printer import SilentPrinter


class Told:
    """Waits for the one answer of a printer."""

    def __init__(self) -> None:
        self._come = threading.Event()
        self._errors: list[KioskError | None] = []

    def __call__(self, error: KioskError | None) -> None:
        self._errors.append(error)
        self._come.set()

    def code(self) -> str:
        """What went wrong; empty when nothing did."""
        assert self._come.wait(10)
        (error,) = self._errors
        return error.code if error else ""


def spooler(folder: Path, body: str) -> list[str]:
    """A command in place of `lp` that runs `body` with the arguments in `sys.argv`."""
    script = folder / "spooler.py"
    script.write_text(f"import pathlib, sys, time\nhere = pathlib.Path({str(folder)!r})\n{body}\n", "utf-8")
    return [sys.executable, str(script)]


def test_a_sheet_is_handed_over_and_leaves_no_file(tmp_path: Path) -> None:
    body = "(here / 'taken').write_bytes(pathlib.Path(sys.argv[-1]).read_bytes() + ' '.join(sys.argv[1:-1]).encode())"
    printer, told = ChildPrinter(tmp_path / "printing", spooler(tmp_path, body)), Told()
    printer.submit(b"%PDF-", A4_MM, told)
    assert told.code() == ""
    assert (tmp_path / "taken").read_bytes() == b"%PDF--o media=A4 -o fit-to-page"
    assert not list((tmp_path / "printing").iterdir())
    printer.close()


@pytest.mark.parametrize(
    ("body", "code"),
    [("sys.exit('no default destination')", "devices.printer_refused"), ("time.sleep(60)", "devices.printer_slow")],
)
def test_a_printer_that_fails_is_told_in_a_sentence(tmp_path: Path, body: str, code: str) -> None:
    printer, told = ChildPrinter(tmp_path / "printing", spooler(tmp_path, body), patience_s=0.8), Told()
    printer.submit(b"%PDF-", A4_MM, told)
    assert told.code() == code
    printer.close()
    assert all(say(code, language) for language in LANGUAGES)


def test_a_system_without_a_printer_says_so(tmp_path: Path) -> None:
    printer, told = ChildPrinter(tmp_path / "printing", [str(tmp_path / "none")]), Told()
    printer.submit(b"%PDF-", A4_MM, told)
    assert told.code() == "devices.printer_missing"
    printer.close()


def test_a_second_sheet_waits_and_closing_ends_the_first(tmp_path: Path) -> None:
    body = "(here / 'begun').touch(); time.sleep(60)"
    printer, first, second = ChildPrinter(tmp_path / "printing", spooler(tmp_path, body)), Told(), Told()
    printer.submit(b"%PDF-", A4_MM, first)
    printer.submit(b"%PDF-", A4_MM, second)
    assert second.code() == "devices.printer_busy"
    printer.close()
    assert not (tmp_path / "printing" / "sheet.pdf").exists()


def test_a_sheet_of_a_killed_kiosk_is_wiped_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(b"%PDF-")
    ChildPrinter(tmp_path)
    assert not (tmp_path / "sheet.pdf").exists()


def test_the_silent_printer_takes_everything() -> None:
    printer, told = SilentPrinter(), Told()
    printer.submit(b"%PDF-", A4_MM, told)
    assert told.code() == ""
    assert printer.sheets == [(b"%PDF-", A4_MM)]
