"""Simulated answers lie over kiosks and days as real ones do; none is lost on the way."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from kiosk.hub.spreading import DAYS, Calendar, shares

TODAY = date(2026, 11, 20)


def test_shares_come_to_the_whole_and_differ_by_base() -> None:
    bases = [number % 40 for number in range(200)]
    each = shares(100_003, bases, Random(3))
    assert sum(each) == 100_003
    assert min(each) >= 0
    by_base = Counter[int]()
    for base, share in zip(bases, each, strict=True):
        by_base[base] += share
    counts = sorted(by_base.values())
    assert sum(counts[-4:]) > 0.2 * 100_003, "few are busy"
    assert counts[0] < counts[20] / 2, "and some are quiet"


def test_one_kiosk_has_all() -> None:
    assert shares(7, [1], Random(1)) == [7]


def test_days_are_as_busy_as_their_weekdays_and_months() -> None:
    calendar, random = Calendar.until(TODAY), Random(4)
    days = [TODAY - timedelta(days=calendar.ago(random)) for _ in range(20_000)]
    assert TODAY - timedelta(days=DAYS) < min(days) <= max(days) <= TODAY
    weekdays, months = Counter(one.weekday() for one in days), Counter(one.month for one in days)
    assert weekdays[5] > weekdays[2] > 4 * weekdays[0]
    assert months[7] > months[4] > months[2]
