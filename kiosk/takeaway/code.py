"""What a code carries, and its black and white modules. Pure."""

from typing import Literal

QUIET = 4
"""The white border that readers need, in modules."""
SMALL = 61
"""With so many modules a side, the code may be made one step more robust."""


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
