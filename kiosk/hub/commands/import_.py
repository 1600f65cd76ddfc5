"""`kiosk-hub import`: what a kiosk without a network has sent on a stick."""

import argparse
import json
from pathlib import Path

from kiosk.commands.parser import Subparsers
from kiosk.core.errors import KioskError
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
    """Take it in and write the receipt beside it; 1 when some of it was refused."""
    from kiosk.hub import bundles
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
    finally:
        hub.close()
    _write(receipt, done.receipt)
    told = {
        "kiosk": done.told.kiosk, "base": done.base, "events": done.told.events, "stored": done.told.stored,
        "refused": len(done.told.refused), "receipt": str(receipt),
    }  # fmt: skip
    print(json.dumps(told, ensure_ascii=False, indent=2) if args.json else say("hub.imported", language, **told))
    return 1 if done.told.refused else 0


def _write(receipt: Path, content: bytes) -> None:
    """Raises KioskError `hub.receipt_unwritten`: what was taken in stays, and importing again writes it again."""
    from kiosk.exports.writing import write_whole

    def fill(path: Path) -> int:
        path.write_bytes(content)
        return 1

    try:
        write_whole(receipt, len(content), fill)
    except KioskError as error:
        raise KioskError("hub.receipt_unwritten", f"{error.code} {error.detail}", file=receipt) from error
