"""What a code carries, and its black and white modules. Pure.

On a kiosk that is not enrolled the code of a result card carries its text. On an enrolled one it carries
`<public address of the hub>/t/<token>` with the text printed beside it. The token is 128 random bits (22 letters of
base64url), made anew for every card and kept by nobody: the journal's `TakeHomeGiven` holds its SHA-256, by which the
hub finds what to show (`hub`: `sha256(token) == token_hash`), and an unknown token shows the same page as one whose
kiosk has not synced yet. The page says what the card says of that station, and nothing of a visit.
"""

import hashlib
import secrets
from typing import Literal

QUIET = 4
"""The white border that readers need, in modules."""
SMALL = 61
"""With so many modules a side, the code may be made one step more robust."""
TOKEN_BYTES = 16


def new_token() -> str:
    """A token that cannot be guessed, for one card."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What the journal and the hub know of it: 64 hex digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def link(public_url: str, token: str) -> str:
    """The link of a card."""
    return f"{public_url.rstrip('/')}/t/{token}"


def carried(text: str, link: str = "") -> str:
    """What the code says: the text itself, or on an enrolled kiosk the `link` (the text is printed beside it)."""
    return link or text


def modules(text: str) -> list[list[bool]]:
    """Rows of modules, true where black, without the quiet border."""
    robust = _matrix(text, "Q")
    return robust if len(robust) <= SMALL else _matrix(text, "M")


def _matrix(text: str, level: Literal["M", "Q"]) -> list[list[bool]]:
    # Imported here: it brings a library of pictures with it, and no start waits for a code.
    from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_Q if level == "Q" else ERROR_CORRECT_M, border=0)
    # One run of UTF-8: readers guess the letters of a mixture wrongly.
    code.add_data(text.encode(), optimize=0)
    code.make(fit=True)
    return [[bool(one) for one in row] for row in code.get_matrix()]
