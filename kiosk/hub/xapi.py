"""xAPI out: every visitor's answer as a statement to a learning record store, with a cursor of its own.

A statement's id is the event's, so that sending twice changes nothing. What a store will not take as a whole (400, 409,
413) is halved down to the statement that it will not take: one that it holds already (409, and a GET finds it) is fine,
any other goes into quarantine. Everything else (no network, 401, 5xx, busy) is tried again later, the cursor unmoved.
Bodies are plain unless the store was said to take gzip: some answer 500 to it.
"""

import base64
import gzip
import http.client
import json
import logging
import os
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.core.events import ORIGINS
from kiosk.exports.asked import Asked
from kiosk.exports.item_texts import ItemText, message_text
from kiosk.exports.xapi_log import question_of, result, told
from kiosk.exports.xapi_words import ANSWERED, STATION, VERSION, Statement, activity, actor, context, stamped
from kiosk.hub import forwarders
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import quarantine
from kiosk.hub.store.inserting import insert_or_ignore
from kiosk.hub.store.tailing import Arrived, arrived, events_of
from kiosk.sync.client import checked

FILE = "xapi.json"
AT_ONCE = 200
TIMEOUT_S = 30.0
_BATCHES = 5
_HALVE, _CONFLICT = (400, 409, 413), 409
_WORKER = os.urandom(8).hex()
_EVENT = tables.event.c
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecordStore:
    """Where statements go: the endpoint (`…/statements` is added), the account, and whether it takes gzip."""

    url: str
    user: str
    password: str
    gzip: bool = False


def configure(data: Path, store: RecordStore) -> None:
    """Keep where statements go, for the owner only. Raises KioskError `sync.url_wrong` or `sync.not_encrypted`."""
    checked(store.url)
    part = data / f"{FILE}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(store), file)
    part.replace(data / FILE)


def configured(data: Path) -> RecordStore | None:
    """Where statements go; `None`: nowhere."""
    try:
        return RecordStore(**json.loads((data / FILE).read_text("utf-8")))
    except FileNotFoundError:
        return None


def forward(hub: Hub) -> int:
    """Send what the store has not got; how many statements. What goes wrong is noted and tried again next time."""
    store = configured(hub.data)
    if store is None:
        return 0
    name, sent = f"xapi:{store.url}", 0
    while (row := forwarders.leased(hub, name, _WORKER)) is not None:
        with hub.database.read() as connection:
            batches = arrived(connection, row.arrival, _BATCHES)
            statements = _statements(hub, connection, batches) if batches else []
        if not batches:
            break
        try:
            for start in range(0, len(statements), AT_ONCE):
                _send(hub, name, store, statements[start : start + AT_ONCE])
        except (OSError, http.client.HTTPException) as error:
            log.info("no statements sent: %r", error)
            forwarders.note(hub, name, error="hub.xapi_away", error_ms=hub.clock.utc_ms())
            break
        sent += len(statements)
        now = hub.clock.utc_ms()
        changed = {"arrival": batches[-1].arrival, "sent": row.sent + len(statements), "success_ms": now, "error": ""}
        forwarders.note(hub, name, **changed)
    return sent


def _send(hub: Hub, name: str, store: RecordStore, statements: Sequence[Statement]) -> None:
    """Have all of them there, or in quarantine. Raises OSError or HTTPException when the store cannot be asked."""
    status, answer = _ask(store, "POST", "", json.dumps(statements, ensure_ascii=False).encode())
    if status in (200, 204):
        return
    if status not in _HALVE:
        raise OSError(f"{status} {answer[:200]!r}")
    if len(statements) > 1:
        middle = len(statements) // 2
        _send(hub, name, store, statements[:middle])
        _send(hub, name, store, statements[middle:])
        return
    id = statements[0]["id"]
    if status == _CONFLICT and _ask(store, "GET", f"?statementId={id}", b"")[0] == 200:
        return
    row = {"forwarder": name, "event": bytes.fromhex(id.replace("-", "")), "status": status}
    what = answer.decode("utf-8", "replace")[:500].replace("\0", "")
    with hub.database.write() as connection:
        insert_or_ignore(connection, quarantine, [row | {"what": what, "utc_ms": hub.clock.utc_ms()}])


def _ask(store: RecordStore, method: str, query: str, body: bytes) -> tuple[int, bytes]:
    account = base64.b64encode(f"{store.user}:{store.password}".encode()).decode()
    headers = {"X-Experience-API-Version": VERSION, "Authorization": f"Basic {account}"}
    if body:
        headers["Content-Type"] = "application/json"
    if body and store.gzip:
        body, headers["Content-Encoding"] = gzip.compress(body), "gzip"
    url = f"{store.url.rstrip('/')}/statements{query}"
    request = urllib.request.Request(url, body or None, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
            return answer.status, answer.read(1 << 20)
    except urllib.error.HTTPError as error:
        return error.code, error.read(4_096)


def _statements(hub: Hub, connection: sa.Connection, batches: Sequence[Arrived]) -> list[Statement]:
    """The visitors' answers of `batches`."""
    hub.bodies.refresh(connection)
    answered = connection.execute(sa.select(tables.kind.c.number).where(tables.kind.c.name == "item_answered")).scalar()
    wanted = events_of(batches).where(_EVENT.kind == answered, _EVENT.origin == ORIGINS.index("visitor"))
    rows = connection.execute(wanted.order_by(_EVENT.id)).all()
    bodies = [json.loads(hub.bodies.unpack(row.dictionary, row.body)) for row in rows]
    texts = _texts(connection, {body["item_hash"] for body in bodies})
    return [
        _statement(row, body, texts.get(body["item_hash"], ItemText())) for row, body in zip(rows, bodies, strict=True)
    ]


def _texts(connection: sa.Connection, hashes: set[str]) -> dict[str, ItemText]:
    query = sa.select(tables.item_text).where(tables.item_text.c.hash.in_(sorted(hashes)))
    found = {}
    for row in connection.execute(query):
        fields = json.loads(row.body)
        options = {one["key"]: one["text"] for one in fields.get("options", ())}
        found[row.hash] = ItemText(fields["stem"], message_text(fields.get("message")), fields["kind"], answers=options)
    return found


def _statement(row: sa.Row[Any], body: dict[str, Any], item: ItemText) -> Statement:
    asked, visit = Asked(), row.visit
    about = context(visit, row.origin, asked.language)
    station = activity("stations", body["station"], STATION, asked.name("station", body["station"]), asked.language)
    about["contextActivities"] = {"parent": [station]}
    about["extensions"] |= told(body, "", asked)
    return stamped(
        row.id, row.utc_ms, actor=actor(visit), verb=ANSWERED, result=result(body), context=about,
        object=question_of(item, body["item_hash"], body["right"], asked.language),
    )  # fmt: skip


def tested(store: RecordStore) -> None:
    """Ask the store for one statement. Raises KioskError `hub.xapi_away`, or as `configure`."""
    checked(store.url)
    try:
        status, answer = _ask(store, "GET", "?limit=1", b"")
    except (OSError, http.client.HTTPException) as error:
        raise KioskError("hub.xapi_away", repr(error)) from error
    if status != 200:
        raise KioskError("hub.xapi_away", f"{status} {answer[:200]!r}")
