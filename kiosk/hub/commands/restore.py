"""`kiosk-hub restore FILE`: put a backup back. What the hub held until then is kept in a backup of its own first."""

import argparse
from datetime import datetime
from pathlib import Path

from kiosk.commands.parser import Subparsers
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, data_of


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "restore")
    language = parser.language
    parser.add_argument("--database", default="", metavar="URL", help=say("hub.option_database", language))
    parser.add_argument("file", type=Path, metavar=parser.words("file"), help=say("hub_backup.file", language))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Restore and say what is there now."""
    from kiosk.hub.backup import backup, restore
    from kiosk.hub.hub import Hub
    from kiosk.hub.serving import Serving

    data = data_of(args)
    hub = Hub.open(data, args.database or Serving.last(data).database)
    try:
        before = data / f"before-restore-{datetime.now():%Y%m%d-%H%M%S}.tar"
        backup(hub, before)
        events = restore(hub, args.file)
    finally:
        hub.close()
    print(say("hub_backup.restored", environment_language(), events=events, before=before))
    return 0
