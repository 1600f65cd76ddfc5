"""The enrolment code: a one-time secret and by which certificate to know the hub, as 48 letters in groups of six.

Capital letters and the digits 2 to 7; spaces, dashes and small letters do not matter. A checksum tells typing mistakes
before anything is sent. Without a fingerprint (zeros) the hub stands behind a proxy with a certificate that the system
itself trusts.
"""

import base64
import hashlib
import os
from dataclasses import dataclass

from kiosk.core.errors import KioskError

_VERSION, _SECRET, _FINGERPRINT, _CHECK = 1, 10, 16, 3
_LETTERS = str.maketrans("", "", " -\n\t")


@dataclass(frozen=True, slots=True)
class EnrolCode:
    """`fingerprint` are the first 16 bytes of the SHA-256 of the hub's certificate (DER), empty without one."""

    secret: bytes
    fingerprint: bytes = b""

    @classmethod
    def new(cls, fingerprint: bytes) -> "EnrolCode":
        """A code with a new random secret."""
        return cls(os.urandom(_SECRET), fingerprint[:_FINGERPRINT])

    def __str__(self) -> str:
        whole = bytes([_VERSION]) + self.secret + self.fingerprint.ljust(_FINGERPRINT, b"\0")
        text = base64.b32encode(whole + _check(whole)).decode()
        return "-".join(text[start : start + 6] for start in range(0, len(text), 6))

    @classmethod
    def parse(cls, text: str) -> "EnrolCode":
        """The code that `text` spells. Raises KioskError `sync.code_wrong` or `sync.code_newer`."""
        try:
            whole = base64.b32decode(text.translate(_LETTERS).upper())
        except ValueError as error:
            raise KioskError("sync.code_wrong", repr(error)) from error
        body, check = whole[:-_CHECK], whole[-_CHECK:]
        if len(body) != 1 + _SECRET + _FINGERPRINT or _check(body) != check:
            raise KioskError("sync.code_wrong", f"{len(whole)} bytes")
        if body[0] != _VERSION:
            raise KioskError("sync.code_newer", f"version {body[0]}")
        fingerprint = body[1 + _SECRET :]
        return cls(body[1 : 1 + _SECRET], fingerprint if any(fingerprint) else b"")


def _check(whole: bytes) -> bytes:
    return hashlib.sha256(whole).digest()[:_CHECK]
