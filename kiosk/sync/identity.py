"""Under which id a kiosk goes: enrolling it, and giving a clone a name of its own."""

import hashlib
import hmac
import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.events import SyncHealed
from kiosk.core.ids import new_kiosk_id
from kiosk.store import settings
from kiosk.store.store import Store
from kiosk.sync import holder, link, wire
from kiosk.sync.client import Address, Client, HubError
from kiosk.sync.code import EnrolCode, read
from kiosk.sync.link import Link

_PENDING = "hub-pending.json"
_TRIES = 3
TAKE_HOME = "take_home_url"
"""The setting."""


def enrol(home: Path, store: Store, url: str, text: str) -> Link:
    """Tie the kiosk to the hub at `url` (with its fingerprint, if `text` has none) by the enrolment code `text`.

    Raises KioskError: the code's faults, what keeps us from the hub, or what the hub says of the code.
    """
    before = _former(home)
    url, code = read(url, text)
    address = Address(url, code.fingerprint.hex())
    proof = before.credential if before and before.url == url else ""
    credential = _pending(home, code)
    client = Client(address, proof)
    try:
        told = _knock(client, home, store, code, credential)
        hub, kiosk, base, seal = (str(told[name]) for name in ("hub", "kiosk", "base", "seal"))
        made = Link(url, address.fingerprint, credential, hub, kiosk, base, seal)
    except KeyError as error:
        raise KioskError("sync.answer_odd", repr(error)) from error
    finally:
        client.close()
    link.write(home, made)
    (link.path(home).with_name(_PENDING)).unlink(missing_ok=True)
    _lead_cards(store, str(told.get("take_home_url", "")), anew=before is not None)
    return made


def _lead_cards(store: Store, url: str, *, anew: bool) -> None:
    """Have the codes on result cards lead to the hub, unless the base has an address of its own."""
    with store.read() as connection:
        chosen = settings.read_all(connection)[TAKE_HOME]
    if url != chosen and (anew or not chosen) and settings.SETTINGS[TAKE_HOME].accepts(url):
        settings.save(store, TAKE_HOME, url).result()


def split(home: Path, store: Store, tie: Link, client: Client) -> Link:
    """Another machine bears this kiosk's id: go on under one of our own.

    Id and credential follow from the old credential and this machine, so that asking again, and a restore card that
    brings the clone back every morning, come to the same. Raises KioskError.
    """
    machine = holder.machine(home)
    secret = hmac.new(bytes.fromhex(tie.credential), machine.encode(), hashlib.sha256).digest()
    kiosk = "k" + hashlib.sha256(b"kiosk" + secret).hexdigest()[:12]
    asked = {
        "v": wire.VERSION, "kiosk": kiosk, "credential": hashlib.sha256(secret).hexdigest(),
        "holder": holder.holder(home), "machine": machine, "signer": _signer(secret.hex()),
    }  # fmt: skip
    client.post(wire.SPLIT, wire.compact(asked).encode())
    made = replace(tie, kiosk=kiosk, credential=secret.hex())
    link.write(home, made)
    store.append(SyncHealed("cloned", 0), None)
    return made


def _signer(credential: str) -> str:
    """By which public key the hub will know our sticks."""
    from kiosk.sync.stick_keys import signer  # here for its cost: a kiosk that is enrolled does without

    return signer(credential).hex()


def _knock(client: Client, home: Path, store: Store, code: EnrolCode, credential: str) -> dict[str, Any]:
    """Ask to be let in, again when the answer got lost, with another id when ours is somebody else's."""
    for left in reversed(range(_TRIES)):
        asked = {
            "v": wire.VERSION, "kiosk": store.kiosk, "secret": code.secret.hex(),
            "credential": hashlib.sha256(bytes.fromhex(credential)).hexdigest(), "holder": holder.holder(home),
            "machine": holder.machine(home), "signer": _signer(credential),
        }  # fmt: skip
        try:
            return client.post(wire.ENROL, wire.compact(asked).encode())
        except HubError as error:
            if error.code != "sync.id_taken" or not left:
                raise
            store.adopt(new_kiosk_id())
        except KioskError as error:
            if error.code not in ("sync.cut", "sync.timeout") or not left:
                raise
    raise AssertionError("the last try returns or raises")


def _former(home: Path) -> Link | None:
    """The tie that was there before, if it can be read."""
    try:
        return link.read(home)
    except KioskError:
        return None


def _pending(home: Path, code: EnrolCode) -> str:
    """A new credential, kept before it is sent: should we end now, the same code lets the same one in again."""
    file = link.path(home).with_name(_PENDING)
    mark = hashlib.sha256(code.secret).hexdigest()
    with suppress(OSError, ValueError, KeyError, TypeError):  # none, or torn: then it was never sent
        kept = json.loads(file.read_text("utf-8"))
        if kept["code"] == mark:
            return str(kept["credential"])
    credential = os.urandom(32).hex()
    link.put(file, {"code": mark, "credential": credential})
    return credential
