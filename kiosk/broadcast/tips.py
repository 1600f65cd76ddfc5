"""Tips for the next try, out of figures: about sound and pace only, never about the child or its voice. Pure."""

from kiosk.core.booth import Figures

QUIET_LUFS = -33.0
CLIPPED = 0.0005
NOISE_DB = -45.0
FAST, SLOW = 300.0, 110.0
"""Characters a minute; a child who reads aloud well is around 200."""
LONG_PAUSE_S = 2.5
MOST = 2


def tips(figures: Figures, characters: int = 0) -> tuple[str, ...]:
    """At most two words codes, the most helpful first; praise when there is nothing to mend.

    `characters` is how many the script has, 0 for free talk, of whose pace nothing is said.
    """
    pace = figures.pace(characters)
    found = [
        code
        for holds, code in (
            (figures.clipped > CLIPPED, "booth.tip_softer"),
            (figures.loudness < QUIET_LUFS, "booth.tip_closer"),
            (figures.noise > NOISE_DB, "booth.tip_quieter_place"),
            (figures.longest_pause > LONG_PAUSE_S, "booth.tip_pauses"),
            (pace > FAST, "booth.tip_slower"),
            (0 < pace < SLOW and figures.longest_pause <= LONG_PAUSE_S, "booth.tip_faster"),
        )
        if holds
    ]
    return tuple(found[:MOST]) or ("booth.tip_fine",)


def spoken_characters(script: str) -> int:
    """How many characters of `script` are spoken: Chinese ones and digits one each, a Latin word counts as two."""
    count, in_word = 0, False
    for one in script:
        latin = one.isascii() and one.isalpha()
        count += 2 if latin and not in_word else 1 if one.isdigit() or (one.isalpha() and not latin) else 0
        in_word = latin
    return count
