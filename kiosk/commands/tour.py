"""`kiosk tour`: a whole visit through the real screens by synthetic touch, with a picture of each."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from kiosk.commands.parser import Subparsers, add_command
from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.rehearsal.report import Report

Size = tuple[int, int]


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "tour", json=True)
    language = parser.language
    parser.add_argument(
        "--out", type=Path, required=True, metavar=parser.words("folder"), help=say("tour.out", language)
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=say("tour.seed", language))
    parser.add_argument("--size", action="append", metavar="WxH", help=say("tour.size", language))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Walk; 1 with the reasons on stderr when anything was not as it should be."""
    language = environment_language()
    sizes = [parse_size(text) for text in arguments.size or ["1920x1080"]]
    arguments.out.mkdir(parents=True, exist_ok=True)
    for old in arguments.out.glob("*x*-*-*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="fingertip-glow-tour-") as scratch:
        report = walk(arguments.home or Path(scratch) / "home", Path(scratch), arguments.out, sizes, arguments.seed)
    shown = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
    (arguments.out / "report.json").write_text(shown, "utf-8")
    if arguments.json:
        print(shown)
    else:
        print(say("tour.done", language, screens=len(report.screens), answers=report.answers, out=arguments.out))
    for fault in [*report.faults, *report.warnings]:
        print(say("tour.fault", language, fault=fault), file=sys.stderr)
    return 1 if report.faults or report.warnings else 0


def parse_size(text: str) -> Size:
    """`1920x1080` as width and height in pixels. Raises KioskError `tour.bad_size`."""
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 320 and int(height) >= 320):
        raise KioskError("tour.bad_size", size=text)
    return int(width), int(height)


def offscreen(folder: Path, size: Size) -> str:
    """The platform setting for an offscreen screen of `size`, described by a file in `folder`."""
    screen = {"name": "tour", "x": 0, "y": 0, "width": size[0], "height": size[1]}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}), "utf-8")
    return f"offscreen:configfile={file}"


def walk(home: Path, scratch: Path, out: Path, sizes: list[Size], seed: int) -> "Report":
    """One visit for each of `sizes`, in one application, its rows marked as rehearsal."""
    largest = max(width for width, _ in sizes), max(height for _, height in sizes)
    os.environ.setdefault("QT_QPA_PLATFORM", offscreen(scratch, largest))
    # Imported here: only this command needs Qt, and the platform must be known before.
    from kiosk.app import Kiosk, make_application, real_devices
    from kiosk.core.clock import ShiftedClock
    from kiosk.rehearsal.birth import since_birth_ms
    from kiosk.rehearsal.microphone import rehearsal_microphone
    from kiosk.rehearsal.report import Report, Warnings
    from kiosk.rehearsal.walk import Walk

    library, told = rehearsal_microphone(program_folder() / "assets" / "sounds")
    warnings, report, clock = Warnings(), Report(microphone=told), ShiftedClock()
    app = make_application()

    def visit(kiosk: Kiosk, size: Size) -> None:
        shown: list[float] = []
        kiosk.window.frameSwapped.connect(lambda: shown.append(since_birth_ms()))
        kiosk.show(windowed=True, size=size)
        kiosk.prepare()
        Walk(kiosk, clock, report, out, Random(seed)).run()
        report.first_frame_ms = report.first_frame_ms or shown[0]
        report.count(kiosk.store)
        kiosk.close()

    try:
        for size in sizes:
            devices = real_devices(home, library=library, self_test=False)
            visit(Kiosk(home, devices, clock=clock, random=Random(seed), origin="rehearsal"), size)
            app.processEvents()
    finally:
        warnings.stop()
    report.warnings = warnings.texts
    return report
