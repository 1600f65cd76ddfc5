"""`kiosk-hub export log|visits|items --base NAME OUT`: one base's rows, as the kiosk's own exports write them.

Rows of single children stay with their base: never of two bases at once, and on the hub's audit log before a byte is
written.
"""

import argparse

from kiosk.commands.export import FORMATS, TABLES, asked, options
from kiosk.commands.export_told import tell
from kiosk.commands.parser import Parser, Subparsers
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, add_common, data_of

WHO = "command"
"""Who did it, in the audit log: whoever may run programs on the hub's machine."""


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "export")
    kinds = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    for table in TABLES:
        text = say(f"commands.export_{table}", environment_language())
        one: Parser = kinds.add_parser(table, help=text, description=text)
        add_common(one)
        one.add_argument("--base", required=True, metavar=one.words("name"), help=say("hub.export_base", one.language))
        options(one, FORMATS[table])
        one.add_argument("--every-origin", action="store_true", help=one.words("export_every_origin"))
        one.add_argument("--json", action="store_true", help=one.words("json"))
        one.set_defaults(run=run, table=table)


def run(args: argparse.Namespace) -> int:
    """Export and say what was written."""
    from kiosk.core.clock import SystemClock
    from kiosk.exports.export import export
    from kiosk.hub.exporting import journal
    from kiosk.hub.hub import Hub
    from kiosk.hub.people import audit, persons
    from kiosk.hub.people.scope import Scope
    from kiosk.hub.serving import Serving

    wanted = asked(args)
    hub = Hub.open(data_of(args), Serving.last(data_of(args)).database)
    try:
        with hub.database.write() as connection:
            base = persons.base_number(connection, args.base)
            act = audit.Act(WHO, "exported", f"{args.table} {args.format} {args.base}", base)
            audit.note(connection, SystemClock().utc_ms(), act)
        with journal(hub, Scope(base=base), wanted.start, wanted.end) as db:
            written = export(db, args.table, args.format, wanted, args.out)
    finally:
        hub.close()
    return tell(written, args)
