"""What is kept of one child, found by the number of its paper form: to be shown, copied, corrected or erased."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.privacy.consents import Consent
from kiosk.privacy.erasure import Receipt
from kiosk.privacy.guardian import Guardian
from kiosk.privacy.requests import Request
from kiosk.privacy.takes import Take, TakeFiles


@dataclass(frozen=True, slots=True)
class KeptCode:
    """A return code: when it was issued and ends, promises and plans behind it, in how many visits it was shown.

    `pseudonym` is what the log's rows of those visits carry.
    """

    issued_ms: int
    ends_ms: int
    promises: tuple[str, ...]
    plans: tuple[tuple[str, ...], ...]
    visits: int
    pseudonym: str


@dataclass(frozen=True, slots=True)
class Kept:
    """All that can be found of a form. `consents` newest first, withdrawn ones among them."""

    form: str
    consents: tuple[Consent, ...] = ()
    takes: tuple[Take, ...] = ()
    codes: tuple[KeptCode, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is something to give."""
        return bool(self.consents or self.takes or self.codes)

    @property
    def standing(self) -> tuple[Consent, ...]:
        """The consents in force."""
        return tuple(one for one in self.consents if one.withdrawn_ms is None)

    def own(self) -> tuple[Take, ...]:
        """Takes in which nobody else speaks: only these can be handed out whole."""
        return tuple(one for one in self.takes if len(one.voices) == 1)


def kept_of(guardian: Guardian, form: str) -> Kept:
    """What is kept of the child of this form. Blocks for some queries; raises KioskError and sqlite3.Error."""
    voice = guardian.consents.voice(form)
    consents = tuple(one for one in guardian.consents.entries() if one.voice == voice) if voice else ()
    takes = tuple(guardian.takes.of_voice(voice)) if voice else ()
    codes = tuple(_code(guardian, told) for told in guardian.codes.of_form(form))
    return Kept(form.strip(), consents, takes, codes)


def hand_out(guardian: Guardian, request: Request, kept: Kept, role: str) -> list[TakeFiles]:
    """The child's own takes, to be copied for its guardian; each is in the access log, by the request's number."""
    found = [guardian.takes.files(take.id) for take in kept.own() if take.state != "recording"]
    for files in found:
        guardian.access.note(role, "copied", files.id, request.id)
    return found


def erase(guardian: Guardian, form: str, role: str) -> list[Receipt]:
    """Take every consent of the form back, erase its takes and return code; the receipts, oldest first."""
    found: list[Receipt | None] = []
    if voice := guardian.consents.voice(form):
        found.append(guardian.withdraw(voice, guardian.consents.in_force(voice), role))
        found.append(guardian.erasure.erase([take.id for take in guardian.takes.of_voice(voice)], "withdrawn"))
    found.append(guardian.codes.withdraw(form))
    return [one for one in found if one]


def _code(guardian: Guardian, told: dict[str, Any]) -> KeptCode:
    visits: Sequence[str] = told.get("visits", ())
    plans = tuple(tuple(one) for one in told.get("plans", ()))
    pseudonym = guardian.codes.pseudonym(told["id"])
    return KeptCode(told["issued_ms"], told["over_ms"], tuple(told["promises"]), plans, len(visits), pseudonym)
