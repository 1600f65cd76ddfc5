"""Letting kiosks in: one-time codes, credentials (kept as hashes), who asks."""

import hashlib
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.sync.code import EnrolCode

CODE_MS = 24 * 3_600_000
"""How long an enrolment code holds."""
_CODE, _CREDENTIAL, _KIOSK, _BASE = tables.enrol_code.c, tables.credential.c, tables.kiosk.c, tables.base.c


@dataclass(frozen=True, slots=True)
class Applicant:
    """A kiosk at the door: the code's secret, its id, the SHA-256 of the credential that it has made.

    `proof` is the credential that it had before, if any: it may be revoked by now. `signer` is the public key by which
    what it writes to sticks is known; empty for a kiosk that does not do so. `relays` is said by a hub that will speak
    for its kiosks.
    """

    secret: bytes
    kiosk: str
    credential: bytes
    holder: str
    machine: str
    proof: bytes = b""
    signer: bytes = b""
    relays: bool = False


def new_code(hub: Hub, base: str, fingerprint: bytes, *, relays: bool = False) -> tuple[EnrolCode, int]:
    """A code for one kiosk of the base called `base` (made if it is new), or for a hub that `relays`; and when it
    expires."""
    code, now = EnrolCode.new(fingerprint), hub.clock.utc_ms()
    with hub.database.write() as connection:
        insert_or_ignore(connection, tables.base, [{"name": base, "made_ms": now}])
        number = connection.execute(sa.select(_BASE.number).where(_BASE.name == base)).scalar_one()
        made = {"hash": _hash(code.secret), "base": number, "made_ms": now, "expires_ms": now + CODE_MS}
        connection.execute(tables.enrol_code.insert().values({**made, "relays": int(relays)}))
    return code, now + CODE_MS


def enrol(hub: Hub, applicant: Applicant) -> str:
    """Let `applicant` in; the name of its base. The same one may ask again with its code, should the answer be lost.

    Raises KioskError `sync.code_unknown`, `sync.code_used`, `sync.code_expired`, `sync.code_for_hub` or
    `sync.code_for_kiosk` (the code lets the other kind in), or `sync.id_taken` when another kiosk bears its id: it
    comes back with a new one.
    """
    now = hub.clock.utc_ms()
    with hub.database.write() as connection:
        code = _valid(connection, applicant, now)
        number = _known(connection, applicant)
        if number is None:
            made = connection.execute(
                tables.kiosk.insert().values(
                    id=applicant.kiosk, base=code.base, made_ms=now, holder=applicant.holder, machine=applicant.machine
                )
            )
            assert made.inserted_primary_key is not None
            number = made.inserted_primary_key[0]
        _let_in(connection, applicant, number, code.base, now)
        return str(connection.execute(sa.select(_BASE.name).where(_BASE.number == code.base)).scalar_one())


def who(connection: sa.Connection, credential: bytes) -> int:
    """The number of the kiosk that shows `credential`. Raises KioskError `sync.unknown_credential`, `sync.revoked`."""
    row = connection.execute(
        sa.select(_CREDENTIAL.kiosk, _CREDENTIAL.revoked_ms).where(_CREDENTIAL.hash == _hash(credential))
    ).first()
    if row is None:
        raise KioskError("sync.unknown_credential")
    if row.revoked_ms is not None:
        raise KioskError("sync.revoked")
    number: int = row.kiosk
    return number


def revoke(connection: sa.Connection, kiosk: int, now: int) -> int:
    """Take the credentials of the kiosk number `kiosk` back; how many there were."""
    mine = tables.credential.update().where(_CREDENTIAL.kiosk == kiosk, _CREDENTIAL.revoked_ms.is_(None))
    return connection.execute(mine.values(revoked_ms=now)).rowcount


def _valid(connection: sa.Connection, applicant: Applicant, now: int) -> sa.Row[Any]:
    code = connection.execute(
        sa.select(tables.enrol_code).where(_CODE.hash == _hash(applicant.secret)).with_for_update()
    ).first()
    if code is None:
        raise KioskError("sync.code_unknown")
    if code.used_ms is not None and code.credential != applicant.credential:
        raise KioskError("sync.code_used")
    if code.used_ms is None and now > code.expires_ms:
        raise KioskError("sync.code_expired")
    if applicant.relays != bool(code.relays):
        raise KioskError("sync.code_for_hub" if code.relays else "sync.code_for_kiosk")
    return code


def _known(connection: sa.Connection, applicant: Applicant) -> int | None:
    """The number of the kiosk that bears the applicant's id and is it. Raises KioskError `sync.id_taken`."""
    taken = connection.execute(sa.select(_KIOSK.number).where(_KIOSK.id == applicant.kiosk)).scalar()
    if taken is None:
        return None
    proofs = (applicant.credential, _hash(applicant.proof))
    if taken not in connection.execute(sa.select(_CREDENTIAL.kiosk).where(_CREDENTIAL.hash.in_(proofs))).scalars():
        raise KioskError("sync.id_taken", kiosk=applicant.kiosk)
    return int(taken)


def _let_in(connection: sa.Connection, applicant: Applicant, kiosk: int, base: int, now: int) -> None:
    """The new credential holds from now on, and only it."""
    there = sa.select(_CREDENTIAL.hash).where(_CREDENTIAL.hash == applicant.credential)
    if connection.execute(there).first() is None:
        revoke(connection, kiosk, now)
        made = {"hash": applicant.credential, "kiosk": kiosk, "made_ms": now, "signer": applicant.signer or None}
        connection.execute(tables.credential.insert().values({**made, "relays": int(applicant.relays)}))
    connection.execute(tables.kiosk.update().where(_KIOSK.number == kiosk).values(base=base))
    connection.execute(
        tables.enrol_code.update()
        .where(_CODE.hash == _hash(applicant.secret))
        .values(used_ms=now, credential=applicant.credential)
    )


def _hash(secret: bytes) -> bytes:
    return hashlib.sha256(secret).digest()
