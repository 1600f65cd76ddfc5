"""Ed25519 keys of those who make packs: signing, verifying, and the short words by which people compare keys."""

import os
import re
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from kiosk.core.errors import KioskError
from kiosk.packs.key_words import WORDS

PURPOSE = b"fingertip-glow pack 1\n"
"""Signed before the manifest: a signature made for anything else does not count here."""
COUNT = 8
HEAD = 200
"""Bytes of a `.pub` file in which the key stands."""


def words(key: str, language: str) -> str:
    """Eight words for the public `key` (64 hex digits): 56 bits of its SHA-256, enough to compare by eye."""
    number = int.from_bytes(sha256(bytes.fromhex(key)).digest()[:7])
    chosen = [WORDS[number >> 7 * place & 127] for place in range(COUNT)]
    return "·".join(pair[0] for pair in chosen) if language == "zh" else "-".join(pair[1] for pair in chosen)


def verify(manifest: bytes, key: str, signature: str) -> bool:
    """Whether `signature` (128 hex digits) was made by the holder of `key` over exactly `manifest`."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), PURPOSE + manifest)
    except (InvalidSignature, ValueError):
        return False
    return True


def sign(manifest: bytes, private: Ed25519PrivateKey) -> str:
    """The signature over `manifest` as 128 hex digits."""
    return private.sign(PURPOSE + manifest).hex()


def public(private: Ed25519PrivateKey) -> str:
    """The public key as 64 hex digits."""
    return private.public_key().public_bytes_raw().hex()


def new_key(path: Path) -> str:
    """Make a key, write its secret half to the new file `path` for its owner alone; its public half.

    Raises KioskError `packs.key_exists` or `packs.key_unwritable`.
    """
    private = Ed25519PrivateKey.generate()
    text = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise KioskError("packs.key_exists", repr(error), name=path.name) from error
    except OSError as error:
        raise KioskError("packs.key_unwritable", repr(error), name=path.name) from error
    with os.fdopen(file, "wb") as stream:
        stream.write(text)
    return public(private)


def read_public(path: Path) -> str:
    """The public key in a `.pub` file, whatever stands below it.

    Raises KioskError (`packs.key_not_public`, `packs.file_missing`, `packs.file_unreadable`).
    """
    try:
        with path.open("rb") as file:
            start = file.read(HEAD).decode("ascii", "replace")
    except FileNotFoundError as error:
        raise KioskError("packs.file_missing", repr(error), name=path.name) from error
    except OSError as error:
        raise KioskError("packs.file_unreadable", repr(error), name=path.name) from error
    found = re.match(r"\s*([0-9a-f]{64})\s", start + "\n")
    if not found:
        raise KioskError("packs.key_not_public", name=path.name)
    return found[1]


def load_key(path: Path) -> Ed25519PrivateKey:
    """The secret key in `path`. Raises KioskError `packs.key_unreadable`."""
    try:
        private = load_pem_private_key(path.read_bytes(), None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KioskError("packs.key_unreadable", repr(error), name=path.name) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KioskError("packs.key_unreadable", type(private).__name__, name=path.name)
    return private
