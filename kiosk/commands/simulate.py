"""`kiosk simulate`: visits that nobody made, through the real rules and the real memory, marked as simulated."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.places import program_folder
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.rehearsal.simulated import Simulation

SEEDS = 1 << 32


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "simulate", json=True)
    language = parser.language
    parser.add_argument("--answers", type=positive, required=True, metavar="N", help=say("simulate.answers", language))
    parser.add_argument("--seed", type=int, default=None, metavar="S", help=say("simulate.seed", language))
    parser.set_defaults(run=run)


def positive(text: str) -> int:
    """A whole number above 0."""
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(say("simulate.not_positive", environment_language(), text=text))
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Add the answers and say what was added."""
    language = environment_language()
    seed = Random().randrange(SEEDS) if args.seed is None else args.seed
    began = time.monotonic()
    simulation = simulate(home_of(args), args.answers, seed, progress(args.answers, language))
    told = {
        "answers": simulation.counted["item_answered"],
        "right": simulation.right,
        "visits": simulation.counted["visit_started"],
        "rows": simulation.counted.total(),
        "seconds": round(time.monotonic() - began, 1),
        "seed": seed,
    }
    print(json.dumps(told, indent=2) if args.json else say("simulate.done", language, **told))
    return 0


def simulate(home: Path, answers: int, seed: int, told: Callable[[int], None]) -> "Simulation":
    """Add `answers` answers to the memory in `home`."""
    from kiosk.classroom.form_sets import BUILT_IN, form_sets
    from kiosk.commands.opening import opened_store
    from kiosk.core.clock import SteppedClock, SystemClock
    from kiosk.packs.library import Library
    from kiosk.rehearsal.simulated import Simulation
    from kiosk.rehearsal.simulated_visit import Base
    from kiosk.store import settings

    clock = SteppedClock(SystemClock().utc_ms())
    with opened_store(home, clock) as store:
        library = Library(store, program_folder() / "quizzes", clock)
        library.ensure_built_in()
        with store.read() as connection:
            named: list[str] = settings.read_all(connection)["classes"]
        names = json.loads((program_folder() / "content" / "nicknames.json").read_text("utf-8"))["nicknames"]
        forms = form_sets(library.form_items()).get(BUILT_IN)
        base = Base(library, named or say("simulate.classes").split("|"), [name["zh"] for name in names], forms)
        simulation = Simulation(store, base, clock, Random(seed))
        simulation.add(answers, told)
    return simulation


def progress(answers: int, language: str) -> Callable[[int], None]:
    """Tells a person at a terminal how far it is; nobody else."""

    def told(done: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == answers else ""
            print(say("simulate.progress", language, done=done, answers=answers), end=end, file=sys.stderr, flush=True)

    return told
