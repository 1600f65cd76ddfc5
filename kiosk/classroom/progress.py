"""How far a class is with a part of its session."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.core.events import ClassCounted, FormFinished, FormStarted
from kiosk.store import class_sessions


@dataclass(frozen=True, slots=True)
class Progress:
    """Forms of one part, on `kiosks` kiosks: begun, done whole, broken off; `counted` items of the whole class."""

    begun: int = 0
    done: int = 0
    broken: int = 0
    counted: int = 0
    kiosks: int = 1
    whole: Mapping[str, int] = field(default_factory=dict)
    """Forms done whole, by part: what stands when all is over."""

    @property
    def under_way(self) -> int:
        """Forms that children do at this moment."""
        return max(0, self.begun - self.done - self.broken)


def read_progress(connection: sqlite3.Connection, session: str, moment: str) -> Progress:
    """Of `session` in its part `moment`."""
    tally: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    items: set[str] = set()
    kiosks: set[str] = set()
    for one in class_sessions.facts(connection, session):
        kiosks.add(one.kiosk)
        if one.kind not in ("form_started", "form_finished", "class_counted"):
            continue
        event = one.event
        if isinstance(event, FormStarted) and event.moment == moment:
            tally["begun"] += 1
        elif isinstance(event, FormFinished):
            whole[event.moment] += event.completed
            if event.moment == moment:
                tally["done" if event.completed else "broken"] += 1
        elif isinstance(event, ClassCounted) and event.moment == moment:
            items.add(event.item)
    return Progress(tally["begun"], tally["done"], tally["broken"], len(items), max(1, len(kiosks)), whole)
