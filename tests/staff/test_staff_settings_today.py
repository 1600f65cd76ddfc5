"""What the settings page opens with: the settings as they hold on this day."""

from datetime import datetime
from functools import partial
from typing import Any

import pytest

from kiosk.core.words import say
from kiosk.staff.settings_today import today
from kiosk.store.settings import SETTINGS

FRIDAY = datetime(2026, 11, 20, 13, 30)
WEEK = ["08:30-17:00"] * 4 + ["09:00-15:00", "", ""]


def told(hub: str = "", moment: datetime = FRIDAY, **values: Any) -> list[str]:
    """The five sentences in Chinese, of untouched settings but `values`."""
    untouched = {key: setting.default for key, setting in SETTINGS.items()}
    return [one["text"] for one in today(untouched | values, hub, moment, partial(say, language="zh"))]


def test_untouched_settings_say_what_is_missing() -> None:
    """An open kiosk without hub and name."""
    assert told() == ["今天全天开放", "现在音量 80%", "播报站只听一次", "没接云端，照常用", "还没写基地名称"]


@pytest.mark.parametrize(("day", "said"), [(20, "今天 09:00-15:00 开放"), (21, "今天休息")])
def test_the_hours_are_those_of_the_day(day: int, said: str) -> None:
    """Friday's own hours; a closed Saturday."""
    assert told(moment=FRIDAY.replace(day=day), opening_hours=WEEK)[0] == said


@pytest.mark.parametrize(("share", "said"), [(50, "现在音量 40%"), (0, "现在静音")])
def test_the_volume_is_that_of_the_hour(share: int, said: str) -> None:
    """At half past one."""
    assert told(volume_by_hour=[100] * 13 + [share] + [100] * 10)[1] == said


def test_hub_and_name_are_told() -> None:
    """Held back where staff said so."""
    address = "https://hub.example"
    assert told(address, base_name="运河基地")[3:] == ["记录送往云端", "运河基地"]
    assert told(address, hub_sending=False)[3] == "暂时不送云端"
