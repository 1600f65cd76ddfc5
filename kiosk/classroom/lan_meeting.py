"""Two kiosks of a class meet: each tells how far it knows the session, and gets the parts that it lacks.

The joiner says what it knows; the leader what it knows, then its parts; the joiner its parts; the leader that they are
kept. An empty frame ends the parts. A meeting that is cut leaves whole parts or nothing; the next goes on from there.
"""

import json
from dataclasses import dataclass

from kiosk.classroom.lan_channel import Channel
from kiosk.classroom.parts import Known, known, parts_beyond, take_part
from kiosk.classroom.rules import Session
from kiosk.core.errors import KioskError
from kiosk.store.store import Store

NAMED = "LAN"
"""What a sentence calls a part that came this way."""


@dataclass(frozen=True, slots=True)
class Met:
    """The other kiosk, and how many facts were new here."""

    kiosk: str
    new: int


def meet_as_leader(channel: Channel, store: Store, session: Session) -> Met:
    """Raises OSError, OtherCode, or KioskError of `parts.take_part`."""
    kiosk, there = _heard(channel)
    _say(channel, store, session)
    _give(channel, store, session, there)
    new = _take(channel, store, session)
    channel.send(b"kept")
    return Met(kiosk, new)


def meet_as_joiner(channel: Channel, store: Store, session: Session) -> Met:
    """Raises OSError, OtherCode, or KioskError of `parts.take_part`."""
    _say(channel, store, session)
    kiosk, there = _heard(channel)
    new = _take(channel, store, session)
    _give(channel, store, session, there)
    channel.receive()
    return Met(kiosk, new)


def _say(channel: Channel, store: Store, session: Session) -> None:
    channel.send(json.dumps({"kiosk": store.kiosk, "known": known(store, session)}).encode())


def _heard(channel: Channel) -> tuple[str, Known]:
    """The other kiosk and how much it knows. Raises KioskError `classroom.part_damaged`."""
    said = channel.receive()
    try:
        told = json.loads(said)
        return str(told["kiosk"]), {str(epoch): int(seq) for epoch, seq in told["known"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KioskError("classroom.part_damaged", repr(error), file=NAMED) from error


def _give(channel: Channel, store: Store, session: Session, there: Known) -> None:
    for part in parts_beyond(store, session, there):
        channel.send(part)
    channel.send(b"")


def _take(channel: Channel, store: Store, session: Session) -> int:
    new = 0
    while part := channel.receive():
        new += take_part(store, session, part, NAMED).new
    return new
