"""How a class's kiosks are doing on the local network, as the board tells it; and one way to end their threads."""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

MOST_WRONG = 20
"""So many wrong codes and nothing is answered any more: of the 9,000 codes somebody could have tried one in 450."""


@dataclass(frozen=True, slots=True)
class LanState:
    """`met` says when (utc_ms) each other kiosk was met last; `trouble` is a code of the words `classroom`, or empty.

    `over` when nothing is tried any more.
    """

    leads: bool
    met: Mapping[str, int] = field(default_factory=dict)
    trouble: str = ""
    over: bool = False


class Watch:
    """What a thread of the LAN and whoever started it share: the state, and the end."""

    def __init__(self, leads: bool) -> None:
        self.state = LanState(leads)
        self.last_round = threading.Event()
        self.ended = threading.Event()
        self.woken, self._wake = socket.socketpair()
        self._busy: socket.socket | None = None

    def met(self, kiosk: str, utc_ms: int) -> None:
        """Another kiosk was met; all is well."""
        self.state = replace(self.state, met={**self.state.met, kiosk: utc_ms}, trouble="")

    def trouble(self, code: str) -> None:
        """Something is to be told to staff."""
        self.state = replace(self.state, trouble=code)

    def busy(self, sock: socket.socket | None) -> None:
        """The thread may wait for this one: it is cut off when all ends."""
        self._busy = sock
        if sock and self.ended.is_set():
            _cut(sock)

    def end(self) -> None:
        """End at once, whatever the network does. From any thread; twice is harmless."""
        self.ended.set()
        with suppress(OSError):
            self._wake.send(b"\0")
        if self._busy:
            _cut(self._busy)

    def finish(self) -> None:
        """End after one more meeting."""
        self.last_round.set()
        with suppress(OSError):
            self._wake.send(b"\0")

    def close(self) -> None:
        """Let go of what waking took. By the thread, at its end."""
        self.state = replace(self.state, over=True)
        self.woken.close()
        self._wake.close()


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
