"""`kiosk-hub join`: tie this hub, a region's, to a higher one; what its kiosks sent goes on there by itself."""

import argparse
import json

from kiosk.commands.parser import Subparsers
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, data_of


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "join", json=True)
    parser.add_argument("url", metavar="URL", help=say("sync.option_url", parser.language))
    parser.add_argument("code", metavar="CODE", help=say("sync.option_code", parser.language))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Tie it; a serving hub begins to forward within seconds."""
    from kiosk.hub import higher
    from kiosk.hub.hub import Hub
    from kiosk.hub.people import audit
    from kiosk.hub.serving import Serving

    data = data_of(args)
    hub = Hub.open(data, Serving.last(data).database)
    try:
        tie = higher.join(hub, data, args.url, args.code)
        with hub.database.write() as connection:
            audit.note(connection, hub.clock.utc_ms(), audit.Act("", "joined", f"{tie.url} {tie.hub}"))
    finally:
        hub.close()
    told = {"url": tie.url, "hub": tie.hub, "kiosk": tie.kiosk, "base": tie.base}
    print(json.dumps(told, ensure_ascii=False) if args.json else say("hub.joined", environment_language(), **told))
    return 0
