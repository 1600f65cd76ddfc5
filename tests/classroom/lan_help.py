"""Kiosks of one class on this machine's own network: a free port, and waiting for what they have of each other."""

import socket
from collections.abc import Callable
from threading import Event
from time import monotonic

from kiosk.classroom import Classroom
from kiosk.classroom.lan import Net
from kiosk.store import class_sessions
from kiosk.store.store import Store

HERE = "127.0.0.1"
PATIENCE_S = 30.0
NOON = 1_795_147_200_000


def free_port() -> int:
    """A UDP port that nobody has."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind((HERE, 0))
        port: int = sock.getsockname()[1]
    return port


def net(port: int) -> Net:
    """Only this machine: who looks asks itself."""
    return Net(port, lambda: [(HERE, HERE)], every_s=0.05)


def until(true: Callable[[], object], what: str) -> None:
    """Wait for it."""
    tick, end = Event(), monotonic() + PATIENCE_S
    while not true():
        assert monotonic() < end, what
        tick.wait(0.02)


def joined(store: Store, session: str) -> int:
    """How many facts of other kiosks are here."""
    with store.read() as connection:
        return sum(1 for _ in class_sessions.joined_facts(connection, session))


def met(room: Classroom) -> bool:
    """Whether any other kiosk was met."""
    return bool(room.lan and room.lan.met)


def trouble(room: Classroom) -> str:
    """What staff are told."""
    return room.lan.trouble if room.lan else ""
