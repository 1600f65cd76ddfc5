"""泄露处置: what may have happened to children's information, and the steps that follow, each on record.

Laws say "at once" and "in time" (PIPL 57, 未成年人网络保护条例 35); the hours here are the house's own, and stricter.
"""

import os
import sqlite3
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import IncidentClosed, IncidentOpened, IncidentStepped
from kiosk.store.store import Store

HOUR_MS = 3_600_000
KINDS = ("machine_lost", "stick_lost", "overheard", "wrongly_shown", "pin_known", "broken_in", "other")
STEPS = {"stop": 1, "officer": 1, "look": 4, "report": 4, "guardians": 24, "mend": 72, "review": 168}
"""Each step in its order, with the hours after the beginning by which it is done."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One that is being dealt with; `steps` are those done, each with its time."""

    id: str
    what: str
    opened_ms: int
    steps: dict[str, int] = field(default_factory=dict)
    closed: str = ""

    def due_ms(self, step: str) -> int:
        """By when a step is to be done."""
        return self.opened_ms + STEPS[step] * HOUR_MS

    def late(self, utc_ms: int) -> list[str]:
        """The steps whose time is over."""
        return [step for step in STEPS if step not in self.steps and utc_ms > self.due_ms(step)]

    @property
    def done(self) -> bool:
        """Whether every step is."""
        return all(step in self.steps for step in STEPS)


class Incidents:
    """The incidents of one home, from the journal: nothing of them can be taken back."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open(self, what: str, role: str) -> Incident:
        """It begins; the clock runs."""
        one = Incident("n" + os.urandom(4).hex(), what, self._clock.utc_ms())
        self._store.append(IncidentOpened(role, one.id, what), None)
        return one

    def step(self, incident: Incident, step: str, role: str) -> None:
        """A step is done."""
        if step in STEPS and step not in incident.steps:
            self._store.append(IncidentStepped(role, incident.id, step), None)

    def close(self, incident: Incident, outcome: Literal["done", "nothing"], role: str) -> None:
        """It is over. Raises KioskError `privacy.incident_steps` while steps are missing, unless it was nothing."""
        if outcome == "done" and not incident.done:
            raise KioskError("privacy.incident_steps")
        self._store.append(IncidentClosed(role, incident.id, outcome), None)

    def all(self) -> list[Incident]:
        """Every incident on record, the newest first."""
        with self._store.read() as connection:
            return read(connection)

    def going_on(self) -> list[Incident]:
        """Those that are not over."""
        return [one for one in self.all() if not one.closed]


def read(connection: sqlite3.Connection) -> list[Incident]:
    """Every incident in the journal, the newest first."""
    found: dict[str, Incident] = {}
    for kind in ("incident_opened", "incident_stepped", "incident_closed"):
        rows = connection.execute(
            "SELECT utc_ms, json_extract(body, '$.incident'), json_extract(body, '$.what'),"
            " json_extract(body, '$.step'), json_extract(body, '$.outcome') FROM journal_entry"
            f" WHERE kind = '{kind}' ORDER BY utc_ms, position"
        )
        for utc_ms, incident, what, step, outcome in rows:
            one = found.get(incident)
            if kind == "incident_opened":
                found[incident] = Incident(incident, what, utc_ms)
            elif one and step:
                one.steps.setdefault(step, utc_ms)
            elif one:
                found[incident] = Incident(one.id, one.what, one.opened_ms, one.steps, outcome)
    return sorted(found.values(), key=lambda one: -one.opened_ms)
