"""Recordings that a base has approved and guardians let out go to the hub by tus, patch by patch."""

import base64
import hashlib
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.privacy.page_token import page_hash
from kiosk.store.store import Store
from kiosk.sync import wire
from kiosk.sync.client import Client, Reply, said_no
from kiosk.sync.delivery import Delivered

if TYPE_CHECKING:
    from kiosk.privacy.guardian import Guardian
    from kiosk.privacy.takes import Take

FOLDER = "outgoing"
PATCH = 512 << 10
_TUS = {"Tus-Resumable": "1.0.0"}
_MISMATCH = ("sync.recording_offset", "sync.recording_checksum")
_TRIES = 3
log = logging.getLogger(__name__)


class RecordingSender:
    """Sends each recording once. `mp3(take)` gives it as it sounds to everybody, on record, where that is allowed.

    It is in memory only: whatever ends the process leaves nothing that can be heard on the disk.
    """

    def __init__(
        self, home: Path, store: Store, clock: Clock, guardian: "Callable[[], Guardian]", mp3: Callable[[str], bytes]
    ) -> None:
        self._store = store
        self._clock = clock
        self._guardian = guardian
        self._mp3 = mp3
        rmtree(home / FOLDER, ignore_errors=True)  # earlier programs wrote there, and a kill left what they wrote

    def round(self, client: Client, hub: str, done: Delivered) -> None:
        """Send what `hub` has not got, counting into `done`. Raises KioskError of the network."""
        for take in self._waiting(hub):
            try:
                self._send(client, hub, take)
                done.recordings += 1
            except KioskError as error:
                if error.code.startswith("sync.") and error.code != "sync.recording_erased":
                    raise
                log.warning("the recording %s does not go out: %s", take.id, error)
                done.kept_back, done.why = done.kept_back + 1, error.code

    def _waiting(self, hub: str) -> "list[Take]":
        with self._store.read() as connection:
            if (
                connection.execute("SELECT 1 FROM take WHERE state = 'approved' AND release = 'publish'").fetchone()
                is None
            ):
                return []
            done = {row[0] for row in connection.execute("SELECT take FROM sync_recording WHERE hub = ?", (hub,))}
        return [take for take in self._guardian().publishable() if take.id not in done]

    def _send(self, client: Client, hub: str, take: "Take") -> None:
        content = self._mp3(take.id)
        digest = hashlib.sha256(content).hexdigest()
        place = self._begin(client, take, content, digest)
        for _ in range(_TRIES):
            try:
                self._fill(client, place, content)
                break
            except KioskError as error:
                if error.code not in _MISMATCH:
                    raise
        else:
            raise KioskError("sync.recording_checksum", take.id)
        row = (hub, take.id, digest, place, len(content), len(content), self._clock.utc_ms())
        self._store.derive(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO sync_recording (hub, take, sha256, place, sent, bytes, whole_ms)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
        ).result()

    def _begin(self, client: Client, take: "Take", content: bytes, digest: str) -> str:
        key = self._guardian().keys.find(take.id)
        told = {
            "take": take.id, "sha256": digest, "script": take.script, "theme": take.theme, "title": take.title,
            "seconds": f"{take.seconds:.2f}", "made_ms": str(take.made_ms),
        }  # fmt: skip
        if key:
            told["page"] = page_hash(key)
        metadata = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items())
        asked = {"Upload-Length": str(len(content)), "Upload-Metadata": metadata}
        reply = _ask(client, "POST", wire.UPLOADS, b"", asked, 201)
        place = reply.headers.get("Location", "")
        name = place.rpartition("/")[2]
        if not name.isalnum():
            raise KioskError("sync.answer_odd", place[:100])
        return f"{wire.UPLOADS}/{name}"

    @staticmethod
    def _fill(client: Client, place: str, content: bytes) -> None:
        """Go on from where the hub is."""
        offset = _offset(_ask(client, "HEAD", place, b"", {}, 200))
        while offset < len(content):
            body = content[offset : offset + PATCH]
            checksum = base64.b64encode(hashlib.sha256(body).digest()).decode()
            asked = {
                "Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset),
                "Upload-Checksum": f"sha256 {checksum}",
            }  # fmt: skip
            now = _offset(_ask(client, "PATCH", place, body, asked, 204))
            if now <= offset:
                raise KioskError("sync.answer_odd", f"offset {now} after {offset}")
            offset = now


def _ask(client: Client, method: str, path: str, body: bytes, headers: Mapping[str, str], status: int) -> Reply:
    reply = client.exchange(method, path, body, {**_TUS, **headers})
    if reply.status != status:
        if method == "HEAD":
            raise KioskError("sync.recording_erased" if reply.status == 410 else "sync.answer_odd", str(reply.status))
        raise said_no(reply.status, reply.json() if reply.body else {})
    return reply


def _offset(reply: Reply) -> int:
    try:
        return int(reply.headers.get("Upload-Offset", ""))
    except ValueError as error:
        raise KioskError("sync.answer_odd", repr(error)) from error
