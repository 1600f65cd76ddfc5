"""Erasure for good: key, files and row, with a receipt that is written first and obeyed again at every start.

The receipt names takes by their random ids only. It lies in the home and, where the base has chosen a folder on
another partition (`marker_folder`), there too: a backup, a restored disk image or a rolled-back disk is erased again
before the first screen. Backups of the database never held a key, so what they say of a take opens nothing.
"""

import json
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import TakesErased
from kiosk.core.words import say
from kiosk.privacy.keys import KeyRing
from kiosk.privacy.takes import Takes
from kiosk.store import files
from kiosk.store.state import local_moment
from kiosk.store.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

FOLDER = "erasures"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of an erasure; `why`: `withdrawn`, `rejected`, `unreviewed`, `expired`, `without_consent` or `staff`; of
    return codes `code_withdrawn` or `code_expired`."""

    id: str
    utc_ms: int
    why: str
    takes: tuple[str, ...]
    done: bool = False

    def lines(self, language: str = "zh") -> list[str]:
        """The receipt as it is printed."""
        told = {"id": self.id, "when": local_moment(self.utc_ms), "count": len(self.takes)}
        kind = "code_" if self.why.startswith("code_") else ""
        heads = (f"{kind}receipt_title", f"receipt_{self.why}", f"{kind}receipt_count", f"{kind}receipt_reach")
        body = (*heads, "receipt_number")
        return [say(f"privacy.{name}", language, **told) for name in body]


class Erasure:
    """Erases takes of one home. `marker_folder()` is the base's folder on another partition, empty without one."""

    def __init__(
        self, home: Path, store: Store, takes: Takes, keys: KeyRing, clock: Clock, marker_folder: Callable[[], str]
    ) -> None:
        self._home = home
        self._store = store
        self._takes = takes
        self._keys = keys
        self._clock = clock
        self._marker_folder = marker_folder

    def erase(self, takes: Iterable[str], why: str) -> Receipt | None:
        """Erase these takes; `None` when there are none. Blocks for a transaction.

        Raises KioskError when the disk does not let go: what is left is erased at the next start.
        """
        ids = tuple(dict.fromkeys(takes))
        if not ids:
            return None
        receipt = self._prove(ids, why)
        self._store.append(TakesErased(receipt.id, why, len(ids)), None)
        return receipt

    def erase_links(self, codes: Iterable[str], why: str) -> Receipt | None:
        """Destroy the keys of these return codes, with a receipt; their rows and the event are `return_codes`' part."""
        ids = tuple(dict.fromkeys(codes))
        return self._prove(ids, why) if ids else None

    def obey(self, order: Receipt) -> None:
        """The hub's order, or a receipt that this disk has lost and the hub still has: done and proven like our own.

        Raises KioskError as `erase`.
        """
        self._write(replace(order, done=False))
        self._obey(order)
        self._write(replace(order, done=True))
        self._store.append(TakesErased(order.id, order.why, len(order.takes)), None)

    def discard(self, take: str) -> None:
        """A child threw away what it has just recorded: gone like every erasure, but nobody needs proof of it."""
        self._obey(Receipt("", self._clock.utc_ms(), "", (take,)))

    def replay(self) -> int:
        """Obey every receipt again; how many takes had come back. To be called before the first screen."""
        there = {take.id for take in self._takes.all()} | self._takes.on_disk() | self._keys.names()
        back = 0
        ours = self.receipts()
        for receipt in (*ours, *self._strays(there, {one.id for one in ours})):
            returned = there & set(receipt.takes)
            if returned or not receipt.done:
                back += len(returned)
                self._obey(receipt)
                self._write(Receipt(receipt.id, receipt.utc_ms, receipt.why, receipt.takes, done=True))
        return back

    def receipts(self) -> list[Receipt]:
        """All receipts of the home and the marker folder, oldest first."""
        found = {receipt.id: receipt for folder in self._folders() for receipt in _read_all(folder)}
        return sorted(found.values(), key=lambda one: one.utc_ms)

    def _strays(self, there: set[str], known: set[str]) -> Iterator[Receipt]:
        """Receipts but the `known` ones, from when this kiosk went by another id, of takes that are there again.

        A cloned kiosk is given an id of its own (`kiosk.sync`); what it erased before or after must stay erased.
        """
        marker = self._marker_folder()
        for folder in Path(marker).glob(f"fingertip-glow-*-{FOLDER}") if marker else ():
            for receipt in _read_all(folder):
                if receipt.id not in known and there & set(receipt.takes):
                    yield receipt

    def _prove(self, ids: tuple[str, ...], why: str) -> Receipt:
        receipt = Receipt("e" + os.urandom(6).hex(), self._clock.utc_ms(), why, ids)
        self._write(receipt)
        self._obey(receipt)
        done = Receipt(receipt.id, receipt.utc_ms, why, ids, done=True)
        self._write(done)
        return done

    def _obey(self, receipt: Receipt) -> None:
        """The keys first: without them the rest is noise, whatever happens next."""
        for take in receipt.takes:
            self._keys.destroy(take)
        for take in receipt.takes:
            shutil.rmtree(self._takes.folder / take, ignore_errors=True)
        if any(self._takes.find(take) for take in receipt.takes):
            self._store.write(lambda db: _delete(db, receipt.takes)).result()

    def _folders(self) -> Iterator[Path]:
        yield self._home / FOLDER
        if marker := self._marker_folder():
            yield Path(marker) / f"fingertip-glow-{self._store.kiosk}-{FOLDER}"

    def _write(self, receipt: Receipt) -> None:
        own, *others = self._folders()
        try:
            own.mkdir(parents=True, exist_ok=True)
            files.put(own / f"{receipt.id}.json", json.dumps(asdict(receipt)))
        except OSError as error:
            raise KioskError("privacy.receipt_unwritten", repr(error)) from error
        for folder in others:
            try:
                folder.mkdir(exist_ok=True)
                files.put(folder / f"{receipt.id}.json", json.dumps(asdict(receipt)))
            except OSError as error:
                log.warning("the receipt has no copy in %s: %r", folder, error)


def _delete(db: "Database", takes: Sequence[str]) -> None:
    for take in takes:
        db.execute("DELETE FROM take_voice WHERE take = ?", [take])
        db.execute("DELETE FROM take WHERE id = ?", [take])


def _read_all(folder: Path) -> Iterator[Receipt]:
    for path in sorted(folder.glob("e*.json")):
        try:
            fields: dict[str, Any] = json.loads(path.read_text("utf-8"))
            yield Receipt(**{**fields, "takes": tuple(fields["takes"])})
        except (OSError, ValueError, TypeError, KeyError) as error:
            log.warning("the receipt %s cannot be read: %r", path.name, error)
