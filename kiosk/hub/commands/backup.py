"""`kiosk-hub backup OUT`: everything the hub holds, in one file, with the hub running or not."""

import argparse
from pathlib import Path

from kiosk.commands.parser import Subparsers
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, data_of


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "backup")
    parser.add_argument("out", type=Path, metavar=parser.words("file"), help=say("hub_backup.out", parser.language))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make it and say how large it is."""
    from kiosk.hub.backup import backup
    from kiosk.hub.hub import Hub
    from kiosk.hub.serving import Serving

    hub = Hub.open(data_of(args), Serving.last(data_of(args)).database)
    try:
        size = backup(hub, args.out)
    finally:
        hub.close()
    print(say("hub_backup.made", environment_language(), file=args.out, size=f"{size / 1e6:.1f} MB"))
    return 0
