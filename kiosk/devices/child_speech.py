"""The real voice: a thread renders the text last asked for, the player plays it, the newest reading wins."""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Condition, Thread

from kiosk.devices.renderer import Renderer
from kiosk.devices.sound import SoundPlayer
from kiosk.devices.speech import FindRecorded, nobody
from kiosk.devices.state import DeviceState
from kiosk.devices.voices import SPEAKABLE


class ChildSpeech:
    """`Speech` by pyttsx3 in short-lived processes. `home` is the kiosk's data folder; `renderer` is for tests."""

    def __init__(self, home: Path, player: SoundPlayer, renderer: Renderer | None = None) -> None:
        self.on_finished: Callable[[], None] = nobody
        self._player = player
        self._renderer = renderer or Renderer(home / "cache/speech")
        self._changed = Condition()
        self._reading = 0
        """The number of the reading under way, 0 when there is none; an end that names another is out of date."""
        self._last = 0
        self._wanted: deque[tuple[int, str, str]] = deque()
        """The parts still to be read: the reading's number, the part, its manner."""
        self._sound = 0
        self._closed = False
        self._state = DeviceState("devices.speech_untried")
        self._thread = Thread(target=self._work, name="speech", daemon=True)
        self._thread.start()

    @property
    def reading(self) -> bool:
        """True while a text is rendered or heard."""
        return self._reading != 0

    def use_recorded(self, find: FindRecorded) -> None:
        """Have texts that a person has read played first; see `Speech`."""
        self._renderer.recorded = find

    def read(self, text: str, manner: str = "") -> None:
        """Stop what is being read and read `text`."""
        self.stop()
        if SPEAKABLE.search(text):
            self._want(text, manner)
        else:
            self.on_finished()

    def stop(self) -> None:
        """Be quiet."""
        with self._changed:
            was, self._reading = self._reading, 0
            sound, self._sound = self._sound, 0
            self._wanted.clear()
        if was:
            self._renderer.cancel()
            self._player.stop(sound)
            self.on_finished()

    def probe(self) -> None:
        """Find out the Chinese voice unless something is being read, which tells as well."""
        with self._changed:
            if not self._reading:
                self._wanted.append((0, "", ""))
                self._changed.notify()

    def voice_name(self) -> str:
        """The voice that read last."""
        return self._state.params.get("voice", "")

    def state(self) -> DeviceState:
        """What speaks, or why nothing does."""
        return self._state

    def close(self) -> None:
        """Be quiet for good."""
        self.on_finished = nobody
        self.stop()
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._renderer.cancel()
        self._thread.join(2.0)
        self._renderer.close()

    def _want(self, text: str, manner: str) -> None:
        with self._changed:
            self._last += 1
            self._reading = self._last
            self._wanted.clear()
            self._wanted.append((self._last, text, manner))
            self._changed.notify()

    def _work(self) -> None:
        """The speech thread."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: (self._wanted and not self._sound) or self._closed)
                if self._closed:
                    return
                number, text, manner = self._wanted.popleft()
            self._read_part(number, self._first(number, text, manner), manner)

    def _first(self, number: int, text: str, manner: str) -> str:
        """The first part of `text`; the others wait their turn."""
        part, *rest = self._renderer.parts(text, manner)
        with self._changed:
            if self._current(number):
                self._wanted.extend((number, one, manner) for one in rest)
        return part

    def _read_part(self, number: int, part: str, manner: str) -> None:
        rendered = self._renderer.render(part, partial(self._current, number), manner)
        with self._changed:
            if not self._current(number):  # cancelled or overtaken meanwhile: its failure says nothing
                return
            self._state = rendered.state
            if number and rendered.path:
                self._sound = self._player.play_file(rendered.path, partial(self._over, number))
                return
        self._over(number)

    def _current(self, number: int) -> bool:
        return number == self._reading

    def _over(self, number: int) -> None:
        """A part has been heard, or cannot be: the next one's turn, or the end of the reading."""
        with self._changed:
            if number == 0 or number != self._reading:
                return
            self._sound = 0
            if self._wanted:
                self._changed.notify()
                return
            self._reading = 0
        self.on_finished()
