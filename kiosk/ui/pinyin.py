"""Pinyin above Chinese characters. pypinyin is loaded when somebody first asks: it costs 40 MB and 0.1 s."""

import json
from functools import cache, lru_cache

from kiosk.core.places import program_folder


@lru_cache(maxsize=512)
def syllables(text: str, overrides: tuple[tuple[str, str], ...] = ()) -> tuple[str, ...]:
    """One entry a character of `text`: its syllable with a tone mark, or `""` for what is not a Chinese character.

    `overrides` are (word, "syllables separated by spaces") pairs from the pack, for readings that pypinyin misses.
    """
    from pypinyin import Style, pinyin

    _teach()
    # A run without Chinese comes back as one entry a character because `errors` answers with a list.
    readings = pinyin(text, style=Style.TONE, errors=list)  # type: ignore[arg-type]
    result = [reading[0] if _is_han(char) else "" for char, reading in zip(text, readings, strict=True)]
    for word, reading in overrides:
        parts = reading.split()
        start = text.find(word)
        while start >= 0 and len(parts) == len(word):
            result[start : start + len(word)] = parts
            start = text.find(word, start + len(word))
    return tuple(result)


@cache
def _teach() -> None:
    """Give pypinyin the readings of `content/pinyin.json`, once: its own tables miss what children's texts need."""
    from pypinyin import load_phrases_dict, load_single_dict

    known = json.loads((program_folder() / "content" / "pinyin.json").read_text("utf-8"))
    load_single_dict({ord(character): readings for character, readings in known["characters"].items()})
    load_phrases_dict({word: [[one] for one in reading.split()] for word, reading in known["words"].items()})


def _is_han(char: str) -> bool:
    return "㐀" <= char <= "鿿" or "𠀀" <= char <= "𲎯"
