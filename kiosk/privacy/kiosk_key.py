"""The kiosk's key: 32 bytes that wrap all data keys, and where they live.

- With systemd: the credential `fingertip-glow.key`, which `packaging/linux/seal-key` sealed to the machine (to its TPM
  where it has one); `keys/kiosk.credential` says so to programs that systemd did not hand it to.
- On Windows: `keys/kiosk.key` in the home, protected by DPAPI for the account that runs the kiosk.
- Else: `keys/kiosk.key` in the home, readable by that account only.
"""

import os
import sys
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.privacy.sealed import KEY_BYTES, new_key

CREDENTIAL = "fingertip-glow.key"
FILE = "kiosk.key"
ELSEWHERE = "kiosk.credential"
"""There once the key came from a credential: nobody makes another one then, which would open nothing."""


def load(folder: Path) -> bytes:
    """The kiosk's key, made at first use. Raises KioskError `privacy.key_unusable` or `privacy.key_elsewhere`."""
    try:
        credential = Path(os.environ.get("CREDENTIALS_DIRECTORY", "")) / CREDENTIAL
        if os.environ.get("CREDENTIALS_DIRECTORY") and credential.is_file():
            key = credential.read_bytes()
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (folder / ELSEWHERE).touch()
        elif (folder / ELSEWHERE).exists():
            raise KioskError("privacy.key_elsewhere")
        else:
            key = _from_file(folder / FILE)
    except OSError as error:
        raise KioskError("privacy.key_unusable", repr(error)) from error
    if len(key) != KEY_BYTES:
        raise KioskError("privacy.key_unusable", f"{len(key)} bytes")
    return key


def _from_file(path: Path) -> bytes:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = path.with_suffix(f".{os.getpid()}.part")
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        try:
            os.write(handle, _protect(new_key()))
            os.fsync(handle)
        finally:
            os.close(handle)
        try:
            os.link(part, path)  # two processes at once: the first one's key counts
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return _unprotect(path.read_bytes())


if sys.platform == "win32":
    import ctypes

    class _Blob(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char)))

    def _dpapi(name: str, data: bytes) -> bytes:
        source = _Blob(len(data), ctypes.cast(ctypes.create_string_buffer(data, len(data)), _Blob._fields_[1][1]))
        target = _Blob()
        call = getattr(ctypes.windll.crypt32, name)
        if not call(ctypes.byref(source), None, None, None, None, 1, ctypes.byref(target)):
            raise OSError(f"{name}: {ctypes.GetLastError()}")
        try:
            return ctypes.string_at(target.data, target.size)
        finally:
            ctypes.windll.kernel32.LocalFree(target.data)

    def _protect(key: bytes) -> bytes:
        return _dpapi("CryptProtectData", key)

    def _unprotect(stored: bytes) -> bytes:
        return _dpapi("CryptUnprotectData", stored)

else:

    def _protect(key: bytes) -> bytes:
        return key

    def _unprotect(stored: bytes) -> bytes:
        return stored
