"""Speaking to the hub: HTTPS by the standard library, the certificate pinned, each failure told from the others."""

import hashlib
import http.client
import json
import os
import socket
import ssl
import time
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.sync import wire

TIMEOUT_S = 20.0
"""Without a byte for this long, a connection is half open."""
CONNECT_S = 8.0
"""So long a hub may take to pick up."""
WHOLE_S = 120.0
"""One that drips is left after this."""
_MOST_ANSWER = 32 << 20
_NOT_YET_VALID, _EXPIRED = 9, 10
_JSON = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
_CUT = (ConnectionError, http.client.RemoteDisconnected, http.client.BadStatusLine, ssl.SSLEOFError)


class HubError(KioskError):
    """The hub answered, and the answer is no. `status` is HTTP's; `told` the rest of the answer."""

    def __init__(self, code: str, status: int, told: dict[str, Any]) -> None:
        super().__init__(code, f"{status} {told}"[:500])
        self.status = status
        self.told = told


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: HTTP's status, headers, and the whole body."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self) -> dict[str, Any]:
        """The object in the body. Raises KioskError `sync.answer_odd`."""
        try:
            told = json.loads(self.body)
            if not isinstance(told, dict):
                raise ValueError("no object")
        except ValueError as error:
            raise KioskError("sync.answer_odd", repr(self.body[:200])) from error
        return told


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    path: str
    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Address:
    """Where the hub is and how to know it; `fingerprint` is hex, empty where the system's trust decides."""

    url: str
    fingerprint: str = ""


class Client:
    """One connection, kept between requests. Not for several threads at once, but `close` ends a request from any."""

    def __init__(self, address: Address, credential: str = "", *, timeout_s: float = TIMEOUT_S) -> None:
        """Raises KioskError `sync.url_wrong` or `sync.not_encrypted`."""
        self._at = checked(address.url)
        self._fingerprint = bytes.fromhex(address.fingerprint)
        self._timeout_s = timeout_s
        self._connection: http.client.HTTPConnection | None = None
        self._closed = False
        self._headers = {"User-Agent": "fingertip-glow"}
        if credential:
            self._headers["Authorization"] = f"Bearer {credential}"

    def post(self, path: str, body: bytes) -> dict[str, Any]:
        """What the hub answers to `body` (plain JSON; it travels under gzip).

        Raises HubError when the hub refuses, KioskError with a code of `sync` when nobody, or somebody else, answers.
        """
        reply = self.exchange("POST", path, wire.pack(body), _JSON)
        told = reply.json()
        if reply.status != 200:
            raise said_no(reply.status, told)
        return told

    def exchange(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> "Reply":
        """The hub's answer to any request, whatever it is; `headers` besides the credential.

        Raises KioskError with a code of `sync` when nobody, or somebody else, answers.
        """
        reply = self._exchange(_Request(method, path, body, {**self._headers, **headers}))
        if not reply.headers.get(wire.HEADER):
            raise stranger(reply.status, reply.headers, reply.body)
        return reply

    def close(self) -> None:
        """Hang up for good: a request that waits on another thread ends with `sync.cut`, and so does the next."""
        self._closed = True
        self._hang_up()

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            # A thread that waits for an answer wakes up by the shutdown; close alone would leave it waiting.
            if connection.sock is not None:
                with suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _exchange(self, request: "_Request") -> "Reply":
        kept = self._connection is not None
        try:
            return self._ask(request)
        except (OSError, http.client.HTTPException) as error:
            self._hang_up()
            if self._closed or not (kept and isinstance(error, _CUT)):
                raise unreached(error) from error
        # The hub, or what is between, has let go of a connection that was kept. Asking again is harmless.
        try:
            return self._ask(request)
        except (OSError, http.client.HTTPException) as error:
            self._hang_up()
            raise unreached(error) from error

    def _ask(self, request: "_Request") -> "Reply":
        until = time.monotonic() + WHOLE_S
        if self._closed:
            raise ConnectionAbortedError("hung up")
        connection = self._connection = self._connection or self._connect()
        path = self._at.path.rstrip("/") + request.path
        connection.request(request.method, path, request.body or None, request.headers)
        response = connection.getresponse()
        parts: list[bytes] = []
        size = 0
        while part := response.read1(1 << 16):
            parts.append(part)
            size += len(part)
            if size > _MOST_ANSWER or time.monotonic() > until:
                raise TimeoutError("an answer without end")
        if response.length:  # read1 takes an end that comes too early for the end
            raise http.client.IncompleteRead(b"", response.length)
        response.close()  # read1 leaves the end of an answer unnoticed, and the connection would not take the next
        if response.will_close:
            self._hang_up()
        return Reply(response.status, response.headers, b"".join(parts))

    def _connect(self) -> http.client.HTTPConnection:
        host, port = self._at.hostname or "", self._at.port
        proxy = proxy_for(self._at)
        at_host, at_port = (proxy.hostname or "", proxy.port or 80) if proxy else (host, port)
        limit = min(CONNECT_S, self._timeout_s)
        connection: http.client.HTTPConnection
        if self._at.scheme == "http":
            connection = http.client.HTTPConnection(at_host, at_port, timeout=limit)
        else:
            connection = http.client.HTTPSConnection(
                at_host, at_port, timeout=limit, context=context(pinned=bool(self._fingerprint))
            )
            if proxy:
                connection.set_tunnel(host, port or 443)
        connection.connect()
        connection.sock.settimeout(self._timeout_s)
        keep_alive(connection.sock)
        try:
            self._check(connection.sock)
        except KioskError:
            connection.close()
            raise
        return connection

    def _check(self, sock: Any) -> None:
        """Before anything is said: is it the hub whose fingerprint the code carried?"""
        if self._fingerprint and isinstance(sock, ssl.SSLSocket):
            found = hashlib.sha256(sock.getpeercert(binary_form=True) or b"").digest()
            if found[: len(self._fingerprint)] != self._fingerprint:
                raise KioskError("sync.certificate_changed", found.hex())


def checked(url: str) -> SplitResult:
    """The parts of the hub's address. Raises KioskError `sync.url_wrong`, `sync.not_encrypted`."""
    try:
        at = urlsplit(url)
        usable = at.scheme in ("https", "http") and bool(at.hostname) and (at.port is None or at.port > 0)
    except ValueError as error:
        raise KioskError("sync.url_wrong", repr(error), url=url) from error
    if not usable:
        raise KioskError("sync.url_wrong", url=url)
    if at.scheme == "http" and not (at.hostname in ("localhost", "::1") or str(at.hostname).startswith("127.")):
        raise KioskError("sync.not_encrypted", url=url)
    return at


def context(*, pinned: bool) -> ssl.SSLContext:
    """How to speak TLS: a pinned certificate is compared by us, else the system's authorities decide."""
    made = ssl.create_default_context()
    if pinned:
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
    return made


def proxy_for(at: SplitResult) -> SplitResult | None:
    """The proxy that the environment wants for `at`."""
    found = urllib.request.getproxies().get(at.scheme)
    if at.scheme == "http" or not found or urllib.request.proxy_bypass(at.hostname or ""):
        return None
    return urlsplit(found if "://" in found else f"http://{found}")


def keep_alive(sock: socket.socket) -> None:
    """Have the system notice a peer that is gone, where it can be told how."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", 20), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 3)):
        if hasattr(socket, name):
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def unreached(error: Exception) -> KioskError:
    """What kept us from the hub, told apart."""
    detail = repr(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        wrong_clock = error.verify_code in (_NOT_YET_VALID, _EXPIRED)
        return KioskError("sync.clock_or_certificate" if wrong_clock else "sync.certificate_unknown", detail)
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return KioskError("sync.cut", detail)
    if isinstance(error, ssl.SSLError):
        return KioskError("sync.not_tls", detail)
    if isinstance(error, TimeoutError):
        return KioskError("sync.timeout", detail)
    if isinstance(error, socket.gaierror):
        return KioskError("sync.name_unknown", detail)
    if isinstance(error, ConnectionRefusedError):
        return KioskError("sync.refused_connection", detail)
    if isinstance(error, OSError) and "Tunnel connection failed" in str(error):
        return KioskError("sync.proxy_login" if "407" in str(error) else "sync.proxy", detail)
    if isinstance(error, (*_CUT, http.client.IncompleteRead)):
        return KioskError("sync.cut", detail)
    if isinstance(error, http.client.HTTPException):
        return KioskError("sync.stranger", detail)
    return KioskError("sync.no_network", f"{detail} errno {getattr(error, 'errno', None)} {os.name}")


def said_no(status: int, told: dict[str, Any]) -> HubError:
    """The hub's refusal; one that only a newer hub knows is told in the hub's own words."""
    code = str(told.get("code", ""))
    with suppress(KeyError, FileNotFoundError):
        say(code)
        return HubError(code, status, told)
    error = HubError("sync.hub_says", status, told)
    error.params = {"what": str(told.get("what", status))}
    return error


def stranger(status: int, headers: http.client.HTTPMessage, answer: bytes) -> KioskError:
    """Somebody answered who is not a hub."""
    detail = f"{status} {headers.get('Content-Type', '')} {answer[:120]!r}"
    if status in (407, 511):
        return KioskError("sync.proxy_login" if status == 407 else "sync.portal", detail)
    html = "html" in headers.get("Content-Type", "") or answer.lstrip()[:1] == b"<"
    if 300 <= status < 400 or (status == 200 and html):
        return KioskError("sync.portal", detail)
    if status in (502, 503, 504) or headers.get("Via"):
        return KioskError("sync.proxy", detail)
    return KioskError("sync.stranger", detail)
