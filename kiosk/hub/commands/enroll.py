"""`kiosk-hub enroll`: a one-time code for one kiosk, or a regional hub, with the hub running or not."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from kiosk.commands.parser import Subparsers
from kiosk.core.clock import iso
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say
from kiosk.hub.commands import add_command, data_of


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = add_command(subparsers, "enroll", json=True)
    parser.add_argument("--base", required=True, metavar="NAME", help=say("hub.option_base", parser.language))
    parser.add_argument("--hub", action="store_true", help=say("hub.option_for_hub", parser.language))
    parser.add_argument("--out", type=Path, metavar="FILE", help=say("hub.option_code_file", parser.language))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the code and say it."""
    from kiosk.hub import certificate, enrolment
    from kiosk.hub.hub import Hub
    from kiosk.hub.serving import Serving

    base = args.base.strip()
    if not base or len(base) > 80:
        raise KioskError("hub.base_name")
    data = data_of(args)
    serving = Serving.last(data)
    hub = Hub.open(data, serving.database)
    try:
        fingerprint = certificate.own(data).fingerprint if serving.tls else b""
        code, expires = enrolment.new_code(hub, base, fingerprint, relays=args.hub)
    finally:
        hub.close()
    told = {"url": serving.url, "code": str(code), "expires": iso(expires)}
    if args.out:
        _write(args.out, told)
    if args.json:
        print(json.dumps(told, indent=2))
    else:
        shown = {
            "url": serving.url,
            "letters": code,
            "digits": code.digits,
            "address": code.address(serving.url),
            "expires": f"{datetime.fromtimestamp(expires / 1000):%Y-%m-%d %H:%M}",
        }
        print(say("hub.enrolled_hub" if args.hub else "hub.enrolled", environment_language(), base=base, **shown))
        if sys.stdout.isatty():
            _show_code(f"{told['url']} {told['code']}")
    return 0


def _write(out: Path, told: dict[str, str]) -> None:
    """For the stick that the kiosk's staff page reads. Raises KioskError `hub.code_unwritten`."""
    try:
        out.write_text(json.dumps(told), "utf-8")
    except OSError as error:
        raise KioskError("hub.code_unwritten", repr(error), file=out) from error


def _show_code(text: str) -> None:
    """`text` as a QR code of letters, for a scanner at the kiosk."""
    import qrcode

    drawn = qrcode.QRCode(border=2)
    drawn.add_data(text)
    drawn.print_ascii(invert=True)
