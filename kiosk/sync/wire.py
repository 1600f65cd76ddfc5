"""The wire between kiosk and hub, version 1. Both sides use this module; nothing else knows the names.

HTTPS, JSON under gzip. Every answer of a hub bears the header `X-Fingertip-Glow: <hub id>`; without it, whoever
answered was not a hub (a proxy, a hotel's login page). All requests but the first bear `Authorization: Bearer` and the
credential.

| POST | body | answer (200) |
|---|---|---|
| `/sync/enroll` | `v kiosk secret credential machine holder signer` (hex; `credential` is its SHA-256) | below |
| `/sync/events` | a batch, below | `Answer` |
| `/sync/state` | `v epochs: [[epoch, count, acknowledged]…]`: all it has | `held: [[count, through]…]`, `missing` |
| `/sync/split` | `v kiosk credential machine holder signer`: the new name of a clone | `kiosk` |
| `/sync/offer` | `v packs: [[hash, id, version, title]…] texts: [hash…]` | `missing: [hash…]` |
| `/sync/texts` | `v texts: {hash: canonical JSON text}` | `kept` |
| `/sync/down` | `v held receipts settings tallies items packs packs_refused`, below | below |
| `/sync/relay` | `v kiosks: [[id, base, name]…]`: for whom a regional hub will send batches | `refused: [id…]` |

`GET /sync/packs/{sha256}` is a signed pack file that is staged for the kiosk (`ETag`, `Range`, `If-Range`).
`/sync/recordings` speaks tus 1.0 (creation, checksum, termination): see `kiosk.hub.tus`.

A hub that enrolls at a higher one says `relays: true` and needs a code for hubs; only such a one may `/sync/relay`.
`secret` is what the enrolment code carries, in letters or in digits (see `code`).
Enrolling answers `hub kiosk base seal take_home_url`: `seal` is the hub's public key for bundles on sticks, `signer`
the kiosk's (see `stick_keys`), `take_home_url` where the codes on result cards lead, empty where parents cannot.

`missing` is how many events the hub holds of this kiosk that the kiosk itself has not.

**Batch.** `v kiosk holder machine token now utc mono epochs visits kinds events about`. An event is
`[epoch, seq, id, visit, origin, utc, mono, kind, body]`: epoch, visit (or null) and kind are places in the batch's
lists (`kinds` are `[name, version]`); `utc` and `mono` are milliseconds after the batch's; `id` is a uuid7 as
base64url without padding: its last 10 bytes where the first 6 say the same as `utc`, else all 16; `body` is the
journal's own JSON text. A body that is no JSON, or larger than `BODY_BYTES`, travels as a string of its beginning and
is refused by the hub, visibly; the whole stays in the kiosk's journal.

**Down.** `held` are the ids of all erasure receipts that the kiosk has; the answer's `receipts` are those of them that
the hub lacks and wants (`[id, utc_ms, why, [random ids]]`, next time), its `erase` what the kiosk must obey. `settings`
(number by key) are the orders it has obeyed, in the answer `[number, key, value]` of others. `tallies` are its counts
(`[item hash, band, answers, right]`) that are new, in the answer those of all other kiosks for `items`. `packs` are its
active packs (`[id, hash]`), in the answer what it shall fetch or let go; `packs_refused` are `[sha256, code]`.
`reviews` are the verdicts on its recordings, by take, that it knows; in the answer `[take, verdict]` of others.
`now_ms` is the hub's clock: of answers that come by stick (see `answer_file`) the kiosk obeys none that is older than
what it has obeyed, but for `erase`. A hub of before tells neither of the last two, and nothing is missing for that.

**Exactly once.** The hub inserts an event once by its id, whatever comes twice or in another order. `accepted_through`
tells for every epoch of the batch up to which seq the kiosk need not send again: accepted, known or refused (each
refusal by event, kept at both sides). With every batch it gives out a new random `token`; the kiosk keeps it in the
transaction that moves its mark and shows it next time. A token that is neither the last nor the one before means that
one side was set back (`diverged`): the kiosk asks for `/sync/state` and sends what is missing again.

**Versions.** A hub reads `OLDEST` to `VERSION`; to a newer kiosk it answers 409 `sync.version` with `speaks`, and the
kiosk falls back or waits, sending nothing it might lose. Fields that a side does not know are ignored; kinds it does
not know are kept.

**Errors** are `{"code", "what"}` with a status: 400 unreadable, 401 `sync.unknown_credential` / `sync.revoked`,
409 `sync.version` / `sync.other_holder` / `sync.id_taken`, 413 too large, 429 or 503 busy (`Retry-After`).
"""

import base64
import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

VERSION = 1
OLDEST = 1
HEADER = "X-Fingertip-Glow"
ENROL, EVENTS, STATE, SPLIT, OFFER, TEXTS = (
    f"/sync/{name}" for name in ("enroll", "events", "state", "split", "offer", "texts")
)
DOWN, PACKS, UPLOADS, RELAY = (f"/sync/{name}" for name in ("down", "packs", "recordings", "relay"))
MOST_EVENTS = 2_000
"""Events in one batch."""
MOST_BYTES = 2 << 20
"""Bytes of a body as it travels …"""
MOST_PLAIN_BYTES = 24 << 20
"""… and unpacked: a hub reads no further."""
BODY_BYTES = 64 << 10
"""Bytes of one event's body; larger ones are refused."""


class Row(NamedTuple):
    """A journal entry to send; the kiosk's id is the batch's."""

    position: int
    epoch: bytes
    seq: int
    id: bytes
    visit: bytes | str | None
    origin: int
    utc_ms: int
    monotonic_ms: int
    kind: str
    version: int
    body: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: `holder` names this boot of this machine, `machine` the machine (both hashes), see `holder`."""

    kiosk: str
    holder: str
    machine: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that the hub keeps on its list and not among the facts; `code` is a words code."""

    epoch: str
    seq: int
    code: str
    what: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The hub's answer to a batch. `now_ms` is the hub's clock, `watermark` counts its batches of all kiosks."""

    hub: str
    generation: str
    watermark: int
    token: str
    now_ms: int
    accepted_through: dict[str, int]
    stored: int
    refused: tuple[Refused, ...] = ()
    diverged: bool = False

    def to_json(self) -> dict[str, Any]:
        """As it travels."""
        given = {name: getattr(self, name) for name in self.__slots__}
        refused = [[one.epoch, one.seq, one.code, one.what] for one in self.refused]
        return {"v": VERSION, **given, "refused": refused}

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> "Answer":
        """Read one. Raises KeyError, TypeError or ValueError when it is none."""
        return cls(
            hub=str(given["hub"]),
            generation=str(given["generation"]),
            watermark=int(given["watermark"]),
            token=str(given["token"]),
            now_ms=int(given["now_ms"]),
            accepted_through={str(epoch): int(seq) for epoch, seq in given["accepted_through"].items()},
            stored=int(given["stored"]),
            refused=tuple(Refused(str(one[0]), int(one[1]), str(one[2]), str(one[3])) for one in given["refused"]),
            diverged=bool(given["diverged"]),
        )


@dataclass(slots=True)
class _Places:
    """Values by the order in which they were first met."""

    values: dict[Any, int] = field(default_factory=dict)

    def of(self, value: Any) -> int:
        return self.values.setdefault(value, len(self.values))


def batch(sender: Sender, token: str, now_ms: int, rows: Sequence[Row], about: dict[str, Any], version: int) -> bytes:
    """A batch of `rows` as it travels, before gzip. `about` is what the kiosk says of itself."""
    utc, mono = (rows[0].utc_ms, rows[0].monotonic_ms) if rows else (now_ms, 0)
    epochs, visits, kinds = _Places(), _Places(), _Places()
    events = []
    for row in rows:
        visit = "null" if row.visit is None else visits.of(row.visit)
        events.append(
            f'[{epochs.of(row.epoch)},{row.seq},"{_id(row)}",{visit},{row.origin},{row.utc_ms - utc},'
            f"{row.monotonic_ms - mono},{kinds.of((row.kind, row.version))},{_body(row.body)}]"
        )
    head = compact({
        "v": version, "kiosk": sender.kiosk, "holder": sender.holder, "machine": sender.machine, "token": token,
        "now": now_ms, "utc": utc, "mono": mono, "epochs": [epoch.hex() for epoch in epochs.values],
        "visits": [_text(visit) for visit in visits.values], "kinds": list(kinds.values), "about": about,
    })  # fmt: skip
    return f'{head[:-1]},"events":[{",".join(events)}]}}'.encode()


def pack(body: bytes) -> bytes:
    """`body` under gzip."""
    return gzip.compress(body, 6, mtime=0)


def compact(value: Any) -> str:
    """`value` as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def whole_id(text: str, utc_ms: int) -> bytes:
    """The uuid that `_id` shortened. Raises ValueError."""
    found = unpadded(text)
    if len(found) == 10:
        return utc_ms.to_bytes(6, "big") + found
    if len(found) == 16:
        return found
    raise ValueError(f"an id of {len(found)} bytes")


def unpadded(text: str) -> bytes:
    """The bytes of base64url without padding. Raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def _id(row: Row) -> str:
    short = 0 <= row.utc_ms < 1 << 48 and row.id[:6] == row.utc_ms.to_bytes(6, "big")
    return _text(row.id[6:] if short else row.id)


def _text(value: bytes | str) -> str:
    """Bytes as base64url; a foreign visit's name, which is no UUID, behind a `!`."""
    if isinstance(value, str):
        return f"!{value}"
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def _body(text: str) -> str:
    """The journal's JSON as it is; what is none (it was torn, or holds NaN), or is too much, as the start of it."""
    try:
        if len(text) <= BODY_BYTES and isinstance(json.loads(text, parse_constant=_refuse), dict):
            return text
    except (ValueError, RecursionError):
        pass
    # Half a surrogate could not be written as UTF-8, and no hub would read the batch.
    return compact(text[: BODY_BYTES + 1].encode("utf-8", "replace").decode())


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
