"""What the settings mean on this day, in five short sentences: the settings page opens with them. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from kiosk.core.hours import loudness, span


def today(values: Mapping[str, Any], hub: str, moment: datetime, say: Callable[..., str]) -> list[dict[str, str]]:
    """Each fact, `{"icon", "text"}`, at the local `moment`; `hub` is the hub's address, empty without one."""
    volume = round(loudness(values["volume"], values["volume_by_hour"], moment) * 100)
    sending = "none" if not hub else "sending" if values["hub_sending"] else "held"
    name = values["base_name"]
    return [
        {"icon": "clock", "text": _hours(values["opening_hours"], moment, say)},
        {
            "icon": "speaker" if volume else "mute",
            "text": say("settings.now_volume", percent=volume) if volume else say("settings.now_mute"),
        },
        {"icon": "microphone", "text": say(f"settings.now_booth_{values['booth_mode']}")},
        {"icon": "refresh", "text": say(f"settings.now_hub_{sending}")},
        {"icon": "home" if name else "warning", "text": name or say("settings.now_nameless")},
    ]


def _hours(week: list[str], moment: datetime, say: Callable[..., str]) -> str:
    if not week:
        return say("settings.now_always")
    day = week[moment.weekday()]
    return say("settings.now_open", hours=day) if span(day) else say("settings.now_closed")
