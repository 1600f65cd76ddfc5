"""`--password-file`: an export that opens by a password only, which is never part of a command line."""

import argparse
from pathlib import Path

from kiosk.commands.parser import Parser


def add_lock(parser: Parser) -> None:
    """Describe the option."""
    words = parser.words
    parser.add_argument("--password-file", type=Path, metavar=words("file"), help=words("export_password"))


def password_of(args: argparse.Namespace) -> str:
    """What the file says; empty without one. Raises KioskError (`exports.password_…`)."""
    if args.password_file is None:
        return ""
    from kiosk.exports.locking import read_password

    return read_password(args.password_file)
