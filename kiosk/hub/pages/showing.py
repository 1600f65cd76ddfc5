"""How templates say things: sentences, times, counts of children."""

from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.hub.queries.kiosks import Incident
from kiosk.learning.small_cells import LEAST
from kiosk.packs.families import level_names

_CHINA = timedelta(hours=8)


def of(language: str) -> dict[str, Any]:
    """What every template has: `t` and other words in `language`."""
    return {
        "language": language,
        "t": partial(words, language),
        "station": partial(station, language),
        "topic": partial(topic, language),
        "cell": partial(cell, language),
        "ago": partial(ago, language),
        "incident": partial(incident, language),
        "failure": partial(failure, language),
        "size": size,
        "moment": moment,
        "day": day,
    }


def words(language: str, name: str, /, **params: object) -> str:
    """The sentence `hub_pages.<name>`."""
    return say(f"hub_pages.{name}", language, **params)


def sentence(code: str, language: str, /, **params: object) -> str:
    """The sentence of any code."""
    return say(code, language, **params)


def incident(language: str, one: Incident) -> str:
    """What befell a kiosk."""
    return say(one.code, language, **one.params)


def failure(language: str, code: str) -> str:
    """Why something was refused; a code of a newer program stands for itself."""
    try:
        return say(code, language)
    except (KeyError, FileNotFoundError):
        return code


def said(error: KioskError, language: str) -> str:
    """What `error` says."""
    return say(error.code, language, **error.params)


def station(language: str, key: str) -> str:
    """A station's name; one that nobody knows stands for itself."""
    try:
        return say(f"exports.station_{key}", language)
    except KeyError:
        return key


def topic(language: str, key: str) -> str:
    """A theme's name."""
    return _topics(language).get(key, key)


@cache
def _topics(language: str) -> dict[str, str]:
    return level_names(program_folder() / "quizzes", language)


def cell(language: str, count: int | None) -> str:
    """A count of children: fewer than five are not told."""
    if count is None or 0 < count < LEAST:
        return say("hub_pages.few", language)
    return f"{count:,}"


def moment(utc_ms: int) -> str:
    """A moment in China's time, to the minute."""
    return f"{datetime.fromtimestamp(min(utc_ms, 250_000_000_000_000) / 1000, UTC) + _CHINA:%Y-%m-%d %H:%M}"


def day(number: int) -> str:
    """A day as roll-ups have it, as a date."""
    return f"{number // 10_000}-{number // 100 % 100:02}-{number % 100:02}"


def ago(language: str, milliseconds: int) -> str:
    """How long ago, roughly."""
    minutes = max(0, milliseconds) // 60_000
    if minutes < 1:
        return say("hub_pages.ago_now", language)
    if minutes < 60:
        return say("hub_pages.ago_minutes", language, count=minutes)
    if minutes < 48 * 60:
        return say("hub_pages.ago_hours", language, count=minutes // 60)
    return say("hub_pages.ago_days", language, count=minutes // 1440)


def size(count: int | float) -> str:
    """Bytes as people read them."""
    value = float(count)
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1024:
            return f"{value:.0f} {unit}" if value >= 10 or unit == "B" else f"{value:.1f} {unit}"
        value /= 1024
    return f"{value:.1f} TB"
