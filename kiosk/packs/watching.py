"""Long work that tells how far it is, and that can be stopped by what it is told to."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
Watch = Callable[[int, int], None]
"""`watch(done, all)`; what it raises ends the work."""
EACH = 200


def watched(rows: Sequence[T], watch: Watch | None, before: int = 0, after: int = 0) -> Iterator[T]:
    """`rows`, with `watch` told before each 200 of them; `before` and `after` is what is done besides."""
    for done, row in enumerate(rows):
        if watch and done % EACH == 0:
            watch(before + done, before + len(rows) + after)
        yield row
