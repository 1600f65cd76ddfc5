"""The privacy office's ground: the base's real settings and registers, as papers and pages want them. Qt-free."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from kiosk import __version__
from kiosk.exports.audit import Audit, Registers, audit
from kiosk.exports.audit_file import Format, write_audit
from kiosk.exports.breach_paper import breach_paper
from kiosk.exports.child_rules import child_rules
from kiosk.exports.consent_form import consent_form
from kiosk.exports.impact import impact_paper
from kiosk.exports.ledger_period import Period
from kiosk.exports.privacy_ground import Ground
from kiosk.exports.writing import Written, write_bytes
from kiosk.privacy import kiosk_key
from kiosk.privacy.guardian import Guardian
from kiosk.privacy.incidents import STEPS
from kiosk.store import settings
from kiosk.store.store import Store

Kind = Literal["consent_form", "child_rules", "impact", "breach"]
KINDS: tuple[Kind, ...] = ("consent_form", "child_rules", "impact", "breach")


@dataclass(frozen=True, slots=True)
class Office:
    """One home's privacy office; `today` is the local day. Methods block: off the screen's thread."""

    home: Path
    store: Store
    guardian: Guardian
    today: date
    language: str = "zh"

    def values(self) -> dict[str, Any]:
        """The settings as they are now."""
        with self.store.read() as connection:
            return settings.read_all(connection)

    def ground(self) -> Ground:
        """What papers are made of."""
        return Ground(self.values(), self.guardian.terms(), self.today.isoformat(), self.language)

    def registers(self, db: sqlite3.Connection) -> Registers:
        """As of now. Raises KioskError when the kiosk's key cannot be read, sqlite3.Error."""
        consents = dict(db.execute("SELECT kind, count(*) FROM consent WHERE withdrawn_ms IS NULL GROUP BY kind"))
        forms = db.execute("SELECT count(DISTINCT voice) FROM consent WHERE withdrawn_ms IS NULL").fetchone()[0]
        started = db.execute("SELECT utc_ms FROM journal_entry ORDER BY position LIMIT 1").fetchone()
        return Registers(
            consents=consents,
            forms=forms,
            takes=db.execute("SELECT count(*) FROM take WHERE state <> 'recording'").fetchone()[0],
            codes=db.execute("SELECT count(*) FROM return_code").fetchone()[0],
            receipts=frozenset(one.id for one in self.guardian.erasure.receipts()),
            accesses_whole=self.guardian.access.is_whole(),
            key_apart=key_apart(self.guardian.keys.folder),
            kiosk=self.store.kiosk,
            version=__version__,
            started=started[0] if started else 0,
        )

    def audit(self, period: Period, *, every_origin: bool = False, step: Callable[[int], None] | None = None) -> Audit:
        """The audit of a year. `step` may raise to give up."""
        defaults = {key: one.default for key, one in settings.SETTINGS.items()}
        self.store.flush(5)
        with self.store.read() as db:
            registers = self.registers(db)
            return audit(db, period, registers, self.values(), defaults, every_origin=every_origin, step=step)

    def write_audit(self, found: Audit, form: Format, out: Path, password: str = "") -> Written:
        """Write the audit with its papers, locked by a `password`. Raises KioskError (`exports.…`)."""
        receipts: list[Mapping[str, Any]] = [asdict(one) for one in self.guardian.erasure.receipts()]
        return write_audit(found, form, self.ground(), STEPS, receipts, out, password)

    def paper(self, kind: Kind) -> bytes:
        """One of the papers as a PDF."""
        ground = self.ground()
        match kind:
            case "consent_form":
                return consent_form(ground)
            case "child_rules":
                return child_rules(ground)
            case "breach":
                return breach_paper(ground, STEPS)
            case "impact":
                with self.store.read() as db:
                    now = self.registers(db)
                return impact_paper(ground, now.forms, now.takes, key_apart=now.key_apart)

    def write_paper(self, kind: Kind, out: Path) -> Written:
        """The paper as a file. Raises KioskError (`exports.…`)."""
        return write_bytes(self.paper(kind), 0, out)


def key_apart(folder: Path) -> bool:
    """Whether the system keeps the kiosk's key, so that the disk alone opens nothing."""
    return (folder / kiosk_key.ELSEWHERE).exists()
