"""The token of a published work's take-home page: made of the take's own key, so nobody guesses it or keeps it.

A kiosk makes it again whenever the code is shown; with the key, which erasing destroys, it is gone. The hub has its
SHA-256 only, from the recording's upload: the journal never ties a work to a visit.
"""

import base64
import hashlib
import hmac

_WHAT = b"take-home page of a work"
_BYTES = 16


def page_token(key: bytes) -> str:
    """22 letters of base64url for the take that `key` opens."""
    made = hmac.digest(key, _WHAT, hashlib.sha256)[:_BYTES]
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def page_hash(key: bytes) -> str:
    """What the hub knows of it: 64 hex digits, as of every token (`takeaway.code.token_hash`)."""
    return hashlib.sha256(page_token(key).encode()).hexdigest()
