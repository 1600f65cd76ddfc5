"""What kiosks push: events and texts; and how they come in and find their place again."""

from typing import Annotated, Any

import msgspec
from starlette.routing import BaseRoute

from kiosk.core.errors import KioskError
from kiosk.hub import batches, enrolment, ingest, leases, relays, seal_key, states, texts
from kiosk.hub.batches import Name
from kiosk.hub.hub import Hub
from kiosk.hub.routes.wired import asking, decoded, from_hex, post
from kiosk.hub.serving import Serving
from kiosk.sync import wire

_MOST_EPOCHS = 500_000


_Text = Annotated[str, msgspec.Meta(max_length=400, pattern=r"^[^\x00]*$")]


class _Enrol(msgspec.Struct):
    kiosk: str
    secret: str
    credential: str
    holder: Name
    machine: Name
    signer: str = ""
    relays: bool = False


class _State(msgspec.Struct):
    epochs: list[tuple[str, int, int]]


class _Split(msgspec.Struct):
    kiosk: str
    credential: str
    holder: Name
    machine: Name
    signer: str = ""


class _Offer(msgspec.Struct):
    packs: list[tuple[Name, _Text, _Text, _Text]]
    texts: list[Name]


class _Texts(msgspec.Struct):
    texts: dict[str, str]


class _Relay(msgspec.Struct):
    kiosks: list[tuple[Name, _Text, _Text]]


def routes(hub: Hub) -> list[BaseRoute]:
    """The wire's routes, as `wire` lists them."""
    speaking = _Speaking(hub)
    return [
        post(hub, wire.ENROL, speaking.enrol, _Enrol),
        post(hub, wire.EVENTS, speaking.events, batches.Batch),
        post(hub, wire.STATE, speaking.state, _State),
        post(hub, wire.SPLIT, speaking.split, _Split),
        post(hub, wire.OFFER, speaking.offer, _Offer),
        post(hub, wire.TEXTS, speaking.texts, _Texts),
        post(hub, wire.RELAY, speaking.relay, _Relay),
    ]


class _Speaking:
    """The hub's part of the conversation; each method is a `wired.Work`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def enrol(self, body: bytes, credential: bytes, _language: str) -> dict[str, Any]:
        """A kiosk at the door; the credential, if any, is the one that it had before."""
        asked = decoded(body, _Enrol)
        secret, hashed = from_hex(asked.secret, 10), from_hex(asked.credential, 32)
        kiosk = kiosk_id(asked.kiosk)
        signer = _key(asked.signer)
        applicant = enrolment.Applicant(
            secret, kiosk, hashed, asked.holder, asked.machine, credential, signer, asked.relays
        )
        base = enrolment.enrol(self._hub, applicant)
        told = {"hub": self._hub.id, "kiosk": applicant.kiosk, "base": base, "seal": seal_key.public(self._hub.data)}
        return told | {"take_home_url": Serving.last(self._hub.data).public_url}

    def events(self, body: bytes, credential: bytes, language: str) -> dict[str, Any]:
        """A batch."""
        kiosk = asking(self._hub, credential)
        batch = batches.read(body)
        return ingest.ingest(self._hub, relays.sender(self._hub, kiosk, batch.kiosk), batch, language).to_json()

    def state(self, body: bytes, credential: bytes, _language: str) -> dict[str, Any]:
        """What the hub holds."""
        kiosk = asking(self._hub, credential)
        epochs = [(from_hex(name, 8), count, known) for name, count, known in decoded(body, _State).epochs]
        if len(epochs) > _MOST_EPOCHS:
            raise KioskError("sync.too_large", f"{len(epochs)} epochs")
        held, missing = states.state(self._hub, kiosk, epochs)
        return {"held": held, "missing": missing}

    def split(self, body: bytes, credential: bytes, _language: str) -> dict[str, Any]:
        """A clone takes a name of its own."""
        kiosk = asking(self._hub, credential)
        asked = decoded(body, _Split)
        hashed, signer = from_hex(asked.credential, 32), _key(asked.signer)
        clone = leases.Clone(kiosk_id(asked.kiosk), hashed, asked.holder, asked.machine, signer)
        with self._hub.database.write() as connection:
            leases.split(connection, kiosk, clone, self._hub.clock.utc_ms())
        return {"kiosk": clone.id}

    def offer(self, body: bytes, credential: bytes, _language: str) -> dict[str, Any]:
        """Which texts are wanted."""
        asking(self._hub, credential)
        asked = decoded(body, _Offer)
        if max(len(asked.packs), len(asked.texts)) > texts.MOST:
            raise KioskError("sync.too_large", f"{len(asked.texts)} texts")
        return {"missing": texts.offer(self._hub, asked.packs, asked.texts)}

    def relay(self, body: bytes, credential: bytes, _language: str) -> dict[str, Any]:
        """A regional hub says for which kiosks it speaks."""
        asking_kiosk = asking(self._hub, credential)
        asked = decoded(body, _Relay)
        if len(asked.kiosks) > texts.MOST:
            raise KioskError("sync.too_large", f"{len(asked.kiosks)} kiosks")
        known = [(kiosk_id(id), base, name) for id, base, name in asked.kiosks]
        return {"refused": relays.declare(self._hub, asking_kiosk, known)}

    def texts(self, body: bytes, credential: bytes, _language: str) -> dict[str, Any]:
        """Texts that were wanted."""
        asking(self._hub, credential)
        asked = decoded(body, _Texts)
        if len(asked.texts) > texts.MOST:
            raise KioskError("sync.too_large", f"{len(asked.texts)} texts")
        return {"kept": texts.keep(self._hub, asked.texts)}


def _key(text: str) -> bytes:
    """A public key, which may be missing. Raises KioskError `sync.unreadable`."""
    return from_hex(text, 32) if text else b""


def kiosk_id(text: str) -> str:
    """A kiosk's id. Raises KioskError `sync.unreadable`."""
    if not text.startswith("k"):
        raise KioskError("sync.unreadable", f"kiosk {text[:20]!r}")
    from_hex(text[1:], 6)
    return text
