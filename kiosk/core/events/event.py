"""What every fact has."""

from dataclasses import dataclass
from typing import ClassVar, Literal

Origin = Literal["visitor", "rehearsal", "simulated"]
ORIGINS: tuple[Origin, ...] = ("visitor", "rehearsal", "simulated")


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all facts; never recorded itself."""

    kind: ClassVar[str] = ""
    version: ClassVar[int] = 1
