"""Coming back with a return code, as a station sees it: three pictures, and what was promised behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

PICTURES = (
    *("bamboo", "bell", "boat", "bridge", "crane", "drum", "fan", "fish"),
    *("kite", "lantern", "leaf", "lotus", "moon", "star", "teapot", "umbrella"),
)
"""The sixteen pictures of codes: `assets/art/code-<name>.svg`."""
LENGTH = 3
"""So many different pictures, in order, are a code."""


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody who came back. `handle` is random and never leaves the kiosk; `promises` are ids, made `days` ago."""

    handle: str
    promises: tuple[str, ...] = ()
    days: int = 0


class Returns(Protocol):
    """What a station may ask about return codes. No method raises."""

    def offered(self) -> bool:
        """Whether anybody could come back: the kiosk has issued codes."""
        ...

    def find(self, pictures: Sequence[str]) -> Returned | None:
        """Whose code this is, within the class of the visit; `None` when it is nobody's, or not any more."""
        ...

    def keep(self, returned: Returned, promises: Sequence[str]) -> None:
        """Remember these promises for the next time, in place of the last ones."""
        ...


class NoReturns:
    """Nobody comes back: no guardian has consented to it."""

    def offered(self) -> bool:
        """No."""
        return False

    def find(self, pictures: Sequence[str]) -> Returned | None:
        """Nobody."""
        return None

    def keep(self, returned: Returned, promises: Sequence[str]) -> None:
        """There is nobody to remember it for."""
