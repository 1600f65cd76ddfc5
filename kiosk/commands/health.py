"""`kiosk health`: is this kiosk well, and what to do."""

import argparse
import json
import sys
from pathlib import Path

from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.clock import SystemClock
from kiosk.core.places import program_folder
from kiosk.core.words import environment_language, say


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    one = add_command(subparsers, "health", json=True)
    one.add_argument("--diagnostics", type=Path, metavar=one.words("file"), help=one.words("health_diagnostics"))
    one.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look at everything; the exit code is 1 when something keeps the kiosk from its work."""
    from kiosk.broadcast.self_test import remembered
    from kiosk.devices.renderer import Renderer
    from kiosk.devices.state import DeviceState
    from kiosk.packs.library import Library
    from kiosk.staff.fonts import ask_fontconfig
    from kiosk.staff.health import Ground, as_json, examine, is_well
    from kiosk.store import Store

    home, clock, language = home_of(args), SystemClock(), environment_language()
    renderer = Renderer(home / "cache" / "speech")
    store = Store.open(home, clock, housekeeping_after_s=None)
    try:
        if not store.state().temporary:
            Library(store, program_folder() / "quizzes", clock).ensure_built_in()
        # Only the running screen knows whether sound is heard.
        untried = DeviceState("devices.sound_untried")
        ground = Ground(
            home=home,
            store=store,
            clock=clock,
            language=language,
            speech=lambda: renderer.render("", lambda: True).state,
            sound=lambda: untried,
            fonts=ask_fontconfig,
            microphone=lambda: remembered(home)[1],
        )
        checks = examine(ground)
        if args.diagnostics:
            from kiosk.staff.diagnostics import write_diagnostics

            written = write_diagnostics(ground, checks, args.diagnostics)
            told = say("commands.diagnostics_written", language, file=args.diagnostics, bytes=written.bytes)
            print(told, file=sys.stderr if args.json else sys.stdout)
    finally:
        store.close()
        renderer.close()
    if args.json:
        print(json.dumps(as_json(checks), ensure_ascii=False, indent=2))
    else:
        for one in checks:
            print(say(f"staff.health_line_{one.level}", language, what=one.what, how=one.how))
    return 0 if is_well(checks) else 1
