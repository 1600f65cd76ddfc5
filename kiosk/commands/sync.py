"""`kiosk sync enroll|now|status|bundle|receipt`: the tie to the hub, and what waits for it."""

import argparse
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kiosk.commands import sync_stick
from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Parser, Subparsers, add_common, home_of
from kiosk.core.clock import SystemClock, iso
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.store import Store
    from kiosk.sync.delivery import Delivered

DID = ("texts", "recordings", "kept_back", "erased", "settings", "packs", "rated")
"""What `now` has done besides events, by the fields of `Delivered`."""


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = _add(subparsers, "sync", "command", json=False)
    inner = parser.add_subparsers(title=parser.words("commands"), metavar=parser.words("command"), required=True)
    enroll = _add(inner, "enroll", "command_enroll")
    enroll.add_argument("url", metavar="URL", help=say("sync.option_url", parser.language))
    enroll.add_argument("code", metavar="CODE", help=say("sync.option_code", parser.language))
    enroll.set_defaults(run=run_enroll)
    _add(inner, "now", "command_now").set_defaults(run=run_now)
    _add(inner, "status", "command_status").set_defaults(run=run_status)
    sync_stick.add(_add(inner, "bundle", "command_bundle"), _add(inner, "receipt", "command_receipt"))


def _add(subparsers: Subparsers, name: str, words: str, *, json: bool = True) -> Parser:
    text = say(f"sync.{words}", environment_language())
    parser: Parser = subparsers.add_parser(name, help=text, description=text)
    add_common(parser)
    if json:
        parser.add_argument("--json", action="store_true", help=parser.words("json"))
    return parser


def run_enroll(args: argparse.Namespace) -> int:
    """Tie the kiosk to its hub."""
    from kiosk.sync.identity import enrol

    home = home_of(args)
    with opened_store(home) as store:
        tie = enrol(home, store, args.url, args.code)
    told = {"url": tie.url, "hub": tie.hub, "kiosk": tie.kiosk, "base": tie.base}
    print(json.dumps(told, ensure_ascii=False) if args.json else say("sync.enrolled", environment_language(), **told))
    return 0


def run_now(args: argparse.Namespace) -> int:
    """All that the courier does; 0 when all went, 1 when some of it was refused, 2 when the hub was not reached."""
    from kiosk.commands.sync_whole import down
    from kiosk.sync import status
    from kiosk.sync.delivery import Delivered
    from kiosk.sync.post import PostOffice
    from kiosk.sync.turn import TURN_S

    home, clock = home_of(args), SystemClock()
    done, failure = Delivered(), None
    with opened_store(home, clock) as store:
        post = PostOffice(home, store, clock, down=down(home, store, clock))
        try:
            post.deliver(done=done, patience_s=TURN_S)
        except KioskError as error:
            failure = error
        finally:
            post.close()
        told = report(store, home_of(args), done) | {name: getattr(done, name) for name in DID}
    if failure is not None and not args.json:
        raise failure
    if failure is not None:
        told["error"] = _sentence(failure)
    _tell(args, told, "sync.told_delivered")
    if not args.json:
        print(status.told_done(done, environment_language()))
    return 2 if failure else 1 if done.refused else 0


def run_status(args: argparse.Namespace) -> int:
    """Say how it is doing; 0 when the last attempt got through, 1 when some of it was refused, 2 when it failed."""
    home = home_of(args)
    with opened_store(home) as store:
        told = report(store, home, None)
    _tell(args, told, "sync.told_status" if told["waiting"] else "sync.told_done")
    if told["error"] and not args.json:
        print(say("sync.told_error", environment_language(), what=told["error"]))
    return 2 if told["error"] else 1 if told["refused"] else 0


def report(store: "Store", home: Any, done: "Delivered | None") -> dict[str, Any]:
    """What the contracts promise of `now` (what this round did: `done`) and `status` (since enrolment)."""
    from kiosk.sync import status

    found = status.read(home, store, SystemClock().utc_ms())
    if not found.enrolled:
        raise KioskError("sync.not_enrolled")
    counted = done or found
    return {
        "sent": counted.sent,
        "accepted": counted.accepted,
        "refused": counted.refused,
        "waiting": found.waiting,
        "oldest": iso(found.oldest_ms) if found.oldest_ms is not None else None,
        "last_success": iso(found.success_ms) if found.success_ms else None,
        "error": found.trouble(environment_language()) or None,
        "url": found.url,
        "base": found.base,
        "clock_skew_ms": found.skew_ms,
        "refusals": [{"epoch": one[0], "seq": one[1], "code": one[2], "what": one[3]} for one in found.refusals],
    }


def _tell(args: argparse.Namespace, told: dict[str, Any], words: str) -> None:
    language = environment_language()
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    shown = {name: say("sync.never", language) if value is None else value for name, value in told.items()}
    for name in ("oldest", "last_success"):
        if told[name]:
            shown[name] = f"{datetime.fromisoformat(told[name]).astimezone():%Y-%m-%d %H:%M}"
    print(say(words, language, **shown))


def _sentence(error: KioskError) -> str:
    return say(error.code, environment_language(), **error.params)
