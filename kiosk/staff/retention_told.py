"""What the daily run of the terms did, as a sentence. No Qt."""

from collections.abc import Callable
from datetime import datetime

from kiosk.core.events import RetentionRan
from kiosk.store.queries import local_day


def told(ran: tuple[int, RetentionRan] | None, now: int, say: Callable[..., str]) -> str:
    """`昨天的清理：…`; `ran` is what `Retention.last_run` gives, `now` milliseconds since 1970 UTC."""
    if ran is None:
        return say("booth_staff.retention_never")
    at, run = ran
    today = local_day(now)[0]
    yesterday = local_day(today - 1)[0]
    day = datetime.fromtimestamp(at / 1000).strftime("%m-%d")
    if at >= yesterday:
        day = say("booth_staff.today" if at >= today else "booth_staff.yesterday")
    takes = run.unreviewed + run.expired + run.without_consent
    if not takes + run.register + run.accesses:
        return say("booth_staff.retention_nothing", day=day)
    return say("booth_staff.retention_ran", day=day, takes=takes, forms=run.register, accesses=run.accesses)
