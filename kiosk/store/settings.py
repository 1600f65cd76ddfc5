"""The settings of a base: what they are called, what they are when nobody has touched them, and what they may be."""

import json
import logging
import re
import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError
from kiosk.core.hours import is_day_of_volumes, is_week
from kiosk.store.rows import compact

if TYPE_CHECKING:
    from kiosk.store.store import Store

log = logging.getLogger(__name__)
Value = int | float | bool | str | list[str] | list[int]
LONGEST_TEXT = 200
LEAST_COUNTDOWN_S = 10
"""How long the friendly countdown must be seen before the visit ends."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. Its type is that of `default`; `choices`, `least` and `most` limit it where they are given, and
    `fits` where a value has a form of its own, which `form` names in the words `settings.allowed_<form>`.
    """

    key: str
    default: Value
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    fits: Callable[[object], bool] | None = None
    form: str = ""

    @property
    def help(self) -> str:
        """The words code of the sentence that explains it to staff."""
        return f"store.setting_{self.key}"

    def accepts(self, value: object) -> bool:
        """Whether `value` is of the right type and within the limits."""
        if self.fits:
            return self.fits(value)
        if isinstance(self.default, list):
            return isinstance(value, list) and all(_is_line(one) for one in value)
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if isinstance(self.default, str):
            return value in self.choices if self.choices else _is_line(value)
        if isinstance(value, bool) or not isinstance(value, int if isinstance(self.default, int) else int | float):
            return False
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


def _is_line(value: object) -> bool:
    """Whether `value` is one line of text that can be shown; a tab parts a class from its seats."""
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and re.sub("[\u3000\t]", " ", value).isprintable()


def _is_address(value: object) -> bool:
    """Whether `value` is a web address, or empty."""
    return _is_line(value) and (value == "" or str(value).startswith(("https://", "http://")))


def _is_hub_address(value: object) -> bool:
    """Whether `value` is a hub's address, after which its certificate's fingerprint may stand, or empty."""
    return value == "" or (_is_line(value) and bool(re.fullmatch(r"https?://[^#\s]+(#[0-9a-f]{32})?", str(value))))


SETTINGS = {
    setting.key: setting
    for setting in (
        Setting("language", "zh", choices=("zh", "en")),
        Setting("idle_countdown_s", 45, least=10, most=3_600),
        Setting("idle_reset_s", 60, least=15, most=3_600),
        Setting("volume", 0.8, least=0, most=1),
        Setting("volume_by_hour", [], fits=is_day_of_volumes, form="volumes"),
        Setting("wall_volume", 0.4, least=0, most=1),
        Setting("pinyin_default", False),
        Setting("calm_default", False),
        Setting("hand", "right", choices=("right", "left")),
        Setting("opening_hours", [], fits=is_week, form="hours"),
        Setting("sleep_after_min", 0, least=0, most=240),
        Setting("sleep_closed", True),
        Setting("cleaning_s", 30, least=15, most=120),
        Setting("base_name", ""),
        Setting("service_number", ""),
        Setting("classes", []),
        Setting("class_seats", []),
        Setting("take_home_url", "", fits=_is_address, form="address"),
        Setting("printer", "none", choices=("none", "system", "stick", "receipt_58", "receipt_80")),
        Setting("branding", ""),
        Setting("hub_sending", True),
        Setting("hub_address", "", fits=_is_hub_address, form="hub"),
        Setting("rest_after_min", 40, least=10, most=240),
        Setting("marker_folder", ""),
        Setting("allow_unsigned_packs", False),
        Setting("booth_mode", "once", choices=("closed", "once", "consent")),
        Setting("microphone", ""),
        Setting("booth_floor_mb", 500, least=50, most=100_000),
        Setting("privacy_officer", ""),
        Setting("days_unreviewed", 7, least=1, most=30),
        Setting("days_return_code", 60, least=7, most=60),
        Setting("months_approved", 12, least=1, most=36),
        Setting("months_access_log", 12, least=12, most=36),
        Setting("years_register", 3, least=3, most=10),
        Setting("days_request", 15, least=1, most=15),
    )
}


def read_all(connection: sqlite3.Connection) -> dict[str, Any]:
    """Every setting's value, by one query. What was stored by another version and does not fit counts as untouched."""
    values: dict[str, Any] = {key: copy(setting.default) for key, setting in SETTINGS.items()}
    for key, text in connection.execute("SELECT key, value FROM setting"):
        value = json.loads(text)
        if key in SETTINGS and SETTINGS[key].accepts(value):
            values[key] = value
        else:
            log.warning("setting %s = %s is not for this version; left alone", key, text)
    return values


def save(store: "Store", key: str, value: Value) -> "Future[None]":
    """Keep `value` for `key`; the future ends once it is on disk.

    Raises KioskError `store.setting_unknown` or `store.setting_refused` at once.
    """
    return save_all(store, {key: value})


def save_all(store: "Store", values: Mapping[str, Value]) -> "Future[None]":
    """Keep all of `values` or, when one of them will not do, none; see `save`."""
    for key, value in values.items():
        setting = SETTINGS.get(key)
        if setting is None:
            raise KioskError("store.setting_unknown", key=key)
        if not setting.accepts(value):
            raise KioskError("store.setting_refused", key=key, value=value)
    rows = [[key, compact(value)] for key, value in values.items()]

    def work(db: Any) -> None:
        db.conn.executemany("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", rows)

    return store.write(work)
