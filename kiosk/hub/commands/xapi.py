"""`kiosk-hub xapi`: have visitors' answers handed on to a learning record store."""

import argparse
from pathlib import Path

from kiosk.commands.parser import Subparsers
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, data_of


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "xapi")
    language = parser.language
    parser.add_argument("url", metavar="URL", help=say("hub.option_xapi", language))
    parser.add_argument("--user", required=True, help=say("hub.option_xapi_user", language))
    parser.add_argument("--password-file", type=Path, required=True, help=say("hub.option_xapi_password", language))
    parser.add_argument("--gzip", action="store_true", help=say("hub.option_xapi_gzip", language))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Try it out, and keep it; a serving hub begins within a minute."""
    from kiosk.hub import xapi

    try:
        password = args.password_file.read_text("utf-8").strip()
    except (OSError, UnicodeError) as error:
        raise KioskError("hub.xapi_password", repr(error), file=args.password_file) from error
    store = xapi.RecordStore(args.url, args.user, password, args.gzip)
    data = data_of(args)
    xapi.tested(store)
    xapi.configure(data, store)
    print(say("hub.xapi_set", environment_language(), url=store.url))
    return 0
