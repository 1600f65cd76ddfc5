"""A network of the tests' own between kiosk and hub: slow, lossy, cut, half open, and one that hears what is said."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random

SEGMENT = 1_400
"""Bytes that are lost together, as on a cable."""
RESEND_S = 0.2
"""After this TCP sends a lost segment again."""


@dataclass(slots=True)
class Weather:
    """What becomes of one connection. Bytes are counted one way at a time."""

    delay_s: float = 0.0  # each way
    loss: float = 0.0  # the share of segments that must be sent again
    cut_up: int | None = None  # reset after so many bytes to the hub …
    cut_down: int | None = None  # … or from it
    hush_down: int | None = None  # after so many bytes from the hub nothing comes any more, and nobody hangs up


@dataclass(slots=True)
class Network:
    """A proxy that is listening. `forecast()` gives each new connection its weather; `heard` has what went up."""

    hub_port: int
    forecast: Callable[[], Weather]
    random: Random = field(default_factory=lambda: Random(1))
    heard: list[bytearray] = field(default_factory=list)
    port: int = 0
    _closing: threading.Event = field(default_factory=threading.Event)
    _sockets: list[socket.socket] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)

    def serve(self, server: socket.socket) -> None:
        """Take connections until the server is closed."""
        with suppress(OSError):
            while True:
                kiosk, _ = server.accept()
                weather = self.forecast()
                hub = socket.create_connection(("127.0.0.1", self.hub_port))
                self._sockets += [kiosk, hub]
                said = bytearray()
                self.heard.append(said)
                self._start(self._pump, kiosk, hub, weather, weather.cut_up, None, said)
                self._start(self._pump, hub, kiosk, weather, weather.cut_down, weather.hush_down, bytearray())

    def close(self) -> None:
        """Let go of everybody."""
        self._closing.set()
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)  # close alone would leave its thread waiting
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()
        for one in self._sockets:
            one.close()

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        self._threads.append(threading.Thread(target=work, args=arguments, daemon=True))
        self._threads[-1].start()

    def _pump(
        self,
        source: socket.socket,
        target: socket.socket,
        weather: Weather,
        cut: int | None,
        hush: int | None,
        said: bytearray,
    ) -> None:
        """Carry bytes one way."""
        passed = 0
        with suppress(OSError):
            while part := source.recv(1 << 16):
                self._wait(time.monotonic() + weather.delay_s + self._resending(len(part), weather.loss))
                if cut is not None and passed + len(part) > cut:
                    target.sendall(part[: cut - passed])
                    break
                if hush is not None and passed + len(part) > hush:
                    target.sendall(part[: max(0, hush - passed)])
                    self._closing.wait()
                    return
                said += part
                passed += len(part)
                target.sendall(part)
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _resending(self, size: int, loss: float) -> float:
        """Segments may be lost again and again, each time for twice as long; they wait for each other."""
        waited = 0.0
        for _ in range(0, size, SEGMENT):
            again = RESEND_S
            while self.random.random() < loss:
                waited, again = waited + again, again * 2
        return waited

    def _wait(self, until: float) -> None:
        self._closing.wait(max(0.0, until - time.monotonic()))


@contextmanager
def network(hub_port: int, forecast: Callable[[], Weather], seed: int = 1) -> Iterator[Network]:
    """A network in front of the hub at `hub_port`."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        made = Network(hub_port, forecast, Random(seed), port=server.getsockname()[1])
        thread = threading.Thread(target=made.serve, args=(server,), daemon=True)
        thread.start()
        try:
            yield made
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join(10)
            made.close()


def requests_of(said: bytes) -> list[bytes]:
    """The whole HTTP requests in what one connection said in the clear."""
    found: list[bytes] = []
    while said:
        head, _, rest = said.partition(b"\r\n\r\n")
        sizes = [int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        if not sizes or len(rest) < sizes[0]:
            break
        found.append(head + b"\r\n\r\n" + rest[: sizes[0]])
        said = rest[sizes[0] :]
    return found


def say_raw(port: int, request: bytes) -> bytes:
    """Send `request` as it is; the first line of the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request)
        return connection.makefile("rb").readline()
