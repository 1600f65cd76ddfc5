"""`kiosk class sheets` and `kiosk class read-sheets`: answer sheets to print, and pictures of filled-in ones."""

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from kiosk.commands.class_part import last_session
from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.answer_sheet import MOMENTS, MOST_NUMBER
from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.classroom import Classroom, Session
    from kiosk.classroom.sheets_pile import Pile
    from kiosk.store import Store

COUNT = 40
PATIENCE_S = 20.0


def add(acts: Subparsers) -> None:
    """Describe the two commands."""
    sheets = add_command(acts, "sheets", command="class_sheets", json=True)
    words = sheets.words
    sheets.add_argument("--moment", choices=MOMENTS, help=words("class_sheets_moment"))
    sheets.add_argument("--way", choices=("screen", "booklet"), default="booklet", help=words("class_sheets_way"))
    sheets.add_argument("--count", type=number, default=COUNT, metavar="N", help=words("class_sheets_count"))
    sheets.add_argument("--code", metavar="NNNN", help=words("class_sheets_code"))
    sheets.add_argument("folder", type=Path, metavar=words("folder"), help=words("class_sheets_out"))
    sheets.set_defaults(run=run_sheets)
    read = add_command(acts, "read-sheets", command="class_read_sheets", json=True)
    read.add_argument("files", type=Path, nargs="+", metavar=words("file"), help=words("class_sheets_files"))
    read.set_defaults(run=run_read)


def number(text: str) -> int:
    """How many sheets. Raises ValueError."""
    if not 0 < int(text) <= MOST_NUMBER:
        raise ValueError(text)
    return int(text)


def run_sheets(args: argparse.Namespace) -> int:
    """Write the sheets, and the booklets that belong to them, into a folder."""
    from kiosk.classroom.rules import is_code
    from kiosk.classroom.sheets_printing import forms_of, sheet_codes
    from kiosk.core.answer_sheet import items_digits
    from kiosk.exports.answer_sheet_papers import Printing, documents, put

    with opened_room(home_of(args)) as (room, store):
        session = None if args.code else last_session(store)
        if args.code and not is_code(args.code):
            raise KioskError("classroom.bad_code", args.code)
        moment = args.moment or first_test(session)
        forms = room.forms_named(session.asked.forms if session else "")
        code = args.code or (session.code if session else "")
        chosen = forms_of(moment, args.way, code)
        digits = {form: items_digits(one.hash for one in forms.items(form)) for form in chosen}
        codes = sheet_codes(code, moment, chosen, args.count, digits, SystemRandom())
        items = {form: [one.item for one in forms.items(form)] for form in chosen}
        printing = Printing(base_name(store), environment_language())
        made = documents(codes, items, printing, booklets=args.way == "booklet")
    written = put(made, args.folder)
    if args.json:
        files = [{"file": str(args.folder / one.name), **asdict(two)} for one, two in zip(made, written, strict=True)]
        print(json.dumps({"code": code, "moment": moment, "sheets": len(codes), "files": files}, ensure_ascii=False))
    else:
        files_named = "、".join(str(args.folder / one.name) for one in made)
        print(
            say("commands.class_sheets_done", environment_language(), count=len(codes), number=code, files=files_named)
        )
    return 0


def run_read(args: argparse.Namespace) -> int:
    """Record what is sure; 1 when sheets wait for a teacher's eye, or were refused."""
    from kiosk.classroom.sheets_pile import piled
    from kiosk.classroom.sheets_reader import look_at

    missing = next((one for one in args.files if not one.is_file()), None)
    if missing:
        raise KioskError("commands.class_no_picture", str(missing), file=str(missing))
    with opened_room(home_of(args)) as (room, store), tempfile.TemporaryDirectory() as pictures:
        session = last_session(store)
        pile = piled(look_at(args.files, Path(pictures)), room.expected(session))
        ready = [one for one in pile.papers if not one.doubts]
        for one in ready:
            room.record_sheet(session, one.filled)
        if not store.flush(PATIENCE_S):
            raise KioskError("sheets.not_kept")
    tell(pile, session, len(ready), as_json=args.json)
    return 1 if pile.refused or pile.unreadable or len(ready) < len(pile.papers) else 0


def tell(pile: "Pile", session: "Session", recorded: int, *, as_json: bool) -> None:
    """What was recorded, what waits and why."""
    language = environment_language()
    doubts: list[dict[str, Any]] = [
        {"file": one.file, "sheet": one.code.number, "rows": [row + 1 for row in one.doubts]}
        for one in pile.papers
        if one.doubts
    ]
    if as_json:
        refused = [{"file": one.file, "why": one.why, "number": one.number} for one in pile.refused]
        about = {"session": session.id, "recorded": recorded, "doubtful": doubts, "refused": refused}
        counts = {"known": pile.known, "empty": pile.empty, "twice": pile.twice}
        counts |= {"coded": pile.coded, "uncoded": pile.uncoded}
        rest = {"without": pile.without, "unreadable": pile.unreadable}
        print(json.dumps({**about, **counts, **rest}, ensure_ascii=False))
        return
    print(say("sheets.recorded", language, count=recorded))
    for one in doubts:
        rows = "、".join(map(str, one["rows"]))
        print(say("commands.class_sheet_doubt", language, file=one["file"], number=one["sheet"], rows=rows))
    for refused_one in pile.refused:
        print(f"{refused_one.file}: {say(f'sheets.{refused_one.why}', language, number=refused_one.number)}")
    for name, count in (
        ("coded", pile.coded),
        ("uncoded", pile.uncoded),
        ("known", pile.known),
        ("empty", pile.empty),
        ("twice", pile.twice),
    ):
        if count:
            print(say(f"sheets.found_{name}", language, count=count))
    for name in (*pile.without, *pile.unreadable):
        code = "without" if name in pile.without else "unreadable"
        print(f"{name}: {say(f'sheets.found_{code}', language, count=1)}")


@contextmanager
def opened_room(home: Path) -> Iterator["tuple[Classroom, Store]"]:
    """The classroom of a home, without any session going on in it, and the store behind it."""
    from random import Random

    from kiosk.classroom import Classroom
    from kiosk.core.clock import SystemClock
    from kiosk.packs.library import Library
    from kiosk.privacy.guardian import Guardian
    from kiosk.privacy.returns import ClassReturns
    from kiosk.store import settings

    clock = SystemClock()
    with opened_store(home) as store:
        library = Library(store, program_folder() / "quizzes", clock)
        library.ensure_built_in()
        with store.read() as connection:
            present = settings.read_all(connection)
        guardian = Guardian(home, store, clock, lambda: present)
        room = Classroom(
            store, clock, "visitor", lambda: present["base_name"], library.form_items, lambda packs: None, Random(),
            returns=lambda label: ClassReturns(store, lambda: guardian.codes, label),
        )  # fmt: skip
        yield room, store


def first_test(session: "Session | None") -> str:
    """The test that is printed for when nobody says which: the one that runs, else the plan's first.

    Raises KioskError `sheets.no_forms`.
    """
    from kiosk.classroom.rules import FORM_MOMENTS, PLANS

    if session is None:
        return MOMENTS[0]
    tests = [one for one in PLANS[session.asked.plan] if one in FORM_MOMENTS]
    if not tests:
        raise KioskError("sheets.no_forms")
    return session.moment if session.testing else tests[0]


def base_name(store: "Store") -> str:
    """The base's name in the settings."""
    from kiosk.store import settings

    with store.read() as connection:
        return str(settings.read_all(connection)["base_name"])
