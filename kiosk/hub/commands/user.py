"""`kiosk-hub user add|list|password|close`: the people who may look at the hub, with the hub running or not."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kiosk.commands.parser import Parser, Subparsers
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, add_common, data_of

if TYPE_CHECKING:
    from kiosk.hub.hub import Hub


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "user")
    acts = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    new = _act(acts, "add")
    new.add_argument("name", metavar=parser.words("name"))
    new.add_argument("--role", required=True, help=say("hub_people.option_role", parser.language))
    new.add_argument("--base", default="", metavar=parser.words("name"), help=_told(parser, "option_base"))
    new.add_argument("--district", default="", metavar=parser.words("name"), help=_told(parser, "option_district"))
    new.set_defaults(run=run_add)
    _act(acts, "list").set_defaults(run=run_list)
    for name, run in (("password", run_password), ("close", run_close)):
        one = _act(acts, name)
        one.add_argument("name", metavar=parser.words("name"))
        one.set_defaults(run=run)


def _act(acts: Subparsers, name: str) -> Parser:
    text = say(f"hub_people.command_{name}", environment_language())
    parser: Parser = acts.add_parser(name, help=text, description=text)
    add_common(parser)
    return parser


def _told(parser: Parser, name: str) -> str:
    return say(f"hub_people.{name}", parser.language)


@contextmanager
def _opened(args: argparse.Namespace) -> "Iterator[Hub]":
    from kiosk.hub.hub import Hub
    from kiosk.hub.serving import Serving

    hub = Hub.open(data_of(args), Serving.last(data_of(args)).database)
    try:
        yield hub
    finally:
        hub.close()


def run_add(args: argparse.Namespace) -> int:
    """Make a person and say the password, this once."""
    from kiosk.hub.people import persons

    with _opened(args) as hub:
        with hub.database.read() as connection:
            base = persons.base_number(connection, args.base) if args.base else None
        password = persons.add(hub, persons.New(args.name.lower(), args.role, base, args.district))
    print(say("hub_people.added", environment_language(), name=args.name.lower(), password=password))
    return 0


def run_list(args: argparse.Namespace) -> int:
    """Say who there is."""
    from kiosk.hub.people.scope import Scope
    from kiosk.hub.queries.people import persons

    language = environment_language()
    with _opened(args) as hub, hub.database.read() as connection:
        for one in persons(connection, Scope()):
            sees = one.base_name or one.district or say("hub_pages.sees_all", language)
            state = say("hub_pages.user_closed" if one.closed_ms else "hub_pages.user_open", language)
            print(f"{one.name}\t{say(f'hub_pages.role_{one.role}', language)}\t{sees}\t{state}")
    return 0


def run_password(args: argparse.Namespace) -> int:
    """Give a person a new password and say it, this once."""
    from kiosk.hub.people import passwords, persons

    password = passwords.new()
    with _opened(args) as hub, hub.database.write() as connection:
        number = persons.by_name(connection, args.name)
        persons.set_password(connection, hub.clock.utc_ms(), number, password, "")
    print(say("hub_people.added", environment_language(), name=args.name.lower(), password=password))
    return 0


def run_close(args: argparse.Namespace) -> int:
    """Let a person in no more."""
    from kiosk.hub.people import persons

    with _opened(args) as hub, hub.database.write() as connection:
        persons.close(connection, hub.clock.utc_ms(), persons.by_name(connection, args.name), "")
    print(say("hub_people.closed", environment_language(), name=args.name.lower()))
    return 0
