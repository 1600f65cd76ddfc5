"""Where something stands in a JSON text, as an editor shows it. All texts here have been parsed before."""

from collections.abc import Iterator
from json import JSONDecoder

SPACE = " \t\r\n"
_DECODER = JSONDecoder()


def line_of(text: str, path: str) -> int:
    """The line on which that begins which `path` (`lines.2.text`) names, or the nearest thing around it."""
    place = skip(text, 0)
    for step in path.split(".") if path else ():
        found = [value for name, value in inside(text, place) if name == step]
        if not found:
            break
        # Like the decoder, the last of several of that name counts.
        place = found[-1]
    return text.count("\n", 0, place) + 1


def inside(text: str, place: int) -> Iterator[tuple[str, int]]:
    """Name (or number, from 0) and place of each value within the object or list that begins at `place`."""
    is_object = text[place] == "{"
    if not is_object and text[place] != "[":
        return
    number = 0
    place = skip(text, place + 1)
    while text[place] not in "}]":
        name = str(number)
        if is_object:
            name, place = _DECODER.raw_decode(text, place)
            place = skip(text, place)
        yield name, place
        number += 1
        _, place = _DECODER.raw_decode(text, place)
        place = skip(text, place)


def skip(text: str, place: int) -> int:
    """The next place that holds no space, comma or colon."""
    while text[place] in SPACE + ",:":
        place += 1
    return place
