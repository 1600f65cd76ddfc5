"""How simulated answers lie over kiosks and days: few bases are busy, weekends are, and so are the holidays. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

DAYS = 300
"""They lie within so many days before now."""
_BASE_SPREAD, _KIOSK_SPREAD = 0.8, 0.3
"""Standard deviations of the logarithm: the busiest tenth of the bases has about a third of all visits."""
_WEEKDAYS = (0.1, 1.0, 1.0, 1.0, 1.2, 2.0, 1.8)
"""From Monday on, when most bases are closed: classes on weekdays, families at weekends."""
_MONTHS = (0.7, 0.5, 1.0, 1.1, 1.2, 1.0, 1.5, 1.4, 1.1, 1.1, 1.2, 0.9)
"""From January on: little around the new year, much in the summer holidays."""


def shares(answers: int, bases: Sequence[int], random: Random) -> list[int]:
    """How many of `answers` each kiosk has; `bases` says of each kiosk which base it stands in."""
    by_base = {base: random.lognormvariate(0, _BASE_SPREAD) for base in sorted(set(bases))}
    edges = list(accumulate(by_base[base] * random.lognormvariate(0, _KIOSK_SPREAD) for base in bases))
    whole = [round(answers * edge / edges[-1]) for edge in edges]
    return [after - before for before, after in zip([0, *whole], whole, strict=False)]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days before `today` by how busy they are; `edges` is for `Random.choices`."""

    edges: list[float]

    @classmethod
    def until(cls, today: date) -> "Calendar":
        """The last `DAYS` days, `today` included."""
        days = (today - timedelta(days=ago) for ago in range(DAYS))
        return cls(list(accumulate(_WEEKDAYS[one.weekday()] * _MONTHS[one.month - 1] for one in days)))

    def ago(self, random: Random) -> int:
        """How many days before today something happened."""
        return random.choices(range(DAYS), cum_weights=self.edges)[0]
