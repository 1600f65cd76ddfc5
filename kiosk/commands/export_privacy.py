"""`kiosk export audit|consent-form|child-rules|impact|breach`: the papers of the privacy office."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.export_lock import add_lock, password_of
from kiosk.commands.export_told import tell
from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Parser, Subparsers, add_command, home_of
from kiosk.core.clock import SystemClock
from kiosk.core.events import StaffActed
from kiosk.core.words import LANGUAGES

if TYPE_CHECKING:
    from kiosk.exports.audit_file import Format
    from kiosk.staff.privacy_office import Office

FORMATS: "tuple[Format, ...]" = ("pdf", "xlsx", "zip")
PAPERS = {
    "consent-form": "consent_form",
    "child-rules": "child_rules",
    "impact": "impact",
    "breach": "breach",
}
ROLE = "admin"
FLUSH_S = 5.0


def add(tables: Subparsers) -> None:
    """Describe the commands."""
    one = add_command(tables, "audit", command="export_audit", json=True)
    words = one.words
    one.add_argument("--format", choices=FORMATS, help=words("audit_format"))
    one.add_argument("--year", default="", metavar="2026", help=words("audit_year"))
    one.add_argument("--every-origin", action="store_true", help=words("audit_every_origin"))
    add_lock(one)
    one.set_defaults(run=run_audit)
    _common(one)
    for name, kind in PAPERS.items():
        paper = add_command(tables, name, command=f"export_{kind}", json=True)
        paper.set_defaults(run=run_paper, kind=kind)
        _common(paper)


def _common(parser: Parser) -> None:
    words = parser.words
    parser.add_argument("--language", choices=LANGUAGES, default="zh", help=words("export_language"))
    parser.add_argument("out", type=Path, metavar=words("file"), help=words("export_out"))


def run_audit(args: argparse.Namespace) -> int:
    """Count, write, say what was written; that it was is on record. Without a year: the last whole one."""
    from kiosk.exports.audit_file import year

    with _office(args) as office:
        period = year(args.year or str(office.today.year - 1))
        found = office.audit(period, every_origin=args.every_origin)
        wanted = args.format or args.out.suffix[1:]
        form = next((one for one in FORMATS if one == wanted), FORMATS[-1])
        written = office.write_audit(found, form, args.out, password_of(args))
        detail = f"audit {period.first.year} {form} sha256 {written.sha256[:16]}"
        office.store.append(StaffActed(ROLE, "exported", detail), None)
        office.store.flush(FLUSH_S)
    return tell(written, args)


def run_paper(args: argparse.Namespace) -> int:
    """Write a paper and say so."""
    with _office(args) as office:
        written = office.write_paper(args.kind, args.out)
    return tell(written, args)


@contextmanager
def _office(args: argparse.Namespace) -> Iterator["Office"]:
    from kiosk.privacy.guardian import Guardian
    from kiosk.staff.privacy_office import Office
    from kiosk.store import settings

    home, clock = home_of(args), SystemClock()
    with opened_store(home) as store:
        with store.read() as connection:
            present = settings.read_all(connection)
        today = datetime.fromtimestamp(clock.utc_ms() / 1000).date()
        yield Office(home, store, Guardian(home, store, clock, lambda: present), today, args.language)
