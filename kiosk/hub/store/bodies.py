"""Bodies of events, small: JSON under zstd with a dictionary that is kept, numbered, in the database.

The first dictionary is written here from what events are; when enough have come, a better one is trained of them.
Old bodies keep the number of theirs, so nothing is ever rewritten and a backup holds all that reading it takes.
"""

import threading
from collections.abc import Sequence
from dataclasses import MISSING, fields

import sqlalchemy as sa
import zstandard

from kiosk.core.events import KINDS
from kiosk.hub.store import tables

LEVEL = 3
TRAIN_AFTER = 5_000
"""Events after which the dictionary is trained."""
TRAINED_BYTES = 16_384
_MAGICLESS = zstandard.FORMAT_ZSTD1_MAGICLESS


def first_dictionary() -> bytes:
    """A dictionary of the kinds' fields in their order, the most frequent kind last, where zstd looks first."""
    kinds = sorted(KINDS.values(), key=lambda kind: (kind.kind == "item_answered", kind.kind), reverse=False)
    shapes = []
    for kind in kinds:
        pairs = [
            f'"{field.name}":{"" if field.default is MISSING else field.default!r}'.replace("'", '"')
            for field in fields(kind)
        ]
        shapes.append("{" + ",".join(pairs) + "}")
    return "\n".join(shapes).encode()


class Bodies:
    """Packs and unpacks, on any thread. Dictionaries of other workers are read when they are first met."""

    def __init__(self, contents: dict[int, bytes]) -> None:
        """`contents` are the dictionaries by number."""
        self._contents = contents
        self._local = threading.local()

    @classmethod
    def load(cls, connection: sa.Connection) -> "Bodies":
        """With all dictionaries of the database."""
        rows = connection.execute(sa.select(tables.dictionary.c.number, tables.dictionary.c.content))
        return cls({row.number: row.content for row in rows})

    @property
    def newest(self) -> int:
        """The number of the dictionary that packs."""
        return max(self._contents)

    def refresh(self, connection: sa.Connection) -> None:
        """Learn dictionaries that other workers have added."""
        self._contents = Bodies.load(connection)._contents

    def pack(self, number: int, body: bytes) -> bytes:
        """`body` under the dictionary `number`."""
        key = f"pack{number}"
        made: zstandard.ZstdCompressor | None = getattr(self._local, key, None)
        if made is None:
            params = zstandard.ZstdCompressionParameters.from_level(
                LEVEL, format=_MAGICLESS, write_dict_id=0, write_checksum=0
            )
            made = zstandard.ZstdCompressor(compression_params=params, dict_data=self._dictionary(number))
            setattr(self._local, key, made)
        return made.compress(body)

    def unpack(self, number: int, packed: bytes) -> bytes:
        """The body again. Raises KeyError when the dictionary is not known: `refresh`, then."""
        key = f"unpack{number}"
        made: zstandard.ZstdDecompressor | None = getattr(self._local, key, None)
        if made is None:
            made = zstandard.ZstdDecompressor(dict_data=self._dictionary(number), format=_MAGICLESS)
            setattr(self._local, key, made)
        return made.decompress(packed)

    def _dictionary(self, number: int) -> zstandard.ZstdCompressionDict:
        return zstandard.ZstdCompressionDict(self._contents[number], dict_type=zstandard.DICT_TYPE_AUTO)


def train(bodies: Sequence[bytes]) -> bytes:
    """A dictionary of `bodies`. Raises zstandard.ZstdError when they are too few or too alike."""
    return zstandard.train_dictionary(TRAINED_BYTES, list(bodies)).as_bytes()
