"""What a microphone is to the capture process, whichever library opens it, and which one is opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class MicrophoneTrouble(Exception):
    """Nothing can be heard; `code` is a words code of `booth`, said to child and staff."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}")
        self.code = code
        self.detail = detail


class Microphone(Protocol):
    """An open microphone that gives 16-bit mono samples."""

    name: str
    fallback: bool

    def read(self, timeout_s: float) -> bytes:
        """What was heard since; empty when nothing came for `timeout_s`. Raises MicrophoneTrouble when it is gone."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """One input of the system; a `monitor` hears what a speaker plays, and is nobody's microphone unless chosen."""

    name: str
    description: str
    monitor: bool = False


def choose(found: Sequence[Found], wanted: str, default: str) -> Found:
    """The input called `wanted` (its name, its description or a part of either), else `default`, else the first.

    Raises MicrophoneTrouble `booth.no_microphone` when there is none.
    """
    low = wanted.casefold()
    called = [one for one in found if low in (one.name.casefold(), one.description.casefold())]
    called += [one for one in found if low in one.name.casefold() or low in one.description.casefold()]
    if wanted and called:
        return called[0]
    real = [one for one in found if not one.monitor]
    if not real:
        raise MicrophoneTrouble("booth.no_microphone", f"{len(found)} inputs, none of them a microphone")
    return next((one for one in real if one.name == default), real[0])
