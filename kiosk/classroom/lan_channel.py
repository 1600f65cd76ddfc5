"""What two kiosks of a class say to each other, sealed: ChaCha20-Poly1305, a key a direction, every frame counted.

The leader says `HELLO` and its nonce; the joiner its nonce and share; the leader its share; then frames: four bytes of
length and what is sealed. An empty frame says that the other's first one could not be opened: not the same code.
"""

import os
import socket
import time

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from kiosk.classroom.lan_key import NONCE_BYTES, SHARE_BYTES, Share
from kiosk.classroom.parts import LARGEST

HELLO = b"FGCLASS1"
TIMEOUT_S = 5.0
"""Without a byte for this long the other is gone …"""
WHOLE_S = 30.0
"""… and one that drips is left after this."""
_LENGTH, _TAG = 4, 16


class OtherCode(Exception):
    """The other does not have the same code, base name and day."""


class Channel:
    """A connection with keys. Methods raise OSError when it is cut."""

    def __init__(self, sock: socket.socket, keys: tuple[bytes, bytes], until: float) -> None:
        self._sock = sock
        self._send, self._hear = (ChaCha20Poly1305(key) for key in keys)
        self._sent = self._heard = 0
        self._until = until

    def send(self, plain: bytes) -> None:
        """Say something, at most `LARGEST` bytes."""
        sealed = self._send.encrypt(_counted(self._sent), plain, None)
        self._sent += 1
        self._sock.sendall(len(sealed).to_bytes(_LENGTH) + sealed)

    def receive(self) -> bytes:
        """What the other says. Raises OtherCode when that is not for us."""
        length = int.from_bytes(_exactly(self._sock, _LENGTH, self._until))
        if length < _TAG or length > LARGEST + _TAG:
            raise OtherCode("refused" if length == 0 else "no frame")
        try:
            plain = self._hear.decrypt(_counted(self._heard), _exactly(self._sock, length, self._until), None)
        except InvalidTag as error:
            raise OtherCode("another key") from error
        self._heard += 1
        return plain


def lead(sock: socket.socket, secret: str) -> Channel:
    """The leader's side of a meeting; the joiner's first frame proves that it knows the secret. Raises OSError."""
    sock.settimeout(TIMEOUT_S)
    until = time.monotonic() + WHOLE_S
    nonce = os.urandom(NONCE_BYTES)
    sock.sendall(HELLO + nonce)
    said = _exactly(sock, NONCE_BYTES + SHARE_BYTES, until)
    share = Share(secret, nonce + said[:NONCE_BYTES])
    keys = _keys(share, said[NONCE_BYTES:], leads=True)
    sock.sendall(share.public)
    return Channel(sock, keys, until)


def join(sock: socket.socket, secret: str) -> Channel:
    """The joiner's side. Raises OSError, also when whoever answers is no kiosk."""
    sock.settimeout(TIMEOUT_S)
    until = time.monotonic() + WHOLE_S
    said = _exactly(sock, len(HELLO) + NONCE_BYTES, until)
    if not said.startswith(HELLO):
        raise ConnectionError("no kiosk of this version")
    nonce = os.urandom(NONCE_BYTES)
    share = Share(secret, said[len(HELLO) :] + nonce)
    sock.sendall(nonce + share.public)
    return Channel(sock, _keys(share, _exactly(sock, SHARE_BYTES, until), leads=False), until)


def refuse(sock: socket.socket) -> None:
    """Tell the other that its code is another one. Raises OSError."""
    sock.sendall(bytes(_LENGTH))


def _keys(share: Share, other: bytes, *, leads: bool) -> tuple[bytes, bytes]:
    try:
        return share.keys(other, leads=leads)
    except ValueError as error:
        raise ConnectionError(str(error)) from error


def _counted(number: int) -> bytes:
    return number.to_bytes(12)


def _exactly(sock: socket.socket, size: int, until: float) -> bytes:
    found = bytearray()
    while len(found) < size:
        piece = sock.recv(min(1 << 16, size - len(found)))
        if not piece:
            raise ConnectionError("cut")
        if time.monotonic() > until:
            raise TimeoutError("dripping")
        found += piece
    return bytes(found)
