"""Two kiosks that share a short code come to one strong key: CPace (draft-irtf-cfrg-cpace) over group 14 of RFC 3526.

A code of four digits is no key: whoever listens could try all of them at home. Here the code only chooses the generator
of a Diffie-Hellman exchange. Listening tells nothing to try codes on, and whoever takes part tries one code a meeting,
which `lan_leader` and `lan_joiner` count.
"""

import hashlib
import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PRIME = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AACAA68FFFFFFFFFFFFFFFF",
    16,
)
SHARE_BYTES = 256
NONCE_BYTES = 16
_LABEL = b"fingertip-glow class lan 1\0"


class Share:
    """One side of a meeting. `secret` is what both must know, `nonces` both sides' fresh bytes, the leader's first."""

    def __init__(self, secret: str, nonces: bytes) -> None:
        self._nonces = nonces
        self._exponent = secrets.randbits(256) | 1
        self.public = pow(_generator(secret, nonces), self._exponent, PRIME).to_bytes(SHARE_BYTES)

    def keys(self, other: bytes, *, leads: bool) -> tuple[bytes, bytes]:
        """The keys to send and to hear with. Raises ValueError when `other` is no share."""
        number = int.from_bytes(other)
        if not 1 < number < PRIME - 1:
            raise ValueError("not a share")
        common = pow(number, self._exponent, PRIME).to_bytes(SHARE_BYTES)
        said = (self.public, other) if leads else (other, self.public)
        both = HKDF(SHA256(), 64, salt=self._nonces, info=_LABEL + b"".join(said)).derive(common)
        leader, joiner = both[:32], both[32:]
        return (leader, joiner) if leads else (joiner, leader)


def _generator(secret: str, nonces: bytes) -> int:
    """A square that follows from the secret: nobody knows its logarithm, and squares are a group of prime order."""
    said = secret.encode()
    hashed = hashlib.shake_256(_LABEL + len(said).to_bytes(4) + said + nonces).digest(SHARE_BYTES + 16)
    return pow(int.from_bytes(hashed), 2, PRIME)
