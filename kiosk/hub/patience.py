"""How long the hub waits for whoever knocks: slow handshakes and slow headers are hung up on, and nobody takes it all.

uvicorn itself waits for ever for the rest of a request's headers. Bodies have their own limits where they are read.
"""

import asyncio
import resource
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HANDSHAKE_S = 10.0
HEADERS_S = 10.0
"""From a connection's first moment, or the first byte of a later request, to the end of its headers."""
MOST_FROM_ONE = 100
"""Connections of one address: a school behind one router has fewer."""
MOST_FILES = 16_384
_TOO_MANY = (
    b"HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 10\r\n"
    b"Connection: close\r\n\r\n"
    + "这个地址打开的连接太多了，请稍等片刻再试。\nToo many connections from this address.\n".encode()
)


class Patient(H11Protocol):
    """One connection of whoever comes by himself."""

    most_from_one: int | None = None
    """`None`: as `MOST_FROM_ONE` says when the connection is made."""
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody has come."""
        super().connection_made(transport)
        most = MOST_FROM_ONE if self.most_from_one is None else self.most_from_one
        if self._neighbours() > most:
            transport.write(_TOO_MANY)
            transport.close()
            return
        self._timer = self.loop.call_later(HEADERS_S, self._hang_up)

    def data_received(self, data: bytes) -> None:
        """Some bytes have."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop()
        elif self._timer is None:
            self._timer = self.loop.call_later(HEADERS_S, self._hang_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        self._stop()
        super().connection_lost(exc)

    def _neighbours(self) -> int:
        """How many connections there are from the address of this one."""
        clients = [getattr(one, "client", None) for one in self.connections]
        return sum(self.client is not None and one is not None and one[0] == self.client[0] for one in clients)

    def _hang_up(self) -> None:
        self._timer = None
        self.transport.abort()  # whoever is this slow would not answer TLS's goodbye either

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class BehindProxy(Patient):
    """One connection of the proxy, from whose address all come."""

    most_from_one = 1 << 30


class PatientLoop(asyncio.SelectorEventLoop):
    """A loop whose servers wait for TLS handshakes no longer than `HANDSHAKE_S`."""

    async def create_server(self, *args: Any, **options: Any) -> Any:
        """As always, with that limit."""
        if options.get("ssl"):
            options["ssl_handshake_timeout"] = HANDSHAKE_S
        return await super().create_server(*args, **options)


def loop() -> asyncio.AbstractEventLoop:
    """What uvicorn shall run on. Connections are files, and the usual thousand are soon used up."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return PatientLoop()
