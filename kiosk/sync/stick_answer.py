"""Taking what the hub has answered to a bundle: what must be erased, the receipt, then settings, packs and ratings."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.store.store import Store
from kiosk.sync import answer_file, down_asking, link, receipt, wire
from kiosk.sync.delivery import Delivered
from kiosk.sync.down import Down
from kiosk.sync.down_packs import Wanted
from kiosk.sync.link import Link
from kiosk.sync.receipt import Acknowledged
from kiosk.sync.turn import TURN_S, in_turn


@dataclass(slots=True)
class Taken:
    """What an answer came to. `old`: something newer of the hub was obeyed before, so all but erasures was left."""

    receipt: Acknowledged
    done: Delivered = field(default_factory=Delivered)
    old: bool = False


def take(home: Path, store: Store, clock: Clock, file: Path, down: Down, patience_s: float = TURN_S) -> Taken:
    """Take `file` in; twice, late, or beside the network is harmless. Nothing is done of one that is not whole.

    Raises KioskError `sync.not_enrolled`, `sync.in_turn`, those of `answer_file.examine` and `receipt.acknowledge`
    (`sync.receipt_past` comes when everything else is done), and those of `Down.obey`.
    """
    tie = link.read(home)
    if tie is None:
        raise KioskError("sync.not_enrolled")
    with in_turn(home, patience_s):
        if not answer_file.is_sealed(file):
            return Taken(receipt.acknowledge(store, clock, tie, receipt.read_bytes(file), file.name))
        answer_file.examine(file, tie)
        return _Taking(store, clock, tie, file, down).all()


class _Taking:
    """One sealed answer that was examined."""

    def __init__(self, store: Store, clock: Clock, tie: Link, file: Path, down: Down) -> None:
        self._store = store
        self._clock = clock
        self._tie = tie
        self._file = file
        self._down = down

    def all(self) -> Taken:
        content, asked, told = self._read()
        done = Delivered()
        done.erased = self._down.erase(told)  # whatever comes of the rest
        past: KioskError | None = None
        taken = Taken(Acknowledged(0, 0, 0), done)
        try:
            taken.receipt = receipt.acknowledge(self._store, self._clock, self._tie, content, self._file.name)
        except KioskError as error:
            if error.code != "sync.receipt_past":
                raise
            past = error
        taken.old = int(told["now_ms"]) < down_asking.taken_ms(self._store, self._tie.hub)
        if not taken.old:
            self._down.obey(self._tie.hub, asked, told | {"erase": []}, self._fetch, done)
        if past is not None:
            raise past
        return taken

    def _read(self) -> tuple[bytes, dict[str, Any], dict[str, Any]]:
        """The receipt, what was asked, what the hub told."""
        found = dict(self._named(answer_file.RECEIPT, wire.DOWN))
        try:
            orders = json.loads(found[wire.DOWN])
            asked, told = dict(orders["asked"]), dict(orders["told"])
            if not isinstance(told["now_ms"], int):
                raise TypeError("no moment")
            return found[answer_file.RECEIPT], asked, told
        except (KeyError, TypeError, ValueError) as error:
            raise KioskError("sync.receipt_unreadable", repr(error), file=self._file.name) from error

    def _named(self, *names: str) -> Iterator[tuple[str, bytes]]:
        return ((name, body) for name, body in answer_file.parcels(self._file, self._tie) if name in names)

    def _fetch(self, wanted: Wanted) -> Path:
        pieces = (body for _, body in self._named(f"{wire.PACKS}/{wanted.sha256}"))
        return self._down.packs.collect(pieces, wanted)
