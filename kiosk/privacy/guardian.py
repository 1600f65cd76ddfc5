"""The one door to `privacy` for the rest of the house: who may do what with a voice, and what happens then.

Everything blocks for a transaction or two and raises KioskError with a sentence: call it from a thread of one's own,
except `replay`, which `app` calls once before the first screen. What is done leaves an event in the journal, by the
random ids of takes: no name, no form number, no voice.
"""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from kiosk.core.booth import CONSENT_KINDS, ConsentKind, Rights
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import ConsentWithdrawn, RetentionRan, TakeExported, TakeHeard, TakeReviewed
from kiosk.privacy.access_log import AccessLog
from kiosk.privacy.consents import Consents
from kiosk.privacy.erasure import Erasure, Receipt
from kiosk.privacy.incidents import Incidents
from kiosk.privacy.keys import KeyRing
from kiosk.privacy.requests import Requests
from kiosk.privacy.retention import Retention, months_before
from kiosk.privacy.return_codes import ReturnCodes
from kiosk.privacy.rights import needed, rights, terms_version
from kiosk.privacy.sealed import NotOurs, SealedReader, mend
from kiosk.privacy.takes import Take, TakeFiles, Takes
from kiosk.privacy.withdrawals import Withdrawals
from kiosk.store.store import Store

Verdict = Literal["approved", "rejected", "held"]
REJECT_REASONS = ("name_heard", "school_heard", "contact_heard", "other_child_heard", "unkind", "unclear")
"""The checklist: any of the first four heard in a take means that it is rejected."""
HOLD_REASON = "child_in_danger"
"""孩子可能遇到危险: the take is held, and the reporting duty is shown (未成年人保护法 11)."""
DOWN_REASON = "taken_down"
"""Staff take an approved work off the wall: it is held, and may be approved again or rejected."""
HEAR_REASONS = ("review", "guardian_asks", "safety")
LEAST_KEPT_S = 1.0
BYTES_A_SECOND = 96_000
log = logging.getLogger(__name__)


class Guardian:
    """Takes, consents, erasure and retention of one home. `settings()` gives the base's settings as they are now."""

    def __init__(self, home: Path, store: Store, clock: Clock, settings: Callable[[], Mapping[str, Any]]) -> None:
        self.keys = KeyRing(home)
        self.takes = Takes(home, store, self.keys, clock)
        self.consents = Consents(store, self.keys, clock)
        self.erasure = Erasure(home, store, self.takes, self.keys, clock, lambda: str(settings()["marker_folder"]))
        self.codes = ReturnCodes(store, self.keys, self.erasure, clock, settings)
        self.access = AccessLog(store, self.keys, clock)
        self.retention = Retention(store, self.takes, self.consents, self.erasure, self.access, clock, settings)
        self._withdrawals = Withdrawals(home, store, self.keys, lambda: str(settings()["marker_folder"]))
        self.requests = Requests(store, self.keys, clock, settings, self._withdrawals)
        self.incidents = Incidents(store, clock)
        self._store = store
        self._clock = clock
        self._settings = settings

    def terms(self) -> str:
        """The version of what guardians agree to today: it stands on the printed form."""
        return terms_version(self._settings())

    def rights(self, voices: Sequence[str]) -> Rights:
        """What may be done with a take in which these voices (ids of the register) speak, by today's terms."""
        if self._store.state().temporary:
            return Rights(record=rights(self._settings(), [self._in_force(voice) for voice in voices]).record)
        return rights(self._settings(), [self._in_force(voice) for voice in voices])

    def replay(self) -> int:
        """Before the first screen: erase again what a backup or image brought back, and what cut-off visits left."""
        self.takes.empty_passing()
        self._withdrawals.replay()
        return self.erasure.replay()

    def recover(self) -> tuple[int, int]:
        """After a start: takes cut off while being recorded are mended and wait for review, or are erased.

        How many were mended and how many had to go: without key, consent, row or a second of sound.
        """
        mended = 0
        lost = []
        for take in self.takes.all("recording"):
            if take.id in self.takes.begun:
                continue
            seconds = self._mend(take.id)
            if seconds >= LEAST_KEPT_S:
                self.takes.settle(take.id, "keep", seconds, "booth.capture_gone")
                mended += 1
            else:
                lost.append(take.id)
        known = {take.id for take in self.takes.all()}
        strays = self.takes.on_disk() | {name for name in self.keys.names() if name.startswith("t")}
        lost += sorted(strays - known - self.takes.begun)
        self.erasure.erase(lost, "without_consent")
        return mended, len(lost)

    def daily(self) -> RetentionRan | None:
        """The retention run, once a day; `None` when it has run today. Return codes whose time is over go with it."""
        if not self.retention.due():
            return None
        self.codes.expire()
        self.requests.tidy()
        self._withdrawals.forget(months_before(self._clock.utc_ms(), 12 * int(self._settings()["years_register"])))
        return self.retention.run()

    def withdraw(self, voice: str, kinds: Collection[ConsentKind], role: str) -> Receipt | None:
        """Take consents back: every take that needs one of them is erased, whoever else speaks in it."""
        wanted = set(kinds)
        self._withdrawals.note(voice, wanted, self._clock.utc_ms())
        self.consents.withdraw(voice, wanted)
        self._store.append(ConsentWithdrawn(role, tuple(sorted(wanted))), None)
        return self.erasure.erase(self.covered(voice, wanted), "withdrawn")

    def covered(self, voice: str, kinds: Collection[ConsentKind]) -> list[str]:
        """The takes that go when `voice` takes these consents back."""
        return [take.id for take in self.takes.of_voice(voice) if set(kinds) & set(needed(take.release))]

    def agreed(self, take: Take) -> tuple[ConsentKind, ...]:
        """Which consents of every voice in `take` still stand."""
        return tuple(kind for kind in CONSENT_KINDS if self._allows(take, kind))

    def review(self, take: str, verdict: Verdict, role: str, reasons: Collection[str] = ()) -> Receipt | None:
        """Decide about a take. Rejecting and holding need a reason of the checklist; rejected takes are erased at once.

        Raises KioskError `privacy.take_gone`, `privacy.review_reason` or `privacy.not_allowed`.
        """
        found = self.takes.find(take)
        if found is None:
            raise KioskError("privacy.take_gone", take)
        if verdict != "approved" and not reasons:
            raise KioskError("privacy.review_reason")
        if verdict == "approved" and not self._still_allowed(found):
            raise KioskError("privacy.not_allowed", take)
        self.access.note(role, "reviewed", take, ",".join([verdict, *sorted(reasons)]))
        self._store.append(TakeReviewed(take, role, verdict, tuple(sorted(reasons))), None)
        if verdict == "rejected":
            return self.erasure.erase([take], "rejected")
        self.takes.decide(take, verdict, sorted(reasons))
        return None

    def hear(self, take: str, role: str, reason: str) -> TakeFiles:
        """Where staff may listen to a take that is not approved; that they did is recorded with the reason."""
        if reason not in HEAR_REASONS:
            raise KioskError("privacy.review_reason")
        files = self.takes.files(take)
        found = self.takes.find(take)
        if found is None or found.state != "approved":
            self.access.note(role, "heard", take, reason)
            self._store.append(TakeHeard(take, role, reason), None)
        return files

    def export(self, take: str, role: str) -> TakeFiles:
        """An approved take whose consents let it leave the base, to be written as MP3; on record.

        Raises KioskError `privacy.not_allowed` or `privacy.take_gone`.
        """
        found = self.takes.find(take)
        if found is None:
            raise KioskError("privacy.take_gone", take)
        if found.state != "approved" or found.release != "publish" or not self._still_allowed(found):
            raise KioskError("privacy.not_allowed", take)
        self.access.note(role, "exported", take, found.release)
        self._store.append(TakeExported(take, role), None)
        return self.takes.files(take)

    def publishable(self) -> list[Take]:
        """Approved takes whose consents let them leave the base."""
        return [one for one in self.takes.all("approved") if one.release == "publish" and self._still_allowed(one)]

    def wall(self, theme: str = "") -> list[Take]:
        """What the 播报墙 and the attract screen may play: approved, released to be played, still consented to."""
        return [
            take
            for take in self.takes.all("approved")
            if take.release in ("play", "publish")
            and theme in ("", take.theme)
            and self._allows(take, "play")
        ]  # fmt: skip

    def _mend(self, take: str) -> float:
        """Give a cut-off take its end; the seconds in it, 0 when it cannot be opened."""
        try:
            files = self.takes.files(take)
            mend(files.raw, files.key)
            return sum(map(len, SealedReader(files.raw, files.key).chunks())) / BYTES_A_SECOND
        except (KioskError, NotOurs, OSError) as error:
            log.warning("take %s cannot be mended: %r", take, error)
            return 0.0

    def _in_force(self, voice: str) -> frozenset[ConsentKind]:
        return self.consents.in_force(voice, self.terms())

    def _still_allowed(self, take: Take) -> bool:
        return all(self._allows(take, kind) for kind in needed(take.release))

    def _allows(self, take: Take, kind: ConsentKind) -> bool:
        return bool(take.voices) and all(kind in self.consents.in_force(voice) for voice in take.voices)
