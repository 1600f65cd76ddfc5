"""The letter before an option: `A、`, `A.`, `Ａ．`, `(A)`."""

import re

LABEL = re.compile(r"\s*[(（]?\s*([A-HＡ-Ｈ])\s*[.、．:：)）]\s*", re.IGNORECASE)


def unlabel(text: str) -> str:
    """`text` without the letter before it, trimmed."""
    return LABEL.sub("", text, count=1).strip() if LABEL.match(text) else text.strip()
