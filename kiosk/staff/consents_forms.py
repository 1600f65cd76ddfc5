"""The consent register by paper form, as its page lists it. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kiosk.core.booth import CONSENT_KINDS, ConsentKind
from kiosk.privacy.consents import Consent, Consents

OLDEST_DAYS = 365
"""How long ago a form that is registered today may have been signed."""
DIGITS = 12
"""The longest number of a form; it is typed on our own keys, so it has digits only."""


@dataclass(frozen=True, slots=True)
class Form:
    """A paper form. `kinds` are its consents in force, each with the version of the terms it was given to."""

    voice: str
    number: str
    signed: str
    class_label: str
    given_ms: int
    kinds: Mapping[ConsentKind, str] = field(default_factory=dict)

    def current(self, terms: str) -> bool:
        """Whether all its consents were given to these terms."""
        return all(given == terms for given in self.kinds.values())

    def may_record(self, terms: str) -> bool:
        """Whether its child may speak in the booth by these terms."""
        return self.kinds.get("record") == terms


def read_forms(consents: Consents) -> list[Form]:
    """All forms of the register whose number can still be read, the newest first. Blocks for a query."""
    by_voice: dict[str, list[Consent]] = {}
    for entry in consents.entries():
        by_voice.setdefault(entry.voice, []).append(entry)
    forms = [_form(entries) for entries in by_voice.values() if entries[0].form]
    return sorted(forms, key=lambda one: (-one.given_ms, one.number))


def _form(entries: list[Consent]) -> Form:
    newest = entries[0]
    stand = {one.kind: one.terms for one in entries if one.withdrawn_ms is None}
    kinds = {kind: stand[kind] for kind in CONSENT_KINDS if kind in stand}
    return Form(newest.voice, newest.form, newest.signed, newest.class_label, newest.given_ms, kinds)


def stepped_day(signed: date, days: int, today: date) -> date:
    """The day so many days later, not after `today` and not too long ago."""
    return min(today, max(today - timedelta(days=OLDEST_DAYS), signed + timedelta(days=days)))
