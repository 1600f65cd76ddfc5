"""Days as people give them on the command line."""

import argparse
from datetime import date, datetime, time

from kiosk.core.words import environment_language, say


def day(text: str) -> date:
    """A day as `2026-11-20`."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(say("commands.not_a_day", environment_language(), text=text)) from error


def midnight(of: date) -> int:
    """When `of` begins on this machine, in milliseconds since 1970 UTC."""
    return int(datetime.combine(of, time()).timestamp() * 1000)
