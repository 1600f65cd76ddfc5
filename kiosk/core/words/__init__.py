"""The one catalogue that turns codes and parameters into sentences, for kiosk, hub and command line alike.

`words/<room>.toml` holds `[code]` tables with `zh` and `en`; a code is `room.name`. A file is read when its first
code is asked for, so that a start pays for nothing it does not say.
"""

import os
import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")


@cache
def _room(room: str) -> dict[str, dict[str, str]]:
    """All entries of one room's file."""
    with (Path(__file__).parent / f"{room}.toml").open("rb") as file:
        return tomllib.load(file)


def say(code: str, language: str = "zh", **params: object) -> str:
    """The sentence for `code` in `language`, its `{places}` filled from `params`. Raises KeyError if unknown."""
    room, _, name = code.partition(".")
    return _room(room)[name][language].format(**params)


def environment_language() -> str:
    """The command line's language: English when the environment asks for it (`LANG=en…`), else Chinese."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if asked.lower().startswith("en") else "zh"
