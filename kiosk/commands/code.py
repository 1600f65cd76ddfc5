"""`kiosk code`: issue a return code for a guardian's paper form, or take it back."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.privacy.guardian import Guardian

ROLE = "admin"


def add(subparsers: Subparsers) -> None:
    """Describe the two commands."""
    parser = add_command(subparsers, "code")
    acts = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    issue = add_command(acts, "issue", command="code_issue")
    issue.add_argument("--form", required=True, metavar=issue.words("number"), help=issue.words("code_form"))
    issue.add_argument(
        "--signed", required=True, type=date.fromisoformat, metavar=issue.words("day"), help=issue.words("code_signed")
    )
    issue.add_argument(
        "--class", dest="class_label", default="", metavar=issue.words("name"), help=issue.words("code_class")
    )
    issue.set_defaults(run=run_issue)
    withdraw = add_command(acts, "withdraw", command="code_withdraw")
    withdraw.add_argument("--form", required=True, metavar=issue.words("number"), help=withdraw.words("code_form"))
    withdraw.set_defaults(run=run_withdraw)


def run_issue(args: argparse.Namespace) -> int:
    """Say the three pictures; they are told this once and can be read nowhere afterwards."""
    language = environment_language()
    with _guarded(home_of(args)) as (guardian, settings):
        if settings["classes"] and args.class_label not in settings["classes"]:
            raise KioskError("privacy.class_unknown", value=args.class_label, known="、".join(settings["classes"]))
        pictures = guardian.codes.issue(args.form, args.signed.isoformat(), args.class_label, ROLE)
    names = " → ".join(say(f"privacy.picture_{name}", language) for name in pictures)
    print(say("commands.code_issued", language, pictures=names, days=settings["days_return_code"]))
    return 0


def run_withdraw(args: argparse.Namespace) -> int:
    """Erase the code of a form, and print the receipt."""
    language = environment_language()
    with _guarded(home_of(args)) as (guardian, _):
        receipt = guardian.codes.withdraw(args.form)
    print("\n".join(receipt.lines(language)) if receipt else say("commands.code_none", language))
    return 0


@contextmanager
def _guarded(home: Path) -> Iterator[tuple["Guardian", dict[str, Any]]]:
    """The home's register and settings."""
    from kiosk.privacy.guardian import Guardian
    from kiosk.store import settings

    clock = SystemClock()
    with opened_store(home, clock) as store:
        with store.read() as connection:
            present = settings.read_all(connection)
        yield Guardian(home, store, clock, lambda: present), present
