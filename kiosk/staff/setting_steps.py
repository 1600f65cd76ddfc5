"""How each setting is changed by touch, and how it is shown. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

STEPS = {
    "language": "choice",
    "hand": "choice",
    "pinyin_default": "switch",
    "calm_default": "switch",
    "volume": "step",
    "classes": "classes",
    "idle_countdown_s": "step",
    "idle_reset_s": "step",
    "rest_after_min": "step",
    "printer": "next",
    "wall_volume": "step",
    "microphone": "next",
}
"""The settings of the page in order, each with its kind of control."""
MORE = ("rest_after_min", "printer", "wall_volume", "microphone")
"""Those that have a page of their own behind the others."""
STEPPED = {
    "volume": (0.1, 0.0, 1.0),
    "wall_volume": (0.1, 0.0, 1.0),
    "idle_countdown_s": (5, 15, 290),
    "idle_reset_s": (5, 25, 300),
    "rest_after_min": (5, 10, 120),
}
"""Step, least and most."""
LONGEST_NAME = 14
"""So many characters of a microphone's name fit on its button."""
LEAST_COUNTDOWN_S = 10
"""How long the friendly countdown must be seen before the screen is reset."""


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


def shown(key: str, value: Any, say: Callable[..., str]) -> str:
    """The value as a person reads it."""
    if key in ("volume", "wall_volume"):
        return f"{round(value * 100)}%"
    if key == "classes":
        return say("staff.setting_classes_count", count=len(value))
    if key == "rest_after_min":
        return say("staff.setting_minutes", minutes=value)
    if key == "microphone":
        name = value or say("staff.setting_microphone_default")
        return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    if key == "printer":
        return say(f"staff.setting_printer_{value}")
    if key in STEPPED:
        return say("staff.seconds", seconds=value)
    return ""
