"""`kiosk.toml`: a base's settings as a file on a service stick, which sets up many kiosks alike.

One line a setting, `key = value`, below `format = 1`; what is not named stays. It is taken whole or not at all.
PINs, keys, codes of the hub and whatever else is secret are no settings, and so are refused like any unknown name.
"""

import difflib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.store.settings import LEAST_COUNTDOWN_S, SETTINGS, Setting, Value

NAME = "kiosk.toml"
FORMAT = 1
LARGEST_BYTES = 65_536
_LINE = re.compile(r'\s*(?:"([^"]*)"|([\w.-]+))\s*=|\s*\[+\s*"?([\w.-]+)')
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file is refused: in which line (0: in the whole of it), at which key, in the words `settings.<code>`."""

    line: int
    key: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def told(self, language: str) -> str:
        """The sentence for a person, with the line where there is one."""
        params = dict(self.params)
        if self.key in SETTINGS and self.code == "fault_value":
            params["allowed"] = allowed(SETTINGS[self.key], language)
        told = say(f"settings.{self.code}", language, key=self.key, **params)
        return say("settings.fault_line", language, line=self.line, told=told) if self.line else told


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file asks for: `values` by key, and the faults that keep it from being taken."""

    values: Mapping[str, Value]
    faults: tuple[Fault, ...] = ()

    def changes(self, now: Mapping[str, Any]) -> dict[str, Value]:
        """What differs from the present settings `now`."""
        return {key: value for key, value in self.values.items() if value != now[key]}


def load(path: Path) -> str:
    """The text of a file. Raises KioskError `settings.file_unread`, `settings.file_large` or `settings.file_text`."""
    try:
        with path.open("rb") as file:
            given = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise KioskError("settings.file_unread", repr(error), file=path.name) from error
    if len(given) > LARGEST_BYTES:
        raise KioskError("settings.file_large", file=path.name)
    try:
        return given.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KioskError("settings.file_text", repr(error), file=path.name) from error


def read(text: str, now: Mapping[str, Any]) -> Draft:
    """What the file's `text` asks for, looked at beside the present settings `now`."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        return Draft({}, (Fault(int(place[1]) if place else 0, "", "fault_form"),))
    lines = dict(reversed(list(_lines(text))))
    version = given.pop("format", None)
    if version != FORMAT or isinstance(version, bool):
        newer = isinstance(version, int) and version > FORMAT
        return Draft({}, (Fault(lines.get("format", 0), "format", "fault_newer" if newer else "fault_format"),))
    faults = [_fault(key, value, lines.get(key, 0)) for key, value in given.items()]
    values = {key: value for key, value in given.items() if key in SETTINGS and SETTINGS[key].accepts(value)}
    found = [one for one in faults if one] + [*_clashes(values, {**now, **values}, lines)]
    return Draft(values, tuple(sorted(found, key=lambda one: one.line)))


def write(values: Mapping[str, Any], language: str) -> str:
    """A file of these settings, each below its help; one that nobody has touched is commented out."""
    parts = [f"# {say('settings.file_head', language)}", f"format = {FORMAT}"]
    for setting in SETTINGS.values():
        mark = "# " if values[setting.key] == setting.default else ""
        parts += [
            "",
            f"# {say(setting.help, language)}",
            f"# {allowed(setting, language)}",
            f"{mark}{setting.key} = {as_toml(values[setting.key])}",
        ]
    return "\n".join(parts) + "\n"


def as_toml(value: Value) -> str:
    """A value as TOML has it: JSON has the same form for all that settings can be."""
    return json.dumps(value, ensure_ascii=False)


def allowed(setting: Setting, language: str) -> str:
    """What a setting may be, in one phrase."""
    if setting.choices:
        return say("settings.allowed_choice", language, choices=" · ".join(setting.choices))
    if setting.least is not None:
        return say("settings.allowed_range", language, least=f"{setting.least:g}", most=f"{setting.most:g}")
    kind = "switch" if isinstance(setting.default, bool) else "list" if isinstance(setting.default, list) else "text"
    return say(f"settings.allowed_{setting.form or kind}", language)


def table(language: str) -> str:
    """All settings as a table for a page: key, what it is when nobody has touched it, what it may be, help."""
    heads = [say(f"settings.table_{name}", language) for name in ("key", "default", "allowed", "help")]
    rows = [
        [f"`{one.key}`", f"`{as_toml(one.default)}`", allowed(one, language), say(one.help, language)]
        for one in SETTINGS.values()
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in [heads, ["---"] * len(heads), *rows]) + "\n"


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The key of each line that begins with one, and the line's number."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _LINE.match(line):
            yield found[1] or found[2] or found[3] or "", number


def _fault(key: str, value: object, line: int) -> Fault | None:
    """What is wrong with one entry by itself."""
    setting = SETTINGS.get(key)
    if setting is None:
        near = difflib.get_close_matches(key, SETTINGS, n=1, cutoff=0.7)
        return Fault(line, key, "fault_near" if near else "fault_key", {"near": near[0]} if near else {})
    return None if setting.accepts(value) else Fault(line, key, "fault_value", {"value": value})


def _clashes(values: Mapping[str, Any], after: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Fault]:
    """What the file would leave at odds with itself or with what is set already."""
    idle = [key for key in ("idle_reset_s", "idle_countdown_s") if key in values]
    if idle and after["idle_reset_s"] - after["idle_countdown_s"] < LEAST_COUNTDOWN_S:
        yield Fault(lines.get(idle[0], 0), idle[0], "fault_idle", {"seconds": LEAST_COUNTDOWN_S})
    if values.get("booth_mode") == "consent" and not after["privacy_officer"].strip():
        yield Fault(lines.get("booth_mode", 0), "booth_mode", "fault_officer")
