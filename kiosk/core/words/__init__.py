"""The one catalogue that turns codes and parameters into sentences, for kiosk, hub and command line alike.

`words/<room>.toml` holds `[code]` tables with `zh` and `en`; a code is `room.name`. A file is read when its first
code is asked for, so that a start pays for nothing it does not say.
"""

import json
import os
import re
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")
ENTRY = re.compile(r'^\["?([\w-]+)"?\]$|^(zh|en) = ("(?:[^"\\\n]|\\.)*")$', re.MULTILINE)
"""A heading or a sentence: all the TOML there is in these files (a test holds them to it), read in a third of the time
that all of TOML takes. The first touch waits for the words of every station."""


@cache
def _room(room: str) -> dict[str, dict[str, str]]:
    """All entries of one room's file."""
    entries: dict[str, dict[str, str]] = {}
    entry: dict[str, str] = {}
    for name, language, text in ENTRY.findall((Path(__file__).parent / f"{room}.toml").read_text("utf-8")):
        if name:
            entry = entries.setdefault(name, {})
        else:
            entry[language] = json.loads(text) if "\\" in text else text[1:-1]
    return entries


def say(code: str, language: str = "zh", **params: object) -> str:
    """The sentence for `code` in `language`, its `{places}` filled from `params`. Raises KeyError if unknown."""
    room, _, name = code.partition(".")
    return _room(room)[name][language].format(**params)


def environment_language() -> str:
    """The command line's language: English when the environment asks for it (`LANG=en…`), else Chinese."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if asked.lower().startswith("en") else "zh"
