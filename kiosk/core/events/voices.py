"""Takes of 童声播报站 and the consents for them."""

from dataclasses import dataclass

from kiosk.core.events.event import Event


@dataclass(frozen=True, slots=True)
class TakeRecorded(Event):
    """Something was recorded in the booth and ended as `ended` (a code of `booth`). It may be gone by now.

    `script` is the script's id, empty for free talk; `voices` how many spoke.
    """

    kind = "take_recorded"
    script: str
    seconds: float
    voices: int
    ended: str


@dataclass(frozen=True, slots=True)
class TakeKept(Event):
    """A child let the base keep a take, as far as `release` (`keep`, `play`, `publish`) and the consents allow."""

    kind = "take_kept"
    take: str
    release: str
    voices: int


@dataclass(frozen=True, slots=True)
class TakeReviewed(Event):
    """Staff decided: `verdict` is `approved`, `rejected` or `held`; `reasons` are codes of the checklist."""

    kind = "take_reviewed"
    take: str
    role: str
    verdict: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeHeard(Event):
    """Staff listened to a take that was not approved; `reason` is a code."""

    kind = "take_heard"
    take: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class TakeExported(Event):
    """Staff wrote an approved take to a stick as a file that anybody can play."""

    kind = "take_exported"
    take: str
    role: str


@dataclass(frozen=True, slots=True)
class ConsentGiven(Event):
    """A guardian's consent for a voice was registered; `terms` is the version of what was agreed to."""

    kind = "consent_given"
    role: str
    kinds: tuple[str, ...]
    terms: str


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn(Event):
    """A guardian took consents back; what they covered was erased (`TakesErased` follows)."""

    kind = "consent_withdrawn"
    role: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakesErased(Event):
    """Takes are gone for good: files, keys and rows. `why` is a code; `receipt` names the printable proof."""

    kind = "takes_erased"
    receipt: str
    why: str
    takes: int


@dataclass(frozen=True, slots=True)
class RetentionRan(Event):
    """The daily run looked at every term: how many takes it let go, and entries of consent register and access log."""

    kind = "retention_ran"
    unreviewed: int
    expired: int
    without_consent: int
    register: int
    accesses: int = 0
