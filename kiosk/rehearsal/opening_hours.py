"""When simulated visits begin: over the past weeks, while the base is open. Pure."""

from datetime import datetime, time, timedelta
from random import Random

OPENS = time(9)
OPEN_MS = 8 * 3_600_000
CLOSED_ON = 0
"""Monday, as `datetime.weekday` counts."""
FEWEST_DAYS = 12
ANSWERS_A_DAY = 480
"""What 40 visits leave: a day of a busy kiosk."""
ANSWERS_A_VISIT, VISIT_MS = 12, 260_000
BETWEEN_MS = 20_000


class OpeningHours:
    """Gives each visit its time: never before the one before it, on a day by how much is done, all of them past."""

    def __init__(self, now_ms: int, answers: int) -> None:
        """`now_ms` (1970 UTC) is when all is over; `answers` are spread over as many days as they need."""
        self._days = opening_days(now_ms, max(FEWEST_DAYS, -(-answers // ANSWERS_A_DAY)))
        self.first_ms = self._free_ms = self._days[0]
        visits_a_day = answers / len(self._days) / ANSWERS_A_VISIT
        self._gap_ms = max(BETWEEN_MS, OPEN_MS / (visits_a_day + 1) - VISIT_MS)

    def begin(self, share: float, random: Random) -> int:
        """When the next visit begins (milliseconds since 1970 UTC); `share` of the answers are given already."""
        morning = self._days[int(share * len(self._days))]
        wished = max(morning, self._free_ms) + round(random.uniform(0, 2 * self._gap_ms))
        return max(min(wished, morning + OPEN_MS), self._free_ms + BETWEEN_MS)

    def over(self, end_ms: int) -> None:
        """The visit ended at `end_ms`."""
        self._free_ms = end_ms


def opening_days(now_ms: int, count: int) -> list[int]:
    """When the base opened on the last `count` days before today on which it did; local time, the oldest first."""
    day = datetime.fromtimestamp(now_ms / 1000).date()
    mornings: list[int] = []
    while len(mornings) < count:
        day -= timedelta(days=1)
        if day.weekday() != CLOSED_ON:
            mornings.append(round(datetime.combine(day, OPENS).timestamp() * 1000))
    return mornings[::-1]
