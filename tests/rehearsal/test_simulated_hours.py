"""Simulated visits lie in the past, one after the other, on days on which the base is open."""

from datetime import datetime
from random import Random

import pytest

from kiosk.rehearsal.opening_hours import OpeningHours, opening_days

NOW = round(datetime(2026, 11, 20, 8, 30).timestamp() * 1000)


@pytest.mark.parametrize("answers", [1, 30, 3_000, 100_000])
def test_visits_follow_each_other_and_are_over_by_now(answers: int) -> None:
    hours, random = OpeningHours(NOW, answers), Random(1)
    done, over, days = 0, 0, set()
    while done < answers:
        begins = hours.begin(done / answers, random)
        assert begins > over
        days.add(datetime.fromtimestamp(begins / 1000).date())
        over = begins + random.randint(60_000, 500_000)
        hours.over(over)
        done += random.randint(1, 24)
    assert over < NOW
    assert all(day.weekday() != 0 for day in days)
    assert len(days) >= min(12, answers / 24)


def test_opening_days_are_the_last_before_today() -> None:
    mornings = [datetime.fromtimestamp(ms / 1000) for ms in opening_days(NOW, 6)]
    assert [f"{one:%a %d %H:%M}" for one in mornings] == [
        "Fri 13 09:00",
        "Sat 14 09:00",
        "Sun 15 09:00",
        "Tue 17 09:00",
        "Wed 18 09:00",
        "Thu 19 09:00",
    ]
