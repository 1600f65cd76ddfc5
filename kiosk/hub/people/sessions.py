"""Sessions: kept by the server, known to the browser by a signed random id, new at every login (no fixation)."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

import sqlalchemy as sa
from itsdangerous import BadSignature, Signer

from kiosk.hub.hub import Hub
from kiosk.hub.people import audit, persons, settings
from kiosk.hub.people.audit import Act
from kiosk.hub.people.persons import Person
from kiosk.hub.store.people_tables import session

WHOLE_MS = 12 * 60 * 60_000
_SEEN_EVERY_MS = 60_000
_SESSION = session.c


@dataclass(frozen=True, slots=True)
class Session:
    """Who asks, and the token that their forms carry."""

    hash: bytes
    person: Person
    csrf: str


class Sessions:
    """Opens, finds and ends them; one for an application."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        with hub.database.write() as connection:
            self._signer = Signer(settings.session_key(connection), salt="session", digest_method=hashlib.sha256)

    def open(self, number: int, before: str) -> str:
        """The cookie of a new session of person `number`; the one of the cookie `before`, if any, ends."""
        id, now = secrets.token_urlsafe(32), self._hub.clock.utc_ms()
        old = self._hash(before)
        with self._hub.database.write() as connection:
            connection.execute(session.delete().where((_SESSION.hash == old) | (_SESSION.made_ms < now - WHOLE_MS)))
            made = {"hash": _hashed(id), "person": number, "csrf": secrets.token_urlsafe(24)}
            connection.execute(session.insert().values(**made, made_ms=now, seen_ms=now))
            person = persons.get(connection, number)
            if person:
                audit.note(connection, now, Act(person.name, "login", base=person.scope.base))
        return self._signer.sign(id).decode()

    def find(self, cookie: str) -> Session | None:
        """The session of `cookie`, unless it has ended."""
        hash, now = self._hash(cookie), self._hub.clock.utc_ms()
        if not hash:
            return None
        with self._hub.database.read() as connection:
            row = connection.execute(sa.select(session).where(_SESSION.hash == hash)).first()
            idle_ms = int(settings.read(connection, "session_minutes")) * 60_000
            if row is None or now - row.seen_ms > idle_ms or now - row.made_ms > WHOLE_MS:
                return None
            person = persons.get(connection, row.person)
        if person is None:
            return None
        if now - row.seen_ms > _SEEN_EVERY_MS:
            with self._hub.database.write() as connection:
                connection.execute(session.update().where(_SESSION.hash == hash).values(seen_ms=now))
        return Session(hash, person, row.csrf)

    def end(self, one: Session) -> None:
        """Log out."""
        with self._hub.database.write() as connection:
            connection.execute(session.delete().where(_SESSION.hash == one.hash))
            now = self._hub.clock.utc_ms()
            audit.note(connection, now, Act(one.person.name, "logout", base=one.person.scope.base))

    def ticket(self, nonce: str) -> str:
        """What the login form carries beside the cookie `nonce`: nobody can make another browser log in."""
        return self._signer.get_signature(f"login {nonce}").decode()

    def ticket_holds(self, nonce: str, ticket: str) -> bool:
        """Whether `ticket` was made for `nonce`."""
        return bool(nonce) and hmac.compare_digest(self.ticket(nonce).encode(), ticket.encode())

    def _hash(self, cookie: str) -> bytes:
        try:
            return _hashed(self._signer.unsign(cookie).decode())
        except (BadSignature, UnicodeDecodeError, UnicodeEncodeError):
            return b""


def _hashed(id: str) -> bytes:
    return hashlib.sha256(id.encode()).digest()
