"""What a teacher may read at the booth: the scripts of the shelf, and the banks item by item. Qt-free."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kiosk.core.item import Item
from kiosk.packs.content import ContentShelf
from kiosk.packs.library import Library
from kiosk.stations.broadcast_booth.scripts import Piece, read_pieces
from kiosk.store.store import Store

Kind = Literal["script", "bank"]


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to be read, text by text; each text becomes a recording of its own."""

    key: str
    kind: Kind
    title: str
    texts: tuple[str, ...]


def scripts(content: ContentShelf) -> list[Source]:
    """The scripts of the shelf: a recording a line, or a prompt."""
    pieces = read_pieces(content.brought("scripts"))
    return [Source(f"script-{piece.id}", "script", piece.title, _of_piece(piece)) for piece in pieces]


def banks(library: Library, store: Store) -> list[Source]:
    """The banks that are played: question, message, options and explanation of each item."""
    from kiosk.packs.shelf import active_bank

    found = []
    for row in library.installed():
        if row.state != "active" or not row.items:
            continue
        with store.read() as db:
            bank = active_bank(db, row.id)
        if bank:
            texts = dict.fromkeys(text for item in bank[0].items for text in _of_item(item) if text.strip())
            found.append(Source(f"bank-{row.id}", "bank", row.title, tuple(texts)))
    return found


def next_unread(texts: Sequence[str], read: Sequence[bool], at: int) -> int:
    """The place of the first text after `at` that nobody has read, round and round; `at` when all are read."""
    around = [*range(at + 1, len(texts)), *range(at + 1)]
    return next((place for place in around if not read[place]), at)


def _of_piece(piece: Piece) -> tuple[str, ...]:
    if piece.free:
        return tuple(text for one in piece.prompts for text in (one.ask, one.hint))
    return tuple(line.text for line in piece.lines)


def _of_item(item: Item) -> Iterator[str]:
    yield item.stem
    if item.message:
        for part in item.message.parts:
            yield from (part.title, part.text)
    for option in item.options:
        yield option.text
    yield item.explanation
