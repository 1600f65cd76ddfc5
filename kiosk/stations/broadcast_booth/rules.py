"""What the booth does when: where an ending leads, how long a take may be, what the setting lets be said. Pure."""

from typing import Literal

from kiosk.core.booth import LEAST_S, MOST_S, Level, Mode, Release, Rights, TakeEnd

Phase = Literal["closed", "shelf", "wall", "script", "check", "count", "take", "trouble", "hear", "release", "done"]
BEATS_A_SECOND = 20
"""`Heard` comes so often; the count-in and the prompter go by it, so that they follow what is recorded."""
COUNT_FROM = 3
HEARABLE_S = 1.0
"""A take of less is none."""
CUT_OFF = ("unplugged", "no_data", "switched", "sound_service_gone", "capture_gone", "disk_full", "disk_low")
"""Faults that end a take under way: what is said to them tells whether there is something to listen to."""
QUIET_DB, GOOD_DB, LOUD_DB, FULL_DB = -62.0, -38.0, -12.0, 0.0
QUIET_CELLS, GOOD_CELLS, LOUD_CELLS = 6, 8, 5
CELLS = QUIET_CELLS + GOOD_CELLS + LOUD_CELLS
CLIPPING_DB = -1.0
SLOWEST = 80
"""Characters a minute that still fit into the time of a take."""


def limit_s(characters: int) -> float:
    """How long a take of a script of so many characters may be, in seconds; a free talk (0) has all the time."""
    if not characters:
        return MOST_S
    return min(MOST_S, max(60.0, -(-characters * 60 // SLOWEST // 10) * 10.0))


def after_end(end: TakeEnd) -> Phase:
    """Where the end of a take leads."""
    return "hear" if end.seconds >= HEARABLE_S else "trouble"


def end_code(end: TakeEnd) -> str:
    """What is said to it (words): a whole take of little was too short; of nothing there is nothing to listen to."""
    if end.whole and end.seconds < LEAST_S:
        return "booth.too_short"
    cut_off = end.code.removeprefix("booth.") in CUT_OFF
    return f"{end.code}_nothing" if cut_off and end.seconds < HEARABLE_S else end.code


def releases(rights: Rights, seconds: float) -> tuple[Release, ...]:
    """What the child may choose among for a take of so many seconds."""
    return rights.releases() if seconds >= LEAST_S else ()


def keeping(mode: Mode, rights: Rights) -> str:
    """Which sentence tells what becomes of a take: the name of a word."""
    if mode == "once":
        return "keeping_once"
    return "keeping_choice" if rights.releases() else "keeping_gone"


def may_duet(mode: Mode, voices: int) -> bool:
    """Whether a second voice may speak: where consents count, each voice needs its own."""
    return mode != "consent" or voices >= 2


def lit_cells(level: Level) -> int:
    """How many of the meter's cells are lit: the quiet ones, the good ones, the loud ones."""
    if level.clipped or level.peak_db > CLIPPING_DB:
        return CELLS
    spans = ((QUIET_DB, GOOD_DB, QUIET_CELLS), (GOOD_DB, LOUD_DB, GOOD_CELLS), (LOUD_DB, FULL_DB, LOUD_CELLS))
    shares = [(level.rms_db - low) / (high - low) * count for low, high, count in spans]
    return sum(round(min(max(share, 0.0), span[2])) for share, span in zip(shares, spans, strict=True))


def bar(level: Level) -> float:
    """The height of a bar of the wave, 0 to 1."""
    return min(max((level.peak_db - QUIET_DB) / (FULL_DB - QUIET_DB), 0.04), 1.0)


def counted(beats: int) -> int:
    """3, 2, 1 of the count-in after so many beats; 0 when it is over."""
    return max(0, COUNT_FROM - beats // BEATS_A_SECOND)
