"""The enrolment code: a one-time secret and by which certificate to know the hub, as 48 letters in groups of six.

Capital letters and the digits 2 to 7; spaces, dashes and small letters do not matter. A checksum tells typing mistakes
before anything is sent. Without a fingerprint (zeros) the hub stands behind a proxy with a certificate that the system
itself trusts.

The same code as a number of 16 digits, for our own keys: the secret follows from its first 14, the last two check them
(ISO 7064, MOD 97-10). A number carries no fingerprint: that comes with the address (`https://hub.example:8443#…`, 32
hex digits), which was set before or is known from an earlier enrolment.
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass, field

from kiosk.core.errors import KioskError

_VERSION, _SECRET, _FINGERPRINT, _CHECK = 1, 10, 16, 3
DIGITS = 16
_LETTERS = str.maketrans("", "", " -\n\t")


@dataclass(frozen=True, slots=True)
class EnrolCode:
    """`fingerprint` are the first 16 bytes of the SHA-256 of the hub's certificate (DER), empty without one. `number`
    is the same code in digits, known to whoever has made it or typed it."""

    secret: bytes
    fingerprint: bytes = b""
    number: str = field(default="", compare=False)

    @classmethod
    def new(cls, fingerprint: bytes) -> "EnrolCode":
        """A code with a new random secret."""
        chosen = secrets.randbelow(10 ** (DIGITS - 2))
        return cls.of_number(f"{chosen:0{DIGITS - 2}}{98 - chosen * 100 % 97:02}", fingerprint)

    @classmethod
    def of_number(cls, text: str, fingerprint: bytes) -> "EnrolCode":
        """The code that somebody typed in digits. Raises KioskError `sync.number_wrong`."""
        number = text.translate(_LETTERS)
        if not (len(number) == DIGITS and number.isascii() and number.isdecimal() and int(number) % 97 == 1):
            raise KioskError("sync.number_wrong", f"{len(number)} digits")
        secret = hashlib.sha256(b"fingertip-glow enrolment number 1\0" + number[:-2].encode()).digest()[:_SECRET]
        return cls(secret, fingerprint[:_FINGERPRINT], number)

    @property
    def digits(self) -> str:
        """The number in groups of four."""
        return " ".join(self.number[start : start + 4] for start in range(0, len(self.number), 4))

    def __str__(self) -> str:
        whole = bytes([_VERSION]) + self.secret + self.fingerprint.ljust(_FINGERPRINT, b"\0")
        text = base64.b32encode(whole + _check(whole)).decode()
        return "-".join(text[start : start + 6] for start in range(0, len(text), 6))

    def address(self, url: str) -> str:
        """The hub's address `url` with what a number does not carry, as the setting `hub_address` has it."""
        return f"{url}#{self.fingerprint.hex()}" if self.fingerprint else url

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


def read(address: str, text: str) -> tuple[str, EnrolCode]:
    """The hub's address without its fingerprint, and the code that `text` spells, in letters or digits.

    Raises KioskError `sync.code_wrong`, `sync.code_newer` or `sync.number_wrong`.
    """
    url, _, mark = address.partition("#")
    if not text.translate(_LETTERS).isdecimal():
        return url, EnrolCode.parse(text)
    try:
        fingerprint = bytes.fromhex(mark)
    except ValueError as error:
        raise KioskError("sync.address_mark", repr(error), url=url) from error
    if fingerprint and len(fingerprint) != _FINGERPRINT:
        raise KioskError("sync.address_mark", mark, url=url)
    return url, EnrolCode.of_number(text, fingerprint)


def scanned(text: str) -> tuple[str, str]:
    """Address and code in what a scanner read from a hub's picture. Raises KioskError `sync.scanned_other`."""
    parts = text.split()
    if len(parts) != 2 or not parts[0].lower().startswith(("https://", "http://")):
        raise KioskError("sync.scanned_other", f"{len(parts)} words")
    return parts[0], parts[1]


def _check(whole: bytes) -> bytes:
    return hashlib.sha256(whole).digest()[:_CHECK]
