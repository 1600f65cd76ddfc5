"""The hub's key for what comes on sticks: made once, kept beside the certificate, its public half told at enrolment."""

from pathlib import Path

from kiosk.hub.certificate import put_once
from kiosk.sync import stick_keys

FILE = "hub-stick.key"


def own(data: Path) -> bytes:
    """The secret key of the hub in `data`, made at first use."""
    file = data / FILE
    if not file.exists():
        put_once(file, stick_keys.new_private())
    return file.read_bytes()


def public(data: Path) -> str:
    """Its public half, in hex."""
    return stick_keys.public_of(own(data)).hex()
