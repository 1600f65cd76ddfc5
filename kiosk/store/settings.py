"""The settings of a base: what they are called, what they are when nobody has touched them, and what they may be."""

import json
import logging
import sqlite3
from concurrent.futures import Future
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError
from kiosk.store.rows import compact

if TYPE_CHECKING:
    from kiosk.store.store import Store

log = logging.getLogger(__name__)
Value = int | float | bool | str | list[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. Its type is that of `default`; `choices`, `least` and `most` limit it where they are given."""

    key: str
    default: Value
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def help(self) -> str:
        """The words code of the sentence that explains it to staff."""
        return f"store.setting_{self.key}"

    def accepts(self, value: object) -> bool:
        """Whether `value` is of the right type and within the limits."""
        if isinstance(self.default, list):
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        if isinstance(self.default, bool | str):
            return type(value) is type(self.default) and (not self.choices or value in self.choices)
        if isinstance(value, bool) or not isinstance(value, int if isinstance(self.default, int) else int | float):
            return False
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


SETTINGS = {
    setting.key: setting
    for setting in (
        Setting("language", "zh", choices=("zh", "en")),
        Setting("idle_countdown_s", 45, least=10, most=3_600),
        Setting("idle_reset_s", 60, least=15, most=3_600),
        Setting("volume", 0.8, least=0, most=1),
        Setting("wall_volume", 0.4, least=0, most=1),
        Setting("pinyin_default", False),
        Setting("calm_default", False),
        Setting("hand", "right", choices=("right", "left")),
        Setting("base_name", ""),
        Setting("service_number", ""),
        Setting("classes", []),
        Setting("class_seats", []),
        Setting("take_home_url", ""),
        Setting("printer", "none", choices=("none", "system", "stick", "receipt_58", "receipt_80")),
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
    setting = SETTINGS.get(key)
    if setting is None:
        raise KioskError("store.setting_unknown", key=key)
    if not setting.accepts(value):
        raise KioskError("store.setting_refused", key=key, value=value)
    text = compact(value)

    def work(db: Any) -> None:
        db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", [key, text])

    return store.write(work)
