"""Playing sounds: what the house asks of it, and the silent one. The real one is `child_player.ChildPlayer`."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kiosk.devices.state import DeviceState

Finished = Callable[[], None]


class SoundPlayer(Protocol):
    """Plays WAV files. No method blocks or raises, whatever the sound system does."""

    def play(self, name: str) -> None:
        """Play `assets/sounds/<name>.wav` beside whatever plays already."""
        ...

    def play_file(self, path: Path, finished: Finished | None = None) -> int:
        """Play the 16-bit WAV at `path`; give the number to `stop` it by.

        `finished` is called once, from another thread, when it has ended: played, stopped, failed or given up.
        """
        ...

    def play_sealed(
        self, path: Path, key: bytes, seconds: float, finished: Finished | None = None, loudness: float = 1.0
    ) -> int:
        """Like `play_file` for a take or broadcast sealed with `key`, about `seconds` long, at that share of the
        volume (0 to 1)."""
        ...

    def stop(self, number: int) -> None:
        """Silence what was started under this number, within 100 ms; nothing happens when it has ended already."""
        ...

    def set_volume(self, volume: float) -> None:
        """Loudness of everything, 0.0 to 1.0; also of what is playing."""
        ...

    def set_muted(self, muted: bool) -> None:
        """Mute or unmute everything; what is playing runs on unheard."""
        ...

    def state(self) -> DeviceState:
        """Whether sounds can be heard, for staff."""
        ...

    def close(self) -> None:
        """Be quiet for good and end whatever was started; waits at most two seconds."""
        ...


class SilentPlayer:
    """A player for machines and tests without sound: everything ends as soon as it begins."""

    def play(self, name: str) -> None:
        """Nothing is heard."""

    def play_file(self, path: Path, finished: Finished | None = None) -> int:
        """Ends at once."""
        if finished:
            finished()
        return 0

    def play_sealed(
        self, path: Path, key: bytes, seconds: float, finished: Finished | None = None, loudness: float = 1.0
    ) -> int:
        """Ends at once."""
        return self.play_file(path, finished)

    def stop(self, number: int) -> None:
        """Nothing plays."""

    def set_volume(self, volume: float) -> None:
        """Nothing is heard."""

    def set_muted(self, muted: bool) -> None:
        """Nothing is heard."""

    def state(self) -> DeviceState:
        """Says that sound is switched off."""
        return DeviceState("devices.sound_off", works=False)

    def close(self) -> None:
        """Nothing was started."""
