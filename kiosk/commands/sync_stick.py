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
    """Mark as delivered what the hub has taken in; 1 when it refused some of it."""
    from kiosk.sync import receipt

    home, clock = home_of(args), SystemClock()
    with opened_store(home, clock) as store:
        done = receipt.acknowledge(home, store, clock, args.file)
    told = {"events": done.events, "refused": done.refused, "moved": done.moved}
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(say("sync.told_receipt", environment_language(), **told))
    return 1 if done.refused else 0
