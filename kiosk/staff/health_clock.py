"""Whether the machine's clock can be right: a dead battery sets it back. Staff are asked; nothing is ever rewritten."""

import sqlite3

from kiosk.core.hours import EARLIEST_MS

SLACK_MS = 86_400_000
_LATEST = (
    "SELECT max(utc_ms) FROM journal_entry WHERE origin = 0 AND position >= coalesce((SELECT max(position)"
    " FROM journal_entry WHERE kind = 'staff_acted' AND json_extract(body, '$.act') = 'clock_right'), 0)"
)


def latest(connection: sqlite3.Connection) -> int:
    """The latest moment on record since a person last said that the clock was right; 0 without any.

    Not the last row's: a clock that was set back goes on recording, at moments that are earlier.
    """
    return int(connection.execute(_LATEST).fetchone()[0] or 0)


def is_doubtful(now: int, newest: int) -> bool:
    """Whether it is earlier than the program, or than what is on record."""
    return now < EARLIEST_MS or now < newest - SLACK_MS
