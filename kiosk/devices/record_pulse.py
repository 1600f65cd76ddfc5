"""A microphone of PulseAudio or PipeWire, by libpulse (a C library, called with ctypes).

QtMultimedia is not used where libpulse is: measured on Debian 12, its process takes 37 MB more, is armed 50 ms later,
says nothing when the device vanishes and aborts when the daemon dies. Here all three come back as a state, and a
stream can be asked not to be moved to another device. One thread, the library's plain main loop, no callbacks but one.
"""

import ctypes
from collections.abc import Callable
from time import monotonic

from kiosk.devices.record_source import Found, MicrophoneTrouble, choose

READY, FAILED = 4, 5
STREAM_READY, STREAM_FAILED = 2, 3
NO_AUTOSPAWN = 1
DONT_MOVE, ADJUST_LATENCY = 0x200, 0x2000
S16LE = 3
UNSET = 0xFFFF_FFFF
BLOCK_S = 0.02
PATIENCE_S = 3.0
NAME = b"Fingertip Glow"


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttr(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize"))


class _SourceInfo(ctypes.Structure):
    """The beginning of `pa_source_info`."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("index", ctypes.c_uint32),
        ("description", ctypes.c_char_p),
        ("spec", _SampleSpec),
        ("channels", ctypes.c_uint8),
        ("map", ctypes.c_int * 32),
        ("owner", ctypes.c_uint32),
        ("volume_channels", ctypes.c_uint8),
        ("volume", ctypes.c_uint32 * 32),
        ("mute", ctypes.c_int),
        ("monitor_of_sink", ctypes.c_uint32),
    )


class _ServerInfo(ctypes.Structure):
    """The beginning of `pa_server_info`."""

    _fields_ = (
        *((name, ctypes.c_char_p) for name in ("user", "host", "version", "server")),
        ("spec", _SampleSpec),
        ("default_sink", ctypes.c_char_p),
        ("default_source", ctypes.c_char_p),
    )


_SourceCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_SourceInfo), ctypes.c_int, ctypes.c_void_p)
_ServerCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_ServerInfo), ctypes.c_void_p)
_POINTERS = ("mainloop_new", "mainloop_get_api", "context_new", "stream_new")
_OBJECTS = ("context_get_source_info_list", "context_get_server_info")


def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libpulse.so.0")
    except OSError as error:
        raise MicrophoneTrouble("booth.no_sound_library", str(error)) from error
    for name in _POINTERS + _OBJECTS:
        getattr(library, f"pa_{name}").restype = ctypes.c_void_p
    for name in ("strerror", "stream_get_device_name"):
        getattr(library, f"pa_{name}").restype = ctypes.c_char_p
    library.pa_stream_readable_size.restype = ctypes.c_size_t
    return library


class PulseMicrophone:
    """An open microphone. Raises MicrophoneTrouble; `flags` is for tests of streams that may be moved."""

    _stream: ctypes.c_void_p | None

    def __init__(self, wanted: str, rate: int, flags: int = DONT_MOVE | ADJUST_LATENCY) -> None:
        self._prepare()
        try:
            found, default = self._connect()
            chosen = choose(found, wanted, default)
            self.name = chosen.description or chosen.name
            self.fallback = bool(wanted) and wanted not in (chosen.name, chosen.description)
            self._device = chosen.name.encode()
            self._open(rate, flags)
        except BaseException:
            self.close()
            raise

    @classmethod
    def inputs(cls) -> list[Found]:
        """All inputs of the system; none is opened. Raises MicrophoneTrouble."""
        looking = cls.__new__(cls)
        looking._prepare()
        try:
            return looking._connect()[0]
        finally:
            looking.close()

    def read(self, timeout_s: float) -> bytes:
        """What was heard since; empty when nothing came for `timeout_s`. Raises MicrophoneTrouble when it is gone."""
        end = monotonic() + timeout_s
        while True:
            self._check()
            if data := self._take():
                return data
            left = end - monotonic()
            if left <= 0:
                return b""
            self._turn(left)

    def close(self) -> None:
        """Let go of it."""
        if self._stream:
            self._pa.pa_stream_disconnect(self._stream)
            self._pa.pa_stream_unref(self._stream)
            self._stream = None
        self._pa.pa_context_disconnect(self._context)
        self._pa.pa_context_unref(self._context)
        self._pa.pa_mainloop_free(self._loop)

    def _prepare(self) -> None:
        self._pa = _library()
        self._loop = ctypes.c_void_p(self._pa.pa_mainloop_new())
        api = ctypes.c_void_p(self._pa.pa_mainloop_get_api(self._loop))
        self._context = ctypes.c_void_p(self._pa.pa_context_new(api, NAME))
        self._stream = None

    def _connect(self) -> tuple[list[Found], str]:
        """Find the daemon, and what it has."""
        self._pa.pa_context_connect(self._context, None, NO_AUTOSPAWN, None)
        self._wait(lambda: self._context_state() == READY)
        return self._sources()

    def _open(self, rate: int, flags: int) -> None:
        spec = _SampleSpec(S16LE, rate, 1)
        attr = _BufferAttr(UNSET, UNSET, UNSET, UNSET, int(BLOCK_S * rate) * 2)
        self._stream = ctypes.c_void_p(self._pa.pa_stream_new(self._context, NAME, ctypes.byref(spec), None))
        self._pa.pa_stream_connect_record(self._stream, self._device, ctypes.byref(attr), flags)
        self._wait(lambda: self._pa.pa_stream_get_state(self._stream) == STREAM_READY)

    def _sources(self) -> tuple[list[Found], str]:
        """All inputs, and the name of the system's own choice."""
        found: list[Found] = []
        default: list[str] = []

        def source(_: object, info: "ctypes._Pointer[_SourceInfo]", end: int, __: object) -> None:
            if end == 0:
                one = info.contents
                monitor = one.monitor_of_sink != UNSET
                found.append(Found(_text(one.name), _text(one.description), monitor))

        def server(_: object, info: "ctypes._Pointer[_ServerInfo]", __: object) -> None:
            default.append(_text(info.contents.default_source) if info else "")

        # The callbacks must live until the answer has come: it comes within `_wait`.
        on_source, on_server = _SourceCallback(source), _ServerCallback(server)
        operations = [
            self._pa.pa_context_get_source_info_list(self._context, on_source, None),
            self._pa.pa_context_get_server_info(self._context, on_server, None),
        ]
        self._wait(lambda: bool(default))
        for one in operations:
            self._pa.pa_operation_unref(ctypes.c_void_p(one))
        return found, default[0]

    def _take(self) -> bytes:
        """One fragment of what lies ready; a hole in the stream comes out as silence of its length."""
        data, length = ctypes.c_void_p(), ctypes.c_size_t()
        if self._pa.pa_stream_peek(self._stream, ctypes.byref(data), ctypes.byref(length)) < 0 or not length.value:
            return b""
        block = ctypes.string_at(data, length.value) if data else bytes(length.value)
        self._pa.pa_stream_drop(self._stream)
        return block

    def _check(self) -> None:
        if self._context_state() >= FAILED:
            raise MicrophoneTrouble("booth.sound_service_gone", self._reason())
        if self._stream is None:
            return
        if self._pa.pa_stream_get_state(self._stream) >= STREAM_FAILED:
            raise MicrophoneTrouble("booth.unplugged", self._reason())
        now = self._pa.pa_stream_get_device_name(self._stream)
        if now and now != self._device:
            raise MicrophoneTrouble("booth.switched", f"{self._device!r} -> {now!r}")

    def _wait(self, what: Callable[[], bool]) -> None:
        end = monotonic() + PATIENCE_S
        while not what():
            if self._context_state() >= FAILED:
                raise MicrophoneTrouble("booth.sound_service_gone", self._reason())
            if self._stream and self._pa.pa_stream_get_state(self._stream) >= STREAM_FAILED:
                raise MicrophoneTrouble("booth.no_microphone", self._reason())
            if monotonic() > end:
                raise MicrophoneTrouble("booth.sound_service_gone", "no answer")
            self._turn(0.1)

    def _turn(self, seconds: float) -> None:
        """Let the library work, waiting at most `seconds` for something to happen."""
        self._pa.pa_mainloop_prepare(self._loop, max(1, int(seconds * 1e6)))
        self._pa.pa_mainloop_poll(self._loop)
        self._pa.pa_mainloop_dispatch(self._loop)

    def _context_state(self) -> int:
        return int(self._pa.pa_context_get_state(self._context))

    def _reason(self) -> str:
        return _text(self._pa.pa_strerror(self._pa.pa_context_errno(self._context)))


def _text(value: bytes | None) -> str:
    return (value or b"").decode(errors="replace")
