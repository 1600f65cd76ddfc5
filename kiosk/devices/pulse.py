"""One WAV played through PulseAudio or PipeWire, by libpulse's simple API (a C library, called with ctypes).

QtMultimedia is not used where libpulse is: it aborts its process when the audio daemon dies, costs 40 MB more and
reports no end when there is no device.
"""

import array
import ctypes
import wave
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock
from typing import IO

PLAYBACK = 1
S16LE = 3
CHUNK_S = 0.02
BUFFER_S = 0.1
UNSET = 0xFFFF_FFFF
NAME = b"Fingertip Glow"


class SoundTrouble(Exception):
    """Nothing can be heard; `code` is a words code for staff."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttr(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize"))


class Pulse:
    """libpulse. Raises `SoundTrouble` when it is not on this machine."""

    def __init__(self) -> None:
        try:
            self._simple = ctypes.CDLL("libpulse-simple.so.0")
            self._strerror = ctypes.CDLL("libpulse.so.0").pa_strerror
        except OSError as error:
            raise SoundTrouble("devices.sound_no_library", str(error)) from error
        self._strerror.restype = ctypes.c_char_p
        self._simple.pa_simple_new.restype = ctypes.c_void_p

    def connect(self, rate: int, channels: int) -> ctypes.c_void_p:
        """A stream of 16-bit samples that keeps `BUFFER_S` in hand. Raises `SoundTrouble` when no daemon answers."""
        error = ctypes.c_int()
        spec = _SampleSpec(S16LE, rate, channels)
        attr = _BufferAttr(UNSET, int(BUFFER_S * rate) * 2 * channels, UNSET, UNSET, UNSET)
        stream = self._simple.pa_simple_new(
            None, NAME, PLAYBACK, None, NAME, ctypes.byref(spec), None, ctypes.byref(attr), ctypes.byref(error)
        )
        if not stream:
            raise SoundTrouble("devices.sound_no_daemon", self._reason(error))
        return ctypes.c_void_p(stream)

    def call(self, name: str, stream: ctypes.c_void_p, *arguments: object) -> None:
        """`pa_simple_<name>`; it may be called from several threads. Raises `SoundTrouble` when the daemon is gone."""
        error = ctypes.c_int()
        if getattr(self._simple, f"pa_simple_{name}")(stream, *arguments, ctypes.byref(error)) < 0:
            raise SoundTrouble("devices.sound_lost", self._reason(error))

    def free(self, stream: ctypes.c_void_p) -> None:
        """Take the stream down; it must not be used any more."""
        self._simple.pa_simple_free(stream)

    def _reason(self, error: ctypes.c_int) -> str:
        reason: bytes = self._strerror(error) or b""
        return reason.decode(errors="replace")


class Playback:
    """One sound: `play` blocks one thread while another may `stop` it."""

    def __init__(self, pulse: Pulse) -> None:
        self._pulse = pulse
        self._stream: ctypes.c_void_p | None = None
        self._stopped = Event()
        self._lock = Lock()

    def play(self, source: Path | IO[bytes], gain: Callable[[], float]) -> None:
        """Play the WAV to its end or until it is stopped; `gain()` (0.0–1.0) is asked every 20 ms.

        Raises `SoundTrouble` when the file is not 16-bit PCM, or no daemon answers, or it dies meanwhile.
        """
        with _open(source) as sound:
            self._stream = self._pulse.connect(sound.getframerate(), sound.getnchannels())
            try:
                self._feed(self._stream, sound, gain)
            finally:
                with self._lock:
                    self._pulse.free(self._stream)
                    self._stream = None

    def stop(self) -> None:
        """Throw away what the daemon still holds: it is quiet at once, even while `play` waits to hand over more."""
        self._stopped.set()
        with self._lock, suppress(SoundTrouble):  # `play` meets the same trouble and tells it
            if self._stream:
                self._pulse.call("flush", self._stream)

    def _feed(self, stream: ctypes.c_void_p, sound: wave.Wave_read, gain: Callable[[], float]) -> None:
        frames = int(CHUNK_S * sound.getframerate())
        while not self._stopped.is_set():
            block = sound.readframes(frames)
            if not block:
                self._pulse.call("drain", stream)
                return
            block = _scaled(block, gain())
            self._pulse.call("write", stream, block, ctypes.c_size_t(len(block)))
        self._pulse.call("flush", stream)


def _open(source: Path | IO[bytes]) -> wave.Wave_read:
    """The WAV as 16-bit PCM, or `SoundTrouble`."""
    try:
        sound = wave.open(str(source) if isinstance(source, Path) else source, "rb")  # noqa: SIM115 (the caller closes it)
    except (OSError, EOFError, wave.Error) as error:
        raise SoundTrouble("devices.sound_bad_file", f"{source}: {error}") from error
    if sound.getsampwidth() != 2:
        sound.close()
        raise SoundTrouble("devices.sound_bad_file", f"{source}: not 16-bit")
    return sound


def _scaled(block: bytes, gain: float) -> bytes:
    """The samples of `block` (16-bit, little-endian) times `gain`."""
    if gain >= 1.0:
        return block
    return array.array("h", [int(sample * gain) for sample in array.array("h", block)]).tobytes()
