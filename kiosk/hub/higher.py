"""The tie of a regional hub to a higher one: `keys/hub.json` in its data folder, as a kiosk's in its home."""

import hashlib
import os
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.hub.hub import Hub
from kiosk.sync import link, wire
from kiosk.sync.client import Address, Client
from kiosk.sync.code import EnrolCode
from kiosk.sync.link import Link


def id_of(hub: Hub) -> str:
    """As which kiosk the higher hub knows `hub`."""
    return "k" + hashlib.sha256(b"relay " + hub.id.encode()).hexdigest()[:12]


def join(hub: Hub, data: Path, url: str, text: str) -> Link:
    """Tie `hub` to the one at `url` by an enrolment code for hubs. Raises KioskError as `sync.identity.enrol`."""
    code, before = EnrolCode.parse(text), link.read(data)
    credential = os.urandom(32).hex()
    address = Address(url, code.fingerprint.hex())
    client = Client(address, before.credential if before else "")
    asked = {
        "v": wire.VERSION, "kiosk": id_of(hub), "secret": code.secret.hex(), "holder": hub.id, "machine": hub.id,
        "credential": hashlib.sha256(bytes.fromhex(credential)).hexdigest(), "relays": True,
    }  # fmt: skip
    try:
        told = client.post(wire.ENROL, wire.compact(asked).encode())
        made = Link(url, address.fingerprint, credential, str(told["hub"]), str(told["kiosk"]), str(told["base"]))
    except KeyError as error:
        raise KioskError("sync.answer_odd", repr(error)) from error
    finally:
        client.close()
    if made.hub == hub.id:
        raise KioskError("hub.joins_itself")
    link.write(data, made)
    return made
