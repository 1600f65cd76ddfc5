"""The consent register: which guardian agreed to what for which voice, by the number of the paper form.

A voice is a random id with a key of its own; the form's number and date are sealed with it. Methods block for a
transaction and raise KioskError: call them from a thread of one's own.
"""

import hmac
import json
import os
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.core.booth import CONSENT_KINDS, ConsentKind
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import ConsentGiven
from kiosk.privacy.keys import KeyRing
from kiosk.store.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Consent:
    """One entry of the register. `form` and `signed` (the day on the paper, `2026-11-20`) are empty once unreadable;
    `class_label` where it was given."""

    voice: str
    kind: ConsentKind
    terms: str
    given_ms: int
    withdrawn_ms: int | None
    form: str
    signed: str
    class_label: str = ""


class Consents:
    """The register of one home."""

    def __init__(self, store: Store, keys: KeyRing, clock: Clock) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock

    def give(
        self, form: str, signed: str, kinds: Collection[ConsentKind], terms: str, role: str, class_label: str = ""
    ) -> str:
        """Register what the paper form `form`, signed on the day `signed`, agrees to; the voice it is for.

        A form that is known has these kinds added or renewed. Raises KioskError `privacy.consent_empty`.
        """
        form = form.strip()
        if not form or not kinds:
            raise KioskError("privacy.consent_empty")
        voice = self.voice(form) or "v" + os.urandom(8).hex()
        key = self._keys.find(voice) or self._keys.make(voice)
        now = self._clock.utc_ms()
        sealed = _seal(key, {"form": form, "signed": signed, "class": class_label})
        mark = self._mark(form)

        def work(db: "Database") -> None:
            db.execute("INSERT OR IGNORE INTO voice (id, form_mark, made_ms) VALUES (?, ?, ?)", [voice, mark, now])
            for kind in kinds:
                db.execute(
                    "UPDATE consent SET withdrawn_ms = ? WHERE voice = ? AND kind = ? AND withdrawn_ms IS NULL",
                    [now, voice, kind],
                )
                db.execute(
                    "INSERT OR REPLACE INTO consent (voice, kind, terms, given_ms, sealed) VALUES (?, ?, ?, ?, ?)",
                    [voice, kind, terms, now, sealed],
                )

        self._store.write(work).result()
        self._store.append(ConsentGiven(role, tuple(sorted(kinds, key=CONSENT_KINDS.index)), terms), None)
        return voice

    def voice(self, form: str) -> str | None:
        """The voice that the form with this number is for."""
        with self._store.read() as connection:
            row = connection.execute("SELECT id FROM voice WHERE form_mark = ?", (self._mark(form.strip()),)).fetchone()
        return row[0] if row else None

    def in_force(self, voice: str, terms: str = "") -> frozenset[ConsentKind]:
        """The consents for `voice` that were not withdrawn; with `terms` only those given to that version."""
        with self._store.read() as connection:
            rows = connection.execute(
                "SELECT kind FROM consent WHERE voice = ? AND withdrawn_ms IS NULL AND (? = '' OR terms = ?)",
                (voice, terms, terms),
            )
            return frozenset(row[0] for row in rows)

    def terms_of(self, voice: str) -> frozenset[str]:
        """The versions of the terms that the consents in force were given to."""
        with self._store.read() as connection:
            rows = connection.execute("SELECT terms FROM consent WHERE voice = ? AND withdrawn_ms IS NULL", (voice,))
            return frozenset(row[0] for row in rows)

    def correct(self, voice: str, signed: str, class_label: str) -> None:
        """Put the day on the paper and the class right, for `voice`. Raises KioskError when it is gone."""
        key = self._keys.find(voice)
        found = next((one for one in self.entries() if one.voice == voice), None)
        if key is None or found is None:
            raise KioskError("privacy.take_gone", voice)
        sealed = _seal(key, {"form": found.form, "signed": signed, "class": class_label})
        self._store.write(
            lambda db: db.execute("UPDATE consent SET sealed = ? WHERE voice = ?", [sealed, voice])
        ).result()

    def entries(self) -> list[Consent]:
        """The whole register, newest first, for the staff's page and the audit."""
        with self._store.read() as connection:
            rows = connection.execute("SELECT * FROM consent ORDER BY given_ms DESC, voice, kind").fetchall()
        return [self._entry(row) for row in rows]

    def withdraw(self, voice: str, kinds: Iterable[ConsentKind]) -> None:
        """Mark these consents withdrawn. What they covered is erased by who calls: see `guardian.Guardian.withdraw`."""
        now = self._clock.utc_ms()

        def work(db: "Database") -> None:
            for kind in kinds:
                db.execute(
                    "UPDATE consent SET withdrawn_ms = ? WHERE voice = ? AND kind = ? AND withdrawn_ms IS NULL",
                    [now, voice, kind],
                )

        self._store.write(work).result()

    def forget(self, before_ms: int) -> int:
        """Remove voices all of whose consents were withdrawn before then and that speak in no take; how many."""
        with self._store.read() as connection:
            gone = [
                row[0]
                for row in connection.execute(
                    "SELECT id FROM voice WHERE id NOT IN (SELECT voice FROM take_voice) AND id NOT IN"
                    " (SELECT voice FROM consent WHERE withdrawn_ms IS NULL OR withdrawn_ms >= ?)",
                    (before_ms,),
                )
            ]

        def work(db: "Database") -> None:
            for voice in gone:
                db.execute("DELETE FROM consent WHERE voice = ?", [voice])
                db.execute("DELETE FROM voice WHERE id = ?", [voice])

        if gone:
            self._store.write(work).result()
        for voice in gone:
            self._keys.destroy(voice)
        return len(gone)

    def _entry(self, row: sqlite3.Row) -> Consent:
        told = _open(self._keys.find(row["voice"]), row["sealed"])
        return Consent(
            row["voice"], row["kind"], row["terms"], row["given_ms"], row["withdrawn_ms"],
            str(told.get("form", "")), str(told.get("signed", "")), str(told.get("class", "")),
        )  # fmt: skip

    def _mark(self, form: str) -> bytes:
        return hmac.digest(self._keys.own(), b"consent form\0" + form.casefold().encode(), "sha256")


def _seal(key: bytes, told: dict[str, str]) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, json.dumps(told, ensure_ascii=False).encode(), None)


def _open(key: bytes | None, sealed: bytes) -> dict[str, Any]:
    """What was sealed; empty when its key was destroyed."""
    if key is None:
        return {}
    try:
        told: dict[str, Any] = json.loads(AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None))
    except InvalidTag:
        return {}
    return told
