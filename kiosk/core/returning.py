"""Coming back with a return code, as a station sees it: three pictures, and what was promised behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

PICTURES = (
    *("bamboo", "bell", "boat", "bridge", "crane", "drum", "fan", "fish"),
    *("kite", "lantern", "leaf", "lotus", "moon", "star", "teapot", "umbrella"),
)
"""The sixteen pictures of codes: `assets/art/code-<name>.svg`."""
LENGTH = 3
"""So many different pictures, in order, are a code."""
SCAN_MARK = "96"
"""What the digits of a card begin with. Digits alone: scanners type, and an input method would take letters."""
SCAN_DIGITS = len(SCAN_MARK) + 2 * LENGTH + 2


def as_digits(pictures: Sequence[str]) -> str:
    """What the QR of a card says: the mark, two digits a picture, two check digits (ISO 7064 mod 97-10)."""
    number = "".join(f"{PICTURES.index(one) + 1:02}" for one in pictures)
    return f"{SCAN_MARK}{number}{98 - int(number) * 100 % 97:02}"


def from_digits(text: str) -> tuple[str, ...] | None:
    """The pictures of a card that a scanner read; `None` for whatever else it may have read."""
    if len(text) != SCAN_DIGITS or not (text.isascii() and text.isdigit()) or not text.startswith(SCAN_MARK):
        return None
    number = text.removeprefix(SCAN_MARK)
    places = [int(number[at : at + 2]) - 1 for at in range(0, 2 * LENGTH, 2)]
    if int(number) % 97 != 1 or len(set(places)) != LENGTH or not all(0 <= at < len(PICTURES) for at in places):
        return None
    return tuple(PICTURES[at] for at in places)


Planned = tuple[str, str, str]
"""Ids of a promise, of when it is easily forgotten, and of what helps then."""


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody who came back. `handle` is random and never leaves the kiosk; `promises` are ids, made `days` ago."""

    handle: str
    promises: tuple[str, ...] = ()
    days: int = 0
    plans: tuple[Planned, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnHashes:
    """The keyed hashes of return codes, for exports: `live` are those whose code is in force, `by_visit` tells in which
    visits (uuid text) one was shown."""

    by_visit: Mapping[str, str] = field(default_factory=dict)
    live: frozenset[str] = frozenset()


class Returns(Protocol):
    """What a station may ask about return codes. No method raises."""

    def offered(self) -> bool:
        """Whether anybody could come back: the kiosk has issued codes."""
        ...

    def find(self, pictures: Sequence[str]) -> Returned | None:
        """Whose code this is, within the class of the visit; `None` when it is nobody's, or not any more."""
        ...

    def keep(self, returned: Returned, promises: Sequence[str], plans: Sequence[Planned]) -> None:
        """Remember these promises and the plans to keep them for the next time, in place of the last ones."""
        ...

    def pseudonym(self, returned: Returned) -> str:
        """What forms before and after carry so that they can be told to be one child's; empty when there is none."""
        ...


class NoReturns:
    """Nobody comes back: no guardian has consented to it."""

    def offered(self) -> bool:
        """No."""
        return False

    def find(self, pictures: Sequence[str]) -> Returned | None:
        """Nobody."""
        return None

    def keep(self, returned: Returned, promises: Sequence[str], plans: Sequence[Planned]) -> None:
        """There is nobody to remember it for."""

    def pseudonym(self, returned: Returned) -> str:
        """None."""
        return ""
