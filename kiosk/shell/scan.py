"""Tells a barcode scanner from fingers on a keyboard: a burst of characters that ends with Enter. Pure."""

LEAST = 4
MOST = 256
GAP_MS = 50


class ScanReader:
    """Fed key by key with `key`; gives the scanned text when a burst is complete."""

    def __init__(self) -> None:
        self._text = ""
        self._last_ms = 0

    def key(self, text: str, enter: bool, at_ms: int) -> str:
        """Take one key press at `at_ms` (any clock that grows); the scanned text, or nothing.

        `text` is what the key types: empty for Shift, which a scanner presses too and which breaks no burst.
        """
        if not enter and not text:
            return ""
        in_time = at_ms - self._last_ms <= GAP_MS
        burst = self._text if in_time else ""
        self._last_ms = at_ms
        if enter:
            self._text = ""
            return burst if len(burst) >= LEAST else ""
        self._text = (burst + text)[: MOST + 1] if text.isprintable() else ""
        if len(self._text) > MOST:
            self._text = ""
        return ""
