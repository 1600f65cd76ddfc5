"""The level check before a take: what the last seconds of levels say to the child. Pure."""

from collections import deque

from kiosk.core.booth import Level

SPEECH_OVER_NOISE_DB = 15.0
LEAST_SPEECH_DB = -38.0
"""RMS of spoken words: below this the child is too far away."""
NOISY_DB = -42.0
LOUD_PEAK_DB = -1.0
WINDOW = 50
"""Two and a half seconds."""
LEAST_SPOKEN = 8
"""So many of them (0.4 s) must be words before anything is said of them."""
LOUD_TIMES = 3


class LevelCheck:
    """Hears levels one by one; `code` is a words code of `booth`, `level_waiting` until there is something to say."""

    def __init__(self) -> None:
        self._recent: deque[Level] = deque(maxlen=WINDOW)

    def hear(self, level: Level) -> str:
        """Take in `level`; the code now."""
        self._recent.append(level)
        return self.code

    @property
    def code(self) -> str:
        """What to tell the child."""
        if not self._recent:
            return "booth.level_waiting"
        now = self._recent[-1]
        if now.digital_silence:
            return "booth.level_silent"
        spoken = [one for one in self._recent if one.rms_db > now.noise_db + SPEECH_OVER_NOISE_DB]
        if sum(one.clipped or one.peak_db > LOUD_PEAK_DB for one in self._recent) >= LOUD_TIMES:
            return "booth.level_loud"
        if now.noise_db > NOISY_DB and len(self._recent) == WINDOW:
            return "booth.level_noisy"
        if len(spoken) < LEAST_SPOKEN:
            return "booth.level_waiting"
        loud = sorted(one.rms_db for one in spoken)[len(spoken) * 3 // 4]
        return "booth.level_good" if loud >= LEAST_SPEECH_DB else "booth.level_far"

    @property
    def good(self) -> bool:
        """Whether a take made now would sound well."""
        return self.code == "booth.level_good"
