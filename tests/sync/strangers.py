"""Whoever may answer instead of a hub: each listens on loopback for the length of a `with`."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.hub import certificate
from kiosk.sync import wire

Say = Callable[[socket.socket], None]
"""What is done with a connection after the request has come."""


@contextmanager
def listening(say: Say, tls: Path | None = None) -> Iterator[str]:
    """Somebody who does `say` with every connection; its address. With `tls`, a folder, by a certificate of its own."""
    secure = None
    if tls:
        file = certificate.own(tls).file
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(file)
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept: list[socket.socket] = []

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    kept.append(connection)
                    with suppress(OSError):
                        spoken = secure.wrap_socket(connection, server_side=True) if secure else connection
                        kept.append(spoken)
                        _read_request(spoken)
                        say(spoken)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.getsockname()[1]}"
        for one in kept:
            one.close()
        server.shutdown(socket.SHUT_RDWR)
    thread.join(10)
    assert not thread.is_alive()


def _read_request(connection: socket.socket) -> None:
    """Take the whole request: to hang up on what was not read would reset the connection."""
    got = b""
    while b"\r\n\r\n" not in got:
        part = connection.recv(1 << 16)
        if not part:
            return
        got += part
        if got[0] == 0x16:  # a TLS greeting: no HTTP will follow
            return
    head, _, body = got.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += connection.recv(1 << 16)


def answer(status: str, body: bytes = b"", *, hub: str = "", kind: str = "text/html", more: str = "") -> Say:
    """Answers with that and hangs up."""

    def say(connection: socket.socket) -> None:
        mark = f"{wire.HEADER}: {hub}\r\n" if hub else ""
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{mark}{more}Content-Length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)
        connection.close()

    return say


def cut(connection: socket.socket) -> None:
    """Begins to answer and breaks off."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{")
    connection.close()


def silent(_connection: socket.socket) -> None:
    """Keeps the connection and says nothing: half open."""


def drip(connection: socket.socket) -> None:
    """Answers without end, a little at a time."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    with suppress(OSError):
        while True:
            connection.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
