"""Return codes (PRIVACY 2): three pictures that let a child find its promises again, with a guardian's own consent.

The kiosk issues them, nobody chooses. The pictures are stored as a keyed HMAC only; all else lies sealed with a key of
the code's own, so that destroying the key ends it. Methods block for a transaction and raise KioskError.
"""

import hmac
import json
import os
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import ReturnCodeIssued, ReturnCodesErased
from kiosk.core.returning import LENGTH, PICTURES, Planned, Returned, ReturnHashes
from kiosk.privacy.erasure import Erasure, Receipt
from kiosk.privacy.keys import KeyRing
from kiosk.store.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY_MS = 86_400_000
EVER = 1 << 62
NONCE_BYTES = 12
TRIES = 5_000
MOST_VISITS = 60
"""So many visits are remembered behind a code: more than one a day in its time."""


class ReturnCodes:
    """The codes of one home. `settings()` gives `days_return_code`, after which a code is unlinked."""

    def __init__(
        self, store: Store, keys: KeyRing, erasure: Erasure, clock: Clock, settings: Callable[[], Mapping[str, Any]]
    ) -> None:
        self._store = store
        self._keys = keys
        self._erasure = erasure
        self._clock = clock
        self._settings = settings

    def issue(self, form: str, signed: str, class_label: str, role: str) -> tuple[str, ...]:
        """A code for the child of the paper form `form`, signed on the day `signed`; an older one of it is erased.

        Within a class no two codes have the same three pictures, in whatever order: a mix-up opens nobody else's.
        Raises KioskError `privacy.consent_empty` or `privacy.codes_full`.
        """
        if not form.strip() or not signed.strip():
            raise KioskError("privacy.consent_empty")
        self.withdraw(form)
        pictures = self._free(class_label)
        code, now = "r" + os.urandom(8).hex(), self._clock.utc_ms()
        told = {"form": form.strip(), "signed": signed, "promises": [], "made_ms": now, "over_ms": self._over(now)}
        sealed = _seal(self._keys.make(code), told)
        row = [code, self._mark(class_label, pictures), self._set(class_label, pictures), self._form(form), now, sealed]

        def work(db: "Database") -> None:
            db.execute(
                "INSERT INTO return_code (id, mark, pictures, form_mark, issued_ms, sealed) VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )

        self._store.write(work).result()
        self._store.append(ReturnCodeIssued(role), None)
        return pictures

    def find(self, class_label: str, pictures: Sequence[str]) -> Returned | None:
        """Whose code this is; `None` when nobody's in that class, or when its time is over."""
        found = self._rows("mark = ? AND issued_ms >= ?", (self._mark(class_label, pictures), self._oldest()))
        if not found or not (told := self._told(*found[0])) or self._clock.utc_ms() > told.get("over_ms", EVER):
            return None
        days = max(0, (self._clock.utc_ms() - int(told["made_ms"])) // DAY_MS)
        plans = tuple((promise, when, way) for promise, when, way in told.get("plans", ()))
        return Returned(found[0][0], tuple(told["promises"]), days, plans)

    def keep(self, handle: str, promises: Sequence[str], plans: Sequence[Planned] = ()) -> None:
        """Remember these promises, and the plans to keep them, behind a code, in place of the last ones.

        A code that is gone stays gone.
        """
        found = self._rows("id = ?", (handle,))
        key = self._keys.find(handle)
        if not found or key is None:
            return
        new = {"promises": list(promises), "plans": [list(one) for one in plans], "made_ms": self._clock.utc_ms()}
        told = self._told(*found[0]) | new
        sealed = _seal(key, told)
        self._store.write(
            lambda db: db.execute("UPDATE return_code SET sealed = ? WHERE id = ?", [sealed, handle])
        ).result()

    def came(self, handle: str, visit: str) -> None:
        """Somebody showed this code in the visit `visit`. That lies sealed behind the code, and goes with it."""
        found = self._rows("id = ?", (handle,))
        key = self._keys.find(handle)
        if not found or key is None:
            return
        told = self._told(*found[0])
        told["visits"] = [*told.get("visits", ()), visit][-MOST_VISITS:]
        sealed = _seal(key, told)
        self._store.write(
            lambda db: db.execute("UPDATE return_code SET sealed = ? WHERE id = ?", [sealed, handle])
        ).result()

    def hashes(self) -> ReturnHashes:
        """The keyed hashes of all codes in force, for an export."""
        rows = [(row, found) for row in self._rows("issued_ms >= ?", (self._oldest(),)) if (found := self._told(*row))]
        by_visit = {visit: self.pseudonym(row[0]) for row, told in rows for visit in told.get("visits", ())}
        return ReturnHashes(by_visit, frozenset(self.pseudonym(row[0]) for row, _ in rows))

    def pseudonym(self, handle: str) -> str:
        """A keyed hash that the forms of one child carry (16 hex digits); empty when the code is gone.

        It is made with the code's own key: once that is destroyed nothing leads from it to the child or its form.
        """
        key = self._keys.find(handle)
        return hmac.digest(key, b"class form", "sha256").hex()[:16] if key else ""

    def withdraw(self, form: str) -> Receipt | None:
        """The guardian took the consent back, or a new code is issued: the old one is erased."""
        return self._erase([row[0] for row in self._rows("form_mark = ?", (self._form(form),))], "code_withdrawn")

    def of_form(self, form: str) -> list[dict[str, Any]]:
        """What is behind the codes of a paper form: `id`, `issued_ms`, `over_ms`, `promises`, `visits`."""
        with self._store.read() as connection:
            rows = connection.execute(
                "SELECT id, sealed, issued_ms FROM return_code WHERE form_mark = ?", (self._form(form),)
            ).fetchall()
        told = [(row[0], self._told(row[0], row[1]), int(row[2])) for row in rows]
        return [{"over_ms": self._over(at), **one, "id": code, "issued_ms": at} for code, one, at in told if one]

    def form_of(self, class_label: str, pictures: Sequence[str]) -> str:
        """The number of the paper form behind a code, for a guardian who brings the card; empty when nobody's."""
        found = self._rows("mark = ?", (self._mark(class_label, pictures),))
        return str(self._told(*found[0]).get("form", "")) if found else ""

    def expire(self) -> int:
        """Unlink what is older than its term, and rows that a restored backup brought back without a key; how many."""
        old = {row[0] for row in self._rows("issued_ms < ?", (self._oldest(),))}
        # A longer term of today does not lengthen what a guardian agreed to.
        over = self._clock.utc_ms()
        old |= {row[0] for row in self._rows("1", ()) if self._told(*row).get("over_ms", EVER) < over}
        self._erase(sorted(old), "code_expired")
        stray = [row[0] for row in self._rows("1", ()) if not self._keys.holds(row[0])]
        self._delete(stray)
        return len(old) + len(stray)

    def _erase(self, codes: Sequence[str], why: str) -> Receipt | None:
        receipt = self._erasure.erase_links(codes, why)
        if receipt:
            self._delete(codes)
            self._store.append(ReturnCodesErased(receipt.id, why, len(codes)), None)
        return receipt

    def _delete(self, codes: Iterable[str]) -> None:
        gone = list(codes)
        if gone:
            self._store.write(
                lambda db: [db.execute("DELETE FROM return_code WHERE id = ?", [code]) for code in gone]
            ).result()

    def _free(self, class_label: str) -> tuple[str, ...]:
        """Three pictures that nobody in the class has."""
        chance = random.SystemRandom()
        for _ in range(TRIES):
            pictures = tuple(chance.sample(PICTURES, LENGTH))
            if not self._rows("pictures = ?", (self._set(class_label, pictures),)):
                return pictures
        raise KioskError("privacy.codes_full")

    def _rows(self, where: str, values: tuple[object, ...]) -> list[tuple[str, bytes]]:
        with self._store.read() as connection:
            found = connection.execute(f"SELECT id, sealed FROM return_code WHERE {where}", values)
            return [(row[0], row[1]) for row in found]

    def _told(self, code: str, sealed: bytes) -> dict[str, Any]:
        """What was sealed; empty when its key was destroyed."""
        key = self._keys.find(code)
        try:
            plain = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None) if key else b"{}"
        except InvalidTag:
            return {}
        told: dict[str, Any] = json.loads(plain)
        return told

    def _over(self, issued_ms: int) -> int:
        """When a code that was issued then ends, by today's term."""
        return issued_ms + int(self._settings()["days_return_code"]) * DAY_MS

    def _oldest(self) -> int:
        return self._clock.utc_ms() - int(self._settings()["days_return_code"]) * DAY_MS

    def _mark(self, class_label: str, pictures: Sequence[str]) -> bytes:
        return self._hmac("return code", class_label, *pictures)

    def _set(self, class_label: str, pictures: Sequence[str]) -> bytes:
        return self._hmac("return pictures", class_label, *sorted(pictures))

    def _form(self, form: str) -> bytes:
        return self._hmac("return form", form.strip().casefold())

    def _hmac(self, *parts: str) -> bytes:
        return hmac.digest(self._keys.own(), "\0".join(parts).encode(), "sha256")


def _seal(key: bytes, told: Mapping[str, Any]) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, json.dumps(told, ensure_ascii=False).encode(), None)
