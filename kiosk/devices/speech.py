"""Reading aloud: what the house asks of it, and the silent one. The real one is `child_speech.ChildSpeech`."""

from collections.abc import Callable
from typing import Protocol

from kiosk.devices.state import DeviceState


class RecordedClip(Protocol):
    """A text that a person has read: a file that libsndfile knows. `id` names this very recording."""

    @property
    def id(self) -> str: ...
    @property
    def voice(self) -> str: ...
    @property
    def sound(self) -> bytes: ...


FindRecorded = Callable[[str, str], RecordedClip | None]
"""`find(text, language)`: the recording of `text`; asked from the speech's thread."""


class Speech(Protocol):
    """Reads one text at a time. No method blocks or raises; without a voice it is silent and says so to staff."""

    on_finished: Callable[[], None]
    """Called whenever a reading is over, however it ended; usually from another thread."""

    @property
    def reading(self) -> bool:
        """True from `read` until the text has been read, was stopped or could not be read."""
        ...

    def use_recorded(self, find: FindRecorded) -> None:
        """Have texts that a person has read played before any synthetic voice."""
        ...

    def read(self, text: str, manner: str = "") -> None:
        """Stop what is being read and read `text`, in a manner of `voices.MANNERS`: any but the house's own is the
        engine's alone. Rendered speech stays on disk: never pass a child's own words."""
        ...

    def stop(self) -> None:
        """Be quiet within 100 ms."""
        ...

    def probe(self) -> None:
        """Find out, in the background, which voice would read Chinese, so that `state` can tell staff."""
        ...

    def voice_name(self) -> str:
        """The name of the voice that read last; empty when none has."""
        ...

    def state(self) -> DeviceState:
        """What speaks, or why nothing does."""
        ...

    def close(self) -> None:
        """Be quiet for good; waits at most two seconds."""
        ...


def nothing_recorded(text: str, language: str) -> None:
    """Nobody has read anything."""


def nobody() -> None:
    """The listener of a speech that nobody listens to."""


class SilentSpeech:
    """A voice for machines and tests without one: every reading is over at once."""

    def __init__(self) -> None:
        self.on_finished: Callable[[], None] = nobody

    @property
    def reading(self) -> bool:
        """Never."""
        return False

    def use_recorded(self, find: FindRecorded) -> None:
        """Nothing is read."""

    def read(self, text: str, manner: str = "") -> None:
        """Over at once."""
        self.on_finished()

    def stop(self) -> None:
        """Nothing is read."""

    def probe(self) -> None:
        """There is nothing to find out."""

    def voice_name(self) -> str:
        """None."""
        return ""

    def state(self) -> DeviceState:
        """Says that reading aloud is switched off."""
        return DeviceState("devices.speech_off", works=False)

    def close(self) -> None:
        """Nothing was started."""
