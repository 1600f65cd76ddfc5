"""Keys of what travels on sticks: sealed to the hub's key, signed by the kiosk's, receipts known by both.

The hub has an X25519 key whose public half comes with enrolment; every bundle is sealed for it by a key of its own.
A kiosk's signature is Ed25519 by a key that follows from its credential; the hub learns the public half at enrolment,
so that a credential that is revoked signs nothing any more. A receipt bears an HMAC by the SHA-256 of the credential,
which hub and kiosk alone know. What the hub answers is sealed by a key that follows from the hub's X25519 key and one
that the kiosk makes of its credential (`box`; its public half is in every bundle, under the signature): only these two
can have written it, and only these two can read it.
"""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_BOX, _SIGNER, _BUNDLE, _RECEIPT, _ANSWER = (
    b"fingertip-glow bundle box 1\0",
    b"fingertip-glow bundle signer 1\0",
    b"fingertip-glow bundle 1\0",
    b"fingertip-glow receipt 1\0",
    b"fingertip-glow answer box 1\0",
)


def new_private() -> bytes:
    """A hub's new secret key."""
    return X25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """Its public half."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def key_for(hub: bytes) -> tuple[bytes, bytes]:
    """A key to seal one file for the hub with the public key `hub`, and the share by which the hub finds it.

    Raises ValueError when `hub` is no key.
    """
    once = X25519PrivateKey.from_private_bytes(os.urandom(KEY_BYTES))
    share = once.public_key().public_bytes_raw()
    return _derived(once.exchange(X25519PublicKey.from_public_bytes(hub)), share, hub), share


def key_by(private: bytes, share: bytes) -> bytes:
    """The key of a file that was sealed for us with `share`. Raises ValueError when that is none."""
    common = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(share))
    return _derived(common, share, public_of(private))


def signer(credential: str) -> bytes:
    """The public key by which the kiosk with `credential` (hex) signs."""
    return _private_signer(credential).public_key().public_bytes_raw()


def sign(credential: str, digest: bytes) -> bytes:
    """The kiosk's signature over a bundle's `digest`."""
    return _private_signer(credential).sign(_BUNDLE + digest)


def is_signed(public: bytes, digest: bytes, signature: bytes) -> bool:
    """Whether the holder of `public` has signed `digest`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _BUNDLE + digest)
    except (InvalidSignature, ValueError):
        return False
    return True


def receipt_mark(credential_hash: bytes, content: bytes) -> str:
    """What proves a receipt's `content` to the kiosk whose credential has that SHA-256."""
    return hmac.digest(credential_hash, _RECEIPT + content, hashlib.sha256).hex()


def box(credential: str) -> bytes:
    """The public key for which the hub seals what it answers the kiosk with `credential` (hex)."""
    return public_of(_private_box(credential))


def answer_key(credential: str, hub: bytes) -> bytes:
    """The key of what the hub with the public key `hub` answers us. Raises ValueError when that is none."""
    private = _private_box(credential)
    common = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(hub))
    return _derived(common, public_of(private), hub, _ANSWER)


def answer_key_for(private: bytes, box: bytes) -> bytes:
    """The same key at the hub with the secret key `private`. Raises ValueError when `box` is no key."""
    common = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(box))
    return _derived(common, box, public_of(private), _ANSWER)


def _derived(common: bytes, share: bytes, hub: bytes, use: bytes = _BOX) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=use + share + hub).derive(common)


def _private_box(credential: str) -> bytes:
    return hmac.digest(bytes.fromhex(credential), _ANSWER, hashlib.sha256)


def _private_signer(credential: str) -> Ed25519PrivateKey:
    seed = hmac.digest(bytes.fromhex(credential), _SIGNER, hashlib.sha256)
    return Ed25519PrivateKey.from_private_bytes(seed)
