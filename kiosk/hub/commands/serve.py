"""`kiosk-hub serve`: the hub itself."""

import argparse
import socket
import sys
from dataclasses import replace

from kiosk.commands.parser import Subparsers
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, data_of
from kiosk.hub.serving import Serving


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "serve")
    language, default = parser.language, Serving()
    parser.add_argument("--host", default=default.host, help=say("hub.option_host", language))
    parser.add_argument("--port", type=int, default=default.port, help=say("hub.option_port", language))
    parser.add_argument("--database", default="", metavar="URL", help=say("hub.option_database", language))
    parser.add_argument("--workers", type=int, default=1, metavar="N", help=say("hub.option_workers", language))
    parser.add_argument("--tls", choices=("on", "off"), default="on", help=say("hub.option_tls", language))
    parser.add_argument("--public-url", default="", metavar="URL", help=say("hub.option_public_url", language))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C or a signal."""
    from kiosk.hub import serve
    from kiosk.hub.hub import Hub
    from kiosk.hub.people import persons

    serving = replace(
        Serving(), host=args.host, port=args.port, database=args.database, tls=args.tls == "on",
        public_url=args.public_url, workers=args.workers,
    )  # fmt: skip
    if not serving.tls and not serving.loopback and not serving.public_url.startswith("https://"):
        raise KioskError("hub.tls_needed", host=serving.host)
    if serving.workers > 1 and not serving.database:
        raise KioskError("hub.workers_need_postgresql")
    _try_port(serving)
    data = data_of(args)
    hub = Hub.open(data, serving.database)  # a database that cannot be used is told of before anything is served
    password = persons.first(hub)
    hub.close()
    print(say("hub.serving", environment_language(), url=serving.url, data=data), file=sys.stderr, flush=True)
    if password:
        told = {"url": serving.url, "name": persons.FIRST, "password": password}
        print(say("hub_people.first", environment_language(), **told), file=sys.stderr, flush=True)
    serve.run(data, serving)
    return 0


def _try_port(serving: Serving) -> None:
    """Raises KioskError `hub.port_taken`: uvicorn would only log it."""
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    try:
        socket.create_server((serving.host, serving.port), family=family).close()
    except (OSError, OverflowError) as error:
        raise KioskError("hub.port_taken", repr(error), host=serving.host, port=serving.port) from error
