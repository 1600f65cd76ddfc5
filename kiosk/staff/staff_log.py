"""What staff did, newest first, from the journal. Qt-free."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from kiosk.core.words import say

WEEK_MS = 7 * 86_400_000


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that staff did (`role` is empty at the closed door), at `utc_ms`."""

    utc_ms: int
    role: str
    act: str
    detail: str

    def told(self, language: str) -> dict[str, str]:
        """Day, time, role and sentence for a person. What a newer program recorded is shown by its code."""
        moment = datetime.fromtimestamp(self.utc_ms / 1000)
        try:
            what = say(f"staff.act_{self.act}", language, detail=self._detail(language))
        except KeyError:
            what = f"{self.act} {self.detail}".strip()
        role = say(f"staff.role_{self.role}", language) if self.role else say("staff.role_nobody", language)
        return {"day": moment.strftime("%m-%d"), "time": moment.strftime("%H:%M"), "role": role, "what": what}

    def _detail(self, language: str) -> str:
        """A role is named as people call it."""
        if self.act.startswith(("pin_", "recovery_")) and self.detail:
            return say(f"staff.role_{self.detail}", language)
        return self.detail


def page(connection: sqlite3.Connection, skip: int, count: int) -> list[Act]:
    """At most `count` acts after the newest `skip`."""
    rows = connection.execute(
        "SELECT utc_ms, body FROM journal_entry WHERE kind = 'staff_acted' ORDER BY utc_ms DESC, position DESC"
        " LIMIT ? OFFSET ?",
        (count, skip),
    )
    acts = [(row[0], json.loads(row[1])) for row in rows]
    return [Act(utc_ms, body.get("role", ""), body.get("act", ""), body.get("detail", "")) for utc_ms, body in acts]


def week(connection: sqlite3.Connection, now: int) -> dict[str, int]:
    """How often each act happened in the seven days before `now`, and `all` acts there ever were."""
    rows = connection.execute(
        "SELECT json_extract(body, '$.act'), count(*) FROM journal_entry"
        " WHERE kind = 'staff_acted' AND utc_ms > ? GROUP BY 1",
        (now - WEEK_MS,),
    )
    counts = {act: count for act, count in rows}
    total = connection.execute("SELECT count(*) FROM journal_entry WHERE kind = 'staff_acted'").fetchone()[0]
    return counts | {"all": total}
