"""`kiosk-hub import`: what a kiosk without a network has sent on a stick."""

import argparse
import json
from pathlib import Path

from kiosk.commands.parser import Subparsers
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, data_of


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "import", json=True)
    parser.add_argument("bundle", type=Path, metavar="BUNDLE", help=say("hub.option_bundle", parser.language))
    out = say("hub.option_receipt", parser.language)
    parser.add_argument("--receipt", type=Path, metavar="FILE", help=out)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Take it in and write beside it the receipt and what the hub wants of the kiosk; 1 when some was refused."""
    from kiosk.hub import bundles, stick_answers
    from kiosk.hub.hub import Hub
    from kiosk.hub.people import audit
    from kiosk.hub.serving import Serving
    from kiosk.sync.bundle_file import RECEIPT_ENDING

    data, file, language = data_of(args), args.bundle, environment_language()
    receipt = args.receipt or file.with_suffix(RECEIPT_ENDING)
    hub = Hub.open(data, Serving.last(data).database)
    try:
        done = bundles.take(hub, file, language)
        act = audit.Act("", "bundle_imported", f"{done.told.kiosk} {done.told.bundle} {done.told.stored}")
        with hub.database.write() as connection:
            audit.note(connection, hub.clock.utc_ms(), act)
        stick_answers.write(hub, done, receipt)
    finally:
        hub.close()
    down = {name: len(done.orders.get(name, ())) for name in ("erase", "settings", "packs")}
    refusals = [{"epoch": one[0], "seq": one[1], "code": one[2], "what": one[3]} for one in done.told.refused]
    told = {
        "kiosk": done.told.kiosk, "base": done.base, "events": done.told.events, "stored": done.told.stored,
        "refused": len(refusals), "refusals": refusals, "receipt": str(receipt), **down,
    }  # fmt: skip
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(say("hub.imported", language, **told))
        for one in refusals:
            print(say("hub.imported_refused", language, **one))
    return 1 if done.told.refused else 0
