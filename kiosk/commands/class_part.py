"""`kiosk class save` and `kiosk class read`: a kiosk's part of the last class session, as the stick carries it."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.classroom.rules import Session
    from kiosk.store import Store


def add(acts: Subparsers) -> None:
    """Describe the two commands."""
    save = add_command(acts, "save", command="class_save", json=True)
    save.add_argument("out", type=Path, metavar=save.words("file"), help=save.words("class_part_out"))
    save.set_defaults(run=run_save)
    read = add_command(acts, "read", command="class_read", json=True)
    read.add_argument("files", type=Path, nargs="+", metavar=read.words("file"), help=read.words("class_part_files"))
    read.set_defaults(run=run_read)


def run_save(args: argparse.Namespace) -> int:
    """Write this kiosk's part."""
    from kiosk.classroom.parts import write_part

    with opened_store(home_of(args)) as store:
        session = last_session(store)
        written = write_part(store, session, args.out)
    if args.json:
        print(json.dumps({"session": session.id, "file": str(args.out), **asdict(written)}, ensure_ascii=False))
    else:
        print(
            say("commands.class_saved", environment_language(), file=args.out, rows=written.rows, number=session.code)
        )
    return 0


def run_read(args: argparse.Namespace) -> int:
    """Take other kiosks' parts in; twice is harmless."""
    from kiosk.classroom.parts import read_part

    with opened_store(home_of(args)) as store:
        session = last_session(store)
        taken = [read_part(store, session, file) for file in args.files]
    new = sum(one.new for one in taken)
    if args.json:
        print(json.dumps({"session": session.id, "parts": [asdict(one) for one in taken], "new": new}))
    else:
        print(say("commands.class_taken", environment_language(), parts=len(taken), rows=new, number=session.code))
    return 0


def last_session(store: "Store") -> "Session":
    """The session that began here last. Raises KioskError `commands.class_none`."""
    from kiosk.classroom.rules import replayed
    from kiosk.store.class_sessions import last_session as facts

    with store.read() as connection:
        session = replayed((one.event, one.utc_ms) for one in facts(connection))
    if session is None:
        raise KioskError("commands.class_none")
    return session
