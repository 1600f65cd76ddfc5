"""How each setting is changed by touch, and how it is shown. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.core.hours import WEEKDAYS, span
from kiosk.packs.dress import OURS
from kiosk.store.settings import LEAST_COUNTDOWN_S

GROUPS = {
    "child": {
        "language": "choice",
        "hand": "choice",
        "pinyin_default": "switch",
        "calm_default": "switch",
        "idle_countdown_s": "step",
        "idle_reset_s": "step",
    },
    "sound": {"volume": "step", "volume_by_hour": "open", "wall_volume": "step", "microphone": "next"},
    "hours": {
        "opening_hours": "open",
        "sleep_closed": "switch",
        "sleep_after_min": "step",
        "rest_after_min": "step",
        "cleaning_s": "step",
    },
    "place": {"classes": "open", "printer": "next", "branding": "next", "hub_sending": "switch"},
}
"""The settings of the page in its groups and in order, each with its kind of control."""
ICONS = {"child": "hand-tap", "sound": "speaker", "hours": "clock", "place": "home"}
STEPPED = {
    "volume": (0.1, 0.0, 1.0),
    "wall_volume": (0.1, 0.0, 1.0),
    "idle_countdown_s": (5, 15, 290),
    "idle_reset_s": (5, 25, 300),
    "rest_after_min": (5, 10, 120),
    "sleep_after_min": (5, 0, 240),
    "cleaning_s": (5, 15, 120),
}
"""Step, least and most."""
LONGEST_NAME = 14
"""So many characters of a microphone's or a pack's name fit on its button."""


def stepped(values: Mapping[str, Any], key: str, direction: int) -> dict[str, Any]:
    """The changed values after one step; the two idle times keep their distance."""
    step, least, most = STEPPED[key]
    value = round(min(most, max(least, values[key] + direction * step)), 1)
    changed: dict[str, Any] = {key: type(values[key])(value)}
    countdown = changed.get("idle_countdown_s", values["idle_countdown_s"])
    reset = changed.get("idle_reset_s", values["idle_reset_s"])
    if reset - countdown < LEAST_COUNTDOWN_S:
        if key == "idle_countdown_s":
            changed["idle_reset_s"] = countdown + LEAST_COUNTDOWN_S
        else:
            changed["idle_countdown_s"] = reset - LEAST_COUNTDOWN_S
    return changed


def shown(key: str, value: Any, say: Callable[..., str], names: Mapping[str, str]) -> str:
    """The value as a person reads it; `names` are those of the packs that bring a brand."""
    if key == "opening_hours":
        return _week(value, say)
    if key == "volume_by_hour":
        return say("staff.setting_same_all_day") if not value else say("staff.setting_by_hour")
    if key == "sleep_after_min" and value == 0:
        return say("staff.setting_never")
    if key == "branding":
        return _short(
            names.get(value, value) if value not in ("", OURS) else say(f"staff.setting_branding_{value or 'newest'}")
        )
    if key in ("volume", "wall_volume"):
        return f"{round(value * 100)}%"
    if key == "classes":
        return say("staff.setting_classes_count", count=len(value))
    if key in ("rest_after_min", "sleep_after_min"):
        return say("staff.setting_minutes", minutes=value)
    if key == "microphone":
        return _short(value or say("staff.setting_microphone_default"))
    if key == "printer":
        return say(f"staff.setting_printer_{value}")
    if key in STEPPED:
        return say("staff.seconds", seconds=value)
    return ""


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _week(week: list[str], say: Callable[..., str]) -> str:
    """On how many days, or that nobody has set any."""
    if not week:
        return say("staff.setting_always")
    opened = sum(span(day) is not None for day in week)
    return say("staff.setting_days", count=opened) if opened < WEEKDAYS else say("staff.setting_daily")
