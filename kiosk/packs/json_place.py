"""Where something stands in a JSON text, as an editor shows it."""

from json import JSONDecoder

SPACE = " \t\r\n,:"
_DECODER = JSONDecoder()


class Places:
    """The places of a text that has been parsed before. Each object or list is gone through once, when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._inside: dict[int, dict[str, int]] = {}

    def line(self, path: str) -> int:
        """The line on which that begins which `path` (`lines.2.text`) names, or the nearest thing around it."""
        place = self._skip(0)
        for step in path.split(".") if path else ():
            if step not in (inside := self._within(place)):
                break
            place = inside[step]
        return self._text.count("\n", 0, place) + 1

    def _within(self, start: int) -> dict[str, int]:
        """The place of each value within the object or list that begins at `start`, by name or number (from 0)."""
        if start not in self._inside:
            self._inside[start] = self._gone_through(start) if self._text[start] in "{[" else {}
        return self._inside[start]

    def _gone_through(self, start: int) -> dict[str, int]:
        text, is_object = self._text, self._text[start] == "{"
        found: dict[str, int] = {}
        place = self._skip(start + 1)
        while text[place] not in "}]":
            name = str(len(found))
            if is_object:
                name, place = _DECODER.raw_decode(text, place)
                place = self._skip(place)
            # Like the decoder, the last of several of that name counts.
            found[name] = place
            _, place = _DECODER.raw_decode(text, place)
            place = self._skip(place)
        return found

    def _skip(self, place: int) -> int:
        """The next place that holds no space, comma or colon."""
        while self._text[place] in SPACE:
            place += 1
        return place
