"""`kiosk-hub simulate`: bases, kiosks and answers that never were, marked as simulated."""

import argparse
import json
import time
from random import Random

from kiosk.commands.parser import Subparsers
from kiosk.commands.simulate import SEEDS, positive, progress
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, data_of


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "simulate", json=True)
    for name in ("bases", "kiosks", "answers"):
        told = say(f"hub.option_{name}", parser.language)
        parser.add_argument(f"--{name}", type=positive, required=True, metavar="N", help=told)
    parser.add_argument("--seed", type=int, default=None, metavar="S", help=say("simulate.seed", parser.language))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Add them, roll them up, say what was added."""
    from kiosk.hub.hub import Hub
    from kiosk.hub.rollups import rolling
    from kiosk.hub.serving import Serving
    from kiosk.hub.simulating import Filling
    from kiosk.rehearsal.simulated_town import play_town

    language, began = environment_language(), time.monotonic()
    seed = Random().randrange(SEEDS) if args.seed is None else args.seed
    random, data = Random(seed), data_of(args)
    hub = Hub.open(data, Serving.last(data).database)
    try:
        filling = Filling(hub, play_town(random, hub.clock.utc_ms()), args.bases, args.kiosks, random)
        done = filling.add(args.answers, progress(args.answers, language))
        while rolling.roll(hub):
            pass
    finally:
        hub.close()
    told = {
        "answers": done.answers, "events": done.events, "bases": args.bases, "kiosks": max(args.bases, args.kiosks),
        "seconds": round(time.monotonic() - began, 1), "seed": seed,
    }  # fmt: skip
    print(json.dumps(told, indent=2) if args.json else say("hub.simulated", language, **told))
    return 0
