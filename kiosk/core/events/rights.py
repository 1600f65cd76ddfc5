"""What guardians ask for, what went wrong with children's information, and marks in the access log."""

from dataclasses import dataclass

from kiosk.core.events.event import Event


@dataclass(frozen=True, slots=True)
class SubjectAsked(Event):
    """A guardian asked for a child's information: `what` is `access`, `copy`, `correct` or `delete`; `due` a local day.

    `request` is a random number; which paper form it is about lies sealed beside the journal until it is answered.
    """

    kind = "subject_asked"
    role: str
    request: str
    what: str
    due: str


@dataclass(frozen=True, slots=True)
class SubjectAnswered(Event):
    """A guardian's request came to an end: `outcome` is `done`, `nothing_kept` or `refused`; `day` the local day."""

    kind = "subject_answered"
    role: str
    request: str
    what: str
    outcome: str
    day: str


@dataclass(frozen=True, slots=True)
class IncidentOpened(Event):
    """Children's information may have leaked, changed or been lost; `what` is a code of `privacy.incidents`."""

    kind = "incident_opened"
    role: str
    incident: str
    what: str


@dataclass(frozen=True, slots=True)
class IncidentStepped(Event):
    """A step of the breach checklist was done."""

    kind = "incident_stepped"
    role: str
    incident: str
    step: str


@dataclass(frozen=True, slots=True)
class IncidentClosed(Event):
    """All steps of the breach checklist are done, or it turned out to be nothing (`outcome` is `done` or `nothing`)."""

    kind = "incident_closed"
    role: str
    incident: str
    outcome: str


@dataclass(frozen=True, slots=True)
class AccessesSealed(Event):
    """How far the chain of the access log had come: an end that is cut off or written anew later shows."""

    kind = "accesses_sealed"
    position: int
    chain: str
