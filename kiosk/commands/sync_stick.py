"""`kiosk sync bundle OUT` and `kiosk sync receipt FILE`: a stick as the mule between kiosk and hub."""

import argparse
import json
from pathlib import Path

from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Parser, home_of
from kiosk.core.clock import SystemClock
from kiosk.core.words import environment_language, say


def add(bundle: Parser, receipt: Parser) -> None:
    """Describe both."""
    bundle.add_argument("out", type=Path, metavar="OUT", help=say("sync.option_bundle", bundle.language))
    bundle.set_defaults(run=run_bundle)
    receipt.add_argument("file", type=Path, metavar="FILE", help=say("sync.option_receipt", receipt.language))
    receipt.set_defaults(run=run_receipt)


def run_bundle(args: argparse.Namespace) -> int:
    """Write what waits to the stick."""
    from kiosk.sync import bundle

    home, clock = home_of(args), SystemClock()
    with opened_store(home, clock) as store:
        made = bundle.write(home, store, clock, args.out)
    told = {
        "file": str(made.file), "events": made.events, "texts": made.texts, "bytes": made.written.bytes,
        "sha256": made.written.sha256,
    }  # fmt: skip
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(say("sync.told_bundle", environment_language(), **told))
    return 0


def run_receipt(args: argparse.Namespace) -> int:
    """Mark as delivered what the hub has taken in, and do what it wants; 1 when it refused some of it."""
    from kiosk.commands.sync_whole import down
    from kiosk.sync import status, stick_answer

    home, clock, language = home_of(args), SystemClock(), environment_language()
    with opened_store(home, clock) as store:
        taken = stick_answer.take(home, store, clock, args.file, down(home, store, clock))
    done, receipt = taken.done, taken.receipt
    told = {
        "events": receipt.events, "refused": receipt.refused, "moved": receipt.moved, "old": taken.old,
        "erased": done.erased, "settings": done.settings, "packs": done.packs, "rated": done.rated,
    }  # fmt: skip
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(say("sync.told_receipt", language, **told))
        print(say("sync.told_old", language) if taken.old else status.told_done(done, language))
    return 1 if receipt.refused else 0
