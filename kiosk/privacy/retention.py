"""How long things live (PRIVACY 4): looked at once a day, on record, whether there was something to let go or not."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from kiosk.core.clock import Clock
from kiosk.core.events import RetentionRan
from kiosk.privacy.access_log import AccessLog
from kiosk.privacy.consents import Consents
from kiosk.privacy.erasure import Erasure
from kiosk.privacy.rights import agreed, needed
from kiosk.privacy.takes import Take, Takes
from kiosk.store.queries import local_day
from kiosk.store.store import Store

DAY_MS = 86_400_000
FLUSH_S = 5.0


def months_before(utc_ms: int, months: int) -> int:
    """The same moment of the day so many calendar months earlier (the 28th for the 29th, 30th and 31st)."""
    now = datetime.fromtimestamp(utc_ms / 1000, UTC)
    place = now.year * 12 + now.month - 1 - months
    return int(now.replace(year=place // 12, month=place % 12 + 1, day=min(now.day, 28)).timestamp() * 1000)


def months_after(utc_ms: int, months: int) -> int:
    """The same moment of the day so many calendar months later."""
    return months_before(utc_ms, -months)


def last_run(store: Store) -> tuple[int, RetentionRan] | None:
    """When the newest run was (milliseconds since 1970 UTC) and what it let go; `None` when there was none."""
    with store.read() as connection:
        row = connection.execute(
            "SELECT utc_ms, body FROM journal_entry WHERE kind = 'retention_ran' ORDER BY utc_ms DESC LIMIT 1"
        ).fetchone()
    if row is None:
        return None
    body = json.loads(row[1])
    return row[0], RetentionRan(**{field.name: body.get(field.name, 0) for field in fields(RetentionRan)})


class Retention:
    """The daily run. `settings()` gives the base's terms as they are now."""

    def __init__(
        self, store: Store, takes: Takes, consents: Consents, erasure: Erasure, access: AccessLog, clock: Clock,
        settings: Callable[[], Mapping[str, Any]],
    ) -> None:  # fmt: skip
        self._store = store
        self._takes = takes
        self._consents = consents
        self._erasure = erasure
        self._access = access
        self._clock = clock
        self._settings = settings

    def due(self) -> bool:
        """Whether it has not run on this local day yet. A clock that was set back makes it run again: harmless."""
        start, end = local_day(self._clock.utc_ms())
        with self._store.read() as connection:
            found = connection.execute(
                "SELECT 1 FROM journal_entry WHERE kind = 'retention_ran' AND utc_ms >= ? AND utc_ms < ? LIMIT 1",
                (start, end),
            ).fetchone()
        return found is None

    def ends_ms(self, take: Take) -> int:
        """When the term of `take` ends, in milliseconds since 1970 UTC."""
        days, months = self._terms(take)
        last = months_after(take.made_ms, months)
        if take.state != "pending":
            return last
        return min(last, take.made_ms + days * DAY_MS)

    def run(self) -> RetentionRan:
        """Let go of all that has outlived its term. Raises KioskError when the disk does not let us."""
        settings, now = self._settings(), self._clock.utc_ms()
        takes = [take for take in self._takes.all() if take.state != "recording"]
        gone = {
            "without_consent": [take for take in takes if not self._consented(take)],
            "unreviewed": [take for take in takes if self._unreviewed(take, now)],
            "expired": [take for take in takes if take.made_ms < months_before(now, self._terms(take)[1])],
        }
        counts, erased = {}, set[str]()
        for why, found in gone.items():
            ids = [take.id for take in found if take.id not in erased]
            self._erasure.erase(ids, why)
            erased.update(ids)
            counts[why] = len(ids)
        register = self._consents.forget(months_before(now, 12 * int(settings["years_register"])))
        accesses = self._access.trim(months_before(now, int(settings["months_access_log"])))
        ran = RetentionRan(
            counts["unreviewed"],
            counts["expired"],
            without_consent=counts["without_consent"],
            register=register,
            accesses=accesses,
        )
        self._store.append(ran, None)
        self._access.seal()
        self._store.flush(FLUSH_S)  # or the next question would make it run again
        return ran

    def _terms(self, take: Take) -> tuple[int, int]:
        """Days unreviewed and months at most: today's, and never longer than any guardian of its voices agreed to."""
        settings = self._settings()
        days, months = int(settings["days_unreviewed"]), int(settings["months_approved"])
        for terms in {terms for voice in take.voices for terms in self._consents.terms_of(voice)}:
            if said := agreed(terms):
                days, months = min(days, said.days_unreviewed), min(months, said.months_approved)
        return days, months

    def _unreviewed(self, take: Take, now: int) -> bool:
        return take.state == "pending" and take.made_ms < now - self._terms(take)[0] * DAY_MS

    def _consented(self, take: Take) -> bool:
        """Whether every voice still agrees to what the take is released for; a take without a voice is nobody's."""
        wanted = set(needed(take.release))
        return bool(take.voices) and all(wanted <= self._consents.in_force(voice) for voice in take.voices)
