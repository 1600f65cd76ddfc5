"""Speaking the wire by hand, to a hub in this process: batches as no honest kiosk would send them."""

import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.testclient import TestClient

from kiosk.core.ids import uuid7
from kiosk.hub import app, enrolment
from kiosk.hub.hub import Hub
from kiosk.sync import wire
from kiosk.sync.wire import Row, Sender

NOW = 1_795_000_000_000
ANSWER = (
    '{"station":"anti_fraud","level":"game_skin","item":"game_skin-007","item_hash":"00","pack":"p","pack_hash":"00",'
    '"chosen":["B"],"right":["B"],"verdict":"right","reading_ms":8000,"changes":0,"player":1,"mode":"practice",'
    '"said":[],"confidence":""}'
)


@dataclass(slots=True)
class Speaker:
    """A kiosk that is let in, and a client of the hub's application."""

    hub: Hub
    kiosk: str = "k0123456789ab"
    holder: str = "boot-1"
    machine: str = "machine-1"
    token: str = ""
    relays: bool = False
    credential: bytes = field(default_factory=lambda: os.urandom(32))
    client: TestClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = TestClient(app.make(self.hub), raise_server_exceptions=False)
        code, _ = enrolment.new_code(self.hub, "石牛山基地", b"", relays=self.relays)
        hashed = hashlib.sha256(self.credential).digest()
        told = (code.secret, self.kiosk, hashed, self.holder, self.machine)
        enrolment.enrol(self.hub, enrolment.Applicant(*told, relays=self.relays))

    def post(self, path: str, body: bytes, **headers: str) -> httpx.Response:
        """POST `body` with the credential."""
        bearer = {"Authorization": f"Bearer {self.credential.hex()}", **headers}
        response: httpx.Response = self.client.post(path, content=body, headers=bearer)
        return response

    def say(self, path: str, told: dict[str, Any]) -> httpx.Response:
        """POST `told` as JSON."""
        return self.post(path, json.dumps(told).encode())

    def batch(self, rows: list[Row], **changed: Any) -> bytes:
        """A batch of `rows`; `changed` replaces parts of it."""
        sender = Sender(self.kiosk, self.holder, self.machine)
        body = wire.batch(sender, self.token, NOW, rows, {}, wire.VERSION)
        return json.dumps({**json.loads(body), **changed}).encode() if changed else body

    def push(self, rows: list[Row], **changed: Any) -> dict[str, Any]:
        """Send `rows` as a kiosk does, keeping the token; the answer."""
        response = self.post(wire.EVENTS, self.batch(rows, **changed))
        assert response.status_code == 200, response.text
        told: dict[str, Any] = response.json()
        self.token = told["token"]
        return told


def rows(count: int, *, epoch: bytes = b"epoch001", first: int = 1, **changed: Any) -> list[Row]:
    """Journal entries with ids of their own."""
    made = []
    for seq in range(first, first + count):
        utc_ms = NOW + seq
        id = bytes.fromhex(uuid7(utc_ms).replace("-", ""))
        row = Row(seq, epoch, seq, id, b"v" * 16, 0, utc_ms, seq, "item_answered", 1, ANSWER)
        made.append(row._replace(**changed))
    return made
