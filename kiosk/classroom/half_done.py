"""Forms that were begun here and neither finished nor broken off: the screen died in their middle."""

import sqlite3
import uuid

from kiosk.classroom.attempt import Attempt, ordered
from kiosk.classroom.form_sets import FormSet
from kiosk.classroom.rules import MINUTE_MS, Session
from kiosk.core.events import FormFinished, FormStarted, ItemAnswered
from kiosk.store import class_sessions

WAITS_MS = 10 * MINUTE_MS
"""So long a child stays in front of a screen that comes back."""


def half_done(connection: sqlite3.Connection, session: Session, forms: FormSet, kiosk: str, now: int) -> list[Attempt]:
    """Each with as much as was answered, in its quarter. One without any answer is left: nothing of it is lost."""
    begun: dict[str, Attempt] = {}
    touched: dict[str, int] = {}
    for one in class_sessions.own_facts(connection, session.id):
        event = one.event
        if isinstance(event, FormStarted) and event.way == "quarter" and event.moment == session.moment:
            visit = str(uuid.UUID(one.visit))
            items = ordered(forms.items(event.form), visit)
            begun[one.visit] = Attempt(session.id, event.moment, event.form, visit, 0, items)
        elif isinstance(event, ItemAnswered) and one.visit in begun:
            before = begun[one.visit]
            begun[one.visit] = Attempt(
                session.id, before.moment, before.form, before.visit, event.player, before.items, before.answered + 1
            )
            touched[one.visit] = one.utc_ms
        elif isinstance(event, FormFinished):
            begun.pop(one.visit, None)
    open_ = {
        one.place: one
        for visit, one in begun.items()
        if one.answered and not one.finished and abs(now - touched[visit]) <= WAITS_MS
    }
    return [open_[place] for place in sorted(open_)]
