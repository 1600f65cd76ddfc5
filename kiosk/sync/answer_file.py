"""What the hub answers to a bundle, as one file on the stick: a receipt alone, or sealed for the kiosk with all orders.

A receipt alone is JSON (see `receipt`): for a kiosk whose bundle asked for nothing more. Else a sealed file
(`kiosk.privacy.sealed`) by a key that only this hub and this kiosk have (`stick_keys.answer_key`), whose `about` says
`answer` (its version), `hub` and `kiosk`. Its chunks are parcels as in a bundle: `receipt` with that JSON; `wire.DOWN`
with `asked`, the question as it was in the bundle without the receipts, and `told`, the answer of the wire;
`wire.PACKS/<sha256>` with the pieces of each pack's file, in order.
"""

import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.privacy.sealed import NotOurs, SealedReader, SealedWriter
from kiosk.sync import stick_keys
from kiosk.sync.bundle_file import packed, unpacked
from kiosk.sync.link import Link

VERSION = 1
RECEIPT = "receipt"
PIECE = 4 << 20
"""Bytes of a pack's file in one parcel."""
_SEALED = b'{"sealed"'


@dataclass(frozen=True, slots=True)
class Head:
    """What can be read of it without a key."""

    answer: int
    hub: str
    kiosk: str


class AnswerWriter:
    """Writes one to a new file. Every method raises OSError when the medium does not let it."""

    def __init__(self, path: Path, head: Head, key: bytes) -> None:
        self._writer = SealedWriter(path, key, asdict(head))

    def put(self, name: str, body: bytes) -> None:
        """Add a parcel."""
        self._writer.write(packed(name, body))

    def close(self) -> None:
        """End it, and wait until it is on the medium."""
        self._writer.close()


def is_sealed(path: Path) -> bool:
    """Whether there is more in it than a receipt. Raises KioskError `sync.receipt_unreadable`."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SEALED)) == _SEALED
    except OSError as error:
        raise KioskError("sync.receipt_unreadable", repr(error), file=path.name) from error


def examine(path: Path, tie: Link) -> None:
    """Walk it all before anything of it is used: for this kiosk, of this hub, and whole.

    Raises KioskError `sync.receipt_unreadable`, `sync.receipt_newer`, `sync.receipt_other`, `sync.receipt_forged`
    (sealed by another key) or `sync.receipt_torn`.
    """
    reader = _opened(path, tie)
    try:
        for _ in reader.chunks():
            pass
    except NotOurs as error:
        raise KioskError("sync.receipt_forged", repr(error), file=path.name) from error
    except OSError as error:
        raise KioskError("sync.receipt_unreadable", repr(error), file=path.name) from error
    if not reader.whole:
        raise KioskError("sync.receipt_torn", f"{reader.chunk_count} chunks", file=path.name)


def parcels(path: Path, tie: Link) -> Iterator[tuple[str, bytes]]:
    """Name and body of every parcel of one that was examined. Raises KioskError `sync.receipt_unreadable`."""
    try:
        yield from (unpacked(chunk) for chunk in _opened(path, tie).chunks())
    except (OSError, NotOurs, zlib.error) as error:
        raise KioskError("sync.receipt_unreadable", repr(error), file=path.name) from error


def _opened(path: Path, tie: Link) -> SealedReader:
    try:
        reader = SealedReader(path, stick_keys.answer_key(tie.credential, bytes.fromhex(tie.seal)))
        version, of = int(reader.about["answer"]), (str(reader.about["hub"]), str(reader.about["kiosk"]))
    except (OSError, NotOurs, KeyError, TypeError, ValueError) as error:
        raise KioskError("sync.receipt_unreadable", repr(error), file=path.name) from error
    if version > VERSION:
        raise KioskError("sync.receipt_newer", f"version {version}", file=path.name)
    if of != (tie.hub, tie.kiosk):
        raise KioskError("sync.receipt_other", f"{of}", file=path.name)
    return reader
