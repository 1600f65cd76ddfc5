"""A bundle: what a kiosk has for its hub as one file on a stick, sealed for the hub and signed by the kiosk.

A sealed file (`kiosk.privacy.sealed`) whose `about` says `bundle` (its version), `id`, `hub`, `kiosk`, `share` (see
`stick_keys`) and `made_ms`, and nothing of what is inside. Each chunk is a parcel under gzip: a path of the wire, a
line feed, and the JSON that would have been posted there. The first parcel, `about`, tells which part of the journal
follows; the last chunk of all is the signature over everything before. The parcel for `wire.DOWN` asks what the hub
wants of the kiosk, as on the wire, with all receipts of erasures, since nobody can ask back, and `box`, the key for
which to seal the answer (see `answer_file`); without that parcel the answer is a receipt alone.
"""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.privacy.sealed import NotOurs, SealedReader, SealedWriter
from kiosk.sync import stick_keys, wire

VERSION = 1
ENDING, RECEIPT_ENDING = ".glowbundle", ".glowreceipt"
ABOUT = "about"
_SIGNATURE = b"signature\n"


@dataclass(frozen=True, slots=True)
class Head:
    """What can be read of a bundle without a key. Ids as the wire has them, `share` in hex."""

    bundle: int
    id: str
    hub: str
    kiosk: str
    share: str
    made_ms: int


class BundleWriter:
    """Writes a bundle to a new file. Every method raises OSError when the medium does not let it."""

    def __init__(self, path: Path, head: Head, key: bytes) -> None:
        self._writer = SealedWriter(path, key, asdict(head))
        self._digest = _digest(head)

    def put(self, path: str, body: bytes) -> None:
        """Add a parcel: `body` for the wire's `path`."""
        chunk = packed(path, body)
        _feed(self._digest, chunk)
        self._writer.write(chunk)

    def sign(self, credential: str) -> None:
        """End it, and wait until it is on the medium."""
        self._writer.write(_SIGNATURE + stick_keys.sign(credential, self._digest.digest()))
        self._writer.close()

    def give_up(self) -> None:
        """Let go of a file that will not be finished."""
        self._writer.close()


def read_head(path: Path) -> Head:
    """The head of the bundle in `path`. Raises KioskError `sync.bundle_unreadable` or `sync.bundle_newer`."""
    try:
        about = SealedReader(path, bytes(stick_keys.KEY_BYTES)).about
        if int(about["bundle"]) > VERSION:
            raise KioskError("sync.bundle_newer", f"version {about['bundle']}", file=path.name)
        fields = {name: str(about[name]) for name in ("id", "hub", "kiosk", "share")}
        return Head(VERSION, made_ms=int(about["made_ms"]), **fields)
    except (OSError, NotOurs, KeyError, TypeError, ValueError) as error:
        raise KioskError("sync.bundle_unreadable", repr(error), file=path.name) from error


def examine(path: Path, head: Head, private: bytes, signer: bytes) -> None:
    """Walk the whole bundle before anything of it is used: sealed for `private`, whole, signed by `signer`.

    Raises KioskError `sync.bundle_unreadable`, `sync.bundle_torn` or `sync.bundle_forged`.
    """
    digest, last = _digest(head), b""
    for chunk in _chunks(path, head, private):
        if last:
            _feed(digest, last)
        last = chunk
    if not last.startswith(_SIGNATURE):
        raise KioskError("sync.bundle_torn", "no signature", file=path.name)
    if not stick_keys.is_signed(signer, digest.digest(), last[len(_SIGNATURE) :]):
        raise KioskError("sync.bundle_forged", file=path.name)


def parcels(path: Path, head: Head, private: bytes) -> Iterator[tuple[str, bytes]]:
    """Path and body of every parcel of a bundle that was examined. Raises KioskError as `examine`."""
    for chunk in _chunks(path, head, private):
        if chunk.startswith(_SIGNATURE):
            return
        try:
            yield unpacked(chunk)
        except zlib.error as error:
            raise KioskError("sync.bundle_unreadable", repr(error), file=path.name) from error


def packed(path: str, body: bytes) -> bytes:
    """A parcel as a chunk: `body` for the wire's `path`."""
    return wire.pack(path.encode() + b"\n" + body)


def unpacked(chunk: bytes) -> tuple[str, bytes]:
    """Path and body of a parcel. Raises zlib.error, or KioskError `sync.too_large` for one without end."""
    unzip = zlib.decompressobj(wbits=31)
    name, _, body = unzip.decompress(chunk, wire.MOST_PLAIN_BYTES).partition(b"\n")
    if not unzip.eof:
        raise KioskError("sync.too_large", name.decode("utf-8", "replace"))
    return name.decode("utf-8", "replace"), body


def _chunks(path: Path, head: Head, private: bytes) -> Iterator[bytes]:
    try:
        reader = SealedReader(path, stick_keys.key_by(private, bytes.fromhex(head.share)))
        yield from reader.chunks()
    except (OSError, NotOurs, ValueError) as error:
        raise KioskError("sync.bundle_unreadable", repr(error), file=path.name) from error
    if not reader.whole:
        raise KioskError("sync.bundle_torn", f"{reader.chunk_count} chunks", file=path.name)


def _digest(head: Head) -> Any:
    """The signature covers the head, too, and how long each parcel is."""
    return hashlib.sha512(wire.compact(asdict(head)).encode() + b"\n")


def _feed(digest: Any, chunk: bytes) -> None:
    digest.update(len(chunk).to_bytes(8, "big"))
    digest.update(chunk)
